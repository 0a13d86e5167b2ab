"""Words of the command line: wrong usage, what the commands report."""

MESSAGES: dict[str, tuple[str, str]] = {
    "random_alone": (
        "--random은 --cram과 함께 써요. 보기: study --cram --random --limit 10",
        "--random goes with --cram. Example: study --cram --random --limit 10",
    ),
    "which_deck": (
        '어느 덱인지 이름도 쓰세요. 보기: decks "알리바바 2015" --set new_per_day=10',
        'Name the deck as well. Example: decks "Alibaba 2015" --set new_per_day=10',
    ),
    "value_or_default": (
        "값과 --default 가운데 하나만 쓰세요.",
        "Give a value or --default, not both.",
    ),
    "which_setting": (
        "어느 설정인지 쓰세요. 보기: settings theme --default",
        "Say which setting. Example: settings theme --default",
    ),
    "in_file": ("{path}에 있어요.", "In {path}."),
    "no_theme": (
        "‘{name}’{name|이라는|라는} 색은 없어요. 있는 것: {names}",
        "There are no colours called ‘{name}’. There are: {names}",
    ),
    "not_columns": (
        "‘{value}’{value|은|는} 칸의 뜻이 될 수 없어요. prompt와 answer를 한 번씩 쓰고, 쓸 수 있는 말은 {allowed}예요.",
        "‘{value}’ cannot say what columns are for. Give prompt and answer once each; the words are {allowed}.",
    ),
    "has_schedules": (
        "파일에 공부한 기록이 있어요. 함께 가져오려면 --with-schedule을 붙이세요.",
        "The file has schedules of somebody's learning. To take them over, add --with-schedule.",
    ),
    "so_far": (
        "{done}/{total} · {seconds}초 남음",
        "{done}/{total} · {seconds} s left",
    ),
    "decks_together": ("{name} 등 덱 {n}개 더", "{name} and {n} more {n|deck|decks}"),
    "not_a_share": (
        "‘{value}’{value|은|는} 0부터 1까지의 수가 아니에요. 보기: 0.5",
        "‘{value}’ is not a number from 0 to 1, such as 0.5.",
    ),
    "not_a_day": (
        "‘{value}’{value|은|는} 날짜가 아니에요. 2015-12-08처럼 쓰세요.",
        "‘{value}’ is not a day. Write it like 2015-12-08.",
    ),
    "missing_package": (
        "{package}{package|이|가} 없어요. 이렇게 하세요: pip install uv && uv run quiz.py (또는 pip install .)",
        "{package} is not installed. Run: pip install uv && uv run quiz.py (or: pip install .)",
    ),
    "unknown_command": (
        "‘{word}’{word|이라는|라는} 명령은 없어요. --help에 모두 있어요.",
        "There is no command ‘{word}’. See --help.",
    ),
    "unknown_command_near": (
        "‘{word}’{word|이라는|라는} 명령은 없어요. 혹시 ‘{near}’?",
        "There is no command ‘{word}’. Did you mean ‘{near}’?",
    ),
    "unknown_option": (
        "‘{word}’{word|이라는|라는} 선택은 없어요. 명령 뒤에 --help를 써 보세요.",
        "There is no option ‘{word}’. Try --help after the command.",
    ),
    "unknown_option_near": (
        "‘{word}’{word|이라는|라는} 선택은 없어요. 혹시 ‘{near}’?",
        "There is no option ‘{word}’. Did you mean ‘{near}’?",
    ),
    "unknown_word": (
        "‘{word}’{word|은|는} 남는 말이에요. 빈칸이 든 이름은 따옴표로 감싸세요.",
        "‘{word}’ is one word too many. Put a name with spaces in quotes.",
    ),
    "misused_option": (
        "{option}의 값이 빠졌거나 맞지 않아요. 명령 뒤에 --help를 써 보세요.",
        "{option} lacks its value, or has one it cannot take. Try --help after the command.",
    ),
    "not_a_number": (
        "‘{value}’{value|은|는} {low}부터 {high}까지의 정수가 아니에요.",
        "‘{value}’ is not a whole number from {low} to {high}.",
    ),
    "not_one_of": (
        "‘{value}’{value|은|는} 쓸 수 없어요. 쓸 수 있는 값: {allowed}",
        "‘{value}’ cannot be used here. Allowed: {allowed}",
    ),
    "grade_what": (
        "--jsonl 하나만 쓰거나, 채점할 답과 --answer 또는 --card를 함께 쓰세요.",
        "Give --jsonl alone, or an answer to grade together with --answer or --card.",
    ),
    "graded": ("점수 {quality}", "quality {quality}"),
    "line_not_json": (
        "{line}번째 줄이 JSON 객체가 아니에요. 한 줄에 하나씩 {…} 꼴로 쓰세요.",
        "Line {line} is not a JSON object. Write one {…} a line.",
    ),
    "line_not_number": (
        "{line}번째 줄: {name}{name|은|는} 0부터 {most}까지의 정수여야 해요.",
        "Line {line}: {name} must be a whole number from 0 to {most}.",
    ),
    "line_not_text": (
        "{line}번째 줄: {name}에 글이 있어야 해요.",
        "Line {line}: {name} must be a text.",
    ),
    "line_not_texts": (
        "{line}번째 줄: {name}{name|은|는} 글의 목록이어야 해요.",
        "Line {line}: {name} must be a list of texts.",
    ),
    "due": (
        "오늘 남은 카드: 새 카드 {new}, 복습 {review}, 드릴 {drill}.",
        "Left today: {new} new, {review} {review|review|reviews}, {drill} {drill|drill|drills}.",
    ),
    "due_next": ("다음 카드({card}): {prompt}", "Next card ({card}): {prompt}"),
    "deck_column": ("덱", "Deck"),
    "new_column": ("새", "New"),
    "review_column": ("복습", "Review"),
    "drill_column": ("드릴", "Drill"),
    "total_column": ("전체", "All"),
    "ahead_or_cram": (
        "--ahead와 --cram 가운데 하나만 쓰세요.",
        "Use either --ahead or --cram.",
    ),
    "schedule_what": (
        "어떻게 계산할지 쓰세요: schedule sm2",
        "Say how to schedule: schedule sm2",
    ),
    "import_what": (
        "가져올 파일을 쓰세요: import 한국사.md",
        "Name a file to import: import history.md",
    ),
    "no_deck_name": (
        "--deck에 덱 이름을 쓰세요. 보기: --deck 역사::조선",
        "Give --deck the name of a deck, such as history::Joseon.",
    ),
    "undo_alone": (
        "--undo는 마지막 가져오기를 되돌려요. 파일 이름 없이 쓰세요.",
        "--undo takes the last import back; give it no file.",
    ),
    "header_or_not": (
        "--header와 --no-header 가운데 하나만 쓰세요.",
        "Give --header or --no-header, not both.",
    ),
    "no_delimiter": (
        "‘{value}’{value|은|는} 칸 구분자로 쓸 수 없어요. tab, comma, semicolon, pipe나 다른 글자를 쓰세요.",
        "‘{value}’ cannot part cells. Use tab, comma, semicolon, pipe or another sign.",
    ),
    "no_encoding": (
        "‘{value}’{value|은|는} 모르는 인코딩이에요. 보기: utf-8, cp949, utf-16, cp1252",
        "Unknown encoding ‘{value}’. Some are utf-8, cp949, utf-16, cp1252.",
    ),
    "problem": ("{line}번째 줄: {text}", "line {line}: {text}"),
    "doubtful": (
        "노트 {n}개는 아는 노트를 고친 것일 수 있지만 새 노트로 넣어요. 터미널에서 가져오면 하나씩 물어봐요.",
        "{n} {n|note|notes} may be known ones with another text, and count as new. In a terminal, import asks about each.",
    ),
    "would_ask": (
        "새로 센 것 가운데 {n}개는 아는 노트를 고친 것일 수 있어요. 터미널에서 가져오면 하나씩 물어봐요.",
        "{n} of the new notes may be known {n|one|ones} with another text. In a terminal, import asks about each.",
    ),
    "is_same": (
        "고친 카드인가요? 앞서: {before} / 이번: {after}",
        "The same card with another text? Before: {before} / now: {after}",
    ),
    "same_prompt": ("같은 카드면 y>", "y if the same>"),
    "would_import": (
        "{deck}: 노트 {notes}개, 카드 {cards}장. 새로 {new}, 바뀜 {changed}, 그대로 {unchanged}, 못 읽음 {refused}. 아직 넣지 않았어요.",
        "{deck}: {notes} {notes|note|notes}, {cards} {cards|card|cards}. {new} new, {changed} changed, {unchanged} unchanged, {refused} refused. Nothing was written.",
    ),
    "imported": (
        "{deck}: 노트 {notes}개, 카드 {cards}장. 새로 {new}, 바뀜 {changed}, 그대로 {unchanged}, 못 읽음 {refused}. import --undo로 되돌려요.",
        "{deck}: {notes} {notes|note|notes}, {cards} {cards|card|cards}. {new} new, {changed} changed, {unchanged} unchanged, {refused} refused. import --undo takes it back.",
    ),
    "stopped": ("멈추고 되돌렸어요. 바뀐 것이 없어요.", "Stopped and taken back; nothing changed."),
    "known_already": (
        "{deck}: 노트 {notes}개, 카드 {cards}장. 이미 다 아는 내용이에요.",
        "{deck}: {notes} {notes|note|notes}, {cards} {cards|card|cards}. All of it is known already.",
    ),
    "vanished": (
        "파일에 더는 없는 노트 {n}개는 치워 두었어요. 기록은 남아 있어요.",
        "{n} {n|note|notes} no longer in the file {n|is|are} set aside; {n|its|their} history is kept.",
    ),
    "with_schedules": (
        "파일의 일정도 함께예요. 답 기록 {n}개가 들어 있어요.",
        "The file's schedules count too; it holds {n} {n|review|reviews}.",
    ),
    "would_vanish": (
        "파일에 더는 없는 노트 {n}개를 치워 두게 돼요. 기록은 남아요.",
        "{n} {n|note|notes} no longer in the file would be set aside; {n|its|their} history is kept.",
    ),
    "whole": (
        "온전해요. 일정과 통계가 답 기록과 맞아요.",
        "All is whole. Schedules and statistics fit the answers.",
    ),
    "can_repair": (
        "check --repair로 고칠 수 있어요. 먼저 복사본을 남겨요.",
        "check --repair can mend this; it keeps a copy first.",
    ),
    "copy": ("{name}  {taken}  {size}", "{name}  {taken}  {size}"),
    "restored": (
        "{name}의 상태로 돌아갔어요.",
        "Went back to {name}.",
    ),
    "kept_before": ("그 전 상태는 여기에 있어요: {path}", "What was there before is kept: {path}"),
    "would_take_back": (
        "되돌릴 것. {what}. 아직 되돌리지 않았어요.",
        "To be taken back: {what}. Nothing was changed.",
    ),
    "converting": (
        "기록 파일을 새 판에 맞게 바꾸고 있어요. 큰 파일은 몇 분 걸려요. 먼저 것은 옆에 남겨 둬요.",
        "Bringing the database up to date. A large one takes minutes; the old one is kept beside it.",
    ),
    "converted": ("{done}% · {seconds}초 남음", "{done}% · {seconds} s left"),
    "few_signs": (
        "이 터미널의 글자({encoding})에 없는 글자는 ?로 보여요. UTF-8로 바꾸면 다 보여요",
        "Signs that this terminal lacks ({encoding}) are shown as ?. With UTF-8 all are shown",
    ),
    "confirm_clock": ("맞으면 y>", "y if right>"),
    "change_without_search": (
        "무엇을 바꿀지 찾을 말을 쓰세요. 모두 바꾸려면: browse ‘deck:*’ --suspend",
        "Write a search that says what to change. For all cards: browse ‘deck:*’ --suspend",
    ),
    "one_change": ("한 번에 한 가지만 바꿀 수 있어요.", "One change at a time."),
    "would_change": ("바꿀 카드: {n}장", "Would change {n} {n|card|cards}."),
    "would_change_notes": ("바꿀 노트: {n}개", "Would change {n} {n|note|notes}."),
    "so_already": ("이미 그런 것: {n}", "{n} {n|was|were} so already."),
    "nothing_found": ("찾은 카드가 없어요.", "Nothing found."),
    "found_new": ("새", "new"),
    "found_today": ("오늘", "today"),
    "found_days": ("{n}일", "{n} d"),
    "found_suspended": ("쉼", "suspended"),
    "found_buried": ("내일로", "buried"),
    "found_leech": ("거머리", "leech"),
    "more_problems": ("그 밖에 {n}군데가 더 있어요.", "There are {n} more."),
    "more_found": (
        "{n}장 더 있어요. --limit이나 --json으로 더 볼 수 있어요.",
        "{n} more; --limit or --json shows more.",
    ),
}
