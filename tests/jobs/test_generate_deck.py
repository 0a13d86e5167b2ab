import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.note import AnswerType
from overmorrow.clock import Clock
from overmorrow.errors import FileError
from overmorrow.generation.proposal import Kind
from overmorrow.jobs.card_source import source_of
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.edit_note import edit_note
from overmorrow.jobs.export_deck import Export, export_deck
from overmorrow.jobs.generate_deck import Written, write_deck
from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_files
from overmorrow.jobs.maintain import take_back
from overmorrow.jobs.note_changes import Edit
from overmorrow.jobs.offers import Like, Offers, Standing
from overmorrow.settings import Settings
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, open_database
from tests.jobs.articles import DAY, NOW, TEXT, Fact, accepted, offered, standing
from tests.jobs.killed import run_killed

LIBRARY = "달빛도서관"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(open_database(str(tmp_path / "study.db"), durability="normal")) as database:
        yield database
        assert problems_of(database) == []


@pytest.fixture
def clock() -> Clock:
    return lambda: NOW


def written(database: Database, offers: Offers, deck: str = LIBRARY) -> Written:
    return write_deck(database, accepted(offers), deck, NOW)


def cards(database: Database) -> dict[str, int]:
    sql = """
        SELECT note.prompt, card.id FROM card JOIN note ON note.id = note_id
        WHERE note.vanished = 0"""
    return dict(database.rows(sql))


def counts(database: Database, *tables: str) -> list[int | None]:
    return [database.number(f"SELECT count(*) FROM {table}") for table in tables]


def test_the_file_says_what_was_accepted(database: Database, tmp_path: Path) -> None:
    done = written(database, offered(database))
    assert done.path == str(tmp_path / "decks" / "달빛도서관.md")
    assert (done.cards, done.left_out) == (3, 0)
    assert Path(done.path).read_text(encoding="utf-8") == (
        "---\n"
        "title: 작은 도서관 이야기\n"
        "deck: 달빛도서관\n"
        "lang: ko\n"
        "source: 이누리, 작은 도서관 이야기 (2026-03-02)\n"
        "---\n\n"
        "Q: 달빛도서관은 몇 년에 문을 열었나?\n"
        "A: 2011년\n"
        "also: 2011\n"
        "type: date\n"
        "from: p3\n\n"
        "C: 처음에는 책이 {{800권}}뿐이었다.\n"
        "type: number\n"
        "from: p3\n\n"
        "Q: 달빛도서관의 사서는 누구인가?\n"
        "A: 김하람\n"
        "from: p4\n"
    )


def test_the_file_imports_as_known(database: Database) -> None:
    done = written(database, offered(database))
    (plan,) = plan_files(database, [done.path])
    (deck,) = plan.decks
    assert (len(deck.new), len(deck.unchanged), deck.is_empty) == (0, 3, True)


def test_nothing_is_written_of_what_is_open(database: Database, tmp_path: Path) -> None:
    assert write_deck(database, offered(database), LIBRARY, NOW) == Written(None, "", 0, LIBRARY)
    assert not (tmp_path / "decks").exists()
    assert counts(database, "note", "deck", "source", "batch") == [0, 0, 0, 0]


def test_a_later_choice_goes_to_the_same_deck(database: Database) -> None:
    first = write_deck(database, accepted(offered(database), "2011년"), LIBRARY, NOW)
    offers = offered(database)
    assert offers.deck == LIBRARY
    assert [each.is_card for each in offers.offers] == [True, False, False]
    second = written(database, offers, offers.deck)
    assert (second.path, second.cards) == (first.path, 2)
    parsed = parse_deck(Path(second.path).read_text(encoding="utf-8"), "deck")
    assert [note.answer for note in parsed.deck.notes] == ["2011년", "", "김하람"]
    (plan,) = plan_files(database, [second.path])
    assert plan.is_empty
    third = written(database, offered(database))
    assert third.batch_id is None


