"""The help pages of the command line: what the commands are for."""

MESSAGES: dict[str, tuple[str, str]] = {
    "usage": ("사용법:", "usage:"),
    "usage_tail": (
        "[--lang ko|en] [--plain] [명령] [선택]",
        "[--lang ko|en] [--plain] [COMMAND] [OPTIONS]",
    ),
    "without_command": (
        "명령 없이 시작하면 화면(TUI)이 열려요.",
        "Without a command, the screens open.",
    ),
    "group_study": ("공부", "Study"),
    "group_decks": ("덱", "Decks"),
    "group_keeping": ("지키기", "Keeping"),
    "group_programs": ("프로그램과 함께", "For other programs"),
    "options": ("선택", "Options"),
    "exit_codes": (
        "끝 코드: 0 잘됨, 1 거절(바뀐 것 없음), 2 쓰는 법이 틀림, 3 할 카드 없음",
        "Exit codes: 0 done, 1 refused, nothing changed, 2 wrong usage, 3 nothing to study",
    ),
    "begin": ("처음이면: {program} study --limit 5", "To begin: {program} study --limit 5"),
    "example": ("보기:", "Example:"),
    "also_global": (
        "--db, --lang, --plain, --ascii, --no-color도 쓸 수 있어요.",
        "--db, --lang, --plain, --ascii and --no-color work here too.",
    ),
    "about_settings": ("설정 보기와 바꾸기", "show and change settings"),
    "more_settings": (
        "설정을 모두, 또는 하나만 보여 주고, 값을 쓰면 settings.toml에서 그 줄만 바꿔요.",
        "Shows all settings or one; with a value, changes that line of settings.toml.",
    ),
    "example_settings": ("settings new_per_day 10", "settings new_per_day 10"),
    "about_study": ("공부 시작", "study due and new cards"),
    "about_due": ("오늘 남은 카드 세기", "count what is left for today"),
    "about_stats": ("통계", "statistics"),
    "about_grade": ("답 채점", "grade typed answers"),
    "about_decks": ("덱 목록과 남은 카드", "list decks and what is left in them"),
    "about_import": (
        "덱 파일 가져오기 (apkg md csv txt ...)",
        "import deck files (apkg md csv txt ...)",
    ),
    "about_generate": ("글에서 카드 만들기", "make cards from an article"),
    "about_export": (
        "덱 내보내기 (md csv tsv json apkg)",
        "export decks (md csv tsv json apkg)",
    ),
    "about_browse": ("카드 찾기, 여러 장 바꾸기", "find cards, and change many at once"),
    "about_edit": ("카드 고치기", "edit a card's note"),
    "about_check": ("파일과 일정 검사", "check the file and the schedules"),
    "about_backup": ("지금 상태를 따로 저장", "save a copy of the present state"),
    "about_merge": ("다른 컴퓨터의 기록 합치기", "take in a copy from another machine"),
    "about_undo": ("마지막 일 되돌리기", "take back what was done last"),
    "about_schedule": ("답 기록으로 일정 계산", "work out a schedule from answers"),
    "more_study": (
        "때가 된 복습과 새 카드를 하나씩 물어요. 덱 대신 찾을 말(‘tag:지명’)도 돼요.",
        "Asks due reviews and new cards one by one, of a deck or a search (‘tag:place’).",
    ),
    "more_due": (
        "오늘 남은 새 카드, 복습, 드릴의 수와 다음 카드를 보여 줘요.",
        "Shows how many new, review and drill cards are left today, and the next one.",
    ),
    "more_stats": (
        "한눈에, 또는 아홉 쪽 가운데 하나를 그림이나 표나 JSON으로 보여 줘요.",
        "Shows it at a glance, or one of nine pages, as a drawing, a table or JSON.",
    ),
    "more_grade": (
        "쓴 답 하나를 정답이나 카드와 견줘요. --jsonl은 표준 입력의 줄마다 채점해요.",
        "Grades an answer against another or a card; with --jsonl, each line of stdin.",
    ),
    "more_decks": (
        "덱마다 오늘 남은 카드를 보여 줘요. 덱을 쓰면 그 덱을 바꿔요. undo로 되돌려요.",
        "Shows what is left in each deck today; with a deck, changes it. undo undoes it.",
    ),
    "more_import": (
        "덱 파일을 모두 읽고 확인한 다음, 되돌릴 수 있는 한 묶음으로 넣어요.",
        "Reads and checks the whole file, then takes it in as one step to be undone.",
    ),
    "more_generate": (
        "글(txt md html)에서 카드를 뽑아 출처와 함께 덱을 만들어요. undo로 되돌려요.",
        "Makes a deck of an article (txt md html), each card with its source. undo undoes it.",
    ),
    "more_export": (
        "덱을 파일로 써요. json은 그림과 소리까지 모두 담아서 커져요. apkg는 Anki로 가요.",
        "Writes decks to a file. json holds all, media too, and grows; apkg is for Anki.",
    ),
    "more_add": (
        "덱 끝에 노트 하나를 더해요. 덱의 마크다운 파일에도 적어요. undo로 되돌려요.",
        "Adds a note at the end of a deck and of its Markdown file; undo takes it back.",
    ),
    "more_edit": (
        "노트를 고쳐요. 일정은 그대로예요. 덱의 마크다운 파일도 함께 바뀌어요.",
        "Edits a note and its deck's Markdown file. Schedules stay as they are.",
    ),
    "more_check": (
        "파일이 온전한지, 일정과 통계가 답 기록과 맞는지 봐요.",
        "Checks that the file is whole and that schedules and statistics fit the answers.",
    ),
    "more_backup": (
        "복사본을 만들어요. 폴더를 안 쓰면 기록 파일 옆 backups에 넣어요.",
        "Saves a copy, in the folder backups beside the data file or where you say.",
    ),
    "more_merge": (
        "다른 컴퓨터에서 공부한 기록 파일을 합쳐요. 어느 쪽에 합쳐도 결과는 같아요.",
        "Takes in what was studied on another machine. Either way round comes to the same.",
    ),
    "more_undo": (
        "마지막 답이나 가져오기를 되돌려요. 여러 번 하면 더 앞으로 가요.",
        "Takes back the last answer or import; again goes further back.",
    ),
    "more_schedule": (
        '카드 한 장의 답({"day": 0, "quality": 4} 한 줄에 하나)을 읽고 상태를 써요.',
        'Reads one card\'s answers, {"day": 0, "quality": 4} a line, and prints each state.',
    ),
    "example_study": ("study --limit 5", "study --limit 5"),
    "example_due": ("due --json", "due --json"),
    "example_stats": ("stats --page hours --days 365", "stats --page hours --days 365"),
    "example_grade": (
        'grade --answer "3억8600만 명" "3.86억"',
        'grade --answer "386 million" "386,000,000"',
    ),
    "example_decks": ("decks", "decks"),
    "example_import": ("import 한국사.md --dry-run", "import history.md --dry-run"),
    "example_generate": (
        "generate 기사.txt --deck 경제::기사",
        "generate article.txt --deck News::Trade",
    ),
    "example_export": (
        "export --format apkg --out 한국사.apkg --with-schedule",
        "export --format apkg --out history.apkg --with-schedule",
    ),
    "example_add": (
        'add --deck 호수 --prompt "가장 깊은 호수는?" --answer 바이칼호',
        'add --deck Lakes --prompt "The deepest?" --answer Baikal',
    ),
    "example_browse": (
        'browse "deck:중국* is:leech" --suspend',
        'browse "deck:China* is:leech" --suspend',
    ),
    "example_edit": (
        'edit 12 --also "항조우 | Hangzhou"',
        'edit 12 --also "Hangzhou | Hangchow"',
    ),
    "example_check": ("check", "check"),
    "example_backup": ("backup --list", "backup --list"),
    "example_merge": ("merge 노트북.db --dry-run", "merge laptop.db --dry-run"),
    "example_undo": ("undo --list", "undo --list"),
    "example_schedule": (
        "schedule sm2 --json < answers.jsonl",
        "schedule sm2 --json < answers.jsonl",
    ),
    "about_add": ("카드 하나 더하기", "add a card to a deck"),
    "more_browse": (
        "낱말, deck:, tag:, is:, prop:로 찾아요(README에 모두). 바꾼 것은 undo로 돌아와요.",
        "Finds by words, deck:, tag:, is:, prop: (see the README). undo takes changes back.",
    ),
}
