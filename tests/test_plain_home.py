"""The program in lines, started as a learner starts it: every job by its command."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TABLE = "문제,정답\n나일강이 흐르는 대륙은?,아프리카\n홀로\n메콩강이 흐르는 대륙은?,아시아\n"
ARTICLE = """2024년 3월 5일 화요일
바이칼 호수를 다녀와서

바이칼호는 러시아 시베리아 남동쪽에 있는 호수다. 깊이는 1,642m로 세계에서 가장 깊다. \
호수의 길이는 636km이고 너비는 79km다. 바이칼호에는 강 330여 개가 흘러든다.
"""
ASK = "what next? (Enter studies, :? help, :q quit)>"
HOW = (
    "Enter studies all, a number or a name that deck. Commands begin with a colon."
    " :? help, :q quit."
)
Talk = Callable[..., list[str]]


def environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        "QUIZ_DB": str(folder / "study.db"),
        "QUIZ_NOW": "2026-11-23T09:00",
        "PYTHONPATH": str(ROOT / "src"),
        "LC_ALL": "C.UTF-8",
    }


def talked(
    folder: Path, typed: tuple[str, ...], language: str = "en", **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(ROOT / "quiz.py"), "--plain", "--lang", language],
        input="".join(f"{line}\n" for line in typed).encode(),
        capture_output=True,
        env={**environment(folder), **more},
        check=False,
    )


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    def said(*typed: str, language: str = "en") -> list[str]:
        run = talked(tmp_path, typed, language)
        assert (run.returncode, run.stderr) == (0, b"")
        return run.stdout.decode().splitlines()

    return said


def after(said: list[str], typed: str) -> list[str]:
    """Return what was said after a line was typed, up to the next question at home."""
    start = next(n for n, line in enumerate(said) if line.endswith(f"> {typed}")) + 1
    ends = (n for n, line in enumerate(said) if n >= start and line.startswith(ASK))
    return said[start : next(ends, len(said))]


def test_the_decks_are_told_and_every_one_can_be_studied(talk: Talk) -> None:
    said = talk("1", ":q", ":q")
    assert said[:6] == [
        "overmorrow. Monday, November 23.",
        "Left today: 20 new, 0 reviews, 0 drills.",
        "Tomorrow 0, overmorrow 0.",
        "1. Alibaba 2015: 20 new, 0 reviews, 0 drills, 89 cards in all.",
        HOW,
        f"{ASK} 1",
    ]
    assert said[6].startswith("Alibaba 2015. 20 cards.")


@pytest.mark.parametrize("typed", ["quit", "q", "ㅂ", "끝"])
def test_a_command_needs_no_colon_where_no_answer_is_awaited(talk: Talk, typed: str) -> None:
    said = talk("?", "find 1999", ":q", typed, "not reached")
    assert after(said, "?")[0].startswith("Study: Enter all, ")
    assert any("Alibaba" in line for line in after(said, "find 1999"))
    assert said[-1] == f"{ASK} {typed}"


def test_commands_may_be_written_out_while_studying(talk: Talk) -> None:
    said = talk("1", "1999", "", ":undo", ":help", ":quit", ":q")
    assert "You had typed: 1999." in said
    assert any(line.startswith("Type the answer, then Enter.") for line in said)
    assert not any(line.startswith("There is no command") for line in said)


def test_the_end_of_the_input_leaves(talk: Talk) -> None:
    assert talk()[-1] == f"{ASK} "


def test_every_line_ends_with_a_stop_and_nothing_is_drawn(talk: Talk) -> None:
    for language in ("ko", "en"):
        said = talk("", "x", "", ":stats", ":q", ":decks", ":stats", ":?", ":q", language=language)
        for line in said:
            assert not line or ">" in line or line.endswith((".", "?", ":", "!")), line
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u2500-\u259f\u2800-\u28ff]", "\n".join(said))


def test_a_file_is_imported_after_its_plan_was_told_and_taken_back(
    talk: Talk, tmp_path: Path
) -> None:
    path = tmp_path / "강 이름.csv"
    path.write_bytes(TABLE.encode("cp949"))
    said = talk(f":import '{path}'", "v", "p", "h", "h", "", ":u", ":q")
    plan = after(said, f":import '{path}'")
    assert "New: 2." in plan
    assert "Refused: 1." in plan
    assert "1. 나일강이 흐르는 대륙은? = 아프리카." in said
    assert "New: 3." in after(said, "h")
    assert "2 cards are in." in said
    assert "2. 강 이름: 2 new, 0 reviews, 0 drills, 2 cards in all." in said
    assert not any(line.startswith("2. 강") for line in after(said, ":u"))


def test_a_reading_that_fails_is_told_and_the_one_before_stays(talk: Talk, tmp_path: Path) -> None:
    path = tmp_path / "rivers.csv"
    path.write_text("prompt,answer\nNile?,Africa\n", "utf-8")
    said = talk(f":import {path}", "s |", "e nope", "e utf-32", "", ":q")
    assert any("‘|’" in line for line in said)
    assert "There is no encoding ‘nope’. Example: e cp949." in said
    assert "1 card is in." in said


def test_an_import_that_is_left_changes_nothing(talk: Talk, tmp_path: Path) -> None:
    path = tmp_path / "rivers.csv"
    path.write_text("prompt,answer\nNile?,Africa\n", "utf-8")
    said = talk(f":import {path}", "n", ":q")
    assert "Left; nothing changed." in said
    assert not any("rivers:" in line for line in said)


def test_cards_are_made_of_an_article_one_by_one(talk: Talk, tmp_path: Path) -> None:
    path = tmp_path / "호수.txt"
    path.write_text(ARTICLE, "utf-8")
    said = talk(f":generate {path}", "a", "x", "e", "", "636 km", "a", "w", "Lakes", ":q")
    assert any(line.startswith("Lakes: 2 cards made.") for line in said)
    assert "2. Lakes: 2 new, 0 reviews, 0 drills, 2 cards in all." in said
    assert "636 km" in (tmp_path / "decks" / "Lakes.md").read_text("utf-8")


def test_a_pasted_article_that_is_left_goes_on_another_time(talk: Talk) -> None:
    lines = ARTICLE.splitlines()
    said = talk(":generate", ".", *lines, ".", "x", "q", ":q")
    assert "What was decided is kept; open the same article to go on." in said
    said = talk(":generate", ".", *lines, ".", "q", ":q")
    assert any(line.startswith("2/") for line in said)
    assert not any(line.startswith("1/") for line in said)


def test_the_card_that_is_asked_can_be_edited(talk: Talk) -> None:
    said = talk("", ":e", "Which year was it?", ":w", "1999", "", ":q", ":q")
    assert "Saved: Which year was it?" in said
    assert said.count("Which year was it?") == 1
    assert any(line.startswith("Correct.") for line in said)


def test_cards_are_found_looked_at_and_set_aside(talk: Talk) -> None:
    said = talk(":find Jack Ma", "1", "s 1 2", "m *", "q", ":find is:suspended", "e 1", ":q", "q")
    assert re.fullmatch(r"\d+ cards\.", after(said, ":find Jack Ma")[0])
    assert any(line.startswith("Prompt: ") for line in said)
    assert "Suspended: 2. :u takes it back." in said
    assert after(said, ":find is:suspended")[0] == "2 cards."
    assert "Nothing changed." in said


def test_what_was_done_to_found_cards_is_taken_back_without_leaving_them(talk: Talk) -> None:
    said = talk(":find Jack Ma", "s 1", ":u", ":browse is:suspended", ":nope", "q", ":q")
    assert after(said, ":u")[0].startswith("Undone.")
    assert after(said, ":browse is:suspended")[0] == "0 cards."
    assert after(said, ":nope")[0] == "There is no command ‘nope’. :? help."


def test_a_search_may_be_left_or_find_nothing(talk: Talk) -> None:
    said = talk(":find", ":q", ":find", "xyzzy", "", "q", ":q")
    assert after(said, ":find") == ["search (empty: all cards, :q leaves)> :q"]
    assert "0 cards." in said
    assert said[-1] == f"{ASK} :q"


def test_what_cannot_be_done_to_found_cards_is_told_and_they_stay(talk: Talk) -> None:
    said = talk(
        ":find Jack Ma", "99", "s 1 99", "f 9 1", "s 1", "q", ":find is:suspended", "q", ":q"
    )
    assert sum(line.startswith("Not in the list: 99.") for line in said) == 2
    assert any(line.startswith("Flags go from 1 to 7") for line in said)
    assert "Suspended: 1. :u takes it back." in said
    assert after(said, ":find is:suspended")[0] == "1 card."


def test_found_cards_may_be_left_for_a_sitting_which_is_not_begun_twice(talk: Talk) -> None:
    said = talk(":find Jack Ma", ":study", ":study", ":q", "q", ":q")
    assert "You are studying already. :q ends that, then choose." in said
    assert said[-1] == f"{ASK} :q"


def test_a_command_is_never_taken_for_the_text_of_a_card(talk: Talk, tmp_path: Path) -> None:
    path = tmp_path / "호수.txt"
    path.write_text(ARTICLE, "utf-8")
    said = talk(
        "", ":e", ":find x", "::colon", ":w", ":q", f":generate {path}", "e", ":q", "q", ":q"
    )
    assert "Saved: :colon." in said
    assert "Nothing changed." in said
    assert not any(line.startswith("Prompt: :") for line in said)


def test_a_search_that_is_not_understood_is_told(talk: Talk) -> None:
    said = talk(":find is:nothing", ":q")
    assert after(said, ":find is:nothing")[0].startswith("Search, column 1:")


def test_commands_of_the_command_line_work_and_errors_are_only_told(talk: Talk) -> None:
    said = talk(":settings new_per_day 5", ":decks", ":nope", ":help export", "no deck", ":q")
    assert "Left today: 5 new, 0 reviews, 0 drills." in after(said, ":decks")
    assert any("nope" in line for line in after(said, ":nope"))
    assert after(said, ":help export")[0].startswith("usage:")
    assert "No such deck: no deck. The command decks lists them." in after(said, "no deck")


def test_letters_typed_with_the_korean_keyboard_are_commands_too(talk: Talk) -> None:
    said = talk(":ㅅ", ":ㅂ")
    assert any("in a row" in line.lower() for line in after(said, ":ㅅ"))


def test_statistics_are_told_page_by_page_as_tables(talk: Talk) -> None:
    pages = [after(talk(f":stats {page}", ":q"), f":stats {page}") for page in range(1, 10)]
    assert len({page[0] for page in pages}) == 9
    assert not any(re.search(r"[=#:]{2}|[=#]\.", line) for page in pages for line in page[:-1])


@pytest.mark.parametrize(
    ("more", "says"),
    [
        pytest.param({"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}, "(iso8859-1)", id="latin-1"),
        pytest.param({"LC_ALL": "C.UTF-8"}, "", id="utf-8"),
    ],
)
def test_a_terminal_that_lacks_signs_is_told_so(
    tmp_path: Path, more: Mapping[str, str], says: str
) -> None:
    run = talked(tmp_path, (":q",), "ko", **more)
    assert run.returncode == 0
    first = run.stdout.decode("latin-1").splitlines()[0]
    assert ("are shown as ?" in first and says in first) is bool(says)


def test_a_clock_that_went_back_is_asked_about_once(tmp_path: Path) -> None:
    talked(tmp_path, ("1", "1999", "", ":q", ":q"), QUIZ_NOW="2026-11-23T09:00")
    run = talked(tmp_path, ("y", ":decks", ":q"), QUIZ_NOW="2026-11-14T09:00")
    assert run.returncode == 0
    assert b"9 days" in run.stderr
    assert run.stdout.count(b"Saturday, November 14") == 2
    refused = talked(tmp_path, ("n", ":q"), QUIZ_NOW="2026-11-14T09:00")
    assert refused.returncode == 1
