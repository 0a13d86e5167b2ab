"""Lines of the plain dialogue that edits a card."""

MESSAGES: dict[str, tuple[str, str]] = {
    "how": (
        "새 글을 쓰세요. Enter 그대로, - 비우기, :w 여기까지 저장, :q 고치지 않기. 콜론으로 시작하는 글은 ::로 쓰세요.",
        "Write the new text. Enter keeps it, - empties it, :w saves so far, :q leaves it as it was. Write a text that begins with a colon as ::",
    ),
    "how_parts": (
        "새 글을 쓰세요. Enter 그대로, :w 여기까지 저장, :q 고치지 않기.",
        "Write the new text. Enter keeps it, :w saves so far, :q leaves it as it was.",
    ),
    "ask": ("새 글 (Enter 그대로, :q 그만)>", "new (Enter keeps it, :q leaves)>"),
    "none": ("없음", "none"),
}