def test_undo_takes_back_deck_file_and_source(database: Database, clock: Clock) -> None:
    done = written(database, offered(database))
    taken = take_back(database, clock, Settings())
    assert taken is not None
    assert (taken.what, taken.name, taken.file_left) == ("generated", "작은 도서관 이야기", "")
    assert not os.path.exists(done.path)
    tables = "note", "card", "deck", "deck_file", "source", "note_source"
    assert counts(database, *tables) == [0] * 6
    assert not any(each.is_card for each in offered(database).offers)
    assert written(database, offered(database)).path == done.path


def test_undo_of_more_leaves_what_was_there(database: Database, clock: Clock) -> None:
    done = write_deck(database, accepted(offered(database), "2011년"), LIBRARY, NOW)
    before = Path(done.path).read_bytes()
    written(database, offered(database))
    take_back(database, clock, Settings())
    assert Path(done.path).read_bytes() == before
    assert len(cards(database)) == 1
    (plan,) = plan_files(database, [done.path])
    assert plan.is_empty


def test_undo_leaves_a_file_that_was_changed_since(database: Database, clock: Clock) -> None:
    done = written(database, offered(database))
    with open(done.path, "a", encoding="utf-8") as file:
        file.write("\n내가 쓴 말\n")
    taken = take_back(database, clock, Settings())
    assert taken is not None
    assert taken.file_left == done.path
    assert cards(database) == {}
    assert os.path.exists(done.path)


def test_another_file_is_never_written_over(database: Database, tmp_path: Path) -> None:
    other = tmp_path / "decks" / "달빛도서관.md"
    other.parent.mkdir()
    other.write_text("mine", encoding="utf-8")
    with pytest.raises(FileError, match="not_this_decks"):
        write_deck(database, accepted(offered(database)), LIBRARY, NOW, path=str(other))
    assert cards(database) == {}
    done = written(database, offered(database))
    assert done.path == str(tmp_path / "decks" / "달빛도서관 2.md")
    assert other.read_text(encoding="utf-8") == "mine"


def test_a_file_changed_by_somebody_else_is_refused(database: Database) -> None:
    done = write_deck(database, accepted(offered(database), "2011년"), LIBRARY, NOW)
    with open(done.path, "a", encoding="utf-8") as file:
        file.write("\nQ: 하나?\nA: 둘\n")
    with pytest.raises(FileError, match="file_changed"):
        written(database, offered(database))
    assert len(cards(database)) == 1
    apply_files(database, plan_files(database, [done.path]), NOW)
    assert written(database, offered(database)).cards == 2


def test_a_deck_without_a_file_gets_none(database: Database, tmp_path: Path) -> None:
    table = tmp_path / "표.csv"
    table.write_text("앞,뒤\n하나,둘\n", encoding="utf-8")
    apply_files(database, plan_files(database, [str(table)]), NOW)
    with pytest.raises(FileError, match="deck_without_file"):
        written(database, offered(database), "표")


def test_dropped_stay_dropped(database: Database) -> None:
    offers = standing(accepted(offered(database), "2011년"), Standing.DROPPED, "800권")
    write_deck(database, offers, LIBRARY, NOW)
    again = offered(database)
    found = {each.proposal.answer: each.standing for each in again.offers}
    assert found == {
        "2011년": Standing.ACCEPTED,
        "800권": Standing.DROPPED,
        "김하람": Standing.OPEN,
    }
    write_deck(database, standing(again, Standing.OPEN, "800권"), LIBRARY, NOW)
    assert offered(database).offers[1].standing is Standing.OPEN


