"""What is said about note types of Anki, and on cards that cannot be shown in full."""

MESSAGES: dict[str, tuple[str, str]] = {
    "braces_open": (
        "노트 유형 ‘{note_type}’의 ‘{template}’ 서식에 닫히지 않은 괄호가 있어서 필드를 그대로 보여줘요: {found}",
        "Note type ‘{note_type}’, template ‘{template}’: braces are not closed, so its fields are shown as they are: {found}",
    ),
    "section_open": (
        "노트 유형 ‘{note_type}’의 ‘{template}’ 서식에서 ‘{found}’ 구역이 닫히지 않아서 필드를 그대로 보여줘요.",
        "Note type ‘{note_type}’, template ‘{template}’: the section ‘{found}’ is not closed, so its fields are shown as they are.",
    ),
    "section_not_open": (
        "노트 유형 ‘{note_type}’의 ‘{template}’ 서식에 ‘{found}’ 구역의 끝만 있어서 필드를 그대로 보여줘요.",
        "Note type ‘{note_type}’, template ‘{template}’: the section ‘{found}’ ends but does not begin, so its fields are shown as they are.",
    ),
    "too_deep": (
        "노트 유형 ‘{note_type}’의 ‘{template}’ 서식은 구역이 너무 깊어서 필드를 그대로 보여줘요.",
        "Note type ‘{note_type}’, template ‘{template}’: its sections nest too deeply, so its fields are shown as they are.",
    ),
    "unknown_field": (
        "노트 유형 ‘{note_type}’의 ‘{template}’ 서식에 나오는 ‘{found}’ 필드가 없어서 비워 두었어요.",
        "Note type ‘{note_type}’, template ‘{template}’ asks for a field ‘{found}’ that is not there; it is left empty.",
    ),
    "needs_picture": (
        "그림이 있어야 풀 수 있는 카드예요: {picture}",
        "this card needs its picture: {picture}",
    ),
    "needs_some_picture": (
        "그림이 있어야 풀 수 있는 카드예요",
        "this card needs its picture",
    ),
    "no_note": (
        "필드가 없는 노트라서 건너뛰었어요.",
        "This note has no fields and was left out.",
    ),
    "no_note_type": (
        "노트 {count}개는 노트 유형이 파일에 없어서 첫 필드를 앞, 나머지를 답으로 읽었어요.",
        "The note type of {count} {count|note|notes} is not in the file; the first field was read as the prompt, the others as the answer.",
    ),
}
