"""Words about overdue reviews and catching up with them."""

MESSAGES: dict[str, tuple[str, str]] = {
    "greeting": (
        "밀린 복습이 {n}장 있어요. 괜찮아요, 나눠서 하면 돼요.",
        "{n} reviews are overdue. Take them in parts, there is no hurry.",
    ),
    "absent": ("{n}일 만이에요", "{n} days since the last time"),
    "a_day": ("하루 {n}장씩", "{n} a day"),
    "all": ("오늘 전부", "All today"),
    "today_box": ("오늘은 {box}장만", "Only {box} today"),
    "box": ("[ {n} ]", "[ {n} ]"),
    "give_up": ("하루 한도대로", "The daily limits"),
    "give_up_told": ("정한 양을 그만둬요.", "Gives up the pace chosen before."),
    "in_days": (
        "약 {n}일이면 따라잡아요.",
        "Caught up in about {n} {n|day|days}.",
    ),
    "never": ("일 년 안에는 따라잡지 못해요.", "Not caught up within a year."),
    "today": ("오늘 {n}장", "{n} today"),
    "about": ("약 {time}", "about {time}"),
    "rest_new": ("따라잡을 때까지 새 카드는 쉬기", "No new cards until caught up"),
    "order": (
        "순서: 짧은 간격부터 (하루 늦으면 2일 카드가 50일 카드보다 더 잊혀요)",
        "Shortest intervals first: a day late, a 2-day card is forgotten sooner than a 50-day one.",
    ),
    "ahead": ("앞으로", "Ahead"),
    "end": ("밀린 복습이 없어지는 날: 약 {day}", "nothing overdue from about {day}"),
    "untouched": (
        "일정은 고치지 않아요. 하루에 꺼내는 양만 정해요.",
        "No schedule changes; only how many are taken a day.",
    ),
    "waiting": ("밀린 복습 {n}장", "{n} overdue"),
    "at_pace": ("하루 {n}장씩", "{n} a day"),
    "all_today": ("모두 하기", "all of them"),
    "only_today": ("오늘은 {n}장만", "only {n} today"),
    "spread": ("나눠서 하기", "take them in parts"),
    "change": ("바꾸기", "change"),
    "none": ("밀린 복습이 없어요.", "Nothing is overdue."),
    "given_up": ("하루 한도를 설정대로 돌려놨어요.", "The usual daily limits hold again."),
}
