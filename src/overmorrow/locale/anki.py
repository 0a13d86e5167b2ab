"""What is said about the packages and collections of Anki."""

MESSAGES: dict[str, tuple[str, str]] = {
    "empty": (
        "{name}: 빈 파일이에요. 다시 내려받거나 Anki에서 다시 내보내세요.",
        "{name} is empty. Download it again, or export it from Anki again.",
    ),
    "not_package": (
        "{name}: Anki 패키지가 아니에요. 확장자가 맞는지 보거나 다시 내려받으세요.",
        "{name} is not an Anki package. Check its ending, or download it again.",
    ),
    "truncated": (
        "{name}: 파일이 잘렸거나 망가졌어요. 다시 내려받거나 내보내세요.",
        "{name} is cut short or damaged. Download or export it again.",
    ),
    "locked": (
        "{name}: 암호가 걸린 압축이라 읽을 수 없어요. 암호 없이 내보내세요.",
        "{name} is locked with a password. Export it without one.",
    ),
    "packed_otherwise": (
        "{name}: 모르는 방법으로 압축돼 있어요. Anki에서 다시 내보내세요.",
        "{name} is compressed in an unknown way. Export it from Anki again.",
    ),
    "too_many_entries": (
        "{name}: 든 파일이 {most}개를 넘어요. 덱을 나누어 내보내세요.",
        "{name} holds more than {most} files. Export the decks one by one.",
    ),
    "swells": (
        "{name}: 풀면 지나치게 커지는 압축이라 읽지 않았어요.",
        "{name} would swell beyond all measure when unpacked, and was not read.",
    ),
    "too_large": (
        "{name}: 컬렉션이 {most} MB를 넘어요. 덱을 나누어 내보내세요.",
        "{name}: the collection is over {most} MB. Export the decks one by one.",
    ),
    "nested": (
        "{name}: 압축 안에 또 패키지({inner})가 있어요. 압축을 푼 뒤 그 파일을 가져오세요.",
        "{name} is an archive with a package in it ({inner}). Unpack it and import that file.",
    ),
    "no_collection": (
        "{name}: 압축 안에 Anki 컬렉션이 없어요. Anki에서 다시 내보내세요.",
        "{name} holds no Anki collection. Export it from Anki again.",
    ),
    "only_dummy": (
        "{name}: 새 형식인데 컬렉션({entry})이 빠져 있어요. Anki에서 다시 내보내세요.",
        "{name} is in the new format but lacks its collection ({entry}). Export it from Anki again.",
    ),
    "too_new": (
        "{name}: 모르는 형식({version})이에요. Anki에서 ‘이전 버전 지원’을 켜고 내보내세요.",
        "{name} is in a format we do not know ({version}). In Anki, export with ‘Support older Anki versions’.",
    ),
    "needs_zstd": (
        "{name}{name|은|는} 새 Anki 형식이라 zstd가 있어야 해요. pip install backports-zstd",
        "{name} needs zstd. Run: pip install backports-zstd",
    ),
    "not_collection": (
        "{name}: 든 것이 Anki 컬렉션(SQLite)이 아니에요. 다시 내려받거나 내보내세요.",
        "{name}: what it holds is no Anki collection (SQLite). Download or export it again.",
    ),
    "no_tables": (
        "{name}: Anki 컬렉션이 아니에요. 없는 표: {tables}",
        "{name} is no Anki collection. It lacks the tables {tables}.",
    ),
    "damaged": (
        "{name}: 컬렉션이 망가졌어요. Anki에서 ‘데이터베이스 검사’를 한 뒤 다시 내보내세요.",
        "{name}: the collection is damaged. Run ‘Check Database’ in Anki and export it again.",
    ),
    "too_slow": (
        "{name}: {seconds}초 안에 읽지 못해서 그만뒀어요. 덱을 나누어 내보내세요.",
        "{name} could not be read within {seconds} seconds. Export the decks one by one.",
    ),
    "no_room": (
        "{name}{name|을|를} 풀어 둘 자리가 없어요: {reason}",
        "There is no room to unpack {name}: {reason}",
    ),
    "media_name": (
        "{name}: 그림이나 소리의 이름 ‘{media}’{media|은|는} 안전하지 않아서 아무것도 가져오지 않았어요.",
        "{name}: ‘{media}’ is not a safe name for a picture or sound; nothing was imported.",
    ),
    "media_list": (
        "그림과 소리의 목록을 읽을 수 없어서 카드만 읽었어요.",
        "The list of pictures and sounds cannot be read; only the cards were.",
    ),
    "media_missing": (
        "목록에 있는 그림이나 소리 {n}개가 파일에 없어요: {which}",
        "{n} {n|picture or sound is|pictures or sounds are} listed but not there: {which}",
    ),
    "media_again": (
        "이름이 같은 그림이나 소리가 있어서 처음 것만 읽었어요({n}개): {which}",
        "{n} {n|picture or sound has|pictures or sounds have} the name of another; the first was taken: {which}",
    ),
    "open_elsewhere": (
        "Anki가 아직 저장하지 않은 것이 있어요. 빠짐없이 읽으려면 Anki를 닫고 다시 하세요.",
        "Anki has not saved everything yet. Close it and try again, to miss nothing.",
    ),
    "text_replaced": (
        "UTF-8이 아닌 글 {n}개는 깨진 글자를 �로 바꿔 읽었어요: {which}",
        "{n} {n|text is|texts are} not UTF-8; what could not be read became �: {which}",
    ),
    "card_without_note": (
        "노트가 없는 카드 {n}장은 뺐어요: {which}",
        "{n} {n|card has|cards have} no note and {n|was|were} left out: {which}",
    ),
    "card_number": (
        "노트의 몇째 카드인지 알 수 없는 카드 {n}장은 뺐어요: {which}",
        "{n} {n|card does|cards do} not say which of {n|its|their} note and {n|was|were} left out: {which}",
    ),
    "deck_missing": (
        "없는 덱에 든 카드 {n}장은 ‘{deck}’ 덱에 넣었어요: {which}",
        "{n} {n|card|cards} of a deck that is not there went to ‘{deck}’: {which}",
    ),
    "review_without_card": (
        "카드가 없는 복습 기록 {n}개는 뺐어요: {which}",
        "{n} {n|review is|reviews are} of no card and {n|was|were} left out: {which}",
    ),
    "note_type_missing": (
        "노트 유형이 없는 노트 {n}개는 필드에 번호를 붙여 읽었어요: {which}",
        "{n} {n|note lacks|notes lack} a note type; the fields were numbered: {which}",
    ),
    "guid_again": (
        "식별자(guid)가 앞의 노트와 같은 노트 {n}개에는 새것을 줬어요: {which}",
        "{n} {n|note has|notes have} the guid of another and got a new one: {which}",
    ),
    "note_without_cards": (
        "카드가 없는 노트 {n}개도 함께 읽었어요: {which}",
        "{n} {n|note has|notes have} no cards and {n|was|were} kept: {which}",
    ),
    "card_again": (
        "같은 노트의 같은 카드가 또 있어서 {n}장을 뺐어요: {which}",
        "Left out {n} {n|card|cards} that {n|is|are} in the file twice: {which}",
    ),
    "cards_many": (
        "노트 하나의 카드는 {most}장까지예요. 나머지 {n}장을 뺐어요: {which}",
        "A note can have up to {most} cards. Left out {n} {n|card|cards}: {which}",
    ),
    "no_gap": (
        "빈칸 카드인데 빈칸이 없는 노트가 {n}개 있어요: {which}",
        "{n} {n|note|notes} for gaps {n|has|have} none: {which}",
    ),
    "entry_twice": (
        "{name}: {entry}{entry|이|가} 두 번 들어 있어서 어느 것이 맞는지 알 수 없어요. Anki에서 다시 내보내세요.",
        "{name} holds {entry} twice, and which one is meant cannot be told. Export it from Anki again.",
    ),
    "value_too_large": (
        "{name}: {most} MB가 넘는 칸이 있어서 읽지 않았어요. Anki에서 그 노트를 줄인 뒤 다시 내보내세요.",
        "{name} has a field of over {most} MB and was not read. Shorten that note in Anki and export again.",
    ),
    "no_beginning": (
        "컬렉션을 시작한 날이 없어서, 때가 된 날을 1970년부터 셌어요.",
        "The day the collection began is damaged; due days were counted from 1970.",
    ),
    "settings_damaged": (
        "덱이나 설정의 일부가 망가져서 기본값으로 읽었어요.",
        "Some decks or settings are damaged; the defaults were used.",
    ),
}
