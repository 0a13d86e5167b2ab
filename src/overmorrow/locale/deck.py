"""What can be wrong with a deck file, and the prompts of reversed cards."""

MESSAGES: dict[str, tuple[str, str]] = {
    "paragraph": ("{number}번째 문단", "paragraph {number}"),
    "header_open": (
        "머리글이 닫히지 않았어요. 카드 앞에 --- 줄을 하나 더 쓰세요.",
        "The header is never closed. Write another --- line before the cards.",
    ),
    "header_line": (
        "머리글에는 ‘이름: 값’ 꼴의 줄만 쓸 수 있어요. 건너뛴 줄: {text}",
        "A header holds only lines like ‘key: value’; skipped: {text}",
    ),
    "header_twice": (
        "머리글에 {key} 줄이 두 번 나와요. 하나만 남기세요.",
        "The header says {key} twice. Keep one.",
    ),
    "header_slip": (
        "머리글의 ‘{key}’{key|은|는} 없는 이름이에요. 혹시 ‘{guess}’?",
        "Unknown ‘{key}’ in the header. Did you mean ‘{guess}’?",
    ),
    "header_unknown": (
        "머리글의 ‘{key}’{key|은|는} 쓰지 않는 이름이라 건너뛰었어요.",
        "The header’s ‘{key}’ means nothing here and was skipped.",
    ),
    "header_lang": (
        "lang은 ko, en 같은 언어 부호예요. ‘{value}’{value|은|는} 건너뛰었어요.",
        "lang is a language code such as ko or en. ‘{value}’ was skipped.",
    ),
    "bad_flag": (
        "{key}에는 yes나 no를 쓰세요. 지금은 ‘{value}’예요.",
        "Write yes or no after {key}; it says ‘{value}’.",
    ),
    "nothing": (
        "카드가 하나도 없어요. ‘Q:’ 줄과 ‘A:’ 줄로 카드를 만드세요.",
        "There is no card. Write one as a ‘Q:’ line and an ‘A:’ line.",
    ),
    "nothing_left": (
        "읽을 수 있는 카드가 하나도 없어요. 여기 나온 줄들을 고친 뒤 다시 하세요.",
        "No card could be read. Mend the lines named here and try again.",
    ),
    "characters_dropped": (
        "보이지 않는 제어 문자를 뺐어요.",
        "Invisible control characters were dropped.",
    ),
    "answer_alone": ("‘A:’ 앞에 ‘Q:’가 없어요.", "This ‘A:’ has no ‘Q:’ before it."),
    "answer_of_gaps": (
        "빈칸 카드(‘C:’)에는 ‘A:’가 없어야 해요. 답은 {{…}} 안에 쓰세요.",
        "A gap card (‘C:’) has no ‘A:’. Write the answer inside {{…}}.",
    ),
    "second_answer": (
        "‘A:’가 두 번 나와요. 글의 일부라면 \\A:처럼 쓰세요.",
        "A second ‘A:’. If it is part of the text, write \\A:.",
    ),
    "fence_open": (
        "여기서 연 코드 블록이 닫히지 않았어요.",
        "The code block opened here is never closed.",
    ),
    "comment_open": (
        "여기서 연 <!-- 주석이 닫히지 않았어요. --> 를 쓰세요.",
        "The comment <!-- opened here is never closed. Write -->.",
    ),
    "key_slip": (
        "‘{key}:’{key|은|는} 없는 이름이에요. 혹시 ‘{guess}:’? 답의 일부라면 \\{key}:처럼 쓰세요.",
        "Unknown ‘{key}:’. Did you mean ‘{guess}:’? If it is part of the answer, write \\{key}:.",
    ),
    "key_twice": (
        "한 카드에 {key} 줄이 두 번 나와요. 하나로 합치세요.",
        "{key} stands twice on one card. Make it one line.",
    ),
    "two_ids": ("한 카드에 식별자가 둘이에요. 하나만 남기세요.", "Two ids on one card. Keep one."),
    "id_twice": (
        "식별자 {id}{id|이|가} 두 카드에 있어요: {first}번째 줄과 {second}번째 줄. 새로 쓴 카드에서 지우세요.",
        "The id {id} stands on two cards: lines {first} and {second}. Remove it from the newer one.",
    ),
    "empty_prompt": ("앞이 비어 있어요.", "The prompt is empty."),
    "no_answer": (
        "답이 없어요. ‘A:’ 줄을 쓰거나 이 ‘Q:’를 지우세요.",
        "There is no answer. Write an ‘A:’ line, or remove this ‘Q:’.",
    ),
    "empty_answer": (
        "답이 비어 있어요. ‘A:’ 뒤에 쓰거나 이 ‘Q:’를 지우세요.",
        "The answer is empty. Write it after ‘A:’, or remove this ‘Q:’.",
    ),
    "too_long": (
        "글이 너무 길어요. 한 칸은 {most}자까지예요.",
        "The text is too long. A field holds up to {most} characters.",
    ),
    "type_slip": (
        "‘{value}’{value|은|는} 없는 종류예요. 혹시 ‘{guess}’?",
        "Unknown type ‘{value}’. Did you mean ‘{guess}’?",
    ),
    "type_unknown": (
        "‘{value}’{value|은|는} 없는 종류예요. 쓸 수 있는 것: {types}",
        "Unknown type ‘{value}’. There are: {types}",
    ),
    "type_of_gaps": (
        "빈칸 카드에는 type: {value}{value|을|를} 쓸 수 없어요.",
        "A gap card cannot have type: {value}.",
    ),
    "list_items": (
        "목록은 ‘- ’로 시작하는 줄이 두 개 이상이어야 해요. 이어지는 줄은 두 칸 들여 쓰세요.",
        "A list is two or more lines that begin with ‘- ’; indent what goes on from one.",
    ),
    "item_empty": (
        "목록에 빈 줄이 있어요. ‘- ’ 뒤에 쓰거나 지우세요.",
        "A list item is empty. Write it after ‘- ’, or remove it.",
    ),
    "item_twice": (
        "목록에 ‘{item}’{item|이|가} 두 번 있어요.",
        "‘{item}’ stands in the list twice.",
    ),
    "both_of_gaps": (
        "빈칸 카드는 거꾸로 물을 수 없어요. both는 건너뛰었어요.",
        "A gap card cannot be reversed; both was skipped.",
    ),
    "also_of_gaps": (
        "빈칸이 여럿이라 also가 어느 빈칸의 것인지 알 수 없어요. {{답 | 다른 답}}처럼 쓰세요.",
        "With several gaps, also cannot say which it means. Write {{answer | other answer}}.",
    ),
    "choice_alone": (
        "고르기 카드에는 not: 줄에 틀린 보기가 있어야 해요.",
        "A choice card needs wrong choices in a not: line.",
    ),
    "wrong_is_right": (
        "틀린 보기 ‘{choice}’{choice|이|가} 정답과 같아요.",
        "The wrong choice ‘{choice}’ is the answer.",
    ),
    "no_gap": (
        "빈칸이 없어요. 숨길 말을 {{…}}로 감싸세요.",
        "There is no gap. Put {{…}} around what to hide.",
    ),
    "gap_open": ("빈칸이 닫히지 않았어요. }}를 쓰세요.", "A gap is not closed. Write }}."),
    "gap_nested": (
        "빈칸 안에 빈칸이 있어요. 나란히 두세요.",
        "A gap inside a gap. Put them side by side.",
    ),
    "gap_empty": ("빈칸 안이 비어 있어요.", "A gap is empty."),
    "gaps_many": (
        "빈칸이 너무 많아요. 글 하나로 카드를 500장까지 만들 수 있어요.",
        "Too many gaps: one text can make up to 500 cards.",
    ),
    "gap_number": ("빈칸 번호는 1부터 500까지예요.", "A gap’s number is from 1 to 500."),
    "reversed_term": (
        "‘{answer}’에 해당하는 것은? (거꾸로)",
        "What matches “{answer}”? (reversed)",
    ),
    "reversed_sentence": (
        "답이 ‘{answer}’{answer|이에요|예요}. 무엇을 묻는 카드일까요? (거꾸로)",
        "The answer is “{answer}”. What does the card ask? (reversed)",
    ),
    "table_headings": (
        "첫 줄은 칸 이름이라 카드로 넣지 않았어요.",
        "The first line names the columns and is no card.",
    ),
    "table_nothing": (
        "가져올 카드가 없어요. 한 줄에 ‘앞’, 탭, ‘답’을 쓰세요.",
        "There is nothing to import. Write prompt, a tab, answer on each line.",
    ),
    "table_no_tab": (
        "탭이 없어요. ‘앞’, 탭, ‘답’ 꼴이어야 해요: {text}",
        "No tab. A line is prompt, a tab, answer: {text}",
    ),
    "table_no_answer": ("답이 비어 있어요: {text}", "The answer is empty: {text}"),
    "file_missing": ("파일이 없어요: {name}", "No such file: {name}"),
    "file_missing_alike": (
        "파일이 없어요: {name}. 비슷한 이름: {alike}",
        "No such file: {name}. Similar: {alike}",
    ),
    "file_folder": (
        "{name}{name|은|는} 폴더예요. 그 안의 파일을 고르세요.",
        "{name} is a folder. Choose a file in it.",
    ),
    "file_not_plain": (
        "{name}{name|은|는} 보통 파일이 아니라서 읽지 않았어요.",
        "{name} is not a plain file and was not read.",
    ),
    "file_too_large": (
        "{name}{name|이|가} 너무 커요. {most} MB까지 읽어요. 나누어 저장한 뒤 다시 하세요.",
        "{name} is too large; up to {most} MB are read. Split it and try again.",
    ),
    "file_unreadable": (
        "{name}{name|을|를} 읽을 수 없어요: {reason}. 파일의 권한을 확인하세요.",
        "{name} cannot be read: {reason}. Check its permissions.",
    ),
    "file_ending": (
        "{name}: ‘{ending}’{ending|은|는} 아직 읽지 못하는 형식이에요. 읽을 수 있는 것: {known}",
        "{name}: ‘{ending}’ cannot be read yet. Readable: {known}",
    ),
    "file_no_ending": (
        "{name}: 확장자가 없어서 무슨 형식인지 알 수 없어요. 이름 끝에 .md나 .csv를 붙이거나 --format을 쓰세요.",
        "{name} has no ending that says what it is. Add one, such as .md or .csv, or use --format.",
    ),
    "file_binary": ("{name}{name|은|는} 글자로 된 파일이 아니에요.", "{name} is not a text file."),
    "file_not_utf8": (
        "{name} {line}번째 줄부터 UTF-8이 아니고, 다른 인코딩인지도 알 수 없어요. 인코딩을 골라 주세요(화면에서 e, 명령에서 --encoding).",
        "{name} is not UTF-8 from line {line} on, nor surely anything else. Choose its encoding (e on the screens, --encoding).",
    ),
}
