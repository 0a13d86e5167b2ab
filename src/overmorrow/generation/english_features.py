"""Says what is seen of a span that could be an answer, in the words of the table of weights."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from overmorrow.generation.english_spans import Reading, Span
from overmorrow.generation.english_token import Token
from overmorrow.generation.word_lists import words_of

_FIGURES = frozenset(("date", "century", "decade", "range", "year", "money", "percent", "number"))
_PREPOSITIONS = words_of(
    "in on at by of to for from with as into over between about under through during after"
)
_NAMING = words_of("called named known titled dubbed termed nicknamed entitled")


class Surroundings(NamedTuple):
    """What the article as a whole says of a word's weight."""

    counts: Counter[str]
    """How often each noun stands in the article."""
    title: frozenset[str]
    """The words of its title."""


def surroundings(title: str, sentences: Iterable[Sequence[Token]]) -> Surroundings:
    """Return what an article's words and title say of its nouns."""
    counts: Counter[str] = Counter(
        token.text.lower() for tokens in sentences for token in tokens if token.is_noun
    )
    return Surroundings(counts, frozenset(title.lower().split()))


def features(reading: Reading, span: Span, around: Surroundings, place: int) -> Iterator[str]:
    """Yield what is seen of a span.

    Args:
        reading: Its sentence.
        span: The span.
        around: What the article says.
        place: How many sentences stand before it in its paragraph.
    """
    tokens = reading.tokens
    words = tokens[span.first : span.last]
    form = span.form
    kind = "figure" if form in _FIGURES else _kind(words)
    before = _before(tokens, span.first)
    yield "all="
    yield f"form={form}"
    yield f"kind={kind}"
    yield f"{kind} after={before}"
    yield f"{kind} before={_after(tokens, span.last)}"
    yield f"{kind} words={_length(len(words))}"
    yield f"sentence={min(place, 2)}"
    yield f"at={4 * span.first // max(1, len(tokens))}"
    yield f"long={min(4, len(tokens) // 12)}"
    if form in _FIGURES:
        return
    head = words[-1] if words[-1].is_noun else words[0]
    entity = next((word.entity for word in reversed(words) if word.entity), "")
    yield f"{kind} count={min(4, around.counts[head.text.lower()])}"
    yield f"first={words[0].pos}"
    yield f"det={_determiner(tokens, span.first)}"
    if head.tag in ("NNS", "NNPS"):
        yield "plural="
    if entity:
        yield f"entity={entity}"
    if head.dep:
        yield f"dep={head.dep}"
    if any(word.text.lower() in around.title for word in words):
        yield "in title="
    if any(word.text.lower() in _NAMING for word in tokens[max(0, span.first - 3) : span.first]):
        yield "after naming="


def _kind(words: Sequence[Token]) -> str:
    """Return `name`, `mixed` or `noun`: how much of it is written as a name."""
    capitals = sum(word.pos == "PROPN" for word in words)
    if capitals and words[-1].pos == "PROPN":
        return "name"
    return "mixed" if capitals else "noun"


def _before(tokens: Sequence[Token], first: int) -> str:
    at = first - 1
    while (at >= 0 and tokens[at].pos in ("DET", "ADJ")) or (at >= 0 and tokens[at].tag == "PRP$"):
        at -= 1
    if at < 0:
        return "start"
    token = tokens[at]
    word = token.text.lower()
    if word in _PREPOSITIONS:
        return word
    if token.lemma == "be":
        return "be"
    return token.text if token.pos == "PUNCT" and token.text in ",(—" else token.pos


def _after(tokens: Sequence[Token], last: int) -> str:
    if last >= len(tokens):
        return "end"
    token = tokens[last]
    word = token.text.lower()
    if word in ("of", "in", "and", "'s", "to") or token.pos == "PUNCT":
        return word
    return token.pos


def _determiner(tokens: Sequence[Token], first: int) -> str:
    if not first:
        return "none"
    token = tokens[first - 1]
    if token.pos == "DET":
        return "the" if token.text.lower() == "the" else "a"
    return token.tag if token.tag in ("PRP$", "POS") else "none"


def _length(words: int) -> str:
    return str(words) if words < 4 else "4-5" if words < 6 else "6+"
