"""Words of the screens that export decks, and that bring removed ones back."""

MESSAGES: dict[str, tuple[str, str]] = {
    "title": ("내보내기 · {deck}", "Export · {deck}"),
    "all_decks": ("모든 덱", "all decks"),
    "format": ("형식", "Format"),
    "holds": ("담을 것", "Holds"),
    "with": ("카드, 답 기록, 일정", "cards, answers, schedules"),
    "without": ("카드만", "cards only"),
    "never_with": (
        "이 형식에는 일정을 담을 수 없어요. apkg나 json에는 담겨요.",
        "This format holds no schedules; apkg and json do.",
    ),
    "file": ("파일", "File"),
    "about_apkg": (
        "Anki에서 열 수 있는 꾸러미예요. 그림, 소리, 노트 유형도 담겨요.",
        "A package for Anki, with pictures, sounds and note types.",
    ),
    "about_md": (
        "읽고 고칠 수 있는 글이에요. 다시 가져오면 카드가 그대로예요. 덱마다 파일 하나예요.",
        "Text to read and edit; imported again the cards are the same. One file a deck.",
    ),
    "about_csv": (
        "엑셀 같은 표에서 열려요. 앞뒤, 다른 답, 힌트, 메모, 태그, 덱만 담겨요.",
        "For spreadsheets: prompts, answers, other answers, hints, notes, tags and decks.",
    ),
    "about_tsv": (
        "Anki가 읽는 탭 글이에요. 필드, 태그, 덱만 담겨요.",
        "Text with tabs that Anki reads: fields, tags and decks.",
    ),
    "about_json": (
        "이 프로그램의 것을 모두 담아요. 다른 컴퓨터에서 가져올 수 있어요.",
        "Everything this program knows, to be imported on another machine.",
    ),
    "needs_file": ("파일 이름을 쓰세요.", "Write a file's name."),
    "replace": (
        "이미 있는 파일이에요. 한 번 더 Enter를 누르면 바꿔 써요.",
        "There is such a file already. Enter once more replaces it.",
    ),
    "done": (
        "{path}{files}에 노트 {notes}개, 카드 {cards}장을 썼어요.",
        "Wrote {notes} {notes|note|notes}, {cards} {cards|card|cards} to {path}{files}.",
    ),
    "with_reviews": (
        "답 기록 {n}개도 함께예요.",
        "With {n} {n|review|reviews}.",
    ),
    "writing": ("쓰는 중: 노트 {n}개", "Writing: {n} {n|note|notes}"),
    "removed_title": ("치운 덱", "Removed decks"),
    "removed_about": (
        "덱과 함께 일정과 기록도 그대로 돌아와요.",
        "A deck comes back with its schedules and history.",
    ),
    "notes": ("노트 {n}개", "{n} {n|note|notes}"),
    "removed_on": ("{day}에 치움", "removed {day}"),
    "back": ("‘{deck}’ 덱을 되살렸어요. u 되돌리기", "Brought ‘{deck}’ back. u undoes it"),
}
