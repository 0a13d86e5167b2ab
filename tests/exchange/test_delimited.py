"""Plain tables become cards, row by row."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.problem import Harm
from overmorrow.exchange.delimited import read_table
from overmorrow.exchange.table_look import TableChoices
from tests.exchange.tables import parse_table

CARD, FILE, NOTICE = Harm.CARD, Harm.FILE, Harm.NOTICE


def notes_of(text: str, *, by_hand: bool = False, **choices: object) -> list[Note]:
    table = TableChoices(**choices)  # type: ignore[arg-type]  # the test's own words
    return [
        note for each in parse_table(text, "x", table, by_hand=by_hand) for note in each.deck.notes
    ]


def pairs(text: str, *, by_hand: bool = False, **choices: object) -> list[tuple[str, str]]:
    return [(note.prompt, note.answer) for note in notes_of(text, by_hand=by_hand, **choices)]


def test_each_line_is_a_card_and_may_have_tags() -> None:
    (parsed,) = parse_table(
        "\ufeff# 덱\n#separator:tab\n\n하나\tone\r\n둘\t two \t수, 영어\n#3\tthree\n", "수"
    )

    assert parsed.deck.name == "수"
    assert parsed.deck.notes == (
        Note(prompt="하나", answer="one"),
        Note(prompt="둘", answer="two", tags=("수", "영어")),
        Note(prompt="#3", answer="three"),
    )
    assert parsed.lines == (4, 5, 6)
    assert [each.key for each in parsed.problems] == ["exchange.comments"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, "deck.table_nothing", FILE)]),
        ("\n\n", [(1, "deck.table_nothing", FILE)]),
        ("front,back,tags\n", [(1, "deck.table_headings", NOTICE),
                               (1, "exchange.columns", NOTICE), (1, "deck.table_nothing", FILE)]),
        ("가\n나", [(1, "deck.table_no_tab", CARD), (1, "deck.nothing_left", FILE),
                  (2, "deck.table_no_tab", CARD)]),
        ("가\t나\n다\n라\t\n\t마", [
            (2, "deck.table_no_tab", CARD), (3, "deck.table_no_answer", CARD),
            (4, "deck.empty_prompt", CARD)]),
        ("a,b\nc\nd,e", [(2, "exchange.no_separator", CARD)]),
        ("앞면\t뒷면\n가\t나", [(1, "deck.table_headings", NOTICE)]),
        ("Front\tBack\tTags\n가\t나\tx", [(1, "deck.table_headings", NOTICE),
                                        (1, "exchange.columns", NOTICE)]),
        ("가\t나\n앞면\t뒷면", []),
        ("가\x00\t나", [(1, "deck.characters_dropped", NOTICE)]),
        ("a,b\nc,d, and e", [(2, "exchange.joined", NOTICE)]),
        ('a,b\n"never closed,x\nc,d\ne,f', [(1, "deck.table_nothing", FILE),
                                            (2, "exchange.open_quote", FILE)]),
        ("#tags column:9\n가\t나", [(1, "exchange.no_column", NOTICE)]),
        (f"가\t{'나' * (1 << 20)}다\n라\t마", [(1, "exchange.very_long", NOTICE)]),
    ],
)  # fmt: skip
def test_every_bad_line_is_told_with_its_number(
    text: str, expected: list[tuple[int, str, Harm]]
) -> None:
    (parsed,) = parse_table(text, "x")

    assert parsed.left_out == [harm for _, _, harm in expected].count(CARD)
    assert [(each.line, each.key, each.harm) for each in parsed.problems] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a,b\nc,d", [("a", "b"), ("c", "d")], id="comma"),
        pytest.param("a;b, too\nc;d, again", [("a", "b, too"), ("c", "d, again")], id="semicolon"),
        pytest.param("a|b\nc|d", [("a", "b"), ("c", "d")], id="pipe"),
        pytest.param("a: b\nc: d", [("a", "b"), ("c", "d")], id="colon"),
        pytest.param("a\tb, c\nd\te", [("a", "b, c"), ("d", "e")], id="tab-before-comma"),
        pytest.param("a,b\rc,d\r", [("a", "b"), ("c", "d")], id="lone-carriage-returns"),
        pytest.param('"a, b","c ""d"""\n"e\nf",g', [("a, b", 'c "d"'), ("e\nf", "g")], id="quotes"),
        pytest.param('a, "b"\nc, "d"', [("a", "b"), ("c", "d")], id="space-before-quote"),
        pytest.param('"So" he said\tx\n5" disk\ty', [('"So" he said', "x"), ('5" disk', "y")],
                     id="quotes-are-letters"),
        pytest.param('"open\tx\nb\ty', [('"open', "x"), ("b", "y")], id="open-quote-among-tabs"),
        pytest.param("sep=|\na|b,c\nd|e", [("a", "b,c"), ("d", "e")], id="excels-first-line"),
        pytest.param("#html:true\na\t[sound:a.mp3]\tb\nc\t\td", [("a", "b"), ("c", "d")],
                     id="ankis-sounds-are-no-answer"),
        pytest.param("a,b\u2028c\nd,e", [("a", "b c"), ("d", "e")], id="unicode-line-break"),
        pytest.param("=1+1,x\n-5,y", [("=1+1", "x"), ("-5", "y")], id="formulas-are-text"),
        pytest.param("{{c1::x}}\ta\n[b]\tc", [("{{c1::x}}", "a"), ("[b]", "c")], id="marks-stay"),
    ],
)  # fmt: skip
def test_the_separator_and_the_quotes_are_found_out(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize("sign", ["---", " - ", " – ", " = "])
def test_words_put_in_rows_by_hand_are_split_at_the_first_sign(sign: str) -> None:
    text = f"one{sign}the first, of many{sign}x\ntwo{sign}the second"

    expected = [("one", f"the first, of many{sign}x".strip()), ("two", "the second")]
    assert pairs(text, by_hand=True) == expected


def test_a_copy_on_one_line_is_read_as_rows() -> None:
    assert pairs("a,b;c,d, e;f,g;", by_hand=True) == [("a", "b"), ("c", "d, e"), ("f", "g")]
    assert pairs("&#33267;\t&#x41;", by_hand=True) == [("至", "A")]
    assert pairs("&#33267;,a\n") == [("&#33267;", "a")]


def test_the_learner_may_name_the_separator_and_the_headings() -> None:
    assert pairs("a=>b\nc=>d", separator="=>") == [("a", "b"), ("c", "d")]
    assert pairs("a b\nc d", separator="space") == [("a", "b"), ("c", "d")]
    assert pairs("front,back\na,b", headings=False)[0] == ("front", "back")
    assert pairs("x,y\na,b", headings=True) == [("a", "b")]


@pytest.mark.parametrize(
    ("text", "has_them"),
    [
        ("prompt,answer\na,b", True),
        ("Word,Part of Speech,Definition\nrun,v,to go fast", True),
        ("country,capital,capital:de\nFrance,Paris,Paris\nItaly,Rome,Rom", True),
        ("단어,뜻\n사과,apple", True),
        ("Begriff\tErklärung\nHund\tein treuer Begleiter\nKatze\tein Jäger", True),
        ("term,mot\nterm,terme\nhouse,maison", False),
        ("hund,dog\nkatze,cat\nmaus,mouse", False),
        ("Lang stand,Apgoobi\nKort stand,Apseogi", False),
        ("question_text,answer_text\nWhat is it?,This\nWhy so?,Because", True),
        ("English,한국어\ncat,고양이\ndog,개", True),
        ("1,one\n2,two", False),
        ("word,meaning,example\napple,사과,I eat an apple.", True),
    ],
)  # fmt: skip
def test_headings_are_told_from_a_first_card(text: str, has_them: bool) -> None:
    rows = text.count("\n") + 1
    assert len(pairs(text)) == rows - has_them


@pytest.mark.parametrize(
    ("labels", "prompt", "answer"),
    [
        ("front,back", 0, 1),
        ("answer,question", 1, 0),
        ("id,question,option_a,option_b,correct_answer", 1, 4),
        ("korean,english,example,example_translation,category", 0, 1),
        ("icelandic,pos,de,en,tags,note,split", 0, 3),
        ("hanzi,pinyin,english", 0, 2),
        ("kanji,kana,meaning", 0, 2),
        ("번호,단어,품사,뜻,예문", 1, 3),
        ("country,capital,capital:de", 0, 1),
        ("Word,Pronunciation,Definition,Example", 0, 2),
        ("english,korean,romanization", 0, 1),
        ("deck,front,back,tags", 1, 2),
        ("category,term,definition", 1, 2),
        ("front,back,created_at,review,category,example,pronunciation", 0, 1),
        ("domain,topic,front of card,back of card", 2, 3),
        ("ID,단어(기본형),레벨,발음(히라가나),뜻(한국어)", 1, 4),
        ("koreanWord,vietnameseWord,vietnamesePOS", 0, 1),
        ("Chinese,Pinyin,English", 0, 2),
        ("word,word_translation,example,example_translation", 0, 1),
        ("question_id,question_text,correct_answer,explanation", 1, 2),
        ("headword,ipa,definition,audio", 0, 2),
        ("Pergunta,Resposta,Tema", 0, 1),
        ("번호,문제,정답,해설", 1, 2),
    ],
)
def test_headings_say_what_the_columns_are_for(labels: str, prompt: int, answer: int) -> None:
    width = labels.count(",") + 1
    row = ",".join(f"cell {at}" for at in range(width))

    assert pairs(f"{labels}\n{row}") == [(f"cell {prompt}", f"cell {answer}")]


def test_further_columns_are_kept() -> None:
    text = (
        "word,meaning,tags,hint,note,example,deck\n"
        'run,달리다,"verb, core",ㄷ,irregular,He runs.,English::Verbs\n'
        "cat,고양이,noun,,,,English::Nouns\n"
    )

    decks = parse_table(text, "x")

    assert [each.deck.name for each in decks] == ["English::Verbs", "English::Nouns"]
    assert decks[0].deck.notes == (
        Note(
            prompt="run",
            answer="달리다",
            tags=("verb", "core"),
            hint="ㄷ",
            remark="irregular\nexample: He runs.",
        ),
    )
    assert notes_of("a,b,c\nd,e,f,g\nh,i,j")[1].remark == "f\ng"


def test_tags_are_parted_by_spaces_only_where_no_comma_is_used() -> None:
    assert notes_of("front,back,tags\na,b,x y")[0].tags == ("x", "y")
    assert notes_of('front,back,tags\na,b,"x y, z"')[0].tags == ("x y", "z")
    assert notes_of("front,back,category\na,b,x y")[0].tags == ("x y",)


def test_ankis_headers_say_how_the_file_is_read() -> None:
    decks = parse_table(
        "#separator:Semicolon\n#html:true\n#tags:all\n#guid column:1\n#deck column:2\n"
        "#tags column:6\n#notetype column:3\n"
        'v,Cc7]K;One::Two;Basic;"a<br>&lt;b&gt; [sound:x.mp3]";<b>c</b>;t1 t2\n'
        "zz;Three;Cloze;{{c1::Seoul::city}} is big;<i>so</i>;\n"
        'yy;Three;Basic;"<img src=""a.png"">";d;\n',
        "x",
    )

    assert [(each.deck.name, each.deck.notes) for each in decks] == [
        ("One::Two", (Note(prompt="a\n<b>", answer="c", tags=("all", "t1", "t2"),
                           file_id="v,Cc7]K"),)),
        ("Three", (Note(prompt="{{c1::Seoul::city}} is big", is_cloze=True, remark="so",
                        tags=("all",), file_id="zz"),
                   Note(prompt="[a.png]", answer="d", tags=("all",), file_id="yy"))),
    ]  # fmt: skip
    assert [each.problems for each in decks] == [(), ()]


@pytest.mark.parametrize(
    "text",
    [
        "Sky?;Blue;Green;Blue\nGrass?;Red;Green;Green",
        "question;option_a;option_b;answer\nSky?;Blue;Green;A\nGrass?;Red;Green;b",
        "문제;보기1;보기2;정답\nSky?;Blue;Green;1\nGrass?;Red;Green;Green",
    ],
)
def test_choices_are_kept_beside_the_right_one(text: str) -> None:
    assert [(n.prompt, n.answer, n.wrong_choices, n.answer_type) for n in notes_of(text)] == [
        ("Sky?", "Blue", ("Green",), AnswerType.CHOICE),
        ("Grass?", "Green", ("Red",), AnswerType.CHOICE),
    ]


def test_a_column_of_gaps_needs_no_answer() -> None:
    text = "#separator:tab\n#notetype:Cloze\nA {{c1::gap}}\nno gap\n"

    (parsed,) = parse_table(text, "x")

    assert parsed.deck.notes == (Note(prompt="A {{c1::gap}}", is_cloze=True),)
    assert [(each.line, each.key) for each in parsed.problems] == [(4, "deck.table_no_answer")]


def test_an_id_that_comes_again_is_given_once() -> None:
    (parsed,) = parse_table("#guid column:1\na\tb\tc\na\td\te\n", "x")

    assert [note.file_id for note in parsed.deck.notes] == ["a", ""]
    assert [problem.key for problem in parsed.problems] == ["exchange.id_again"]


def test_a_very_long_text_is_judged_by_the_learner() -> None:
    (note,) = notes_of(f"a,{'x' * (1 << 21)}")
    assert note.answer_type is AnswerType.LONG


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from('ab가,;|:\t\n\r"# -=\x00\x85'), max_size=60), st.booleans())
def test_any_text_is_read_or_refused_politely(text: str, by_hand: bool) -> None:
    for parsed in parse_table(text, "x", by_hand=by_hand):
        assert parsed.deck.notes or parsed.refused or parsed.left_out
        assert len(parsed.lines) == len(parsed.deck.notes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("질문 0번 무엇인가?,답 0\n질문 1번 무엇인가?,답 1\n질문 2번 무엇인가?,답 2",
                     ("질문 0번 무엇인가?", "답 0"), id="same-shape-as-below"),
        pytest.param("q1,a1\nf,p\ng,q", ("q1", "a1"), id="letters-with-numbers"),
        pytest.param("question,вопрос\nable,способный\nword,слово", ("question", "вопрос"),
                     id="a-word-that-tables-are-headed-with"),
        pytest.param("한국어,Korean language\n영어,English language", ("한국어", "Korean language"),
                     id="a-language-and-its-name"),
        pytest.param("히라가나/가타카나,한자,품사,한국어해석\nあいさつ,,명사,인사\nあいだ,間,명사,사이",
                     ("あいさつ", "인사"), id="compounds-and-a-prompt-that-is-often-empty"),
        pytest.param("từ;nghĩa\n猫;mèo\n犬;chó", ("猫", "mèo"), id="vietnamese"),
        pytest.param("слово,перевод\nдом,house\nкот,cat", ("дом", "house"), id="russian"),
        pytest.param("слово,word\nдом,house\nкот,cat", ("слово", "word"), id="russian-data"),
        pytest.param("語句,意味\nあげつらう,物事のよしあしについて論じ合う、欠点を言い立てる",
                     ("あげつらう", "物事のよしあしについて論じ合う、欠点を言い立てる"),
                     id="japanese"),
        pytest.param("english,german,correct,wrong\ngamut,Skala,0,0\nfee,Honorar,1,0",
                     ("gamut", "Skala"), id="counters"),
        pytest.param("word,form,translation,additional meaning\nα,β,to hide,to conceal",
                     ("α", "to hide"), id="the-plain-word-counts-most"),
        pytest.param("Core-index,Vocab-expression,Vocab-kana,Vocab-meaning,Sentence-meaning\n"
                     "1,見る,みる,see,I see.\n2,円,えん,circle,A circle.", ("見る", "see"),
                     id="hyphens"),
        pytest.param("front_sentence,front_word,back_word,back_sentence\n"
                     "un gatto qui,gatto,Katze,x",
                     ("gatto", "Katze"), id="words-of-both-sides"),
        pytest.param("hanzi,zhuyin,english\n我,ㄨㄛˇ,me\n你,ㄋㄧˇ,you", ("我", "me"),
                     id="a-reading"),
        pytest.param("Pair,Word,Sentences,English\na-b,rojo,es rojo,red\na-b,azul,es azul,blue",
                     ("rojo", "red"), id="one-language"),
        pytest.param("1,abandon,버리다\n2,ability,능력\n3,able,할 수 있는", ("abandon", "버리다"),
                     id="numbered-rows"),
        pytest.param("who?,1,x;y,0,0\nwhere?,here,x;z,0,0\nwhen?,now,y;z,0,1", ("who?", "1"),
                     id="counters-without-headings"),
        pytest.param("dog\tHund[sound:dog.mp3]\ncat\tKatze[sound:cat.mp3]", ("dog", "Hund"),
                     id="sounds"),
        pytest.param("der Dom;cathedral;\t\ndort;there;\t\nna ja;oh well;x\t y",
                     ("der Dom", "cathedral"),
                     id="signs-at-the-end"),
        pytest.param("a,b\nc,d,\ne,f", ("c", "d"), id="a-comma-at-the-end"),
    ],
)  # fmt: skip
def test_tables_as_people_make_them_are_understood(text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a/////b\nc, d/////e/f", [("a", "b"), ("c, d", "e/f")], id="slashes"),
        pytest.param("a => b, c\nd => e", [("a", "b, c"), ("d", "e")], id="arrow"),
        pytest.param("개 → dog\n고양이 → cat, kitty", [("개", "dog"), ("고양이", "cat, kitty")],
                     id="one-sign"),
        pytest.param("a::b, c\n\nd::e", [("a", "b, c"), ("d", "e")], id="colons"),
        pytest.param("sun\ta star\nof ours\nmoon\trock\nmars\tred", [
            ("sun", "a star\nof ours"), ("moon", "rock"), ("mars", "red")], id="goes-on"),
    ],
)  # fmt: skip
def test_copies_with_separators_of_ones_own_are_understood(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert pairs(text, by_hand=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lex,law,x\nrex,king,x\npax,peace,y\nvox,voice,y", ("x",)),
        ('front,back,tags\na,b,"[""GRE"", ""new""]"', ("GRE", "new")),
        ("lex\tlaw\tfacts unit-one\nrex\tking\tfacts unit-two\npax\tpeace\tpolicy unit-one",
         ("facts", "unit-one")),
        ("lex\tlaw\tCommon verbs\nrex\tking\tCommon verbs", ("Common verbs",)),
    ],
)  # fmt: skip
def test_a_column_of_tags_is_found(text: str, expected: tuple[str, ...]) -> None:
    assert notes_of(text)[0].tags == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one<br>two\ta <b>b</b>\nthree<br/>four\tc", [("one\ntwo", "a b"), ("three\nfour", "c")]),
        ("<br>\ta line\nwith<br>breaks\tb\nand<br>more\tc", None),
        ("what is <b>?\tbold\n1 < 2\tyes", None),
        ("a<br>b\tc\nd\te", None),
    ],
)
def test_html_is_read_where_nothing_asks_about_it(
    text: str, expected: list[tuple[str, str]] | None
) -> None:
    rows = [tuple(line.split("\t")) for line in text.split("\n")]

    assert pairs(text) == (expected or rows)


