"""The deck format is read as documented, and what is wrong is said with its line."""

import pytest

from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.problem import Harm, ParsedDeck
from overmorrow.messages import Messages
from tests.growth import grows_evenly


def read(text: str) -> ParsedDeck:
    parsed = parse_deck(text, "시험.md")
    assert parsed.problems == ()
    return parsed


def only_note(text: str) -> Note:
    (note,) = read(text).deck.notes
    return note


def complaints(text: str) -> list[tuple[int, str, Harm]]:
    parsed = parse_deck(text, "시험.md")
    return [(each.line, each.key.removeprefix("deck."), each.harm) for each in parsed.problems]


def test_the_header_names_the_deck_and_what_its_notes_share() -> None:
    deck = read(
        "---\ntitle: 도시: 동과 서\nlang: ko\nsource: 책 (2015)\ntags: 중국, 도시\nboth: yes\n---\n"
        "Q: 가\nA: 나\n"
    ).deck

    assert (deck.name, deck.title, deck.lang, deck.source) == (
        "도시: 동과 서",
        "도시: 동과 서",
        "ko",
        "책 (2015)",
    )
    assert deck.tags == ("중국", "도시")
    assert deck.notes[0].both
    assert deck.notes[0].tags == ("중국", "도시")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        pytest.param("---\ntitle: 가\ndeck: 나::다\n---\n", "나::다", id="deck-before-title"),
        pytest.param("---\ntitle: 가\n---\n", "가", id="else-the-title"),
        pytest.param("", "시험", id="else-the-file"),
        pytest.param('---\nname = "가 나"\n---\n', "가 나", id="as-hashcards-writes-it"),
        pytest.param("---\n", "시험", id="a-rule-above-the-first-card-is-no-header"),
    ],
)
def test_a_deck_is_named_by_its_header_or_its_file(header: str, name: str) -> None:
    assert read(header + "Q: 물음\nA: 답\n").deck.name == name


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        pytest.param("Q: 하나?\nA: 둘", "하나?", "둘", id="one-line-each"),
        pytest.param("Q:하나?\nA:둘", "하나?", "둘", id="space-may-be-missing"),
        pytest.param("Q: 하나\r\n둘\r\nA: 셋\r\n", "하나\n둘", "셋", id="lines-of-windows"),
        pytest.param("Q: 하나\n\n둘\nA:\n셋\n\n넷\n\n", "하나\n\n둘", "셋\n\n넷", id="blank-lines"),
        pytest.param("Q: a\nA:\n```\nQ: b\n# c\n```", "a", "```\nQ: b\n# c\n```", id="fence"),
        pytest.param("Q: a\nA: ```\n---\n```", "a", "```\n---\n```", id="fence-behind-the-mark"),
        pytest.param("Q: a\nA: ~~~\n```\n~~~\nb", "a", "~~~\n```\n~~~\nb", id="other-fence-inside"),
        pytest.param("Q: a\nA: b\n\\note: c", "a", "b\nnote: c", id="escaped-key"),
        pytest.param("Q: a\nA: b\n\\\\note: c", "a", "b\n\\note: c", id="escaped-escape"),
        pytest.param("Q: a\nA: b\n\\# c\n\\Q: d", "a", "b\n# c\nQ: d", id="escaped-marks"),
        pytest.param("Q: a\nA: b\n\\nte: c", "a", "b\nnte: c", id="escaped-slip"),
        pytest.param("Q: a\nA: b\nwhile: c", "a", "b\nwhile: c", id="other-words-are-text"),
        pytest.param("Q: a\nnote: b\nA: c", "a\nnote: b", "c", id="keys-come-after-the-answer"),
        pytest.param("Q: a\nA: b\nhint: h\nc", "a", "b\nc", id="text-after-a-key"),
        pytest.param("Q: a\nA:\nC:\\Users", "a", "C:\\Users", id="a-path-is-no-card"),
        pytest.param("Q: a\nA: b\n<!-- c\nd -->\ne", "a", "b\ne", id="comment"),
        pytest.param("Q: a\nA: b <!-- c -->", "a", "b <!-- c -->", id="comment-inside-a-line"),
        pytest.param("앞말\n\nQ: a\nA: b\n\n---\n뒷말", "a", "b", id="prose-outside-cards"),
        pytest.param("Q: a\nA: b\n# c\nd", "a", "b", id="a-heading-ends-a-card"),
        pytest.param("```\nQ: no\n```\nQ: a\nA: b", "a", "b", id="fence-outside-cards"),
        pytest.param("\ufeffQ: a\nA: b", "a", "b", id="byte-order-mark"),
    ],
)
def test_a_card_is_read_as_written(text: str, prompt: str, answer: str) -> None:
    note = only_note(text)

    assert (note.prompt, note.answer) == (prompt, answer)


