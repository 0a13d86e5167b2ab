"""Sentences about pictures and sounds that come with decks."""

MESSAGES: dict[str, tuple[str, str]] = {
    "too_much": (
        "그림과 소리가 모두 {most}MiB를 넘어서 아무것도 넣지 않았어요. 파일을 나누어 주세요.",
        "The pictures and sounds are more than {most} MiB together, so nothing was taken. Split the file.",
    ),
}
