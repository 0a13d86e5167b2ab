"""Runs under a Python that has `anki`: builds a package, or says what Anki finds in one.

Usage: anki_oracle.py build legacy|newest OUT.apkg
       anki_oracle.py dump OUT.json IN.apkg...
"""

# mypy: ignore-errors
# ruff: noqa: ANN001, ANN002, ANN201 - it runs where only Anki is installed
import base64
import json
import os
import sys
import tempfile
from pathlib import Path

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

CREATED = 1_600_000_000 - 1_600_000_000 % 86_400 + 4 * 3600
PICTURE = bytes(range(256)) * 7
SOUND = b"ID3" + b"\0\xff" * 500


def new_collection(folder):
    col = Collection(os.path.join(folder, "collection.anki2"))
    col.db.execute("update col set crt = ?", CREATED)
    col.close()
    return Collection(os.path.join(folder, "collection.anki2"))


def add(col, kind, deck, fields, tags=()):
    note = col.new_note(col.models.by_name(kind))
    note.fields = list(fields)
    note.tags = list(tags)
    col.add_note(note, col.decks.id(deck))
    return note


def own_note_type(col):
    kind = col.models.new("나의 유형")
    for name in ("앞", "뒤", "예문"):
        col.models.add_field(kind, col.models.new_field(name))
    for name, question in (
        ("하나", "{{앞}}"),
        ("둘", "{{뒤}}"),
        ("셋", "{{#예문}}{{예문}}{{/예문}}"),
    ):
        template = col.models.new_template(name)
        template["qfmt"] = question
        template["afmt"] = "{{FrontSide}}<hr id=answer>{{앞}} / {{뒤}}"
        col.models.add_template(kind, template)
    kind["css"] = ".card { color: teal; } /* 색 */"
    kind["sortf"] = 1
    col.models.add(kind)


def add_notes(col):
    own_note_type(col)
    col.media.write_data("그림 1.png", PICTURE)
    col.media.write_data("sound.mp3", SOUND)
    col.media.write_data("_style.css", b".x{}")
    col.media.write_data("unused.png", b"nobody names me")
    add(
        col,
        "Basic",
        "Default",
        ["plain", "a <b>bold</b> &amp; <i>x</i><br>line"],
        ["tag", "한::태그"],
    )
    add(col, "Basic", "Media", ['<img src="그림 1.png">', "[sound:sound.mp3]"])
    add(col, "Basic (and reversed card)", "한국어::단어::1과", ["물", "water"], ["leech"])
    add(col, "Basic (type in the answer)", "Typed", ["2 + 2 <> 5 [x]", "4"])
    add(col, "Cloze", "Cloze", ["{{c1::하나::hint}} and {{c2::two}}, {{c1::three}}", "extra"])
    add(col, "Cloze", "Cloze", ["{{c3::outer {{c5::inner}} }}", ""])
    add(col, "나의 유형", "한국어::문장", ["앞면", "뒷면", "예문이에요"])
    add(col, "나의 유형", "한국어::문장", ["앞면 2", "뒷면 2", ""])
    for number in range(30):
        add(col, "Basic", "Many", [f"front {number}", f"back {number}"])


