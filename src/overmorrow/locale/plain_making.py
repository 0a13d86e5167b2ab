"""Lines of the plain dialogue that makes a deck of an article."""

MESSAGES: dict[str, tuple[str, str]] = {
    "file": (
        "글 파일의 이름 (점 하나: 붙여 넣기, 빈 줄: 그만)>",
        "name of the article (a single dot: paste it, empty: leave)>",
    ),
    "paste": (
        "글을 붙여 넣으세요. 점 하나만 있는 줄로 끝내요.",
        "Paste the text. A line with a single dot ends it.",
    ),
    "reading": ("읽고 있어요.", "Reading."),
    "head": (
        "카드 후보 {n}개. 이미 카드인 것 {known}개.",
        "{n} {n|proposal|proposals}, {known} of them cards already.",
    ),
    "place": ("{place}/{n}. {kind}, 점수 {score}.", "{place}/{n}. {kind}, score {score}."),
    "also": ("다른 답: {also}", "Also accepted: {also}"),
    "doubt": ("주의: {doubt}", "Beware: {doubt}"),
    "like": (
        "이미 있는 카드와 비슷해요: {prompt} 정답: {answer}",
        "Much like a card you have: {prompt} Answer: {answer}",
    ),
    "ask": (
        "a 받기, x 버리기, Enter 다음, w 덱으로 저장, q 그만, ? 더 보기>",
        "a accept, x drop, Enter next, w write the deck, q leave, ? more>",
    ),
    "help": (
        "s 다른 꼴로 묻기, e 고치기, b 앞의 것, + 점수가 좋은 것 모두 받기, u 되돌리기.",
        "s another form, e edit, b the one before, + accept all with a good score, u undo.",
    ),
    "one_form": ("다른 꼴이 없어요.", "There is no other form."),
    "no_further": ("더 없어요. w 저장, q 그만.", "There are no more. w writes, q leaves."),
    "taken": ("{n}개를 받았어요.", "{n} accepted."),
    "counts": (
        "받음 {accepted}, 버림 {dropped}, 남음 {open}.",
        "{accepted} accepted, {dropped} dropped, {open} open.",
    ),
    "after": ("Enter 덱으로 저장, u 되돌리기, q 그만>", "Enter writes the deck, u undo, q leave>"),
    "none_taken": ("받은 카드가 없어요.", "No card is accepted."),
    "deck": ("덱 이름 (Enter: {deck}, :q 그만)>", "deck (Enter: {deck}, :q leave)>"),
    "kept": (
        "여기까지 한 것을 두었어요. 같은 글을 다시 열면 이어서 해요.",
        "What was decided is kept; open the same article to go on.",
    ),
}
