"""Sentences of the hints."""

MESSAGES: dict[str, tuple[str, str]] = {
    "plain": ("{text}", "{text}"),
    "items": ("{count}개", "{count} {count|item|items}"),
    "digits": ("숫자 {count}자리", "{count} {count|digit|digits}"),
    "digits_and": (
        "숫자 {count}자리, 꼴은 ‘{rest}’",
        "{count} {count|digit|digits}, written ‘{rest}’",
    ),
    "numbers": ("숫자 {count}개", "{count} numbers"),
    "letters": ("{count}글자", "{count} {count|letter|letters}"),
    "words": ("{count}낱말 ({lengths}글자)", "{count} words ({lengths} letters)"),
}
