"""XML of Mnemosyne and others is read; what could do harm is not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import AnswerType, Note
from overmorrow.errors import FileError
from overmorrow.exchange.xml_cards import parse_xml


def test_mnemosynes_items_are_notes() -> None:
    (parsed,) = parse_xml(
        '<?xml version="1.0" encoding="UTF-8"?>\r\n<mnemosyne core_version="1">\n'
        '<category active="1"><name>Verbs</name></category>\n'
        '<item id="9c" gr="2" e="2.5" n_rp="1"><cat>Verbs</cat>'
        "<Q>&lt;b&gt;go&lt;/b&gt; &amp;#33267;</Q><A>가다&lt;br&gt;가요</A></item>\n"
        "<item><cat>&lt;default&gt;</cat><Q>alone</Q><A></A></item>\n"
        "<item><cat>x</cat><Q> </Q><A>y</A></item></mnemosyne>",
        "x",
    )

    assert parsed.deck.notes == (
        Note(prompt="go 至", answer="가다\n가요", tags=("Verbs",), file_id="9c"),
        Note(prompt="alone", answer="—", answer_type=AnswerType.LONG),
    )
    assert [(each.line, each.key) for each in parsed.problems] == [
        (6, "deck.empty_prompt"),
    ]


def test_days_of_mnemosyne_count_from_when_its_owner_began() -> None:
    (parsed,) = parse_xml(
        '<mnemosyne core_version="1" time_of_start="1247533200">'
        '<item id="a" gr="4" e="2.18" ac_rp="3" rt_rp="5" lps="1" l_rp="100" n_rp="130">'
        "<Q>a</Q><A>b</A></item>"
        '<item id="b" gr="0" e="2.5" ac_rp="1" rt_rp="0" lps="0" l_rp="0" n_rp="1">'
        "<Q>c</Q><A>d</A></item></mnemosyne>",
        "x",
    )

    ((past,),) = parsed.pasts.values()
    assert past.due_day == date(2009, 7, 14).toordinal() + 130
    assert (past.interval_days, past.ease_permille) == (30, 2180)
    assert (past.repetitions, past.lapses) == (8, 1)


def test_numbered_fields_of_supermemo_are_the_sides() -> None:
    (parsed,) = parse_xml(
        '<smconv_pl><cards><card category="Unfiled"><card_fields><card_field idx="1">la acera'
        '</card_field><card_field idx="2">sidewalk</card_field></card_fields>'
        '<card_other interval="472"/></card></cards><header name="Spanish"/></smconv_pl>',
        "x",
    )

    assert parsed.deck.notes == (Note("la acera", "sidewalk"),)


@pytest.mark.parametrize(
    "text",
    [
        '<CueCards Version="1"><Card Question="a" Answer="b" History="" /></CueCards>',
        "<cards><card><front>a</front><back>b</back></card></cards>",
    ],
)
def test_attributes_and_elements_may_name_the_sides(text: str) -> None:
    (parsed,) = parse_xml(text, "x")
    assert parsed.deck.notes == (Note(prompt="a", answer="b"),)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('<?xml version="1.0"?><!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m/>',
         "exchange.doctype"),
        ('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><m>&b;</m>', "exchange.doctype"),
        ("<a><b></a>", "exchange.bad_xml"),
        ("", "exchange.bad_xml"),
        ("<a>" * 1000, "exchange.too_deep"),
    ],
)  # fmt: skip
def test_what_could_do_harm_is_refused(text: str, key: str) -> None:
    with pytest.raises(FileError) as caught:
        parse_xml(text, "x")
    assert caught.value.key == key


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from('<>/qaQA= "&;!-?'), max_size=40))
def test_any_text_is_read_or_refused_politely(text: str) -> None:
    try:
        decks = parse_xml(text, "x")
    except FileError:
        return
    assert all(parsed.deck.notes or parsed.refused for parsed in decks)
