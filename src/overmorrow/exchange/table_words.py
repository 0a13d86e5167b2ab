"""The words that columns and fields are headed with, in Korean and English."""

import re

PROMPT = frozenset(
    (
        "prompt", "front", "question", "q", "term", "word", "vocab", "vocabulary",
        "expression", "phrase", "kanji", "hanzi", "simplified", "character", "concept", "cue",
        "key", "keyword", "lemma", "headword", "clue", "entry", "앞", "앞면", "문제", "질문",
        "漢字", "汉字", "traditional", "단어", "용어", "표제어", "어휘", "한자", "개념",
        "영단어", "표현", "질의", "앞쪽", "물음", "frage", "begriff", "wort", "vorderseite",
        "pregunta", "palabra", "término", "frente", "anverso", "pergunta", "palavra", "termo",
        "mot", "terme", "recto", "domanda", "parola", "termine", "vraag", "woord", "単語",
        "質問", "表面", "单词", "词语", "问题", "正面",
        "слово", "вопрос", "термин", "питання", "pytanie", "słowo", "pojęcie", "soru", "kelime",
        "terim", "từ", "từ vựng", "câu hỏi", "mặt trước", "thuật ngữ", "pertanyaan", "kata",
        "otázka", "slovo", "kérdés", "szó", "ord", "fråga", "spørgsmål",
    )
)  # fmt: skip
ANSWER = (
    "correct answer", "answer", "back", "definition", "meaning", "translation", "response",
    "a", "gloss", "value", "correct", "solution", "뒤", "뒷면", "정답", "답", "뜻", "의미",
    "정의", "해석", "번역", "풀이", "answers", "meanings", "definitions", "translations",
    "description", "설명", "해설", "훈음", "뒤쪽", "응답", "antwort", "rückseite", "bedeutung",
    "übersetzung", "erklärung", "respuesta", "reverso", "significado", "traducción", "definición",
    "resposta", "verso", "tradução", "definição", "réponse", "traduction", "définition", "risposta",
    "traduzione", "definizione", "antwoord", "vertaling", "答え", "意味", "裏面", "訳", "释义",
    "意思", "翻译", "答案", "背面", "перевод", "ответ", "определение", "значение", "переклад",
    "відповідь", "odpowiedź", "tłumaczenie", "definicja", "cevap", "anlam", "anlamı", "çeviri",
    "tanım", "nghĩa", "đáp án", "trả lời", "mặt sau", "định nghĩa", "jawaban", "arti",
    "odpověď", "překlad", "válasz", "jelentés", "svar", "översättning", "betydning", "betydelse",
)  # fmt: skip
"""The first of these that a table has is its answer."""
LANGUAGES = (
    "english", "en", "eng", "영어", "영문", "korean", "ko", "kor", "kr", "한국어", "한글", "국어",
    "german", "de", "deutsch", "독일어", "french", "fr", "français", "프랑스어", "spanish", "es",
    "español", "스페인어", "italian", "it", "russian", "ru", "japanese", "ja", "jp", "일본어",
    "chinese", "zh", "cn", "중국어", "portuguese", "pt", "dutch", "nl", "swedish", "sv", "danish",
    "da", "norwegian", "nb", "no", "polish", "pl", "turkish", "tr", "latin", "greek", "arabic",
    "hebrew", "icelandic", "finnish", "czech", "cs", "hungarian", "ukrainian", "vietnamese", "vi",
    "thai", "th", "hindi", "croatian", "hr", "native", "target", "source", "foreign",
)  # fmt: skip
"""Of several languages beside the prompt, the first of these is asked for."""
WORD_CLASSES = frozenset((
    "noun", "verb", "adjective", "adverb", "preposition", "conjunction", "pronoun",
    "interjection", "determiner", "article", "phrase", "idiom", "phrasal verb", "n", "v", "adj",
    "adv", "prep", "conj", "pron", "vi", "vt", "interj", "det", "art", "num", "number",
    "proper noun", "substantiv", "adjektiv", "nomen", "sustantivo", "verbo", "adjetivo",
    "adverbio", "nom", "verbe", "adjectif", "adverbe", "名词", "动词", "形容词", "副词", "介词",
    "代词", "名詞", "動詞", "形容詞", "副詞", "助詞", "代名詞", "自動詞", "他動詞", "명사",
    "동사", "형용사", "부사", "대명사", "전치사", "접속사", "감탄사", "조사", "수사", "관형사",
    "숙어", "구동사",
))  # fmt: skip
"""What cells say that name the class of a word."""
TAGS = frozenset(
    (
        "tags", "tag", "labels", "label", "category", "categories", "태그", "분류", "카테고리",
        "꼬리표",
    )
)  # fmt: skip
TAG_LISTS = frozenset(("tags", "tag", "labels", "태그", "꼬리표"))
DECK = frozenset(("deck", "덱"))
ID = frozenset(("guid", "uid", "uuid"))
HINT = frozenset(("hint", "hints", "힌트", "도움말"))
ALSO = frozenset(("also", "aliases", "alias", "alternatives", "다른 답"))
REMARK = frozenset(
    (
        "note", "notes", "remark", "remarks", "comment", "comments", "extra", "메모", "비고",
        "참고",
        "노트",
    )
)  # fmt: skip
READINGS = frozenset(
    (
        "reading", "pinyin", "romaji", "hiragana", "katakana", "kana", "furigana", "zhuyin",
        "bopomofo", "jyutping", "yomi", "yomikata", "romanization", "romanisation",
        "transliteration", "読み", "読み方", "よみ", "ふりがな", "ひらがな", "かな", "拼音",
        "히라가나", "후리가나", "요미가나", "독음", "병음", "로마자",
    )
)  # fmt: skip
"""How a word sounds; asked for where there is nothing better."""
ASIDE = frozenset(
    (
        "pos", "part of speech", "gender", "level", "type", "class", "word type", "word class",
        "kind", "group", "section", "subcategory", "sub category", "subtopic", "jlpt", "hsk",
        "image", "picture", "audio", "sound", "url", "link", "source", "date", "unit", "lesson",
        "chapter", "topic", "subject", "page", "index", "number", "id", "no", "#", "num", "rank",
        "frequency", "difficulty", "split", "created", "updated", "품사", "번호", "순번", "레벨",
        "난이도", "단원", "주제", "과", "출처", "사진", "이미지", "음성", "소분류", "중분류",
        "대분류", "유형", "wortart",
    )
)  # fmt: skip
"""What sorts, counts or shows a word, and is never asked for while there is anything else."""
MINOR = READINGS | ASIDE | frozenset(
    (
        "plural", "pronunciation", "ipa", "phonetic", "phonetics", "transcription", "grammar",
        "article", "example", "examples", "sentence", "example sentence", "example translation",
        "explanation", "synonyms", "synonym", "antonyms", "antonym", "발음", "예문", "예시",
        "예문 해석", "유의어", "반의어",
    )
)  # fmt: skip
OTHER = frozenset(
    (
        "name", "country", "capital", "city", "state", "year", "author", "title", "symbol",
        "element", "formula", "abbreviation", "acronym", "code", "event", "person", "place",
        "process", "function", "command", "shortcut", "side1", "side2", "text", "이름", "나라",
        "국가", "수도", "연도", "인물", "사건", "제목", "저자", "기호", "약자", "내용", "항목",
    )
)  # fmt: skip
KNOWN = frozenset(
    (*PROMPT, *ANSWER, *LANGUAGES, *TAGS, *DECK, *ID, *HINT, *ALSO, *REMARK, *MINOR),
) | OTHER  # fmt: skip
CHOICES = re.compile(
    r"(?:option|choice|distractor|opt|alternative|incorrect|wrong(?: answer)?|incorrect answer"
    r"|보기|선택지|오답)s? ?(?:[a-h]|\d{1,2})?"
)
"""Matches a heading of a column that holds one of several choices."""
STRONG_ANSWERS = frozenset(ANSWER) - {"correct", "a", "value"}
"""Headings of an answer even where its cells are bare numbers."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRACKETS = re.compile(r"\([^()]*\)")
_GAPS = re.compile(r"[_\s-]+")
_NUMBER = re.compile(r"(?<=\D)[ #.]*\d{1,2}$")
_FILLERS = frozenset(
    ("of", "the", "card", "side", "text", "field", "column", "in", "my", "your", "and", "for")
)
_LONGEST = 200
"""Characters of a cell that are looked at; no heading has more."""


def heading(cell: str) -> str:
    """Return a heading as it is looked up: small letters, a space between words.

    Of words that are not known together, the one that is known stands for all:
    `front of card` is `front`. One that makes it minor counts most. The last part
    of a compound stands for a Korean word: `한국어해석` is `해석`.
    """
    whole = written_heading(cell)
    if whole in KNOWN or CHOICES.fullmatch(whole):
        return whole
    parts = [_singular(part) for part in whole.split()]
    known = [part for part in parts if part in KNOWN]
    minor = next((part for part in known if part in MINOR), "")
    telling = [part for part in known if len(part) > 2 or not part.isascii()]
    telling.sort(key=lambda part: (part not in OTHER, part in STRONG_ANSWERS))
    if minor or (telling and len(parts) <= 4):
        return minor or telling[-1]
    return _end_of_compound(whole) or whole


def written_heading(cell: str) -> str:
    """Return all words of a heading, in small letters, a space between them."""
    word = _CAMEL.sub(" ", _BRACKETS.sub("", cell[:_LONGEST]))
    return _GAPS.sub(" ", word).casefold().strip()


def is_exact(cell: str) -> bool:
    """Whether a cell is a heading and nothing else: every word of it is one.

    It may be numbered.
    """
    word = written_heading(cell)
    bare = _NUMBER.sub("", word)
    if word in KNOWN or CHOICES.fullmatch(word) or (len(bare) > 1 and bare in KNOWN):
        return True
    parts = list(map(_singular, word.split()))
    if not 1 < len(parts) <= 4:
        return not parts[1:] and (parts[:1] != [word] or bool(_end_of_compound(word)))
    known = [part in KNOWN or part in _FILLERS for part in parts]
    return all(known) and not all(part in _FILLERS for part in parts)


def is_near(cell: str) -> bool:
    """Whether a word that tables are headed with is part of a short cell."""
    word = written_heading(cell)
    is_phrase = len(word.split()) <= 4 and not re.search(r"[?!.,;:]|\d", word)
    return is_phrase and heading(cell) in KNOWN


def _singular(word: str) -> str:
    """Return a word without the `s` of the plural, if only that is known."""
    return word[:-1] if word not in KNOWN and word.endswith("s") and word[:-1] in KNOWN else word


def _end_of_compound(word: str) -> str:
    """Return the known word that a Korean heading without spaces ends with."""
    if word.isascii() or " " in word or not "가" <= word[-1:] <= "힣" or len(word) > 12:
        return ""
    ends = (word[at:] for at in range(1, len(word)))
    return next((end for end in ends if end in KNOWN and (len(end) > 1 or end == "뜻")), "")
