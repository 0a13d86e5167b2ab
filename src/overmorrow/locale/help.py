"""Headings of the help page; what each key does is in `keys`."""

MESSAGES: dict[str, tuple[str, str]] = {
    "title": ("도움말 · {place}", "Help · {place}"),
    "close": ("? 또는 F1로 닫기", "? or F1 closes"),
    "place_ask": ("답을 쓰는 동안", "while you write"),
    "place_long": ("긴 답을 쓰는 동안", "while you write a long answer"),
    "place_choice": ("고르는 동안", "while you choose"),
    "place_commands": ("명령을 고르는 동안", "while you choose a command"),
    "place_judged": ("채점한 뒤", "after the verdict"),
    "place_self": ("스스로 채점하는 동안", "while you grade yourself"),
    "place_drill": ("드릴에서", "in a drill"),
    "place_overrule": ("맞은 걸로 할 때", "while you count it as right"),
    "place_flag": ("깃발을 고르는 동안", "while you choose a flag"),
    "place_home": ("첫 화면", "the first screen"),
    "place_first": ("첫 화면", "the first screen"),
    "place_done": ("오늘 공부를 마친 뒤", "when all is done"),
    "place_summary": ("공부 끝 화면", "the summary"),
    "place_statistics": ("통계 화면", "the statistics"),
    "place_info": ("카드 정보", "card info"),
    "place_help": ("도움말", "help"),
    "alt": (
        "쓰는 동안에는 Alt와 함께 누르세요. Esc를 누른 다음 눌러도 돼요.",
        "While you write, hold Alt with a letter, or press Esc before it.",
    ),
    "hangul": (
        "한글로 치고 있어도 Enter, Space, 숫자, 화살표, F1–F10은 언제나 들어요.",
        "Enter, Space, digits, arrows and F1–F10 work on any keyboard layout.",
    ),
}
