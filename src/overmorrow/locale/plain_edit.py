"""Lines of the plain dialogue that edits a card."""

MESSAGES: dict[str, tuple[str, str]] = {
    "how": (
        "새 글을 쓰세요. Enter 그대로, - 비우기, :w 여기까지 저장, :q 고치지 않기.",
        "Write the new text. Enter keeps it, - empties it, :w saves so far, :q leaves it as it was.",
    ),
    "ask": ("새 글>", "new>"),
    "none": ("없음", "none"),
}
