"""Decides when an English sentence needs the one before it to be understood."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.generation.english_antecedents import names_any
from overmorrow.generation.english_edits import Edit, closed, edited
from overmorrow.generation.english_pointers import Pointer
from overmorrow.generation.english_spans import Reading
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import OF_SPEAKER, PERSONAL, TIME_UNITS
from overmorrow.generation.pointers import points_away
from overmorrow.generation.word_lists import words_of

if TYPE_CHECKING:
    from overmorrow.generation.english_context import Setting

_SHORTEST, _LONGEST = 12, 140
_WORD = re.compile(r"\w+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_TELLING = words_of("of that which who where when between whose")
"""Words behind a noun that say which one is meant."""
_UNNAMED = words_of("answer pair former latter")
"""Nouns that nobody uses with "the" who has not spoken of what they mean."""
_BROKEN_OFF = re.compile(r"\b(?:cannot|not|did|does|do|can|could|would)(?:[,.;]| because\b)")
_TOLL = re.compile(
    r"(?:(?:Perhaps|About|Some|Nearly|At least) )?[\d,]+ people (?:died|were killed)"
)
"""Deaths whose cause is not told."""
_REACTIONS = words_of("reply response answer objection warning proof hint")
"""What can only be told of behind what it was given to."""
_THOUGHTS = words_of("idea proposal theory suggestion plan invention")
"""What nobody knows who has not read on what it was."""
_AT_THE_TIME = re.compile(
    r"(?:At|By|Until|Before) (?:the|this) time\b(?! (?:of|when|that|he|she|it|the))"
)
_GIVEN_TO = frozenset(("to", "of", "from", "that", "which", "for", "about", "against", "on"))
_COMPARED = re.compile(
    r"\b(?:better|worse|cheaper|stronger|weaker|faster|slower|richer|poorer|safer|easier)\b"
)


class Before(NamedTuple):
    """A sentence as the next one may take it along."""

    reading: Reading | None = None
    """None where it is of no use."""
    edits: tuple[Edit, ...] = ()
    """What makes it stand alone."""

    @classmethod
    def of(
        cls, reading: Reading, setting: "Setting | None", weight: int, *, has_topic: bool
    ) -> "Before":
        """Return a sentence for the next one.

        Args:
            reading: The sentence.
            setting: What makes it stand alone; None where nothing does.
            weight: How many of its words lean on what was said before.
            has_topic: Whether the article's title can stand before it.
        """
        if setting is None or weight or (setting.needs_topic and not has_topic):
            return cls()
        return cls() if '"' in reading.text else cls(reading, setting.edits)

    @property
    def text(self) -> str:
        """How it stands alone; empty where it would not, or would be too long."""
        if self.reading is None:
            return ""
        text = _IN_BRACKETS.sub("", closed(edited(self.reading.text, self.edits)))
        is_fit = _SHORTEST <= len(text) <= _LONGEST and text[-1] in ".!?"
        return text if is_fit and not points_away(text) else ""

    def explains(self, reading: Reading, found: Sequence[Pointer]) -> bool:
        """Return whether what a sentence points at may be found here.

        Args:
            reading: That sentence.
            found: Its words that point.
        """
        if self.reading is None:
            return False
        words = [reading.tokens[each.place].text.lower() for each in found]
        if not words or any(word in OF_SPEAKER for word in words):
            return False
        kinds = {each.kind for each in found}
        if "time" in kinds:
            return False
        wanted = kinds & set(PERSONAL.values())
        return all(names_any(self.reading, kind) for kind in wanted) and bool(self.text)

    def says(self, reading: Reading, nouns: Collection[str]) -> bool:
        """Return whether a sentence that leans on what was said leans on this.

        Args:
            reading: That sentence.
            nouns: What was spoken of so far.
        """
        if self.reading is None:
            return False
        known = set(nouns_of(self.reading))
        leaning = {_stem(token) for token in _leaning(reading, nouns)}
        is_later = is_pluperfect(reading) or _breaks_off(reading) or any(_compared(reading))
        is_later = is_later or reacts(reading)
        return (is_later or bool(leaning & (known | _UNNAMED))) and bool(self.text)


def lean(reading: Reading, nouns: Collection[str], shown: Collection[str]) -> int:
    """Return how much a sentence leans on what was said before, 0 for not at all.

    Args:
        reading: The sentence.
        nouns: What was spoken of so far.
        shown: The words of the article's title, as `words_shown` says them.
    """
    told = sum(_stem(token) not in shown for token in _leaning(reading, nouns))
    has_name = any(token.pos == "PROPN" for token in reading.tokens)
    told += 3 * _breaks_off(reading) + reacts(reading)
    return told * (1 if has_name else 2) + 2 * sum(1 for _ in _compared(reading))


def words_shown(title: str) -> frozenset[str]:
    """Return the words of a title, which the reader sees, in one form for one and many."""
    return frozenset({word.rstrip("s") for word in _WORD.findall(title.lower())})


def opens_with_known(reading: Reading, shown: Collection[str]) -> bool:
    """Return whether a sentence opens with what only the one before can have told: "The quarrel".

    Args:
        reading: The sentence.
        shown: The words of the article's title, as `words_shown` says them.
    """
    tokens = reading.tokens
    if _TOLL.match(reading.text) and not any(token.pos == "PROPN" for token in tokens):
        return not any(figure.is_time for figure in reading.figures)
    if tokens[0].text != "The" or not reading.chunks or reading.chunks[0].first:
        return False
    chunk = reading.chunks[0]
    head = tokens[chunk.last - 1]
    after = tokens[chunk.last].text.lower() if chunk.last < len(tokens) else ""
    is_one = head.tag != "NNS" or after in ("were", "was", "had")
    is_bare = chunk.last - chunk.core == 1 and head.pos == "NOUN" and is_one
    behind = tokens[chunk.last : chunk.last + 3]
    is_placed = (
        behind[:1] and behind[0].pos == "ADP" and any(each.pos == "PROPN" for each in behind)
    )
    is_told = is_placed or after in (*_TELLING, ",", "(")
    return is_bare and not is_told and _stem(head) not in shown


def is_pluperfect(reading: Reading) -> bool:
    """Return whether a sentence tells of what had been before something told elsewhere."""
    if " had " not in reading.text:
        return False
    tokens = reading.tokens
    verbs = [at for at, token in enumerate(tokens) if token.pos in ("VERB", "AUX")]
    return len(verbs) > 1 and tokens[verbs[0]].text == "had" and tokens[verbs[1]].tag == "VBN"


def nouns_of(reading: Reading) -> Iterator[str]:
    """Yield the common nouns of a sentence, in one form for one and many."""
    return (_stem(token) for token in reading.tokens if token.pos == "NOUN")


def _stem(token: Token) -> str:
    return token.text.lower().rstrip("s")


def _leaning(reading: Reading, nouns: Collection[str]) -> Iterator[Token]:
    """Yield the nouns that "the" marks as known, and that only earlier sentences told of."""
    tokens = reading.tokens
    for chunk in reading.chunks:
        token = tokens[chunk.last - 1]
        is_bare = chunk.last - chunk.core == 1 and tokens[chunk.first].text.lower() == "the"
        if not is_bare or token.pos != "NOUN":
            continue
        noun = _stem(token)
        after = tokens[chunk.last].text.lower() if chunk.last < len(tokens) else ""
        is_told = after in _TELLING and not (after in ("that", "which") and noun in nouns)
        is_new = noun not in nouns and noun not in _UNNAMED
        is_in_sentence = any(_stem(each) == noun for each in tokens[: chunk.last - 1])
        if not (is_told or is_new or is_in_sentence or noun in TIME_UNITS):
            yield token


def reacts(reading: Reading) -> bool:
    """Return whether a sentence tells of an answer or idea without saying to or of what it is.

    That is "sent a reply" and "published the idea".

    Args:
        reading: The sentence.
    """
    tokens = reading.tokens
    if _AT_THE_TIME.match(reading.text):
        return True
    for chunk in reading.chunks:
        after = tokens[chunk.last].text.lower() if chunk.last < len(tokens) else ""
        noun = tokens[chunk.last - 1].text
        is_bare = chunk.last - chunk.core == 1 and tokens[chunk.first].text == "the"
        if is_bare and noun in _THOUGHTS and after not in _GIVEN_TO:
            return True
        is_reply = tokens[chunk.last - 1].text in _REACTIONS and chunk.first > 0
        is_first = [each.text for each in tokens[chunk.first : chunk.core + 1]] == ["the", "first"]
        is_new = is_first or tokens[chunk.first].text in ("a", "an", "no")
        if is_reply and is_new and after not in _GIVEN_TO:
            return True
    return False


def _breaks_off(reading: Reading) -> bool:
    """Return whether a sentence leaves out its verb, told before: "Bats cannot, because"."""
    return _BROKEN_OFF.search(reading.text) is not None


def _compared(reading: Reading) -> Iterator[Token]:
    """Yield the words that compare with what their sentence does not name: "better ships"."""
    if not _COMPARED.search(reading.text) or " than " in reading.text:
        return
    for token, after in pairwise(reading.tokens):
        if after.is_noun and _COMPARED.fullmatch(token.text):
            yield token
