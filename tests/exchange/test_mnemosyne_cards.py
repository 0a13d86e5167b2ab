"""Card sets of Mnemosyne 2 are read with their media; what could do harm is refused."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from overmorrow.cards.making import cards_of
from overmorrow.cards.note import Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.errors import FileError
from overmorrow.exchange.mnemosyne_cards import read_mnemosyne

LOG = """<openSM2sync number_of_entries='12'>
<log type='10' o_id='t1'><name>Verbs::a</name></log>
<log type='10' o_id='t0'><name>__UNTAGGED__</name></log>
<log type='13'><fname>a.png</fname></log>
<log type='16' o_id='f1'><f>go &lt;b&gt;now&lt;/b&gt;</f><b>가다</b></log>
<log type='16' o_id='f2'><f>one</f><b>two</b></log>
<log type='16' o_id='f3'><f>水</f><p_1>shui</p_1><m_1>water</m_1><n>radical</n></log>
<log type='16' o_id='f5'><text>[Oslo:city] is in [Norway]</text></log>
<log type='16' o_id='f9'><f>nobody asks</f><b>x</b></log>
<log type='6' o_id='c1' card_t='1' fact='f1' fact_v='1.1' tags='t1,t0' gr='4' e='2.3' ac_rp='1'
 rt_rp='3' lps='1' l_rp='1710892800' n_rp='1711756800'></log>
<log type='6' o_id='c2' card_t='2' fact='f2' fact_v='2.1' tags='t0' gr='-1' e='2.5'></log>
<log type='6' o_id='c3' card_t='2' fact='f2' fact_v='2.2' tags='t0' gr='-1' e='2.5'></log>
<log type='6' o_id='c4' card_t='3::mine' fact='f3' fact_v='3.1' tags='t0'></log>
<log type='6' o_id='c5' card_t='3::mine' fact='f3' fact_v='3.2' tags='t0'></log>
<log type='6' o_id='c6' card_t='5' fact='f5' fact_v='5.1' tags='t0'
><extra>{'cloze': 'Oslo', 'index': 0}</extra></log>
<log type='6' o_id='c7' card_t='5' fact='f5' fact_v='5.1' tags='t0' gr='5' e='2.5' ac_rp='1'
 rt_rp='1' l_rp='1710892800' n_rp='1711411200'><extra>{'cloze': 'Norway', 'index': 1}</extra></log>
</openSM2sync>"""


def packed(path: Path, log: str = LOG, **others: str) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("METADATA", "card_set_name:My set\nauthor_name:A\n")
        archive.writestr("cards.xml", log)
        for name, text in others.items():
            archive.writestr(name, text)
    return str(path)


def read(path: str) -> ParsedDeck:
    (parsed,), _ = read_mnemosyne(path, "set.cards", "set")
    return parsed


def asked(note: Note) -> list[tuple[str, str, str]]:
    return [(card.key, card.prompt, card.answer) for card in cards_of(note, "", "")]


def test_each_fact_is_a_note_with_the_cards_that_were_made_of_it(tmp_path: Path) -> None:
    parsed = read(packed(tmp_path / "set.cards"))

    assert parsed.deck.name == "My set"
    assert parsed.problems == ()
    plain, both, word, gaps = parsed.deck.notes
    assert asked(plain) == [("q", "go now", "가다")]
    assert (plain.tags, plain.file_id) == (("Verbs::a",), "f1")
    assert asked(both) == [("q", "one", "two"), ("r", "two", "one")]
    assert asked(word) == [("q", "水", "water"), ("r", "water", "水")]
    assert word.remark == "shui\nradical"
    assert asked(gaps) == [
        ("c1", "[city] is in Norway", "Oslo"),
        ("c2", "Oslo is in [...]", "Norway"),
    ]


def test_schedules_are_kept_card_by_card(tmp_path: Path) -> None:
    parsed = read(packed(tmp_path / "set.cards"))

    (first,), (gap,) = parsed.pasts[0], parsed.pasts[3]
    assert (first.key, first.interval_days, first.ease_permille) == ("q", 10, 2300)
    assert (first.repetitions, first.lapses) == (4, 1)
    assert first.due_day == date(2024, 3, 30).toordinal()
    assert (gap.key, gap.interval_days) == ("c2", 6)
    assert set(parsed.pasts) == {0, 3}


def test_media_come_with_plain_names(tmp_path: Path) -> None:
    path = packed(tmp_path / "set.cards", **{"a.png": "pic", "figs/b.ogg": "snd"})

    _, media = read_mnemosyne(path, "set.cards", "set")

    assert [(each.name, each.size) for each in media] == [("a.png", 3), ("b.ogg", 3)]
    with media[1].open() as file:
        assert file.read() == b"snd"


@pytest.mark.parametrize(
    "name", ["../up.png", "/etc/cron", "a/../../b", "C:\\x.png", "a\\b", "./a", "x" * 300]
)
def test_a_name_that_points_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError) as caught:
        read(packed(tmp_path / "set.cards", **{name: "x"}))
    assert caught.value.key == "exchange.bad_part_name"


@pytest.mark.parametrize(
    ("log", "key"),
    [
        ('<!DOCTYPE l [<!ENTITY a "ha">]><openSM2sync>&a;</openSM2sync>', "exchange.doctype"),
        ("<openSM2sync><log></openSM2sync>", "exchange.bad_xml"),
        ("<a>" * 20 + "</a>" * 20, "exchange.too_deep"),
        ("<openSM2sync>" + " " * 3_000_000 + "</openSM2sync>", "exchange.unpacks_too_large"),
    ],
)
def test_xml_that_could_do_harm_is_refused(tmp_path: Path, log: str, key: str) -> None:
    with pytest.raises(FileError) as caught:
        read(packed(tmp_path / "set.cards", log))
    assert caught.value.key == key


@pytest.mark.parametrize(
    "extra", ["__import__('os').system('true')", "{'index': -1}", "[" * 500, "{'index': 'x'}", ""]
)
def test_nothing_in_a_card_is_ever_run(tmp_path: Path, extra: str) -> None:
    log = (
        "<openSM2sync><log type='16' o_id='f'><f>a</f><b>b</b></log>"
        f"<log type='6' o_id='c' card_t='1' fact='f' fact_v='1.1'><extra>{extra}</extra></log>"
        "</openSM2sync>"
    )

    assert asked(read(packed(tmp_path / "set.cards", log)).deck.notes[0]) == [("q", "a", "b")]


def test_a_fact_with_nothing_to_ask_is_told(tmp_path: Path) -> None:
    log = (
        "<openSM2sync>\n<log type='16' o_id='f'><f> </f><b>b</b></log>"
        "<log type='6' o_id='c' card_t='1' fact='f' fact_v='1.1'></log></openSM2sync>"
    )
    parsed = read(packed(tmp_path / "set.cards", log))

    assert parsed.refused
    assert (2, "deck.empty_prompt") in [(each.line, each.key) for each in parsed.problems]


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_set_of_cards_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.cards"
    path.write_bytes(data)

    with pytest.raises(FileError) as caught:
        read_mnemosyne(str(path), "x.cards", "x")
    assert caught.value.key in ("exchange.bad_zip", "exchange.no_cards_xml")
