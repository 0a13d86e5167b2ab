"""What is said when something is taken back, or done again."""

MESSAGES: dict[str, tuple[str, str]] = {
    "undone": ("되돌렸어요. {what}", "Undone. {what}"),
    "redone": ("다시 했어요. {what}", "Done again. {what}"),
    "nothing_to_undo": ("되돌릴 것이 없어요.", "There is nothing to undo."),
    "nothing_to_redo": ("다시 할 것이 없어요.", "There is nothing to do again."),
    "only_by_hand": (
        "다시 하기로는 안 돼요. 손으로 새로 해 주세요. {what}",
        "This cannot be done again by redo, only by hand. {what}",
    ),
    "review": ("답: {name}", "Answer: {name}"),
    "practice": ("연습한 답: {name}", "Practice: {name}"),
    "suspend": ("쉬게 하기: {name}", "Suspended: {name}"),
    "unsuspend": ("다시 묻기: {name}", "Unsuspended: {name}"),
    "bury": ("내일로 미루기: {name}", "Buried: {name}"),
    "unbury": ("오늘 다시 묻기: {name}", "Unburied: {name}"),
    "reset": ("처음부터: {name}", "Made new again: {name}"),
    "set_due": ("날짜 정하기: {name}", "Due day set: {name}"),
    "flag": ("깃발: {name}", "Flag: {name}"),
    "mark": ("표시: {name}", "Mark: {name}"),
    "other": ("카드에 한 일: {name}", "Done to a card: {name}"),
    "edit": ("고침: {name}", "Edit: {name}"),
    "added": ("더한 카드: {name}", "Added card: {name}"),
    "import": ("가져오기: {name}", "Import: {name}"),
    "merge": ("합치기: {name}", "Merge: {name}"),
    "generated": ("글에서 만든 카드: {name}", "Cards from an article: {name}"),
    "verdict": ("판정 바꾸기", "Overruled verdict"),
}
