"""Sentences about exporting a deck, and about reading our own JSON again."""

MESSAGES: dict[str, tuple[str, str]] = {
    "what": (
        "형식이나 파일을 쓰세요. 보기: export --format md --out 한국사.md",
        "Say the format and the file. Example: export --format md --out history.md",
    ),
    "nothing": ("내보낼 카드가 없어요.", "There is nothing to export."),
    "exists": (
        "이미 있는 파일이에요: {path}. 바꾸려면 --replace를 쓰세요.",
        "There is such a file already: {path}. Use --replace to replace it.",
    ),
    "is_folder": (
        "파일이 아니라 폴더예요: {path}. 그 안의 파일 이름을 주세요.",
        "This is a folder, not a file: {path}. Name a file in it.",
    ),
    "no_folder": (
        "폴더가 없어요: {path}. 먼저 만들어 주세요.",
        "There is no such folder: {path}. Create it first.",
    ),
    "cannot_write": (
        "{path}에 쓸 수 없어요: {reason}. 권한과 남은 자리를 확인하세요.",
        "{path} cannot be written: {reason}. Check its rights and the free space.",
    ),
    "several_decks": (
        "덱이 {count}개라서 파일 하나에 담을 수 없어요: {path}. 폴더를 주거나(끝에 /) 덱 하나를 고르세요.",
        "There are {count} decks, and a Markdown file holds one: {path}. Name a folder (ending in /) or one deck.",
    ),
    "not_text": (
        "{format}{format|은|는} 글이 아니에요. --out에 파일 이름을 주세요.",
        "{format} is not text. Name a file with --out.",
    ),
    "no_schedule": (
        "{format}에는 일정을 담을 수 없어요. 일정도 담으려면 json이나 apkg로 내보내세요.",
        "{format} cannot hold schedules. Use json or apkg for those.",
    ),
    "flattened": (
        "{deck}: Anki 노트 {count}개는 카드마다 글로 썼어요. 그림, 소리, 꾸밈과 노트 유형은 빠졌어요. 모두 담으려면 apkg나 json을 쓰세요.",
        "{deck}: {count} {count|note|notes} of Anki's became text, card by card, without pictures, sounds, styles and note types. Use apkg or json to keep them.",
    ),
    "csv_loses": (
        "csv에는 앞뒤, 다른 답, 힌트, 메모, 태그, 덱만 담겨요. 나머지도 담으려면 md나 json을 쓰세요.",
        "csv holds prompts, answers, other answers, hints, notes, tags and decks only. Use md or json for the rest.",
    ),
    "tsv_loses": (
        "tsv에는 Anki의 필드, 태그, 덱만 담겨요. 나머지도 담으려면 apkg나 json을 쓰세요.",
        "tsv holds Anki's fields, tags and decks only. Use apkg or json for the rest.",
    ),
    "made_safe": (
        "수식으로 읽힐 수 있는 칸 {count}개 앞에 '를 붙였어요.",
        "{count} {count|cell|cells} that could be run as a formula got a ' before {count|it|them}.",
    ),
    "done": (
        "{path}: 노트 {notes}개, 카드 {cards}장, 답 기록 {reviews}개, 그림과 소리 {media}개를 썼어요.",
        "{path}: wrote {notes} {notes|note|notes}, {cards} {cards|card|cards}, {reviews} {reviews|review|reviews}, {media} {media|file|files} of media.",
    ),
    "files": ("파일 {count}개", "{count} files"),
    "newer_json": (
        "{name}{name|은|는} 더 새로운 판이 쓴 파일이에요({found} > {known}). overmorrow를 올려 주세요.",
        "{name} was written by a newer version ({found} > {known}). Please upgrade overmorrow.",
    ),
    "damaged_json": (
        "{name}{name|은|는} overmorrow의 JSON이지만 깨졌어요({what}). 다시 내보내거나 백업을 쓰세요.",
        "{name} is JSON of overmorrow but damaged ({what}). Export it again, or use a backup.",
    ),
}
