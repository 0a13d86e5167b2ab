"""Words of the list of all commands."""

MESSAGES: dict[str, tuple[str, str]] = {
    "find": ("무엇을 할까요", "what to do"),
    "here": ("여기서", "here"),
    "at_home": ("첫 화면", "first screen"),
    "go": ("어디서나", "anywhere"),
    "decks": ("덱", "deck"),
    "study_deck": ("공부: {deck}", "Study: {deck}"),
    "to_home": ("첫 화면으로", "to the first screen"),
    "theme": ("색 고르기", "colours"),
    "other_language": ("화면의 말을 영어로 바꾸기", "change the language to Korean"),
    "nothing": ("그런 일은 없어요. 다른 말로 찾아보세요.", "Nothing is called that."),
    "back_up": ("복사본 남기기 (백업)", "keep a copy (backup)"),
    "copying": ("복사본을 남기고 있어요.", "Keeping a copy."),
    "copied": ("복사본을 남겼어요: {path}", "Kept a copy: {path}"),
    "check": ("기록 검사하기", "check the collection"),
    "checking": ("기록을 검사하고 있어요.", "Checking the collection."),
    "faults": (
        "맞지 않는 곳이 {n}군데 있어요. {first}",
        "Found {n} {n|fault|faults}. {first}",
    ),
    "can_mend": (
        "명령줄의 check --repair로 고칠 수 있어요.",
        "On the command line, check --repair mends it.",
    ),
    "how_small": (
        "초성(ㄱㅈㅇㄱ), 영어로도 찾아요.",
        "Any part of a name finds it.",
    ),
    "how": (
        "초성(ㄱㅈㅇㄱ), 영어(import), 한/영 잘못 친 글자도 찾아요.",
        "Any part of a name finds it, on either keyboard layout.",
    ),
}
