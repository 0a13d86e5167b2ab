from collections.abc import Mapping

from overmorrow.generation.article import read_article
from overmorrow.generation.proposal import Kind
from overmorrow.jobs.offers import Like, Offer, Offers, Standing, keyed
from overmorrow.jobs.reviewing import Reviewing, Shown, Wording
from tests.tui.generating import TEXT, korean_proposals, proposal

ACCEPTED, DROPPED, OPEN = Standing.ACCEPTED, Standing.DROPPED, Standing.OPEN
LIKE = Like("깊이?", "천육백", "물")


def offers_of(*changes: Mapping[str, object]) -> Offers:
    """Return the offers of the article, each changed by the fields at its place."""
    made = [Offer(each, key) for key, each in keyed(korean_proposals())]
    for at, fields in enumerate(changes):
        made[at] = made[at]._replace(**fields)  # type: ignore[arg-type]  # the test names the fields
    return Offers(read_article(TEXT), tuple(made), {})


def standings(reviewing: Reviewing) -> list[Standing]:
    return [offer.standing for offer in reviewing.offers.offers]


def test_begins_with_the_first_that_is_open() -> None:
    assert Reviewing(offers_of({"standing": ACCEPTED}, {"standing": DROPPED})).at == 2


def test_deciding_goes_on_to_the_next() -> None:
    reviewing = Reviewing(offers_of())
    assert reviewing.decide(ACCEPTED)
    assert reviewing.decide(DROPPED)
    assert reviewing.at == 2
    assert standings(reviewing)[:3] == [ACCEPTED, DROPPED, OPEN]


def test_what_is_decided_leaves_the_open_ones() -> None:
    reviewing = Reviewing(offers_of())
    reviewing.show_next()
    reviewing.decide(ACCEPTED)
    assert reviewing.shown is Shown.OPEN
    assert reviewing.places == [1, 2, 3, 4, 5]
    reviewing.move(1)
    reviewing.decide(DROPPED)
    assert reviewing.at == 3
    assert reviewing.places == [1, 3, 4, 5]


def test_last_open_one_leaves_nothing_to_choose() -> None:
    done = {"standing": ACCEPTED}
    reviewing = Reviewing(offers_of(done, done, done, done, done))
    reviewing.show_next()
    reviewing.decide(DROPPED)
    assert reviewing.chosen is None
    assert not reviewing.decide(ACCEPTED)
    assert reviewing.undo()
    assert reviewing.chosen is not None


def test_undo_goes_back_to_the_very_beginning() -> None:
    reviewing = Reviewing(offers_of({"like": LIKE}))
    before = reviewing.offers
    reviewing.merge()
    reviewing.edit(Wording("새 앞", "새 답", ()))
    reviewing.decide(ACCEPTED)
    reviewing.next_form()
    reviewing.accept_from(0.7)
    for _ in range(5):
        assert reviewing.undo()
    assert reviewing.offers == before
    assert reviewing.at == 0
    assert not reviewing.undo()


def test_card_of_a_deck_stays_as_it_is() -> None:
    reviewing = Reviewing(offers_of({"standing": ACCEPTED, "is_card": True, "like": LIKE}))
    reviewing.move(-1)
    assert not reviewing.decide(DROPPED)
    assert not reviewing.edit(Wording("다른 앞", "답", ()))
    assert not reviewing.merge()
    assert not reviewing.undo()


def test_edit_keeps_the_key_and_says_so() -> None:
    reviewing = Reviewing(offers_of())
    key = reviewing.offers.offers[0].key
    assert reviewing.edit(Wording("어느 호수인가?", "바이칼호", ("바이칼",)))
    edited = reviewing.offers.offers[0]
    assert (edited.key, edited.edited) == (key, True)
    assert edited.proposal.aliases == ("바이칼",)
    assert not reviewing.edit(Wording("어느 호수인가?", "바이칼호", ("바이칼",)))


def test_other_forms_come_round_again() -> None:
    reviewing = Reviewing(offers_of())
    assert not reviewing.next_form()
    reviewing.move(1)
    asked = reviewing.offers.offers[1].proposal.prompt
    assert reviewing.next_form()
    assert reviewing.offers.offers[1].proposal.prompt == "바이칼호의 깊이는 ____다."
    assert reviewing.next_form()
    assert reviewing.offers.offers[1].proposal.prompt == asked


