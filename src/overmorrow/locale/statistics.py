"""Words of the statistics screen; figures and spans are in `stats`."""

MESSAGES: dict[str, tuple[str, str]] = {
    "title": ("통계", "Statistics"),
    "page_1": ("오늘", "Today"),
    "page_2": ("기억", "Memory"),
    "page_3": ("복습량", "Reviews"),
    "deck": ("덱: {deck}", "Deck: {deck}"),
    "all_decks": ("모두", "all"),
    "period": ("기간: 최근 {n}일 (p)", "Period: last {n} d (p)"),
    "study_day": ("학습일 {day}", "Study day {day}"),
    "today": ("오늘", "Today"),
    "today_line": (
        "답 {n}번 · {time} · 처음에 맞힘 {right}/{asked} · 새 {new} · 드릴 {drill}",
        "{n} {n|answer|answers} · {time} · right at first sight {right}/{asked} · {new} new · {drill} drill",
    ),
    "streak": ("연속", "In a row"),
    "streak_line": ("{n}일 (가장 길게 {longest}일)", "{n} {n|day|days} (longest {longest})"),
    "streak_note": (
        "쉰 날에도 복습은 밀려 있을 뿐 사라지지 않아요.",
        "A day off only delays reviews; none is lost.",
    ),
    "coming": ("앞으로 2주", "The next two weeks"),
    "sum": ("합계 {n}", "{n} in all"),
    "overdue": ("이 가운데 밀린 복습 {n}", "{n} of them overdue"),
    "nothing_coming": (
        "2주 안에 돌아올 카드가 없어요. 공부하면 여기에 보여요.",
        "Nothing is due within two weeks. It shows here once you study.",
    ),
    "cards": ("카드", "Cards"),
    "cards_line": (
        "새 {new} · 젊은 카드 {young} · 익은 카드 {mature} · 쉬는 중 {suspended}",
        "{new} new · {young} young · {mature} mature · {suspended} suspended",
    ),
    "mature_note": (
        "익은 카드는 간격이 21일 이상인 카드예요.",
        "Mature cards have an interval of 21 days or more.",
    ),
    "retention": ("기억률", "Retention"),
    "young": ("젊은 카드 (21일 미만)", "Young (under 21 d)"),
    "mature": ("익은 카드 (21일부터)", "Mature (from 21 d)"),
    "all": ("모두", "All"),
    "range": ("95% 범위 {low}–{high}%", "95% range {low}–{high}%"),
    "few": (
        "자료가 적어요: {right}/{total} ({n}번부터 %로)",
        "Too little data: {right}/{total} (% from {n} on)",
    ),
    "none": ("아직 없어요", "none yet"),
    "first_only": (
        "예정된 날의 첫 답만 셌어요.",
        "Only first answers on scheduled days are counted.",
    ),
    "measured": (
        "이 표는 실제로 맞힌 비율이에요. 예측이 아니에요.",
        "These are measured shares, not predictions.",
    ),
    "intervals": ("간격마다 카드", "Cards by interval"),
    "no_cards": (
        "답을 한 번이라도 한 카드부터 여기에 보여요.",
        "Cards show here from their first answer on.",
    ),
    "reviews": ("하루마다 답", "Answers a day"),
    "average": (
        "공부한 {days}일 동안 하루 {n}번",
        "{n} answers a day, over {days} {days|day|days} studied",
    ),
    "no_answers": (
        "이 기간에는 답이 없어요. Esc로 돌아가 Enter로 시작하세요.",
        "There are no answers in this period. Esc goes back, Enter there starts.",
    ),
    "weekday_0": ("월", "M"),
    "weekday_1": ("화", "T"),
    "weekday_2": ("수", "W"),
    "weekday_3": ("목", "T"),
    "weekday_4": ("금", "F"),
    "weekday_5": ("토", "S"),
    "weekday_6": ("일", "S"),
    "now": ("오", "·"),
}
