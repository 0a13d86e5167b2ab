"""What is said about files of other programs."""

MESSAGES: dict[str, tuple[str, str]] = {
    "nothing": ("가져올 카드가 없어요.", "There is nothing to import."),
    "very_long": (
        "{most}자가 넘는 아주 긴 글이라 스스로 채점하는 카드로 넣었어요.",
        "A text of over {most} characters; you will judge this card yourself.",
    ),
    "id_again": (
        "식별자 {id}{id|이|가} {first}번째 줄에 이미 있어서 이 노트에는 새것을 줬어요.",
        "The id {id} stands on line {first} already; this note got a new one.",
    ),
    "not_in_encoding": (
        "{name}{name|은|는} {line}번째 줄부터 {encoding}{encoding|이|가} 아니에요. --encoding을 바꿔 보세요.",
        "{name} is not {encoding} from line {line} on. Try another --encoding.",
    ),
    "guessed_encoding": (
        "{encoding}{encoding|으로|로} 읽었어요. 글자가 깨졌으면 --encoding을 쓰세요.",
        "Read as {encoding}. If letters look wrong, use --encoding.",
    ),
    "open_quote": (
        "여기서 연 큰따옴표가 닫히지 않았어요. 따옴표를 닫거나 지운 뒤 다시 하세요.",
        "The quotation mark opened here is never closed. Close or remove it and try again.",
    ),
    "columns": (
        "앞은 ‘{prompt}’ 칸, 답은 ‘{answer}’ 칸에서 읽었어요. 나머지 칸은 메모에 넣었어요.",
        "The prompt is column ‘{prompt}’, the answer ‘{answer}’; the others are kept in the remark.",
    ),
    "joined": (
        "칸이 셋 이상이라 둘째 칸부터 모두 답으로 읽었어요.",
        "More than two cells; all from the second on were read as the answer.",
    ),
    "continued": (
        "나눔표가 없는 줄이라 윗줄의 답에 이어 붙였어요.",
        "There is no separator, so the line was joined to the answer above.",
    ),
    "no_column": (
        "머리글이 {name} 칸을 {column}번째라고 하는데, 그만큼 칸이 없어요.",
        "The header puts {name} in column {column}, but there are not so many.",
    ),
    "no_separator": (
        "‘{sign}’{sign|이|가} 없어서 앞과 답으로 나눌 수 없어요: {text}",
        "No ‘{sign}’ to part prompt and answer: {text}",
    ),
    "schedule_left": (
        "파일에 있는 일정은 가져오지 않았어요. 모두 새 카드예요.",
        "The schedules in the file were not taken; all cards are new.",
    ),
    "bad_xml": (
        "{name}: {line}번째 줄에서 XML이 어긋나요. 다시 내보내서 가져오세요.",
        "{name} is not well-formed XML at line {line}. Export it again.",
    ),
    "doctype": (
        "DOCTYPE이 든 XML은 해로울 수 있어서 읽지 않아요. 그 부분을 지운 뒤 다시 하세요.",
        "XML with a DOCTYPE could do harm and is not read. Remove that part and try again.",
    ),
    "too_deep": (
        "파일 안의 층이 너무 깊어요. {most}층까지 읽어요.",
        "The file nests too deeply; up to {most} levels are read.",
    ),
    "bad_json": (
        "{name}: {line}번째 줄에서 JSON이 어긋나요. 그 줄을 고친 뒤 다시 하세요.",
        "{name} is not JSON at line {line}. Mend that line and try again.",
    ),
    "bad_toml": (
        "{name}: TOML이 아니에요. {reason}",
        "{name} is not TOML. {reason}",
    ),
    "no_records": (
        "카드 목록이 없어요. prompt와 answer가 있는 항목의 목록이어야 해요.",
        "There is no list of cards; it should hold records with a prompt and an answer.",
    ),
    "org_nothing": (
        "카드가 없어요. :fc:나 :drill: 태그가 붙은 제목만 카드예요.",
        "There is no card; headings tagged :fc: or :drill: are.",
    ),
    "one_field": (
        "항목에 칸이 하나뿐이라 앞과 답으로 나눌 수 없어요.",
        "The records have one field; a prompt and an answer are needed.",
    ),
    "crowdanki": (
        "{name}: CrowdAnki 덱은 아직 읽지 못해요. Anki에서 ‘노트를 텍스트로(.txt)’ 내보낸 파일을 가져오세요.",
        "{name}: CrowdAnki decks cannot be read yet. In Anki, export as ‘Notes in Plain Text (.txt)’ and import that.",
    ),
    "anki_package": (
        "{name}: Anki 묶음 파일은 아직 읽지 못해요. Anki에서 ‘노트를 텍스트로(.txt)’ 내보낸 파일을 가져오세요.",
        "{name}: Anki packages cannot be read yet. In Anki, export as ‘Notes in Plain Text (.txt)’ and import that.",
    ),
    "mnemosyne_cards": (
        "{name}: Mnemosyne의 .cards 파일은 아직 읽지 못해요. 탭으로 나눈 텍스트로 내보내서 가져오세요.",
        "{name}: Mnemosyne’s .cards cannot be read yet. Export as tab-separated text and import that.",
    ),
    "mnemosyne_mem": (
        "{name}: .mem 파일은 열면 위험할 수 있어서 읽지 않아요. Mnemosyne에서 XML로 내보내서 가져오세요.",
        "{name}: opening a .mem file could do harm, so it is not read. Export as XML from Mnemosyne and import that.",
    ),
    "spreadsheet": (
        "{name}: 표 계산 파일은 아직 읽지 못해요. ‘CSV UTF-8’로 저장해서 가져오세요.",
        "{name}: spreadsheets cannot be read yet. Save it as ‘CSV UTF-8’ and import that.",
    ),
    "yaml": (
        "{name}: YAML은 아직 읽지 못해요. JSON이나 TOML, CSV로 바꿔서 가져오세요.",
        "{name}: YAML cannot be read yet. Turn it into JSON, TOML or CSV and import that.",
    ),
    "archive": (
        "{name}: 압축 파일이에요. 압축을 푼 뒤 안의 파일을 가져오세요.",
        "{name} is an archive. Unpack it and import the files in it.",
    ),
}
