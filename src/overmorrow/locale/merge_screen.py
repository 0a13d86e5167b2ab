"""Words of the screen that takes in another machine's collection."""

MESSAGES: dict[str, tuple[str, str]] = {
    "title": ("다른 컴퓨터와 합치기", "Merge another machine"),
    "about": (
        "그 컴퓨터의 study.db를 복사해 와서 이름을 쓰거나 끌어 놓으세요. 두 곳에서 한 답이 모두 합쳐지고, 두 곳에서 고친 노트는 나중 글이 남아요. 그 파일은 바뀌지 않아요.",
        "Copy study.db from there, and write its name or drop it here. Answers of both machines come together; of a note changed on both, the later text stays. That file is not changed.",
    ),
    "looking": ("살펴보고 있어요.", "Looking."),
    "taking": (
        "합치고 있어요. 끝나면 첫 화면으로 가요.",
        "Merging. The first screen comes when it is done.",
    ),
    "undo": (
        "노트와 덱은 u로 되돌려요. 합쳐 온 답은 남아요.",
        "u takes notes and decks back; the answers stay.",
    ),
}
