"""Sentences about making cards from an article."""

MESSAGES: dict[str, tuple[str, str]] = {
    "empty": ("{name}에 글이 없어요.", "There is no text in {name}."),
    "empty_input": ("읽을 글이 없어요.", "There is no text to read."),
    "too_large": (
        "{name}{name|이|가} 너무 커요. 한 번에 {most} MB까지 읽어요. 나눠서 해 보세요.",
        "{name} is too large; {most} MB can be read at once. Try it in parts.",
    ),
    "too_large_input": (
        "글이 너무 길어요. 한 번에 {most} MB까지 읽어요. 나눠서 해 보세요.",
        "The text is too long; {most} MB can be read at once. Try it in parts.",
    ),
    "no_language_input": (
        "한국어나 영어 글이 아니에요. 카드는 한국어와 영어 글로만 만들어요.",
        "The text is neither Korean nor English; cards are made from these two only.",
    ),
    "no_language": (
        "{name}에 한국어나 영어 글이 없어요. 카드는 한국어와 영어 글로만 만들어요.",
        "There is no Korean or English in {name}; cards are made from these two only.",
    ),
    "not_article": (
        "{name}{name|은|는} 글자로 된 파일이 아니에요({kind}). 그 프로그램에서 글을 복사하거나 .txt, .md, .html로 저장해서 쓰세요.",
        "{name} is not a text file ({kind}). Copy its text, or save it as .txt, .md or .html, and use that.",
    ),
    "no_deck_name": ("덱의 이름을 쓰세요.", "Give the deck a name."),
    "not_markdown": (
        "덱 파일의 이름은 .md로 끝나야 해요: {path}",
        "The name of a deck's file must end in .md: {path}",
    ),
    "not_this_decks": (
        "{path}에는 이미 다른 파일이 있어요. 덮어쓰지 않았어요. 다른 이름을 쓰세요.",
        "There is another file at {path} already. It was not written over; choose another name.",
    ),
    "other_file": (
        "‘{deck}’ 덱의 파일은 {path}예요. 이 덱의 카드는 거기에 더해야 해요. --out을 빼거나 다른 덱 이름을 쓰세요.",
        "The deck ‘{deck}’ is kept in {path}, where its cards belong. Leave --out away, or name another deck.",
    ),
    "file_gone": (
        "‘{deck}’ 덱의 파일이 없어졌어요: {path}. 아무것도 쓰지 않았어요. 다른 덱 이름을 쓰세요.",
        "The file of the deck ‘{deck}’ has gone: {path}. Nothing was written. Name another deck.",
    ),
    "file_changed": (
        "{path}{path|이|가} 읽은 뒤에 바뀌었어요. 아무것도 쓰지 않았어요. import로 다시 읽은 다음 해 보세요.",
        "{path} changed since it was read. Nothing was written. Import it again first.",
    ),
    "cannot_write": (
        "덱 파일이나 그 폴더에 쓸 수 없어요: {path}. 아무것도 쓰지 않았어요.",
        "The deck's file or its folder cannot be written: {path}. Nothing was written.",
    ),
    "not_writable": (
        "{path}에는 이 카드를 써 넣을 수 없어요. 아무것도 쓰지 않았어요. 다른 덱 이름을 쓰세요.",
        "These cards cannot be written to {path}. Nothing was written. Name another deck.",
    ),
    "deck_without_file": (
        "‘{deck}’ 덱에는 글로 된 파일이 없어서 카드를 더할 수 없어요. 다른 덱 이름을 쓰세요.",
        "The deck ‘{deck}’ has no text file that cards could be added to. Name another deck.",
    ),
    "what": (
        "카드를 만들 글 파일을 쓰세요: generate 글.txt (-: 표준 입력)",
        "Name the article to make cards from: generate article.txt (-: stdin)",
    ),
    "jsonl_alone": (
        "--jsonl은 카드를 보여 주기만 해요. --out, --deck, --dry-run 없이 쓰세요.",
        "--jsonl only prints the cards; use it without --out, --deck and --dry-run.",
    ),
    "untitled": ("제목 없는 글", "Untitled article"),
    "missing_ko": (
        "pip install 'overmorrow[{extra}]'를 하면 형태소 분석으로 한국어 카드가 더 많고 자연스러워져요.",
        "pip install 'overmorrow[{extra}]' would analyse Korean words, for more and better worded cards.",
    ),
    "missing_en": (
        "pip install 'overmorrow[{extra}]'를 하면 문장 분석으로 영어 카드가 더 많고 자연스러워져요.",
        "pip install 'overmorrow[{extra}]' would analyse English sentences, for more and better worded cards.",
    ),
    "takes_time": ("긴 글이라 시간이 좀 걸려요.", "The text is long; this takes a while."),
    "made": (
        "{deck}: 카드 {n}장을 만들었어요. 파일: {path}. undo로 되돌려요.",
        "{deck}: {n} {n|card|cards} made. File: {path}. undo takes it back.",
    ),
    "would_make": (
        "{deck}: 카드 {n}장을 만들 수 있어요. 아직 만들지 않았어요.",
        "{deck}: {n} {n|card|cards} could be made. Nothing was written.",
    ),
    "nothing_new": (
        "새로 만들 카드가 없어요. 이미 다 있어요.",
        "There is no new card to make; all are there already.",
    ),
    "left_out": (
        "{n}장은 덱 파일에 적을 수 없어서 뺐어요.",
        "{n} {n|card|cards} left out that no deck file can hold.",
    ),
    "nothing": (
        "이 글에서는 카드를 만들지 못했어요. 거른 까닭: {rules}",
        "No card came of this text. Kept out: {rules}",
    ),
    "nothing_found": (
        "이 글에서는 물어볼 만한 사실을 찾지 못했어요. 수, 날짜, 이름이 있는 글로 해 보세요.",
        "No fact to ask about was found in this text. Try one with numbers, dates or names.",
    ),
    "not_taken": ("만들지 않은 것: {reasons}", "Not made: {reasons}"),
    "dropped_before": ("전에 버린 카드 {n}", "{n} dropped before"),
    "alike": ("비슷한 카드가 있어서 {n}", "{n} like cards you have"),
    "low": ("점수가 낮아서 {n}", "{n} with a low score"),
    "known": ("이미 만든 카드 {n}", "{n} made already"),
    "refused_source": ("문장이 글과 달라서", "sentence not as in the text"),
    "refused_answer": ("답이 문장에 없어서", "answer not in its sentence"),
    "refused_number": ("앞의 수가 글에 없어서", "number not in the text"),
    "refused_leak": ("앞에 답이 보여서", "prompt gives the answer away"),
    "refused_pointer": ("무엇을 가리키는지 몰라서", "points at what is not said"),
    "refused_empty": ("물은 것이 너무 적어서", "asks too little"),
    "refused_long": ("너무 길어서", "too long"),
    "kind_name": ("이름", "name"),
    "kind_number": ("수", "number"),
    "kind_date": ("날짜", "date"),
    "kind_list": ("목록", "list"),
    "kind_definition": ("뜻", "definition"),
    "kind_cause": ("까닭", "cause"),
    "kind_quote": ("인용", "quote"),
    "kind_place": ("곳", "place"),
}
