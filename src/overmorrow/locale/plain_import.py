"""Lines of the plain dialogue that imports files."""

MESSAGES: dict[str, tuple[str, str]] = {
    "file": ("가져올 파일의 이름 (빈 줄: 그만)>", "name of the file (empty: leave)>"),
    "about": ("{file}:", "{file}:"),
    "count": ("{what}: {n}개.", "{what}: {n}."),
    "ask": (
        "Enter 가져오기, v 새 카드 보기, c 바뀐 카드 보기, p 못 읽은 줄 보기, q 그만, ? 더 보기>",
        "Enter imports, v shows new cards, c changed ones, p refused lines, q leaves, ? more>",
    ),
    "help": (
        "h 첫 줄이 칸 이름인지 바꾸기, s 구분자, e 인코딩, d 덱 이름, r 복습 기록도 가져오기. 보기: e cp949.",
        "h line 1 names the columns or not, s SEPARATOR, e ENCODING, d DECK, r take the history too. Example: e cp949.",
    ),
    "no_encoding": (
        "‘{name}’{name|이라는|라는} 인코딩은 없어요. 보기: e cp949.",
        "There is no encoding ‘{name}’. Example: e cp949.",
    ),
    "changed": ("전에: {before} / 이번: {after}", "Before: {before} / now: {after}"),
    "no_more": ("더 없어요.", "No more."),
    "left": ("그만뒀어요. 바뀐 것이 없어요.", "Left; nothing changed."),
    "running": ("가져오고 있어요.", "Importing."),
    "undo": (":u 되돌리기.", ":u takes it back."),
    "same": ("y 같은 카드, Enter 다른 카드>", "y the same, Enter another card>"),
}
