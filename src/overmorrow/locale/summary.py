"""Words of the summary at the end of a sitting."""

MESSAGES: dict[str, tuple[str, str]] = {
    "title": ("오늘 공부 끝", "Done for today"),
    "sitting": ("이번 공부 끝", "Done for now"),
    "left": ("오늘 {n}장 남았어요", "{n} {n|card|cards} left today"),
    "cards_time": ("{n}장 · {time}", "{n} {n|card|cards} · {time}"),
    "right_first": ("처음에 맞힌 카드", "Right at first sight"),
    "drill": ("드릴", "Drill"),
    "drills": ("{cards}장, {n}번", "{cards} {cards|card|cards}, {n} {n|time|times}"),
    "per_answer": ("답마다", "Per answer"),
    "hard": ("어려웠던 카드", "Hardest cards"),
    "showings": ("본 횟수", "seen"),
    "due": ("다음", "next"),
    "confused": ("헷갈린 짝 (쓴 답, 정답)", "Mixed up (typed, answer)"),
    "pair": ("헷갈린 짝", "A mixed-up pair"),
    "pair_typed": ("여기에 쓴 답", "You typed"),
    "pair_answer": ("정답", "Answer"),
    "pair_other": ("‘{typed}’{typed|이|가} 답인 카드", "‘{typed}’ answers this card"),
    "pair_alone": ("다른 카드의 답은 아니에요.", "It answers no other card."),
    "pair_keys": (
        "1  둘 다 연습하기 (일정은 그대로)\n2  ‘{typed}’{typed|을|를} 이 카드의 답으로 넣기",
        "1  practise both (schedules stay)\n2  count ‘{typed}’ as right from now on",
    ),
    "pair_keys_alone": (
        "1  이 카드 연습하기 (일정은 그대로)\n2  ‘{typed}’{typed|을|를} 이 카드의 답으로 넣기",
        "1  practise this card (its schedule stays)\n2  count ‘{typed}’ as right from now on",
    ),
    "accepted": (
        "‘{typed}’{typed|을|를} 답에 넣었어요. F9 되돌리기",
        "‘{typed}’ counts from now on. F9 undo",
    ),
    "no_hard": ("어려운 카드가 없었어요.", "There were no hard cards."),
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
