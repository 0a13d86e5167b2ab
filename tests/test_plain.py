"""The plain dialogue, driven as a script drives it, on a real session."""

import io
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.clock import Clock, Moment
from overmorrow.errors import NothingToStudyError
from overmorrow.jobs.asked import Limits
from overmorrow.jobs.generate_deck import write_deck
from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.study import StudySession
from overmorrow.messages import Messages
from overmorrow.plain import Dialogue, Lines
from overmorrow.settings import Settings
from overmorrow.store.database import Database, open_database
from tests.jobs.articles import accepted, offered

MONDAY_9_AM_MS = 1_795_424_400_000
FIRST_OFFER = (
    "Proposed 4 Good, in 1 d. Enter takes it, 0-5 change, y I was right, t typo, n I was wrong,"
    " u undo, o source, ? help."
)
OFFER = "Proposed 4 Good, in 1 d. Enter takes it, 0-5 change, y t n u o."
DECK = """\
---
deck: Rivers
lang: en
source: A river atlas
---
Q: Which river runs through Paris?
A: Seine
note: It ends in the Channel.

Q: How long is the Rhine, in km?
A: 1233
type: number

Q: Which river runs through Vienna?
A: Danube
not: Elbe | Rhine
type: choice
"""


class Ticking:
    """A clock that takes a second from one look to the next."""

    def __init__(self) -> None:
        self.wall_ms = MONDAY_9_AM_MS

    def __call__(self) -> Moment:
        self.wall_ms += 1000
        return Moment(self.wall_ms, 540)


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


def _import_rivers(database: Database, folder: Path, clock: Ticking) -> None:
    file = folder / "rivers.md"
    file.write_text(DECK, encoding="utf-8")
    apply_files(database, [plan_file(database, str(file))], clock())


@pytest.fixture
def rivers(tmp_path: Path, clock: Ticking) -> Iterator[Database]:
    database = open_database(str(tmp_path / "study.db"), durability="normal")
    _import_rivers(database, tmp_path, clock)
    yield database
    database.close()


def _talk(
    database: Database,
    clock: Clock,
    *typed: str,
    settings: Settings | None = None,
    limit: int | None = None,
    minutes: int | None = None,
) -> list[str]:
    """Return what is said when these lines are typed and then the input ends."""
    chosen = settings or Settings()
    session = StudySession(database, clock, chosen, None, Limits(cards=limit, minutes=minutes))
    target = io.StringIO()
    lines = Lines(io.StringIO("".join(f"{line}\n" for line in typed)), target, echo=True)
    Dialogue(session, lines, Messages("en"), clock, chosen).run()
    return target.getvalue().splitlines()


def test_a_card_is_asked_judged_saved_and_dated(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, "the Seine", "", limit=1)
    assert said.pop(4).startswith("Correct. ")
    assert said == [
        "All. 1 card. Commands begin with a colon. :? help, :q quit.",
        "1/1. New, text.",
        "Which river runs through Paris?",
        "answer> the Seine",
        "Answer: Seine.",
        "Source: A river atlas.",
        "Note: It ends in the Channel.",
        FIRST_OFFER,
        "score> ",
        "Saved. Next on Tuesday, November 24.",
        "",
        "Done. 1 card, 1 right at first sight. 1 s. Tomorrow 1, overmorrow 0.",
        ":u undo, Enter quit> ",
    ]


def test_what_the_keys_do_is_told_once(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, "Seine", "", "1233", "")
    assert [line for line in said if line.startswith("Proposed")] == [FIRST_OFFER, OFFER]


def test_every_line_ends_with_a_stop_and_holds_no_control(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, "x\x1b[31m", ":?", "2", "", "", "1", "", ":?", ":h")
    for line in said:
        prompt = "> " in line or line.endswith(">")
        assert not line or prompt or line.endswith((".", "?", ":")), line
        assert not any(unicodedata.category(sign) == "Cc" for sign in line)


