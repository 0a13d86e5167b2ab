import pytest

from overmorrow.generation.article import read_article
from overmorrow.generation.proposal import Doubt, Kind
from overmorrow.generation.verify import Refusal
from overmorrow.jobs.offers import Offer, Offers, keyed
from overmorrow.jobs.reviewing import Reviewing
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.marked_text import Marks
from overmorrow.tui.proposal_rows import View, brief, card_rows, doubt_rows, proposal_rows
from overmorrow.tui.review_rows import list_rows, nothing_rows
from overmorrow.tui.rows import Row
from tests.tui.generating import TEXT, korean_proposals

SIZES = [(80, 24), (40, 15), (120, 40), (60, 18)]


def words(rows: list[Row]) -> str:
    return "\n".join("".join(text for text, _ in row) for row in rows)


def view_of(size: tuple[int, int] = (80, 24), language: str = "ko") -> View:
    return View(Frame(*size), Messages(language), Marks())


def reviewing_of(count: int = 6) -> Reviewing:
    made = [Offer(each, key) for key, each in keyed(korean_proposals())][:count]
    return Reviewing(Offers(read_article(TEXT), tuple(made), {}))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_name_and_a_reason(kind: Kind, language: str) -> None:
    offer = Offer(korean_proposals()[0]._replace(kind=kind), "k")
    assert "0.63" in words(card_rows(offer, view_of(language=language)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("doubt", list(Doubt))
def test_every_doubt_is_told(doubt: Doubt, language: str) -> None:
    offer = Offer(korean_proposals()[0]._replace(doubts=(doubt,)), "k")
    assert len(doubt_rows(offer, view_of(language=language))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_told_with_its_count(language: str) -> None:
    refused = {rule: place for place, rule in enumerate(Refusal, 3)}
    reviewing = Reviewing(Offers(read_article(TEXT), (), refused))
    shown = words(nothing_rows(reviewing, view_of(language=language)))
    assert all(f" {count}  " in shown for count in refused.values())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("at", range(6))
def test_proposal_fits_its_room_with_prompt_answer_and_sentence(
    at: int, size: tuple[int, int]
) -> None:
    reviewing = reviewing_of()
    reviewing.at = at
    view = view_of(size)
    room = size[1] - 5
    rows = proposal_rows(reviewing, room, view)
    proposal = korean_proposals()[at]
    shown = " ".join(words(rows).split())
    assert len(rows) <= room
    assert max(cells.cell_len(words([row])) for row in rows) <= view.frame.page_cells
    assert proposal.answer in shown
    assert proposal.sentence[:8] in shown


def test_long_list_at_the_side_keeps_the_chosen_one_in_sight() -> None:
    made = [
        Offer(korean_proposals()[0]._replace(prompt=f"물음 {number}"), str(number))
        for number in range(200)
    ]
    reviewing = Reviewing(Offers(read_article(TEXT), tuple(made), {}))
    for at in (0, 99, 199):
        reviewing.at = at
        rows = list_rows(reviewing, 20, view_of((120, 40)))
        assert len(rows) == 20
        assert f"> 바이칼호 · 물음 {at}" in words(rows)


def test_long_prompt_is_cut_after_three_rows() -> None:
    offer = Offer(korean_proposals()[0]._replace(prompt="아주 긴 물음 " * 60), "k")
    assert words(card_rows(offer, view_of())).count("아주 긴") < 30


def test_gap_of_a_long_prompt_is_in_sight() -> None:
    prompt = "아주 긴 문장의 앞부분이 이만큼 있고 그 뒤에 ____가 온다고 한다."
    assert brief(prompt, 30).startswith("…")
    assert "____" in cells.cut(brief(prompt, 30), 30)
    assert brief(prompt, 80) == prompt
    assert brief("빈칸이 없는 긴 물음은 무엇인가?", 10) == "빈칸이 없는 긴 물음은 무엇인가?"
