"""Words of the summary at the end of a sitting."""

MESSAGES: dict[str, tuple[str, str]] = {
    "title": ("오늘 공부 끝", "Done for today"),
    "cards_time": ("{n}장 · {time}", "{n} {n|card|cards} · {time}"),
    "right_first": ("처음에 맞힌 카드", "Right at first sight"),
    "drill": ("드릴", "Drill"),
    "drills": ("{cards}장, {n}번", "{cards} {cards|card|cards}, {n} {n|answer|answers}"),
    "per_answer": ("답마다", "Per answer"),
    "hard": ("어려웠던 카드", "Hardest cards"),
    "showings": ("본 횟수", "seen"),
    "due": ("다음", "next"),
    "confused": ("헷갈린 짝 (쓴 답, 정답)", "Mixed up (typed, answer)"),
    "times": ("{n}번", "{n} {n|time|times}"),
    "tomorrow": ("내일", "Tomorrow"),
    "overmorrow": ("모레", "Overmorrow"),
    "in_days": ("{n}일 뒤", "in {n} d"),
    "today": ("오늘", "today"),
    "cards": ("{n}장", "{n} {n|card|cards}"),
    "line": (
        "오늘 어려운 것이 모레에는 쉬워요.",
        "Hard today, easier overmorrow.",
    ),
}