def test_keys_after_the_answer_describe_the_card() -> None:
    note = only_note(
        "# 회사 <!-- 첫째 -->\nQ: 창업자는?\nA: 마윈\n"
        "also: 마 윈 | Jack Ma |\n  a\\|b | \\| | 馬雲\n"
        "type: choice\nnot: 마화텅 | 리옌훙\nboth: yes\nhint: 영어 이름은 Jack\n"
        "note: 첫 줄\n  둘째 줄\n\n    넷째 줄\nfrom: p6\ntags: 사람, 중국\ncase: yes\n"
        "suspend: yes\n^k7f2q9m\n"
    )

    assert note == Note(
        prompt="창업자는?",
        answer="마윈",
        aliases=("마 윈", "Jack Ma", "a|b", "|", "馬雲"),
        answer_type=AnswerType.CHOICE,
        wrong_choices=("마화텅", "리옌훙"),
        both=True,
        hint="영어 이름은 Jack",
        remark="첫 줄\n둘째 줄\n\n  넷째 줄",
        source="p6",
        section="회사",
        tags=("회사", "사람", "중국"),
        case_sensitive=True,
        suspended=True,
        file_id="k7f2q9m",
    )


@pytest.mark.parametrize("key", ["id", "ID", "note_key"])
def test_an_id_may_stand_in_a_comment(key: str) -> None:
    assert only_note(f"Q: a\nA: b\n<!-- {key}: x/1 -->").file_id == "x/1"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        pytest.param("A:\n- 광둥성 | 광동성\n- 상하이\ntype: list", AnswerType.LIST, id="said"),
        pytest.param("A:\n\n- 광둥성 | 광동성\n\n- 상하이", AnswerType.LIST, id="seen"),
        pytest.param(
            "A: 광둥성 | 광동성, 상하이\ntype: ordered_list",
            AnswerType.ORDERED_LIST,
            id="in-a-line",
        ),
    ],
)
def test_a_list_is_its_items_with_their_other_names(answer: str, kind: AnswerType) -> None:
    note = only_note(f"Q: 어디?\n{answer}")

    assert note.answer_type is kind
    assert note.items == (ListItem(text="광둥성", aliases=("광동성",)), ListItem(text="상하이"))
    assert note.answer == "광둥성, 상하이"


def test_a_long_answer_may_have_points() -> None:
    note = only_note("Q: 왜?\nA:\n- 첫째 까닭은\n  이렇다\n- 둘째\ntype: long")

    assert note.items == (ListItem(text="첫째 까닭은 이렇다"), ListItem(text="둘째"))
    assert note.answer == "첫째 까닭은 이렇다\n둘째"


def test_lines_that_look_like_a_list_stay_text_when_told_so() -> None:
    assert only_note("Q: a\nA:\n- b\n- c\ntype: text").answer == "- b\n- c"


def test_reversal_of_a_whole_deck_leaves_out_what_reads_badly_reversed() -> None:
    notes = read(
        "---\ntitle: x\nboth: yes\n---\nQ: a\nA: b\n\nQ: c\nA: d\nboth: no\n\n"
        "Q: e\nA:\n- f\n- g\n\nC: {{h}}\n"
    ).deck.notes

    assert [note.both for note in notes] == [True, False, False, False]


def test_every_note_knows_the_line_it_begins_on() -> None:
    assert read("앞말\nQ: a\nA: b\n\nC: {{c}}\n").lines == (2, 5)


CARD, FILE, NOTICE = Harm.CARD, Harm.FILE, Harm.NOTICE
OK = "Q: 가\nA: 나\n"


