from hypothesis import given
from hypothesis import strategies as st

from overmorrow.generation.proposal import Kind, Proposal
from overmorrow.generation.select import select


def proposal(
    answer: str,
    score: float,
    *,
    at: int = 0,
    sentence: int = 0,
    prompt: str = "",
    kind: Kind = Kind.NAME,
) -> Proposal:
    return Proposal(
        prompt=prompt or f"{answer}{at}{sentence}에 관한 물음은 무엇인가?",
        answer=answer,
        kind=kind,
        start=sentence,
        end=sentence + 100,
        answer_start=at,
        answer_end=at + len(answer),
        sentence="",
        score=score,
    )


def test_the_best_are_kept_in_the_articles_order() -> None:
    offered = [
        proposal("셋째", 0.9, sentence=200, at=210),
        proposal("첫째", 0.8, at=10),
        proposal("둘째", 0.1, sentence=100, at=110),
    ]
    assert [each.answer for each in select(offered, 2)] == ["첫째", "셋째"]


def test_the_same_words_are_asked_for_once() -> None:
    offered = [proposal("한강 다리", 0.5, at=3), proposal("다리", 0.6, at=6)]
    assert [each.answer for each in select(offered, 5)] == ["다리"]


def test_a_list_and_one_of_its_items_are_two_facts() -> None:
    offered = [
        proposal("물, 불, 흙", 0.9, at=3, kind=Kind.LIST),
        proposal("불", 0.5, at=6),
    ]
    assert len(select(offered, 5)) == 2


def test_much_the_same_prompts_with_one_answer_are_one_card() -> None:
    prompt = "1392년에 고려를 이어 조선을 세우고 한양으로 도읍을 옮긴 첫째 임금은 누구인가?"
    offered = [
        proposal("이성계", 0.9, prompt=prompt),
        proposal("이성계", 0.8, sentence=300, at=310, prompt=prompt.replace("첫째", "첫 번째")),
    ]
    assert len(select(offered, 5)) == 1


def test_cards_of_other_sentences_come_before_a_fifth_of_one() -> None:
    crowd = [proposal(f"낱말{at}", 0.6, at=10 * at) for at in range(6)]
    other = proposal("다른 말", 0.5, sentence=500, at=510)
    assert other in select([*crowd, other], 4)


@given(
    st.lists(
        st.tuples(
            st.text(alphabet="가나다라", min_size=1, max_size=3),
            st.floats(0, 1),
            st.integers(0, 40),
            st.integers(0, 3),
        ),
        max_size=20,
    ),
    st.integers(0, 10),
)
def test_no_two_chosen_are_one_fact_and_there_are_not_too_many(
    offered: list[tuple[str, float, int, int]], most: int
) -> None:
    chosen = select(
        [proposal(answer, score, at=at, sentence=100 * nth) for answer, score, at, nth in offered],
        most,
    )
    assert len(chosen) <= most
    places = [(each.start, each.answer_start, each.answer_end) for each in chosen]
    assert len(set(places)) == len(places)
    assert len({each.prompt for each in chosen}) == len(chosen)
