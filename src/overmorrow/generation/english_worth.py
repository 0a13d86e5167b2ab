"""Says how much a span of an English sentence is worth asking for, and on which scale."""

from collections.abc import Sequence

from overmorrow.generation.english_definitions import WORTH
from overmorrow.generation.english_features import Surroundings, features
from overmorrow.generation.english_passing import passes
from overmorrow.generation.english_spans import Reading, Span
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_trivia import is_of_passer_by, is_of_scene
from overmorrow.generation.english_weights import share

_HALF = 0.125
"""The share of readers whose score is a half."""
_LEAST = {"gloss": 0.28, "cause": 0.14, "quote": 0.14, "list": 0.14, "pair": 0.09, "amounts": 0.12}
"""What forms are worth that people ask of an encyclopedia less than of other texts."""
_OF_MANY = (1.0, 1.0, 1.0, 0.85, 0.7, 0.55, 0.45)
"""What the questions on one sentence are worth beside its best ones, the likeliest first."""
_SHARES = ("None", "All", "Most", "Many", "Some", "Few", "Each")
_SUBJECTS = ("nsubj", "nsubjpass")


def worth(reading: Reading, span: Span, around: Surroundings, place: int) -> float:
    """Return how likely a reader is to ask for a span, 0-1.

    Args:
        reading: Its sentence.
        span: The span.
        around: What the article says.
        place: How many sentences stand before it in its paragraph.
    """
    if span.form == "definition":
        return WORTH
    seen = max(share(features(reading, span, around, place)), _LEAST.get(span.form, 0.0))
    if is_of_passer_by(reading, span) or passes(reading, span):
        return seen * 0.2
    if _is_state(reading, span):
        return seen * 0.15
    return max(seen * _dullness(reading, span), _least(reading.tokens, span))


def _least(tokens: Sequence[Token], span: Span) -> float:
    """Return what a span is worth at least, by where it stands."""
    if tokens[span.last - 1].pos != "PROPN" and not _is_defined(tokens, span):
        return 0.0
    if _has_state(tokens, span):
        return 0.2
    if _is_second_name(tokens, span) or _is_defined(tokens, span):
        return 0.11
    return 0.1 if _is_place(tokens, span) else 0.0


def _dullness(reading: Reading, span: Span) -> float:
    """Return what a span keeps of its worth, by how little it says."""
    if _is_bare_subject(reading, span) or _is_of_mood(reading, span):
        return 0.3
    if span.form in ("number", "unit", "counted") and is_of_scene(reading.tokens, span):
        return 0.3
    return 0.5 if _is_later(reading.tokens, span) else 1.0


def score(seen: float, nth: int = 0) -> float:
    """Return the score of a proposal, 0-1, on the scale of every language's makers.

    Shares are small: few readers ask for any one thing. The map keeps their order and
    makes .55 of two in thirteen, from where on a card is good enough to be taken unseen.

    Args:
        seen: How likely a reader is to ask for it.
        nth: How many better questions there are on its sentence.
    """
    seen *= _OF_MANY[min(nth, len(_OF_MANY) - 1)]
    return seen / (seen + _HALF)


def _is_state(reading: Reading, span: Span) -> bool:
    """Return whether a span only says in which country or state the place before it is."""
    tokens, first = reading.tokens, span.first
    if first < 3 or tokens[first - 1].text != "," or tokens[first].pos != "PROPN":
        return False
    at = first - 2
    while at >= 0 and tokens[at].pos == "PROPN":
        at -= 1
    is_led = 0 <= at < first - 2 and tokens[at].text.lower() in ("in", "at", "near", "to", "from")
    after = tokens[span.last].text.lower() if span.last < len(tokens) else "."
    in_row = any(row.first < first < row.last for row in reading.listings)
    return is_led and not in_row and after in (",", ".", ";", ")", "in", "on", "and", "where")


def _has_state(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether a place is followed by its country or state: Orm in "in Orm, Norland"."""
    last = span.last
    if span.form in ("list", "pair") or last + 1 >= len(tokens) or not span.first:
        return False
    is_place = tokens[last - 1].pos == "PROPN" and tokens[last].text == ","
    is_led = tokens[span.first - 1].text.lower() in ("in", "at", "near", "from")
    after = tokens[last + 1]
    end = tokens[last + 2].text if last + 2 < len(tokens) else "."
    return is_place and is_led and after.pos == "PROPN" and (end in ",.;" or after.entity == "GPE")


def _is_second_name(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether a span is the second of two names joined by "and"."""
    first = span.first
    if first < 2 or tokens[first - 1].text not in ("and", "&"):
        return False
    is_name = all(token.pos == "PROPN" for token in tokens[first : span.last])
    return is_name and tokens[first - 2].pos == "PROPN"


def _is_defined(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether a sentence opens with a span and says what it is: "Rye is a grass"."""
    after = tokens[span.last : span.last + 2]
    is_told = [token.text for token in after] in (["is", "a"], ["is", "an"], ["was", "a"])
    return span.first < 2 and is_told and span.last - span.first > 1


def _is_place(tokens: Sequence[Token], span: Span) -> bool:
    before = tokens[span.first - 1].text.lower() if span.first else ""
    head = tokens[span.last - 1]
    is_name = all(token.pos == "PROPN" for token in tokens[span.first : span.last])
    return is_name and before in ("in", "at") and head.entity in ("GPE", "FAC", "LOC")


def _is_later(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether a number only counts the time since what was told before it."""
    if span.form not in ("number", "unit", "counted") or tokens[span.first].pos != "NUM":
        return False
    after = tokens[span.first + 1 : span.first + 4]
    return any(token.text in ("later", "earlier") for token in after)


def _is_of_mood(reading: Reading, span: Span) -> bool:
    """Return whether a name is only said to be somehow: "Lind was already tired"."""
    tokens = reading.tokens
    if span.first > 1 or span.last + 1 >= len(tokens) or tokens[span.last - 1].pos != "PROPN":
        return False
    rest = tokens[span.last :]
    is_told = any(token.pos == "PROPN" for token in rest) or bool(reading.figures)
    said = [token for token in rest[1:4] if token.pos not in ("ADV", "PART")]
    return (
        rest[0].text in ("is", "was")
        and not is_told
        and bool(said)
        and said[0].pos in ("ADJ", "NOUN")
    )


def _is_bare_subject(reading: Reading, span: Span) -> bool:
    """Return whether a span is a subject without a name whose sentence tells more than it.

    That is "final bill" where the sentence says how much it was, and "engineers" in "none of the
    engineers".
    """
    tokens = reading.tokens
    if span.first == 3 and tokens[0].text in _SHARES and tokens[1].text == "of":
        return tokens[span.last - 1].pos == "NOUN"
    words = tokens[span.first : span.last]
    is_first = span.first < 2 and tokens[0].pos == "DET"
    if not is_first and words[-1].dep not in _SUBJECTS:
        return False
    if any(word.pos == "PROPN" for word in words) or not words[-1].is_noun:
        return False
    if span.form in ("list", "pair", "quote", "gloss", "cause", "purpose", "means"):
        return False
    rest = [token for token in tokens if not words[0].start <= token.start < words[-1].end]
    return bool(reading.figures) or any(token.pos == "PROPN" for token in rest[1:])
