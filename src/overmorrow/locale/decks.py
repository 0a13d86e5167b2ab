"""Words about decks: made, named, removed, and how much they ask a day."""

MESSAGES: dict[str, tuple[str, str]] = {
    "created": (
        "덱을 만들었어요: {deck}. 카드는 {path}에 적으면 돼요.",
        "Made the deck {deck}. Its cards go into {path}.",
    ),
    "renamed": ("이름을 바꿨어요: {deck} -> {now}", "Renamed: {deck} -> {now}"),
    "removed": (
        "덱을 치웠어요: {deck}. undo나 decks --restore로 되살려요.",
        "Removed the deck {deck}. undo or decks --restore brings it back.",
    ),
    "restored": ("덱을 되살렸어요: {deck}", "Brought the deck back: {deck}"),
    "none_removed": ("치운 덱이 없어요.", "No deck was removed."),
    "removed_line": (
        "{taken}  {deck}  노트 {n}개",
        "{taken}  {deck}  {n} {n|note|notes}",
    ),
    "not_removed": (
        "‘{deck}’{deck|은|는} 치운 덱이 아니에요. 치운 덱: {known}",
        "‘{deck}’ is no removed deck. Removed: {known}",
    ),
    "name_taken": (
        "‘{deck}’{deck|이라는|라는} 덱이 이미 있어요. 다른 이름을 쓰세요.",
        "There is a deck ‘{deck}’ already. Choose another name.",
    ),
    "name_of_removed": (
        "‘{deck}’{deck|은|는} 치운 덱의 이름이에요. 되살리거나(첫 화면에서 z, 명령에서 decks --restore) 다른 이름을 쓰세요.",
        "‘{deck}’ is a removed deck: bring it back (z on the first screen, decks --restore), or take another name.",
    ),
    "into_itself": (
        "‘{deck}’{deck|을|를} 그 안으로 옮길 수는 없어요.",
        "‘{deck}’ cannot be moved into itself.",
    ),
    "file_keeps_name": (
        "{path}: 머리말의 덱 이름을 바꿀 수 없어요. 파일을 고친 뒤 다시 하세요.",
        "{path}: the deck's name in its header cannot be changed. Mend the file and try again.",
    ),
    "no_option": (
        "덱에는 ‘{key}’{key|이라는|라는} 선택이 없어요. 있는 것: {offered}",
        "Decks have no option ‘{key}’. There is: {offered}",
    ),
    "bad_value": (
        "{key}: ‘{value}’{value|은|는} 쓸 수 없어요. 쓸 수 있는 값: {allowed}",
        "{key}: ‘{value}’ will not do. Allowed: {allowed}",
    ),
    "own": ("이 덱에서 정함", "set here"),
    "from_deck": ("위 덱 ‘{deck}’에서", "from ‘{deck}’ above"),
    "from_settings": ("설정대로", "as in the settings"),
    "capped": (
        "위 덱 ‘{deck}’에서 모두 합쳐 {n}장까지예요.",
        "‘{deck}’ above allows {n} in all.",
    ),
    "one_thing": (
        "--create와 --restore는 덱 이름을 따로 받지 않아요.",
        "--create and --restore name the deck themselves.",
    ),
    "pace_of_what": (
        "--rest-new와 --today는 --pace와 함께 쓰세요. 보기: due --pace 40 --rest-new",
        "--rest-new and --today go with --pace. Example: due --pace 40 --rest-new",
    ),
    "pace_on": (
        "밀린 복습이 없어질 때까지 이만큼씩 꺼내요. 일정은 그대로예요.",
        "Until nothing is overdue, so many are taken. Schedules stay as they are.",
    ),
    "pace_off": ("하루 양을 설정대로 돌려놨어요.", "The daily limits hold again."),
    "change_options": ("덱 설정: {name}", "Deck options: {name}"),
    "change_renamed": ("덱 이름: {name}", "Deck name: {name}"),
    "change_removed": ("덱 치우기: {name}", "Removing the deck: {name}"),
    "change_restored": ("덱 되살리기: {name}", "Restoring the deck: {name}"),
    "change_created": ("덱 만들기: {name}", "Making the deck: {name}"),
    "options": ("덱 설정", "Deck options"),
    "options_saved": (
        "‘{deck}’ 덱의 설정을 저장했어요. u 되돌리기",
        "Saved the options of ‘{deck}’. u undoes it",
    ),
    "new_per_day": ("하루 새 카드", "New a day"),
    "reviews_per_day": ("하루 복습", "Reviews a day"),
    "new_order": ("새 카드 순서", "Order of new cards"),
    "review_order": ("복습 순서", "Order of reviews"),
    "a_day": ("{n}장", "{n}"),
    "answering": ("답하는 법", "Way of answering"),
    "order_deck": ("덱에 적힌 순서", "as in the deck"),
    "order_random": ("무작위", "random"),
    "order_interval": ("짧은 간격부터", "shortest first"),
    "order_due": ("오래 기다린 것부터", "most overdue"),
    "about_new_per_day": (
        "이 덱과 아래 덱을 합쳐 하루에 새로 배우는 카드예요. 많을수록 며칠 뒤 복습이 늘어요.",
        "Cards learned a day in this deck and below; the more, the more reviews in days to come.",
    ),
    "about_reviews_per_day": (
        "이 덱과 아래 덱을 합쳐 하루에 꺼내는 복습이에요. 남은 것은 다음 날로 넘어가요.",
        "Reviews taken a day in this deck and below; the rest waits for the next day.",
    ),
    "about_new_order": (
        "무작위는 날마다 다르게 섞여요. 같은 날에는 그대로예요.",
        "Random is another order each day, the same all day long.",
    ),
    "about_answering": (
        "이 덱과 아래 덱의 카드에 답하는 법이에요. 고르기에는 같은 덱의 다른 답이 함께 나와요.",
        "For this deck and below. Choices are other answers of the same deck.",
    ),
    "about_review_order": (
        "이 덱을 골라 공부할 때의 순서예요. 밀렸을 때는 짧은 간격부터가 덜 잊혀요.",
        "The order when this deck is studied. Late ones are best taken shortest interval first.",
    ),
    "make": ("빈 덱 만들기", "Make an empty deck"),
    "rename": ("덱 이름 바꾸기", "Rename the deck"),
    "name": ("이름", "Name"),
    "about_levels": (
        "단계는 ::로 나눠요. 보기: 한국사::고려",
        "Levels are parted by ::, as in History::Rome",
    ),
    "about_new": (
        "카드를 적을 글 파일도 함께 만들어요. a로 카드를 더하거나 파일에 적고 가져오세요.",
        "A text file for its cards is made too: add cards with a, or write them there and import.",
    ),
    "about_rename": (
        "아래 덱과 글 파일의 이름도 함께 바뀌어요. 일정과 기록은 그대로예요.",
        "Decks below and the name in its file change too; schedules and history stay.",
    ),
    "made": (
        "‘{deck}’ 덱을 만들었어요. a 카드 더하기, u 되돌리기",
        "Made ‘{deck}’. a adds a card, u undoes it",
    ),
    "named": (
        "이름을 ‘{deck}’{deck|으로|로} 바꿨어요. u 되돌리기",
        "Renamed to ‘{deck}’. u undoes it",
    ),
    "gone": ("‘{deck}’ 덱을 치웠어요. u 되살리기", "Removed ‘{deck}’. u brings it back"),
}