FAULTY: list[tuple[str, list[tuple[int, str, Harm]]]] = [
    ("---\ntitle: x\n\nQ: a\nA: b", [(1, "header_open", FILE)]),
    ("---\n제목\n---\n" + OK, [(2, "header_line", NOTICE)]),
    ("---\ntitle: a\ntitle: b\n---\n" + OK, [(3, "header_twice", FILE)]),
    ("---\ntitel: a\n---\n" + OK, [(2, "header_slip", FILE)]),
    ("---\ncolour: a\n---\n" + OK, [(2, "header_unknown", NOTICE)]),
    ("---\nlang: 한국어\n---\n" + OK, [(1, "header_lang", NOTICE)]),
    ("---\nboth: maybe\n---\n" + OK, [(1, "bad_flag", FILE)]),
    ("그냥 글", [(1, "nothing", FILE)]),
    ("Q: a\n", [(1, "no_answer", CARD), (1, "nothing_left", FILE)]),
    (OK + "Q: a\n\nQ: b\nA: c", [(3, "no_answer", CARD)]),
    (OK + "Q: a\nA:\nhint: h", [(3, "empty_answer", CARD)]),
    (OK + "Q:\nA: b", [(3, "empty_prompt", CARD)]),
    ("A: a\n" + OK, [(1, "answer_alone", CARD)]),
    (OK + "Q: a\nA: b\nA: c", [(5, "second_answer", CARD)]),
    (OK + "C: {{a}}\nA: c", [(4, "answer_of_gaps", CARD)]),
    (OK + "```\nQ: a", [(3, "fence_open", FILE), (4, "no_answer", CARD)]),
    (OK + "<!-- a\nQ: a", [(3, "comment_open", FILE)]),
    (OK + "Q: a\nA: b\nnoet: c", [(5, "key_slip", CARD)]),
    (OK + "Q: a\nA: b\nhint: c\nhint: d", [(6, "key_twice", CARD)]),
    (OK + "Q: a\nA: b\n^abc\n^abd", [(6, "two_ids", CARD)]),
    (OK + "^abc\nQ: a\nA: b\n<!-- id: abc -->", [(6, "id_twice", FILE)]),
    (OK + "Q: a\nA: b\ntype: lst", [(5, "type_slip", CARD)]),
    (OK + "Q: a\nA: b\ntype: poem", [(5, "type_unknown", CARD)]),
    (OK + "Q: a\nA: b\nboth: maybe", [(5, "bad_flag", CARD)]),
    (OK + "Q: a\nA: b\ntype: choice", [(3, "choice_alone", CARD)]),
    (OK + "Q: a\nA: b\nnot: b | c", [(5, "wrong_is_right", CARD)]),
    (OK + "Q: a\nA: b\ntype: list", [(3, "list_items", CARD)]),
    (OK + "Q: a\nA:\n- b\nc\n- d\ntype: list", [(3, "list_items", CARD)]),
    (OK + "Q: a\nA:\n- b\n- c\n-  ", []),
    (OK + "Q: a\nA:\n- b\n- | \n- c", [(3, "item_empty", CARD)]),
    (OK + "Q: a\nA:\n- b\n- b", [(3, "item_twice", CARD)]),
    (OK + "C: 글", [(3, "no_gap", CARD)]),
    (OK + "C: {{글", [(3, "gap_open", CARD)]),
    (OK + "C: {{ }}", [(3, "gap_empty", CARD)]),
    (OK + "C: {{a {{b}} c}}", [(3, "gap_nested", CARD)]),
    (OK + "C: {{0:a}}", [(3, "gap_number", CARD)]),
    (OK + "C: {{a}}\ntype: list", [(4, "type_of_gaps", CARD)]),
    (OK + "C: {{a}}\nboth: yes", [(4, "both_of_gaps", NOTICE)]),
    (OK + "C: {{a}} {{b}}\nalso: c", [(4, "also_of_gaps", NOTICE)]),
    (OK + "Q: a\x1b[31m\nA: b", [(3, "characters_dropped", NOTICE)]),
    (OK + f"Q: a\nA: {'b' * (1 << 20)}c", [(3, "too_long", CARD)]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=row[1][0][1] if row[1] else "nothing-wrong") for row in FAULTY],
)
def test_what_is_wrong_is_said_with_its_line(
    text: str, expected: list[tuple[int, str, Harm]]
) -> None:
    assert complaints(text) == expected


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_problem_can_be_said(language: str) -> None:
    say = Messages(language)
    problems = [each for text, _ in FAULTY for each in parse_deck(text, "x").problems]

    said = [say(each.key, **each.values) for each in problems]

    assert len(set(said)) >= 30
    assert not [sentence for sentence in said if "{" in sentence.replace("{{", "")]


def test_a_slip_in_a_key_is_told_with_the_likeliest_word() -> None:
    (problem, _) = parse_deck("Q: a\nA: b\nnoet: c", "x").problems[::-1]

    assert problem.values == {"key": "noet", "guess": "note"}


def test_one_bad_card_costs_only_itself_and_all_problems_are_told() -> None:
    parsed = parse_deck("Q: a\n\nQ: b\nA: c\n\nC: d\n\nQ: e\nA: f\n", "x.md")

    assert [note.prompt for note in parsed.deck.notes] == ["b", "e"]
    assert [problem.line for problem in parsed.problems] == [1, 6]
    assert parsed.left_out == 2
    assert not parsed.refused


def test_one_id_on_two_cards_refuses_the_file_and_names_both_lines() -> None:
    parsed = parse_deck("Q: one\nA: 1\n<!-- id: abc -->\n\nQ: two\nA: 2\n<!-- id: abc -->\n", "x")
    (problem,) = parsed.problems

    assert parsed.refused
    assert (problem.values["first"], problem.values["second"]) == (3, 7)


def test_nothing_in_a_deck_can_steer_the_terminal() -> None:
    note = parse_deck("Q: a\x1b]0;x\x07\nA: b\u202e\nnote: \x9b31m", "x").deck.notes[0]

    assert (note.prompt, note.answer, note.remark) == ("a]0;x", "b", "31m")


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        pytest.param("", "```\n~~~\n", id="fences-never-closed"),
        pytest.param("Q: a\nA: b\n", "<!--\n", id="comments-never-closed"),
        pytest.param("Q: a\nA: b\nnote: c\n", "\n", id="blank-lines"),
        pytest.param("C: ", "{{a}}", id="gaps"),
        pytest.param("Q: a\nA: b\nalso: ", " | ", id="bars"),
        pytest.param("", "\\", id="backslashes"),
    ],
)
def test_no_text_takes_long_to_read(head: str, piece: str) -> None:
    assert grows_evenly(lambda times: parse_deck(head + piece * times + "\n", "x"), 30_000)
