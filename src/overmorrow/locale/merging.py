"""Sentences about taking in another copy of the collection."""

MESSAGES: dict[str, tuple[str, str]] = {
    "which": (
        "합칠 파일 하나를 쓰세요. 보기: merge 노트북.db",
        "Name the file to merge. Example: merge laptop.db",
    ),
    "missing": (
        "합칠 파일이 없어요: {path}. 철자를 확인해 주세요.",
        "There is no file to merge: {path}. Check its spelling.",
    ),
    "same_file": (
        "지금 쓰는 기록 파일 자신이에요: {path}. 다른 컴퓨터에서 가져온 파일을 쓰세요.",
        "This is the collection itself: {path}. Name the file from the other machine.",
    ),
    "not_a_collection": (
        "overmorrow의 기록 파일이 아니라서 합치지 않았어요: {path}. 덱 파일이라면 import로 가져오세요.",
        "Not a collection of overmorrow, so nothing was merged: {path}. A deck file goes in with import.",
    ),
    "newer": (
        "더 새로운 판이 만든 파일이라 합치지 않았어요({found} > {known}): {path}. 이 컴퓨터의 overmorrow를 올려 주세요.",
        "Made by a newer version ({found} > {known}), so nothing was merged: {path}. Please upgrade overmorrow here.",
    ),
    "damaged": (
        "합칠 파일이 깨져서 아무것도 합치지 않았어요: {path}. 그 컴퓨터에서 check로 살펴보세요.",
        "The file to merge is damaged, so nothing was merged: {path}. Look into it with check, where it comes from.",
    ),
    "no_time": (
        "합칠 파일에 있을 수 없는 때의 기록이 있어서 아무것도 합치지 않았어요: {path}. 그 컴퓨터의 시계를 확인해 주세요.",
        "The file to merge tells of a time that cannot be, so nothing was merged: {path}. Check the clock where it comes from.",
    ),
    "no_permission": (
        "합칠 파일을 읽을 권한이 없어요: {path}. 파일의 권한을 확인해 주세요.",
        "No permission to read the file to merge: {path}. Check its rights.",
    ),
    "unreadable": (
        "합칠 파일을 읽을 수 없어요: {path}. 다른 곳에 복사한 뒤 다시 하세요.",
        "The file to merge cannot be read: {path}. Copy it elsewhere and try again.",
    ),
    "disk_full": (
        "{path}의 임시 복사본을 만들 자리가 없어요. 디스크를 비우고 다시 하세요.",
        "There is no room for a temporary copy of {path}. Free some and try again.",
    ),
}