def test_a_card_taken_out_of_the_file_is_not_wanted(database: Database) -> None:
    done = written(database, offered(database))
    path = Path(done.path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("Q: 달빛도서관의 사서")], encoding="utf-8")
    apply_files(database, plan_files(database, [done.path]), NOW)
    assert len(cards(database)) == 2
    assert offered(database).offers[2].standing is Standing.DROPPED
    again = write_deck(database, accepted(offered(database), "김하람"), LIBRARY, NOW)
    assert (again.path, again.cards) == (done.path, 1)
    assert path.read_text(encoding="utf-8") == text
    assert source_of(database, cards(database)["달빛도서관의 사서는 누구인가?"]) is not None


def test_a_card_shows_its_place_in_the_article(database: Database) -> None:
    written(database, offered(database))
    place = source_of(database, cards(database)["처음에는 책이 {{800권}}뿐이었다."])
    assert place is not None
    assert (place.title, place.author, place.day) == ("작은 도서관 이야기", "이누리", DAY)
    assert place.paragraph == 3
    assert place.sentence_text == "처음에는 책이 800권뿐이었다."
    assert place.paragraph_text[slice(*place.answer)] == "800권"


def test_a_card_keeps_its_place_when_its_words_change(database: Database) -> None:
    written(database, offered(database))
    card = cards(database)["달빛도서관의 사서는 누구인가?"]
    edit_note(database, card, Edit(prompt="이 도서관을 지키는 사서의 이름은?"), NOW)
    place = source_of(database, card)
    assert place is not None
    assert place.paragraph_text[slice(*place.answer)] == "김하람"


def test_other_cards_have_no_place(database: Database, tmp_path: Path) -> None:
    deck = tmp_path / "강.md"
    deck.write_text("Q: 하나?\nA: 둘\n", encoding="utf-8")
    apply_files(database, plan_files(database, [str(deck)]), NOW)
    assert source_of(database, cards(database)["하나?"]) is None
    assert source_of(database, 999) is None


def test_a_card_that_is_there_is_named(database: Database, tmp_path: Path) -> None:
    deck = tmp_path / "마을.md"
    deck.write_text("Q: 달빛도서관의 사서는 누구인가요?\nA: 김하람\n", encoding="utf-8")
    apply_files(database, plan_files(database, [str(deck)]), NOW)
    found = [each.like for each in offered(database).offers]
    assert found == [None, None, Like("달빛도서관의 사서는 누구인가요?", "김하람", "마을")]


@pytest.mark.parametrize(
    ("answer", "sentence", "prompt"),
    [
        ("12:30", "솔내역의 첫 기차는 12:30에 떠난다.", "솔내역의 첫 기차는 {{1:12:30}}에 떠난다."),
        (
            "가람",
            "편지 틀의 {{이름}} 자리에 가람이 들어간다.",
            r"편지 틀의 \{{이름}} 자리에 {{가람}}이 들어간다.",
        ),
        ("a}}b", "마을의 옛 암호는 a}}b라고 한다.", "마을의 옛 암호는 ____라고 한다."),
        ("std::map", "언어의 표준 사전은 std::map라고 한다.", "언어의 표준 사전은 ____라고 한다."),
        (
            "ㄱ | ㄴ",
            "마을의 옛 암호는 ㄱ | ㄴ라고 한다.",
            r"마을의 옛 암호는 {{ㄱ \| ㄴ}}라고 한다.",
        ),
    ],
)
def test_marks_of_the_text_survive(
    database: Database, answer: str, sentence: str, prompt: str
) -> None:
    text = f"마을 소식\n\n{sentence}\n"
    done = written(database, offered(database, text, [Fact(answer)]), "소식")
    assert list(cards(database)) == [prompt]
    (plan,) = plan_files(database, [done.path])
    assert plan.is_empty


def test_a_list_has_its_items(database: Database) -> None:
    items = ("감자", "무", "배추")
    text = "밭 이야기\n\n밭에는 감자와 무와 배추가 자란다.\n"
    fact = Fact("감자와 무와 배추", "밭에 자라는 것 셋은?", Kind.LIST, AnswerType.LIST, items=items)
    done = written(database, offered(database, text, [fact]), "밭")
    assert "A:\n- 감자\n- 무\n- 배추\n" in Path(done.path).read_text(encoding="utf-8")
    (plan,) = plan_files(database, [done.path])
    assert plan.is_empty


