"""What is said when many cards are changed at once."""

MESSAGES: dict[str, tuple[str, str]] = {
    "no_flag": (
        "깃발은 1부터 7까지예요. 0은 깃발 없음이에요: {number}",
        "Flags go from 1 to 7, 0 for none: {number}",
    ),
    "no_days": (
        "며칠 뒤인지 0부터 {most}까지의 수로 쓰세요. 보기: 7, 3-10",
        "Write in how many days, from 0 to {most}. Example: 7, 3-10",
    ),
    "no_tag": (
        "태그는 쉼표와 따옴표 없이 100자까지예요. 보기: 지명: ‘{text}’",
        "A tag has up to 100 characters, no comma and no quotes: ‘{text}’",
    ),
    "no_deck": (
        "옮길 덱의 이름을 쓰세요. 보기: 중국::지명",
        "Name the deck to move to. Example: China::Cities",
    ),
    "nothing_to_replace": (
        "무엇을 바꿀지 {most}자 안으로 쓰세요.",
        "Write what to replace, in {most} characters at most.",
    ),
    "no_field": (
        "바꿀 수 있는 곳은 {known} 가운데 있어요.",
        "Text can be replaced in: {known}",
    ),
    "bad_regex": (
        "쓸 수 없는 정규식이에요: {text}",
        "This regular expression cannot be used: {text}",
    ),
    "bad_replacement": (
        "바꿔 넣을 글에 정규식에 없는 묶음 번호가 있어요: {text}",
        "The replacement names a group that the expression does not have: {text}",
    ),
    "suspend": ("쉬게 하기: 카드 {n}장", "Suspended: {n} {n|card|cards}"),
    "unsuspend": ("다시 묻기: 카드 {n}장", "Unsuspended: {n} {n|card|cards}"),
    "bury": ("내일로 미루기: 카드 {n}장", "Buried: {n} {n|card|cards}"),
    "unbury": ("오늘 다시 묻기: 카드 {n}장", "Unburied: {n} {n|card|cards}"),
    "flag": ("깃발: 카드 {n}장", "Flagged: {n} {n|card|cards}"),
    "mark": ("표시: 카드 {n}장", "Marked: {n} {n|card|cards}"),
    "reset": ("처음부터: 카드 {n}장", "Made new again: {n} {n|card|cards}"),
    "set_due": ("날짜 정하기: 카드 {n}장", "Due day set: {n} {n|card|cards}"),
    "add_tag": ("태그 ‘{text}’ 더하기: 노트 {n}개", "Tag ‘{text}’ added: {n} {n|note|notes}"),
    "remove_tag": ("태그 ‘{text}’ 빼기: 노트 {n}개", "Tag ‘{text}’ removed: {n} {n|note|notes}"),
    "move": ("덱 ‘{text}’ 쪽으로 옮기기: 노트 {n}개", "Moved to ‘{text}’: {n} {n|note|notes}"),
    "delete": ("지우기: 노트 {n}개", "Deleted: {n} {n|note|notes}"),
    "replace": ("찾아 바꾸기: 노트 {n}개", "Replaced: {n} {n|note|notes}"),
    "not_several": (
        "노트가 둘 이상 있어야 해요.",
        "This takes two notes or more.",
    ),
    "keep_apart": ("둘 다 두기: 노트 {n}개", "Kept apart: {n} {n|note|notes}"),
    "merge": ("같은 카드 합치기: 노트 {n}개", "Merged: {n} {n|note|notes}"),
}
