"""What the learner says of an answer stands in the note and its file from then on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from overmorrow.cards.verdict import Verdict
from overmorrow.jobs.asked import Limits
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.maintain import take_back
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import DECK, SteppingClock
from tests.jobs.studied import card_of, imported


@pytest.fixture
def river(empty: Database, deck_file: Path, clock: SteppingClock) -> Iterator[Database]:
    """The small deck, imported from its file."""
    imported(empty, deck_file, clock)
    yield empty
    empty.close()


def sitting(database: Database, clock: SteppingClock, prompt: str) -> StudySession:
    """Return a sitting that begins with the card of a prompt."""
    only = Limits(only=(card_of(database, prompt),))
    return StudySession(database, clock, Settings(), None, only)


def studied(database: Database, clock: SteppingClock) -> StudySession:
    return StudySession(database, clock, Settings())


def verdict_on(session: StudySession, typed: str) -> Verdict | None:
    grading = session.judge(typed).grading
    return grading.verdict if grading else None


def answer_with_learning(session: StudySession, typed: str) -> None:
    session.rate(session.right(session.judge(typed), "learn"), 4)


def test_a_learned_answer_stands_in_the_file_and_counts(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    session = studied(river, clock)
    assert verdict_on(session, "Arisu") is Verdict.WRONG
    answer_with_learning(session, "Arisu")
    assert deck_file.read_text(encoding="utf-8") == DECK.replace(
        "also: Hangang", "also: Hangang | Arisu"
    )
    assert plan_file(river, str(deck_file)).is_empty
    assert verdict_on(sitting(river, clock, "Seoul"), "Arisu") is Verdict.CORRECT


def test_one_undo_takes_the_answer_and_what_it_taught_back_and_redo_does_both_again(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    session = studied(river, clock)
    before = river.rows("SELECT * FROM card ORDER BY id")
    answer_with_learning(session, "Arisu")
    after = river.rows("SELECT * FROM card ORDER BY id")
    text = deck_file.read_bytes()

    returned = session.undo()
    assert returned is not None
    assert returned.typed == "Arisu"
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert river.rows("SELECT * FROM card ORDER BY id") == before
    assert session.undo() is None

    session.redo()
    assert deck_file.read_bytes() == text
    assert river.rows("SELECT * FROM card ORDER BY id") == after
    assert session.undo() is not None
    assert deck_file.read_text(encoding="utf-8") == DECK


def test_the_command_takes_both_back_too(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    answer_with_learning(studied(river, clock), "Arisu")
    taken = take_back(river, clock, Settings())
    assert taken is not None
    assert taken.what == "card"
    assert deck_file.read_text(encoding="utf-8") == DECK


def test_a_refused_answer_never_counts_again(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    session = studied(river, clock)
    judged = session.refuse(session.judge("the Hangang"))
    assert (judged.overruled, judged.proposed) == ("wrong", 2)
    session.rate(judged, judged.proposed)
    assert "\nnot: the Hangang\n" in deck_file.read_text(encoding="utf-8")
    later = sitting(river, clock, "Seoul")
    grading = later.judge("The hangang").grading
    assert grading is not None
    assert (grading.verdict, grading.reason) == (Verdict.WRONG, "refused")
    assert verdict_on(later, "Hangang") is Verdict.CORRECT
    session.undo()
    assert deck_file.read_text(encoding="utf-8") == DECK


def test_a_refused_answer_is_no_other_answer_any_more(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    session = studied(river, clock)
    judged = session.refuse(session.judge("Hangang"))
    session.rate(judged, judged.proposed)
    text = deck_file.read_text(encoding="utf-8")
    assert "also: Hangang" not in text
    assert "\nnot: Hangang\n" in text
    assert verdict_on(sitting(river, clock, "Seoul"), "Hangang") is Verdict.WRONG
    session.undo()
    assert deck_file.read_text(encoding="utf-8") == DECK


def test_a_file_that_was_changed_meanwhile_is_left_and_the_answer_counts_all_the_same(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    by_hand = DECK + "\nQ: more\nA: yes\n"
    deck_file.write_text(by_hand, encoding="utf-8")
    session = studied(river, clock)
    answer_with_learning(session, "Arisu")
    assert session.untaught == "Arisu"
    assert deck_file.read_text(encoding="utf-8") == by_hand
    assert verdict_on(sitting(river, clock, "Seoul"), "Arisu") is Verdict.CORRECT


def test_a_list_keeps_a_learned_answer_with_its_answers_only(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    session = studied(river, clock)
    while session.asked is not None and "oceans" not in session.asked.card.prompt:
        session.rate(session.reveal(), 5)
    answer_with_learning(session, "the three big ones")
    assert session.untaught == "the three big ones"
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert verdict_on(sitting(river, clock, "oceans"), "the three big ones") is Verdict.CORRECT


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        pytest.param("Pacific, Atlantic, Bharat Sea", "- Indian | Bharat Sea", id="missing"),
        pytest.param("Atlantik, Indian, Pacific", "- Atlantic | Atlantik", id="a-close-one"),
    ],
)
def test_an_item_of_a_list_gets_the_name_that_was_typed_for_it(
    river: Database, deck_file: Path, clock: SteppingClock, typed: str, line: str
) -> None:
    session = sitting(river, clock, "oceans")
    assert verdict_on(session, typed) is not Verdict.CORRECT
    answer_with_learning(session, typed)
    assert session.untaught == ""
    item = line.split(" | ", maxsplit=1)[0]
    assert deck_file.read_text(encoding="utf-8") == DECK.replace(f"{item}\n", f"{line}\n")
    assert plan_file(river, str(deck_file)).is_empty
    assert verdict_on(sitting(river, clock, "oceans"), typed) is Verdict.CORRECT
    assert verdict_on(sitting(river, clock, "oceans"), "Pacific, Atlantic") is not Verdict.CORRECT
    session.undo()
    assert deck_file.read_text(encoding="utf-8") == DECK


@pytest.mark.parametrize("typed", ["Pacific, Red, Black", "Pacific", "Pacific, Atlantic, R, B"])
def test_a_list_does_not_guess_which_item_a_name_is_for(
    river: Database, deck_file: Path, clock: SteppingClock, typed: str
) -> None:
    session = sitting(river, clock, "oceans")
    answer_with_learning(session, typed)
    assert session.untaught == typed
    assert deck_file.read_text(encoding="utf-8") == DECK


def test_a_choice_that_was_right_too_is_no_wrong_one_any_more(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    file = tmp_path / "choice.md"
    text = "Q: A river in Paris?\nA: Seine\nnot: Marne | Loire\ntype: choice\n"
    file.write_text(text, encoding="utf-8")
    imported(empty, file, clock)
    session = studied(empty, clock)
    answer_with_learning(session, "Marne")
    written = file.read_text(encoding="utf-8")
    assert "\nalso: Marne\n" in written
    assert "\nnot: Loire\n" in written
    again = sitting(empty, clock, "Paris")
    assert again.asked is not None
    assert sorted(again.asked.choices) == ["Loire", "Seine"]
    session.undo()
    assert file.read_text(encoding="utf-8") == text
    answer_with_learning(studied(empty, clock), "La Seine")
    assert "\nalso: La Seine\n" in file.read_text(encoding="utf-8")


def test_the_other_way_round_says_that_only_the_log_has_it(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    file = tmp_path / "both.md"
    text = "Q: Paris\nA: Seine\nboth: yes\n"
    file.write_text(text, encoding="utf-8")
    imported(empty, file, clock)
    reversed_card = empty.number("SELECT max(id) FROM card") or 0
    session = StudySession(empty, clock, Settings(), None, Limits(only=(reversed_card,)))
    assert session.asked is not None
    assert session.asked.card.key == "r"
    answer_with_learning(session, "Lutetia")
    assert session.untaught == "Lutetia"
    assert file.read_text(encoding="utf-8") == text


def test_wrong_after_all_is_never_offered_more_than_hints_leave(
    river: Database, clock: SteppingClock
) -> None:
    session = studied(river, clock)
    offers = [session.wrong(session.judge("Hangang", hints=hints)).proposed for hints in range(3)]
    assert offers == [2, 2, 1]