def test_the_end_of_the_input_ends_the_session_with_everything_saved(
    rivers: Database, clock: Ticking
) -> None:
    said = _talk(rivers, clock, "Seine", "4", "123")
    assert said[-1].startswith("Done. 1 card")
    again = _talk(rivers, clock)
    assert again[0].startswith("All. 2 cards.")


def test_a_weak_answer_is_drilled_and_a_right_drill_needs_no_score(
    rivers: Database, clock: Ticking
) -> None:
    said = _talk(rivers, clock, "Loire", "", "Seine", limit=1)
    assert "Saved. Once more today." in said
    drill = said[said.index("Drill, 1 left.") :]
    assert drill[1:3] == ["Which river runs through Paris?", "answer> Seine"]
    assert drill[3].startswith("Correct. ")
    assert "Done for today." in drill
    assert not any(line.startswith("score>") for line in drill)


def test_an_overruled_answer_counts_from_then_on(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, "Sequana", "y", "", ":u", "Sequana", limit=1)
    offers = [line for line in said if line.startswith("Proposed")]
    assert offers[0].startswith("Proposed 1 Vague")
    assert offers[1].startswith("Proposed 4 Good")
    fresh = _talk(rivers, clock, "Sequana", "y", "", limit=1)
    assert "Undone. Answer: Which river runs through Paris?" in said
    assert "You had typed: Sequana." in said
    assert "Saved. Next on Tuesday, November 24." in fresh


def test_the_learner_may_be_stricter(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, "Seine", "n", "", limit=1)
    assert any(line.startswith("Proposed 2 Nearly") for line in said)
    assert "Saved. Once more today." in said


def test_an_overruling_is_said_before_what_it_brings(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, "Sequana", "y", "n", limit=1)
    told = [line for line in said if line.startswith("Counted as")]
    assert told == [
        "Counted as right. From now on it is an answer of this card.",
        "Counted as wrong.",
    ]
    assert said[said.index(told[0]) + 1].startswith("Proposed 4")


def test_at_the_score_only_what_is_offered_is_done(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, "Seine", "x", "i", "9", "seven", "4", limit=1)
    refused = [line for line in said if "means nothing here" in line]
    assert [line.partition(" ")[0] for line in refused] == ["‘x’", "‘i’", "‘9’", "‘seven’"]
    assert all("0-5 change" in line for line in refused)
    assert "Saved. Next on Tuesday, November 24." in said


def test_a_verdict_on_nothing_is_not_offered_to_be_overruled(
    rivers: Database, clock: Ticking
) -> None:
    said = _talk(rivers, clock, "", "y", "", limit=1)
    offer = next(line for line in said if line.startswith("Proposed 0"))
    assert "I was right" not in offer
    assert any(line.startswith("‘y’ means nothing here. Enter takes it") for line in said)


def test_hints_cap_what_is_proposed(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, ":h", ":h", "Seine", limit=1)
    assert any(line.startswith("Proposed 1 Vague") for line in said)


def test_a_choice_is_picked_by_its_number(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, ":b", ":b", "Danube")
    shown = [line for line in said if line[:3] in ("1. ", "2. ", "3. ")]
    assert sorted(line[3:].rstrip(".") for line in shown) == ["Danube", "Elbe", "Rhine"]
    number = next(line[0] for line in shown if "Danube" in line)
    assert any(line.startswith("Correct.") for line in _talk(rivers, clock, number))


def test_a_drill_that_is_taken_back_is_a_drill_again(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, "Loire", "", "12", "2", "Seine", ":u", limit=2)
    after = said[said.index("Undone. Answer: Which river runs through Paris?") :]
    assert "Drill, 2 left." in after
    assert "Which river runs through Paris?" in after


def test_a_looked_up_answer_is_graded_by_the_learner(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, ":a", "3", limit=1)
    assert "Grade yourself." in said
    assert "Saved. Once more today." in said


def test_two_colons_begin_an_answer_with_one(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, ":wq", "::wq", limit=1)
    assert any(line.startswith("There is no command ‘wq’") for line in said)
    assert any(line.startswith("Wrong.") for line in said)


