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
        "{name}{name|은|는} {line}번째 줄부터 {encoding}{encoding|이|가} 아니에요. 다른 인코딩을 골라 보세요(화면에서 e, 명령에서 --encoding).",
        "{name} is not {encoding} from line {line} on. Try another one (e on the screens, --encoding).",
    ),
    "guessed_encoding": (
        "{encoding}{encoding|으로|로} 읽었어요. 글자가 깨졌으면 다른 것을 고르세요(화면에서 e, 명령에서 --encoding).",
        "Read as {encoding}. If letters look wrong, choose another (e on the screens, --encoding).",
    ),
    "open_quote": (
        "여기서 연 큰따옴표가 닫히지 않았어요. 따옴표를 닫거나 지운 뒤 다시 하세요.",
        "The quotation mark opened here is never closed. Close or remove it and try again.",
    ),
    "other_width": (
        "칸을 {told}개로 알려 주었지만 표는 {n}칸이에요. 칸의 뜻은 알아서 찾았어요.",
        "{told} {told|column|columns} were named but the table has {n}; what they are for was found out.",
    ),
    "columns": (
        "앞은 ‘{prompt}’ 칸, 답은 ‘{answer}’ 칸에서 읽었어요. 이름을 모르는 칸은 메모에 넣어요.",
        "The prompt is column ‘{prompt}’, the answer ‘{answer}’; columns of no known name go into the note.",
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
    "key_twice": (
        "한 항목에 ‘{key}’{key|이|가} 두 번 나와요. 마지막 것을 넣었으니 확인해 보세요.",
        "One record has ‘{key}’ twice; the last one was taken. Check that card.",
    ),
    "half_character": (
        "글자가 반쪽만 있어서 �로 바꿨어요.",
        "Half a character was replaced by �.",
    ),
    "comments": (
        "표 위의 {count}줄은 설명으로 보고 건너뛰었어요.",
        "{count} {count|line|lines} above the table {count|was|were} skipped as comments.",
    ),
    "no_cards_xml": (
        "{name}: Mnemosyne의 .cards 파일이 아니에요. cards.xml이 들어 있지 않아요.",
        "{name} is no .cards file of Mnemosyne: there is no cards.xml in it.",
    ),
    "bad_zip": (
        "{name}: 묶음이 깨졌어요. 다시 내보내거나 내려받아서 가져오세요.",
        "{name} is broken. Export or download it again.",
    ),
    "bad_part_name": (
        "{name}: 폴더 밖을 가리키는 파일 이름이 들어 있어서 읽지 않아요: {part}",
        "{name} holds a file name that points elsewhere and is not read: {part}",
    ),
    "unpacks_too_large": (
        "{name}: 풀면 너무 커지는 파일이라 읽지 않아요. 필요한 부분만 다시 저장해서 가져오세요.",
        "{name} grows too large when unpacked and is not read. Save only what you need and import that.",
    ),
    "mnemosyne_mem": (
        "{name}: .mem 파일은 열면 위험할 수 있어서 읽지 않아요. Mnemosyne에서 XML로 내보내서 가져오세요.",
        "{name}: opening a .mem file could do harm, so it is not read. Export as XML from Mnemosyne and import that.",
    ),
    "spreadsheet": (
        "{name}: 표 계산 파일을 읽으려면 python-calamine이 필요해요. pip install 'overmorrow[xlsx]'를 실행하거나 ‘CSV UTF-8’로 저장해서 가져오세요.",
        "{name}: reading spreadsheets needs python-calamine. Run pip install 'overmorrow[xlsx]', or save it as ‘CSV UTF-8’.",
    ),
    "numbers": (
        "{name}: Numbers 파일은 읽지 못해요. ‘CSV UTF-8’로 내보내서 가져오세요.",
        "{name}: Numbers files cannot be read. Export as ‘CSV UTF-8’ and import that.",
    ),
    "bad_spreadsheet": (
        "{name}: 표 계산 파일이 깨졌거나 암호가 걸려 있어요. 암호 없이 다시 저장하거나 CSV로 내보내세요.",
        "{name} is broken or has a password. Save it without one, or export it as CSV.",
    ),
    "one_sheet": (
        "시트 {count}개 가운데 ‘{sheet}’{sheet|을|를} 읽었어요. 다른 시트는 따로 저장해서 가져오세요.",
        "Of {count} sheets, ‘{sheet}’ was read. Save the others on their own to import them.",
    ),
    "yaml": (
        "{name}: YAML을 읽으려면 PyYAML이 필요해요. pip install 'overmorrow[yaml]'을 실행하거나 JSON으로 바꿔서 가져오세요.",
        "{name}: reading YAML needs PyYAML. Run pip install 'overmorrow[yaml]', or turn it into JSON.",
    ),
    "bad_yaml": (
        "{name}: {line}번째 줄에서 YAML이 어긋나요. {reason}",
        "{name} is not YAML at line {line}. {reason}",
    ),
    "yaml_alias": (
        "{line}번째 줄에 &앵커나 *별칭이 있어요. 파일을 아주 크게 만들 수 있어서 읽지 않아요. 그 값을 그대로 적어 주세요.",
        "Line {line} has an &anchor or *alias, which can make a file huge. Write the value out instead.",
    ),
    "yaml_tag": (
        "{line}번째 줄에 !태그가 있어요. 위험할 수 있어서 읽지 않아요. 태그를 지운 뒤 다시 하세요.",
        "Line {line} has a !tag, which could do harm. Remove the tag and try again.",
    ),
    "archive": (
        "{name}: 압축 파일이에요. 압축을 푼 뒤 안의 파일을 가져오세요.",
        "{name} is an archive. Unpack it and import the files in it.",
    ),
}
