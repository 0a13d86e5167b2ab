"""Whatever a proposal says, its note reads back from the deck's file."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from overmorrow.cards.cloze import filled, read_gaps
from overmorrow.cards.deck import Deck
from overmorrow.cards.note import AnswerType
from overmorrow.generation.article import read_article
from overmorrow.generation.proposal import BLANK, Kind, Proposal
from overmorrow.jobs.generate_deck import write_deck
from overmorrow.jobs.import_plan import plan_files
from overmorrow.jobs.offers import Offer, Offers, Standing
from overmorrow.jobs.proposal_notes import note_of, one_line
from overmorrow.store.database import open_database
from tests.jobs.articles import NOW

TEXT = "강 이야기\n\n강은 바다로 간다.\n"
PIECES = st.sampled_from(
    [
        *("{{", "}}", "{", "}", "::", ":", "|", "\\", "- ", "#", "---", "```", "Q:", "A:", "C:"),
        *("also:", "type: ", "^id", "<!--", "-->", "1:", "c1::", "\n", " ", "\t", "\x1b"),
        *("강", "바다", "river", "12:30", "3.14", "?", ",", ", ", "“", "[", "]"),
    ]
)
TEXTS = st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=12)
PROPOSALS = st.builds(
    lambda before, after, gap, answer, aliases, kind, items: Proposal(
        prompt=before + (BLANK if gap else "") + after,
        answer=answer,
        kind=Kind.NAME,
        start=7,
        end=17,
        answer_start=7,
        answer_end=8,
        sentence="강은 바다로 간다.",
        score=0.5,
        aliases=tuple(aliases),
        answer_type=kind,
        items=tuple(items),
    ),
    *(TEXTS, TEXTS, st.booleans(), TEXTS, st.lists(TEXTS, max_size=3)),
    st.sampled_from([AnswerType.TEXT, AnswerType.NUMBER, AnswerType.DATE, AnswerType.LIST]),
    st.lists(TEXTS, max_size=4),
)


@given(PROPOSALS)
def test_a_note_asks_what_its_proposal_asks(proposal: Proposal) -> None:
    note = note_of(proposal, "p2", Deck(name="강", lang="ko"))
    if note is None:
        return
    assert note.source == "p2"
    if note.is_cloze:
        (gap,) = read_gaps(note.prompt)
        assert gap.text == one_line(proposal.answer)
        whole = one_line(proposal.prompt).replace(BLANK, gap.text)
        assert filled(note.prompt, (gap,)).split() == whole.split()
    else:
        assert note.prompt == one_line(proposal.prompt)
        answer = ", ".join(item.text for item in note.items) or one_line(proposal.answer)
        assert note.answer == answer


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PROPOSALS, min_size=1, max_size=6), TEXTS, TEXTS, TEXTS)
@example([], "강::  ::", "제목: ---", "tags: x")
def test_a_written_deck_imports_as_known(
    proposals: list[Proposal], name: str, title: str, author: str
) -> None:
    article = read_article(TEXT, title=title, author=author)
    offers = tuple(
        Offer(proposal, f"{place}", Standing.ACCEPTED) for place, proposal in enumerate(proposals)
    )
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "study.db")
        with closing(open_database(path, durability="normal")) as database:
            done = write_deck(database, Offers(article, offers, {}), f"강 {name}", NOW)
            assert done.cards + done.left_out == len(offers)
            if done.cards:
                (plan,) = plan_files(database, [done.path])
                assert plan.is_empty
                assert sum(len(deck.unchanged) for deck in plan.decks) == done.cards
