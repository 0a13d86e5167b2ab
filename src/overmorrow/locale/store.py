"""What the store says when the database cannot be used."""

MESSAGES: dict[str, tuple[str, str]] = {
    "deck_too_deep": (
        "덱 ‘{deck}…’의 층이 너무 깊어요. {most}층까지 둘 수 있어요. 아무것도 저장하지 않았어요.",
        "The deck ‘{deck}…’ has too many levels; there can be up to {most}. Nothing was saved.",
    ),
    "is_folder": (
        "기록 파일이 있어야 할 곳에 폴더가 있어요: {path}. --db로 파일 이름을 주세요.",
        "A folder stands where the database should be: {path}. Name a file with --db.",
    ),
    "not_database": (
        "기록 파일이 아니에요: {path}. 다른 파일을 --db로 주세요. 파일은 건드리지 않았어요.",
        "This is not a database: {path}. Name another file with --db. The file was not touched.",
    ),
    "not_ours": (
        "다른 프로그램의 데이터베이스예요: {path}. 다른 파일을 --db로 주세요. 파일은 건드리지 않았어요.",
        "This database belongs to another program: {path}. Name another file with --db. The file was not touched.",
    ),
    "newer": (
        "기록 파일을 더 새로운 판이 만들었어요({found} > {known}). overmorrow를 올려 주세요. 파일은 건드리지 않았어요.",
        "Made by a newer version ({found} > {known}). Please upgrade overmorrow. The file was not touched.",
    ),
    "older_read_only": (
        "기록 파일이 옛 판의 것인데 쓸 수 없어서 새 판으로 바꾸지 못했어요: {path}. 쓰기 권한을 주세요.",
        "The database is from an older version and cannot be written, so it cannot be brought up to date: {path}. Allow writing to it.",
    ),
    "damaged": (
        "기록 파일이 깨졌어요: {path}. 아무것도 저장하지 않았어요. check로 살펴보고, backup --restore로 되살릴 수 있어요.",
        "The database is damaged: {path}. Nothing was saved. Look into it with check; backup --restore brings back a copy.",
    ),
    "old_sqlite": (
        "파이썬에 든 SQLite가 오래됐어요({found}). 3.37부터 쓸 수 있어요. 파이썬을 새로 설치해 주세요.",
        "The SQLite in this Python is too old ({found}); 3.37 or newer is needed. Please install a newer Python.",
    ),
    "missing": (
        "기록 파일이 없어요: {path}. --db의 철자를 확인해 주세요.",
        "There is no database: {path}. Check the spelling after --db.",
    ),
    "no_permission": (
        "기록 파일을 열 권한이 없어요: {path}. 파일과 폴더의 권한을 확인해 주세요.",
        "No permission to open the database: {path}. Check the rights of the file and its folder.",
    ),
    "read_only": (
        "기록 파일에 쓸 수 없어요: {path}. 저장하지 않았어요. 파일과 폴더의 쓰기 권한을 확인해 주세요.",
        "The database cannot be written: {path}. Nothing was saved. Check that the file and its folder allow writing.",
    ),
    "folder_read_only": (
        "폴더에 쓸 수 없어서 기록 파일을 만들지 못했어요: {folder}. 쓰기 권한을 주거나 --db로 다른 곳을 골라 주세요.",
        "The folder cannot be written, so no database was made: {folder}. Allow writing, or choose another place with --db.",
    ),
    "parent_is_file": (
        "폴더가 있어야 할 곳에 파일이 있어요: {folder}. --db로 다른 곳을 골라 주세요.",
        "A file stands where a folder should be: {folder}. Choose another place with --db.",
    ),
    "name_too_long": (
        "파일 이름이 너무 길어요: {path}. --db로 짧은 이름을 주세요.",
        "The file's name is too long: {path}. Give a shorter one with --db.",
    ),
    "cannot_open": (
        "기록 파일을 열 수 없어요: {path}. 경로와 권한을 확인해 주세요.",
        "The database cannot be opened: {path}. Check the path and its rights.",
    ),
    "disk_full": (
        "디스크에 자리가 없어서 저장하지 못했어요: {path}. 자리를 비우고 다시 하세요. 그 전까지의 기록은 그대로예요.",
        "The disk is full, so this was not saved: {path}. Make room and try again. Everything before it is safe.",
    ),
    "disk_error": (
        "디스크에서 읽거나 쓰지 못했어요: {path}. 디스크를 확인한 뒤 다시 하세요.",
        "The disk could not be read or written: {path}. Check the disk and try again.",
    ),
    "busy": (
        "다른 창이 쓰는 중이라 저장하지 못했어요. 잠시 뒤에 다시 하세요.",
        "Another window is writing, so this was not saved. Try again in a moment.",
    ),
    "no_deck": (
        "덱이 없어요: {deck}. decks를 하면 목록이 나와요.",
        "No such deck: {deck}. The command decks lists them.",
    ),
    "no_deck_near": (
        "덱이 없어요: {deck}. 혹시 ‘{near}’?",
        "No such deck: {deck}. Did you mean ‘{near}’?",
    ),
    "no_card": (
        "카드가 없어요: {card}.",
        "No such card: {card}.",
    ),
    "no_batch": (
        "되돌릴 것이 없어요: {batch}번 작업은 없거나 이미 되돌렸어요.",
        "Nothing to take back: batch {batch} is not there, or was taken back already.",
    ),
    "no_backup": (
        "백업이 없어요: {name}. backup --list로 있는 것을 볼 수 있어요.",
        "No such backup: {name}. See what there is with backup --list.",
    ),
    "no_backup_near": (
        "백업이 없어요: {name}. 혹시 ‘{near}’?",
        "No such backup: {name}. Did you mean ‘{near}’?",
    ),
    "damaged_backup": (
        "백업이 깨져서 되살리지 않았어요: {path}. backup --list에서 다른 것을 골라 주세요.",
        "This backup is damaged, so it was not restored: {path}. Choose another from backup --list.",
    ),
    "found_damage": (
        "파일이 깨졌어요: {detail}",
        "The file is damaged: {detail}",
    ),
    "found_lost_rows": (
        "짝을 잃은 줄이 있어요: {table} 표에 {rows}줄.",
        "Rows without what they belong to: {rows} in the table {table}.",
    ),
    "found_other_schema": (
        "표의 꼴이 이 판과 달라요: {name}.",
        "The schema is not this version's: {name}.",
    ),
    "found_stale_cards": (
        "일정이 기록과 다른 카드가 {cards}장 있어요.",
        "{cards} {cards|card has|cards have} a schedule that the log does not say.",
    ),
    "found_broken_index": (
        "찾기 목차가 노트와 달라요. 다시 만들 수 있어요.",
        "The search index does not agree with the notes; it can be made anew.",
    ),
    "found_stale_counts": (
        "통계가 기록과 달라요: {table} 표에 {rows}줄.",
        "Statistics that the log does not say: {rows} {rows|row|rows} in the table {table}.",
    ),
}