def test_merging_adds_the_other_answer_once() -> None:
    reviewing = Reviewing(offers_of({"like": LIKE}))
    assert reviewing.merge() == "천육백"
    assert reviewing.offers.offers[0].proposal.aliases == ("천육백",)
    assert reviewing.merge() == ""


def test_accepting_by_score_spares_decided_ones_and_those_like_a_card() -> None:
    reviewing = Reviewing(offers_of({}, {"like": LIKE}, {"standing": DROPPED}))
    assert reviewing.accept_from(0.63) == 3
    assert standings(reviewing) == [ACCEPTED, OPEN, DROPPED, ACCEPTED, OPEN, ACCEPTED]


def test_doubtful_ones_have_a_doubt_or_are_like_a_card() -> None:
    reviewing = Reviewing(offers_of({"like": LIKE}))
    while reviewing.shown is not Shown.DOUBTFUL:
        reviewing.show_next()
    assert reviewing.places == [0, 3, 4]


def test_paragraphs_are_gone_through_one_by_one() -> None:
    reviewing = Reviewing(offers_of())
    reviewing.move_paragraph(1)
    assert reviewing.at == 4
    reviewing.move_paragraph(1)
    assert reviewing.at == 5
    reviewing.move_paragraph(-1)
    assert reviewing.at == 0


def test_siblings_are_of_the_same_sentence() -> None:
    reviewing = Reviewing(offers_of())
    reviewing.move(1)
    assert reviewing.siblings == [1, 2]


def better(*changes: Mapping[str, object]) -> Offers:
    """Return what better tools make: other words, one more, and two that they do not make."""
    made = list(korean_proposals())
    made[1] = made[1]._replace(prompt="바이칼호는 얼마나 깊은가?")
    more = proposal(TEXT, "우리는 어제 리스트뱐카에 도착했다.", "리스트뱐카", "어디에?", Kind.PLACE)
    offers = [Offer(each, key) for key, each in keyed([*made[1:4], more])]
    for at, fields in enumerate(changes):
        offers[at] = offers[at]._replace(**fields)  # type: ignore[arg-type]  # the test names the fields
    return Offers(read_article(TEXT), tuple(offers), {})


def prompts(reviewing: Reviewing) -> list[str]:
    return [offer.proposal.prompt for offer in reviewing.offers.offers]


def test_better_proposals_take_the_place_of_open_ones() -> None:
    reviewing = Reviewing(offers_of())
    assert reviewing.replace(better())
    assert prompts(reviewing)[0] == "바이칼호는 얼마나 깊은가?"
    assert len(prompts(reviewing)) == 4
    assert not reviewing.replace(better())


def test_what_was_decided_stays_when_better_proposals_come() -> None:
    reviewing = Reviewing(offers_of())
    reviewing.decide(DROPPED)
    reviewing.decide(ACCEPTED)
    reviewing.edit(Wording("바이칼호는 얼마나 긴가?", "636km", ()))
    looked_at = reviewing.offers.offers[reviewing.at].key
    reviewing.replace(better())
    assert standings(reviewing)[:2] == [DROPPED, ACCEPTED]
    assert prompts(reviewing)[1:3] == ["바이칼호의 깊이는 몇 m인가?", "바이칼호는 얼마나 긴가?"]
    assert reviewing.offers.offers[reviewing.at].key == looked_at


def test_undo_reaches_back_beyond_better_proposals() -> None:
    reviewing = Reviewing(offers_of())
    reviewing.move(1)
    reviewing.decide(ACCEPTED)
    reviewing.replace(better())
    assert reviewing.undo()
    assert standings(reviewing) == [OPEN] * 4
    assert prompts(reviewing)[0] == "바이칼호는 얼마나 깊은가?"


def test_decision_that_was_undone_is_not_brought_back_by_an_older_draft() -> None:
    reviewing = Reviewing(offers_of())
    reviewing.replace(better({"standing": ACCEPTED}))
    assert standings(reviewing)[0] is OPEN