def test_word_classes_and_numbers_are_no_answers_and_no_tags() -> None:
    text = "nod,verb,,うなずく,,16,1\nABC,adverb,,少し,,16,1\nblush,verb,noun,赤,赤面,16,1\n"

    notes = notes_of(text)

    assert [note.answer for note in notes] == ["うなずく", "少し", "赤"]
    assert not any(note.tags for note in notes)


def test_names_of_columns_may_stand_between_spaces() -> None:
    (note,) = notes_of("#separator:tab\n#columns:front back tags\nHund\tdog\tnoun animal\n")

    assert (note.prompt, note.answer, note.tags) == ("Hund", "dog", ("noun", "animal"))


@pytest.mark.parametrize(
    ("names", "row", "expected"),
    [
        ("id\tfront\tback\textra\ttags\tdeck", "7\tHund\tdog\tx\tnoun\tA", ("Hund", "dog")),
        ("Chinese\tPinyin\tEnglish\tSong", "我\two\tme\tx", ("我", "me")),
        ("Back\tFront", "dog\tHund", ("Hund", "dog")),
        ("Text\tMore", "a\tb", ("a", "b")),
    ],
)
def test_names_of_columns_in_ankis_lines_say_what_is_asked(
    names: str, row: str, expected: tuple[str, str]
) -> None:
    assert pairs(f"#separator:tab\n#html:false\n#columns:{names}\n{row}\n") == [expected]


