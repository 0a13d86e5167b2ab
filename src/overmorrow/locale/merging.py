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
    "merged": (
        "{name}: 새 기록 {events}건(이미 있는 것 {known}). 노트: 새로 {new}, 바뀜 {changed}, 여기 것 그대로 {kept}. 새 덱 {decks}.",
        "{name}: {events} {events|event|events} new, {known} known. Notes: {new} new, {changed} changed, {kept} kept as here. {decks} new {decks|deck|decks}.",
    ),
    "would_merge": (
        "{name}: 새 기록 {events}건(이미 있는 것 {known}). 노트: 새로 {new}, 바뀜 {changed}, 여기 것 그대로 {kept}. 새 덱 {decks}. 아직 합치지 않았어요.",
        "{name}: {events} {events|event|events} new, {known} known. Notes: {new} new, {changed} changed, {kept} kept as here. {decks} new {decks|deck|decks}. Nothing was written.",
    ),
    "undo": (
        "노트와 덱은 undo로 되돌려요. 합쳐 온 답은 남아요.",
        "undo takes notes and decks back; the answers stay.",
    ),
    "stays": (
        "합쳐 온 답은 되돌리기로 없어지지 않아요.",
        "The answers that came stay: undo does not take them back.",
    ),
    "nothing_new": (
        "{name}: 여기 없는 것이 없어요. 이미 있는 기록 {known}건.",
        "{name}: nothing here is missing. {known} {known|event|events} known.",
    ),
    "conflicts": (
        "두 곳에서 따로 고친 노트가 {n}개 있어요. 나중에 고친 것을 남기고, 다른 글은 노트의 지난 글로 남겼어요.",
        "{n} {n|note was|notes were} changed here and there. The later text stays; the other is in the note’s history.",
    ),
    "conflicts_ahead": (
        "두 곳에서 따로 고친 노트가 {n}개 있어요. 나중에 고친 것이 남아요.",
        "{n} {n|note was|notes were} changed here and there. The later text will stay.",
    ),
    "kept_ours": (
        "  {deck} · 여기 것: {kept} / 거기 것: {other}",
        "  {deck} · kept ours: {kept} / theirs: {other}",
    ),
    "kept_theirs": (
        "  {deck} · 거기 것으로: {kept} / 여기 것: {other}",
        "  {deck} · took theirs: {kept} / ours: {other}",
    ),
    "details_ours": (
        "  {deck} · 여기 것: {kept} (힌트나 태그처럼 딸린 것만 달라요)",
        "  {deck} · kept ours: {kept} (only hints, tags and the like differ)",
    ),
    "details_theirs": (
        "  {deck} · 거기 것으로: {kept} (힌트나 태그처럼 딸린 것만 달라요)",
        "  {deck} · took theirs: {kept} (only hints, tags and the like differ)",
    ),
    "more": ("  그 밖에 {n}개. --json으로 모두 볼 수 있어요.", "  and {n} more; --json lists all."),
    "set_aside": (
        "번호는 같은데 내용이 다른 기록이 {n}건 있어서 여기 것을 건드리지 않았어요. 파일 하나가 상했을 수 있어요: {first}",
        "{n} {n|event has|events have} one id and two contents; ours stayed as {n|it is|they are}. One of the files may be damaged: {first}",
    ),
    "media_changed": (
        "이름은 같은데 다른 그림이나 소리가 {n}개 있어요. 나중 것을 남겼어요: {first}",
        "{n} {n|name means|names mean} another picture or sound there; the later one stays: {first}",
    ),
    "media_missing": (
        "그림이나 소리 {n}개의 파일이 없어요. 그 컴퓨터의 .media 폴더도 옆에 두고 다시 하세요: {first}",
        "{n} {n|picture or sound has|pictures or sounds have} no file. Put the .media folder of the other machine beside its file and merge again: {first}",
    ),
    "files_behind": (
        "덱 파일 {n}개에는 합쳐 온 글이 없어요. 그 파일을 다시 가져오면 파일의 글로 돌아가요: {first}",
        "{n} deck {n|file lacks|files lack} what came; importing {n|it|one} again puts back what the file says: {first}",
    ),
}