def test_another_article_in_the_same_deck_is_named_at_each_card(database: Database) -> None:
    written(database, offered(database))
    text = "밭 이야기\n\n솔내마을의 넓은 밭에는 감자가 자란다.\n"
    done = written(database, offered(database, text, [Fact("감자")]))
    assert Path(done.path).read_text(encoding="utf-8").endswith("from: 이누리, 밭 이야기, p2\n")
    (plan,) = plan_files(database, [done.path])
    assert plan.is_empty


@pytest.mark.parametrize("until", ["begun", "prepared", "replaced"])
def test_what_stops_on_the_way_leaves_nothing(database: Database, until: str) -> None:
    def stop(at: str) -> None:
        if at == until:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_deck(database, accepted(offered(database)), LIBRARY, NOW, step=stop)
    assert counts(database, "note", "deck", "source", "note_source") == [0] * 4
    assert os.listdir(os.path.join(os.path.dirname(database.path), "decks")) == []


@pytest.mark.parametrize("until", ["begun", "prepared", "replaced"])
def test_a_kill_on_the_way_leaves_all_or_nothing(
    database: Database, tmp_path: Path, until: str
) -> None:
    run_killed(database.path, until)
    finish_edits(database, NOW)
    is_whole = until == "replaced"
    file = tmp_path / "decks" / f"{LIBRARY}.md"
    assert file.exists() == is_whole
    assert len(cards(database)) == (3 if is_whole else 0)
    done = written(database, offered(database))
    assert (done.path or str(file), done.cards) == (str(file), 0 if is_whole else 3)
    (plan,) = plan_files(database, [str(file)])
    assert plan.is_empty
    assert source_of(database, next(iter(cards(database).values()))) is not None


def test_the_same_text_is_the_same_article(database: Database) -> None:
    written(database, offered(database))
    other = offered(database, TEXT + "\n더 쓴 말이다.\n")
    assert not any(each.is_card for each in other.offers)
    assert all(each.like for each in other.offers)


def test_json_carries_the_article_to_another_collection(database: Database, tmp_path: Path) -> None:
    written(database, standing(offered(database), Standing.DROPPED, "800권"))
    out = str(tmp_path / "all.json")
    export_deck(database, Export(deck=None, format="json", out=out), NOW)
    with closing(open_database(str(tmp_path / "other.db"), durability="normal")) as other:
        apply_files(other, plan_files(other, [out]), NOW)
        assert counts(other, "source", "note_source") == [1, 3]
        card = cards(other)["달빛도서관의 사서는 누구인가?"]
        assert source_of(other, card) == source_of(
            database, cards(database)["달빛도서관의 사서는 누구인가?"]
        )
        assert all(each.is_card for each in offered(other).offers)
        assert apply_files(other, plan_files(other, [out]), NOW) is None
        take_back(other, lambda: NOW, Settings())
        assert counts(other, "source", "note_source", "note") == [0, 0, 0]


@pytest.mark.parametrize(
    ("was", "then"),
    [('"day": 739', '"day": -739'), ("달빛도서관은 2011년에", "달빛도서관은\\u001b 2011년에")],
)
def test_json_with_a_broken_article_is_refused(
    database: Database, tmp_path: Path, was: str, then: str
) -> None:
    written(database, offered(database))
    out = tmp_path / "all.json"
    export_deck(database, Export(deck=None, format="json", out=str(out)), NOW)
    text = out.read_text(encoding="utf-8")
    assert was in text
    out.write_text(text.replace(was, then), encoding="utf-8")
    with pytest.raises(FileError, match="damaged_json"):
        plan_files(database, [str(out)])