def spread_cards(col):
    """Put the cards into every state there is, with reviews."""
    from anki.cards import FSRSMemoryState  # `anki.collection` must be loaded before it

    cards = [col.get_card(card_id) for card_id in col.db.list("select id from cards order by id")]
    for place, card in enumerate(cards):
        how = place % 7
        if how == 0:
            continue
        past = 1_700_000_000_000 + place * 1_000_003
        if how in (1, 2, 3):
            card.type = card.queue = 2
            card.due, card.ivl, card.factor = 1900 + place, 3 + place, 2500 - 10 * place
            card.reps, card.lapses = 4 + place, place % 3
        elif how == 4:
            card.type, card.queue, card.left = 1, 1, 1001
            card.due, card.reps = 1_795_000_000 + place, 1
        elif how == 5:
            card.type, card.queue, card.left = 3, 3, 1001
            card.due, card.ivl, card.factor = 1950 + place, 1, 1300
            card.reps, card.lapses = 9, 2
        if how == 2:
            card.memory_state = FSRSMemoryState(stability=12.5 + place, difficulty=5.25)
            card.desired_retention = 0.87
            card.custom_data = '{"v":"한"}'
        if how == 3:
            card.queue = -1
        col.update_card(card)
        for nth in range(how):
            row = (past + nth * 86_400_001, card.id, -1, 1 + (place + nth) % 4, nth or -600)
            rest = (nth - 1 or -60, 2500 - nth, 1000 + nth, (0, 1, 2, 1, 3, 5)[nth % 6])
            col.db.execute("insert into revlog values (?,?,?,?,?,?,?,?,?)", *row, *rest)
    col.set_user_flag_for_cards(3, [card.id for card in cards[5:9]])
    col.set_user_flag_for_cards(7, [cards[0].id])
    col.sched.suspend_cards([cards[0].id, cards[14].id])
    col.sched.bury_cards([cards[8].id, cards[15].id])
    options = col.decks.add_config("어려움")
    options["new"]["perDay"] = 3
    col.decks.update_config(options)
    deck = col.decks.by_name("Cloze")
    deck["conf"] = options["id"]
    deck["desc"] = "about <b>gaps</b>"
    col.decks.save(deck)
    # A card that was learned and then forgotten on purpose.
    col.sched.schedule_cards_as_new([cards[9].id], restore_position=True, reset_counts=False)


def build(path, is_legacy):
    with tempfile.TemporaryDirectory() as folder:
        col = new_collection(folder)
        add_notes(col)
        spread_cards(col)
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=is_legacy
        )
        col.export_anki_package(out_path=path, options=options, limit=None)
        col.close()


def dump(out, *packages):
    """Write what Anki has after it imported the packages one after another."""
    with tempfile.TemporaryDirectory() as folder:
        col = new_collection(folder)
        options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
        for path in packages:
            request = ImportAnkiPackageRequest(package_path=path, options=options)
            col.import_anki_package(request)
        Path(out).write_text(json.dumps(content(col), ensure_ascii=False, indent=1))
        col.close()


def content(col):
    used = col.db.list("select distinct mid from notes")
    models = {str(each): col.models.get(each) for each in used}
    for model in models.values():
        for key in ("mod", "usn", "req"):
            model.pop(key, None)
    names = {deck.id: deck.name for deck in col.decks.all_names_and_ids()}
    folder = Path(col.media.dir())
    decks = {}
    for deck_id, name in names.items():
        deck = col.decks.get(deck_id)
        options = col.decks.config_dict_for_deck_id(deck_id)
        for key in ("mod", "usn", "id"):
            options.pop(key, None)
        decks[name] = {"desc": deck["desc"], "options": options}
    cards = col.db.all(
        "select n.guid, c.ord, c.did, c.id, c.type, c.queue, c.due, c.ivl, c.factor, c.reps,"
        " c.lapses, c.left, c.odue, c.odid, c.flags, c.data from cards c"
        " join notes n on n.id = c.nid order by n.guid, c.ord"
    )
    return {
        "notes": col.db.all("select guid, id, mid, tags, flds, mod from notes order by guid"),
        "cards": [[*row[:2], names[row[2]], *row[3:]] for row in cards],
        "revlog": col.db.all(
            "select id, cid, ease, ivl, lastIvl, factor, time, type from revlog order by id"
        ),
        "models": models,
        "decks": decks,
        "media": {
            each.name: base64.b64encode(each.read_bytes()).decode()
            for each in sorted(folder.iterdir())
        },
        "check": col.fix_integrity()[0],
    }


if __name__ == "__main__":
    if sys.argv[1] == "build":
        build(sys.argv[3], sys.argv[2] == "legacy")
    else:
        dump(*sys.argv[2:])