def test_how_a_table_was_understood_is_told() -> None:
    _, look = read_table("front;back;tags;x\na;b;c;d\n", "t")

    assert (look.separator, look.has_headings) == (";", True)
    assert look.columns == ("prompt", "answer", "tags", "extra")


def test_a_large_table_is_kept_as_text_and_told_line_by_line() -> None:
    text = "".join(f"question number {at},answer {at}\n" for at in range(120_000))
    (parsed,) = parse_table(text.replace("answer 70000\n", "\n"), "t")

    assert len(parsed.deck.notes) == len(parsed.lines) == 119_999
    assert parsed.deck.notes[70_000] == Note("question number 70001", "answer 70001")
    assert parsed.lines[70_000] == 70_002
    assert [(each.line, each.key) for each in parsed.problems] == [(70_001, "deck.table_no_answer")]


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("kana,kanji,meaning,subcategory\nあき,秋,Autumn,Time\nパン,,bread,Food\nペン,,pen,Things\n",
         "あき"),
        ("kanji,kana,meaning,type\n秋,あき,Autumn,noun\n朝,あさ,morning,noun\n", "秋"),
        ("type,kana,meaning\nnoun,あき,Autumn\nnoun,あさ,morning\n", "あき"),
        ("subcategory,stem,meaning\nTime,aki,Autumn\nTime,asa,morning\n", "aki"),
        ("no,pinyin,hanzi,translation\n1,hǎo,好,good\n2,dà,大,big\n", "好"),
    ],
)  # fmt: skip
def test_what_sorts_words_is_never_asked_for(text: str, prompt: str) -> None:
    (parsed,) = parse_table(text, "x")
    assert parsed.deck.notes[0].prompt == prompt


@pytest.mark.parametrize("sign", ["# ", "// ", "#"])
def test_comments_above_a_table_are_passed_over(sign: str) -> None:
    text = f"{sign}Format: question|answer\n{sign}One per line\n\nWhat is 9 + 10|19\n"
    (parsed,) = parse_table(text, "x", by_hand=True)
    assert [(note.prompt, note.answer) for note in parsed.deck.notes] == [("What is 9 + 10", "19")]
    assert [each.key for each in parsed.problems] == ["exchange.comments"]


@pytest.mark.parametrize(
    "text",
    [
        "# of planets,8\n# of moons,1\n",
        "#include,C\nimport,Python\n",
        "# Title,a heading\n**b**,bold\n",
        "//,a comment\n/*,another\n",
    ],
)
def test_signs_of_comments_may_be_asked_for(text: str) -> None:
    (parsed,) = parse_table(text, "x")
    assert len(parsed.deck.notes) == 2
