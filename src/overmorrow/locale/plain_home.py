"""Lines of the plain dialogue beside studying: the decks, and what can be done."""

MESSAGES: dict[str, tuple[str, str]] = {
    "head": ("overmorrow. {day}.", "overmorrow. {day}."),
    "today": (
        "오늘 남은 카드: 새 카드 {new}, 복습 {review}, 드릴 {drill}.",
        "Left today: {new} new, {review} {review|review|reviews}, {drill} {drill|drill|drills}.",
    ),
    "next": (
        "내일 {tomorrow}장, 모레 {overmorrow}장.",
        "Tomorrow {tomorrow}, overmorrow {overmorrow}.",
    ),
    "deck": (
        "{number}. {deck}: 새 카드 {new}, 복습 {review}, 드릴 {drill}, 모두 {total}장.",
        "{number}. {deck}: {new} new, {review} {review|review|reviews}, {drill} {drill|drill|drills}, {total} {total|card|cards} in all.",
    ),
    "more_decks": (
        "덱이 {n}개 더 있어요. 이름을 쓰면 돼요.",
        "{n} more {n|deck|decks}; write a name.",
    ),
    "how": (
        "Enter 모두 공부, 번호나 이름 그 덱 공부. 명령은 :로 시작해요. :? 도움말, :q 끝.",
        "Enter studies all, a number or a name that deck. Commands begin with a colon. :? help, :q quit.",
    ),
    "ask": (
        "무엇을 할까요? (Enter 공부, :? 도움말, :q 끝)>",
        "what next? (Enter studies, :? help, :q quit)>",
    ),
    "unknown": (
        "‘{word}’{word|이라는|라는} 명령은 없어요. :? 도움말.",
        "There is no command ‘{word}’. :? help.",
    ),
    "help_study": (
        "공부: Enter 모두, 번호나 이름 그 덱, :decks 덱과 남은 카드.",
        "Study: Enter all, a number or a name that deck, :decks the decks with what is left.",
    ),
    "help_look": (
        "보기: :stats 통계, :find 찾을 말 카드 찾기, :due 오늘 남은 카드.",
        "Look: :stats statistics, :find WORDS find cards, :due what is left today.",
    ),
    "help_make": (
        "넣기: :import 파일 가져오기, :generate 글 글로 카드 만들기, :export 내보내기.",
        "Take in: :import FILE, :generate ARTICLE makes cards from a text, :export writes files.",
    ),
    "help_change": (
        "고치기: :edit 카드 번호 카드 고치기, :settings 설정, :undo 마지막 일 되돌리기.",
        "Change: :edit CARD, :settings, :undo takes the last thing back.",
    ),
    "help_more": (
        "다른 명령도 명령줄에서처럼 :로 시작해서 쓰면 돼요. :help 명령 그 명령의 도움말.",
        "Any other command of the command line works too, after a colon. :help COMMAND tells about one.",
    ),
    "more_pages": (
        "다른 쪽: :stats 2 기억, 3 복습량, 4 예보, 5 달력, 6 간격, 7 쉬움, 8 시간, 9 답.",
        "Other pages: :stats 2 memory, 3 amounts, 4 forecast, 5 calendar, 6 intervals, 7 ease, 8 hours, 9 answers.",
    ),
}