def test_ankis_keys_mean_two_to_five(rivers: Database, clock: Ticking) -> None:
    settings = Settings(grade_keys="anki")
    said = _talk(rivers, clock, "Seine", "5", "0", "2", settings=settings, limit=1)
    assert any("1-4 change" in line for line in said)
    refused = [
        line.partition(" means nothing here.")[0] for line in said if "means nothing" in line
    ]
    assert refused == ["‘5’", "‘0’"]
    assert "Saved. Once more today." in said


def test_an_answer_that_is_thought_of_is_shown_by_enter(rivers: Database, clock: Ticking) -> None:
    settings = Settings(answering="self")
    said = _talk(rivers, clock, "", "", "1233", "", settings=settings, limit=2)
    assert said.count("Think of the answer, then look with Enter.") == 2
    assert not any("I don't know" in line for line in said)
    assert any(line.startswith("Correct.") for line in said), "what is typed is graded all the same"


def test_time_that_is_up_ends_after_the_card(rivers: Database, clock: Ticking) -> None:
    def slow() -> Moment:
        clock.wall_ms += 20_000
        return clock()

    said = _talk(rivers, slow, "Seine", "", ":u", "Seine", "", minutes=1)
    assert [line for line in said if line.startswith("Done.")] == [said[-2]] * 2
    assert said[-2].startswith("Done. 1 card")
    assert [line for line in said if line.endswith(". New, text.")] == ["1/3. New, text."] * 2


def test_nothing_to_study_is_said_so(rivers: Database, clock: Ticking) -> None:
    _talk(rivers, clock, ":s", ":s", ":s")
    with pytest.raises(NothingToStudyError):
        _talk(rivers, clock)


def test_suspended_cards_come_back_by_undo(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, ":s", ":b", ":u", ":u")
    assert [line for line in said if line.startswith("Which river runs")] == [
        "Which river runs through Paris?",
        "Which river runs through Vienna?",
        "Which river runs through Paris?",
    ]


@given(st.lists(st.text(max_size=8), max_size=6))
def test_whatever_is_typed_the_dialogue_ends(
    tmp_path_factory: pytest.TempPathFactory, typed: list[str]
) -> None:
    clock = Ticking()
    path = tmp_path_factory.mktemp("typed") / "study.db"
    with closing(open_database(str(path), durability="normal")) as database:
        _import_rivers(database, path.parent, clock)
        lines = ["".join(sign for sign in line if sign not in "\r\n") for line in typed]
        said = _talk(database, clock, *lines, limit=1)
    assert said[0].startswith("All. 1 card.")


def test_the_sentence_that_a_card_was_made_from_is_one_key_away(
    tmp_path: Path, clock: Ticking
) -> None:
    with closing(open_database(str(tmp_path / "study.db"), durability="normal")) as database:
        write_deck(database, accepted(offered(database), "김하람"), "달빛도서관", clock())
        said = _talk(database, clock, ":o", "김하람", "o", "")
    source = "이누리, 작은 도서관 이야기 (2026-03-02), 4번째 문단."
    before, after = [at for at, line in enumerate(said) if line == source]
    assert "김하람 씨" not in "".join(said[:before])
    assert said[after + 1] == "The text: 지금은 사서 김하람 씨와 자원봉사자 12명이 도서관을 지킨다."


def test_a_card_from_elsewhere_names_its_source_alone(rivers: Database, clock: Ticking) -> None:
    said = _talk(rivers, clock, "Seine", "o", "", limit=1)
    assert said.count("A river atlas.") == 1
    assert not any(line.startswith("The text:") for line in said)


def test_a_source_that_holds_the_answer_waits_for_it(tmp_path: Path, clock: Ticking) -> None:
    with closing(open_database(str(tmp_path / "study.db"), durability="normal")) as database:
        offers = offered(database, author="김하람")
        write_deck(database, accepted(offers, "김하람"), "달빛도서관", clock())
        said = _talk(database, clock, ":o", "김하람", "")
    assert "The source holds the answer; it is shown after you answer." in said
    assert not any("김하람" in line for line in said[: said.index("answer> 김하람")])
