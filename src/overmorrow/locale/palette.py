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
    "nothing": (
        "그런 일은 없어요. backup, check는 명령줄에 있어요: --help",
        "Nothing is called that. For backup and check, see --help",
    ),
    "how": (
        "초성(ㄱㅈㅇㄱ), 영어(import), 한/영 잘못 친 글자도 찾아요.",
        "Any part of a name finds it, on either keyboard layout.",
    ),
}
