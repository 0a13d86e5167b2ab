"""Makes the prompt of an English card: a question, or the sentence with a gap."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from overmorrow.generation.english_answers import Answer
from overmorrow.generation.english_clauses import cuts, loose_parts, main_clause
from overmorrow.generation.english_context import Setting
from overmorrow.generation.english_days import RelativeDay
from overmorrow.generation.english_edits import Edit, closed, edited
from overmorrow.generation.english_questions import Asker
from overmorrow.generation.english_spans import Reading
from overmorrow.generation.proposal import BLANK
from overmorrow.generation.verify import bare
from overmorrow.generation.word_lists import words_of

_LONGEST = 300
_MOST_ALIASES = 3
_STEM = 7
_FEWEST_WORDS = 6
_WORDS_A_LABEL = 3
"""As many words a label counts for, at most."""
_FEWEST_BEHIND = 5
"""Words of a sentence that follows the one before it."""
_GLOSS = re.compile(r"\s*\((?:or |also )?([A-Z][\w.&-]{1,11})\)")
_WORD = re.compile(r"[^\W_]{4,}")
_OPENS_POINTING = re.compile(
    r"(?:he|she|it|they|this|that|these|those|his|her|its|their|however|but|also|there|then|such)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w’'.-]*\s+)+([A-Z][\w’'-]{3,})")
"""A name of several words, its main one last."""
_NAMED = re.compile(r"^(?!The |An? )[A-Z]|\s[A-Z]")
"""A name put in for a pronoun, and not "The first line"."""
_NAMED_EARLY = re.compile(r"(?:\S+ ){1,5}[A-Z]")
_TELLING = frozenset(("of", "that", "which", "who", "where", "when", "between", "for", "to"))
"""Words behind a noun that say which one is meant."""
_FIRST_NAME = re.compile(r"(?:The )?([A-Z][a-z]{3,}) (?:[A-Z]|of )")
_SHARED = words_of(
    "North South East West Northern Southern Eastern Western Great Greater New Old Royal National"
    " United Saint Lake Mount Upper Lower Central Grand First Second Third World Little Black White"
    " American British English French German Chinese Japanese Korean Russian Italian Spanish Dutch"
    " European Asian African Roman Greek Saint King Queen Prince Pope Emperor President General"
    " University College Church Battle Treaty Fort Port Cape River House Bank Museum Institute"
)
"""Words that names without anything else in common begin with."""
_LABEL = re.compile(r"^\[[^\]]*\]\s*")
_TOLD_BY = {"unesco": "World Heritage"}
"""Names that everybody knows by something else, which gives them away."""
_TORN_OPENING = re.compile(
    r"(?:The )?(?:____|[A-Z][\w’'-]*(?: (?:of |the )*(?:[A-Z][\w’'-]*|____))*),"
    r" (?:had|has|have|was|were|is|are)\b"
)
"""A name with one comma of the pair that stood around it."""
_COMMON = words_of("that this with from have been were which their they than into most more")


class Prompt(NamedTuple):
    """What is asked, in one form and perhaps in another."""

    text: str
    others: tuple[str, ...]
    aliases: tuple[str, ...]
    """What else is right, a gloss beside the answer first."""
    has_before: bool = False
    """Whether it begins with the sentence before."""


class Prompter:
    """Makes the prompts of one sentence."""

    def __init__(
        self,
        reading: Reading,
        setting: Setting,
        topic: str,
        *,
        title: str = "",
        is_of_person: bool = False,
        written: frozenset[str] = frozenset(),
    ) -> None:
        """Look at a sentence.

        Args:
            reading: The sentence.
            setting: What makes it stand alone.
            topic: What the article is about; empty where nobody knows.
            title: What stands for it then, before what does not say by a name of what it speaks.
            is_of_person: Whether that is a person.
            written: The words that the article writes small, which are no names.
        """
        self._written = written
        words = () if is_of_person else _WORD.findall(topic.casefold())
        self._things = frozenset(words)
        self._reading = reading
        self._setting = setting
        self._topic = topic
        self._title = title
        self.clause = main_clause(reading)
        """The sentence's main clause, if it is built plainly."""
        self._parts = loose_parts(reading)
        self._is_of_person = is_of_person

    def prompt(self, answer: Answer) -> Prompt | None:
        """Return what asks for an answer, or None where nothing good would."""
        tokens = self._reading.tokens
        start, end = tokens[answer.span.first].start, tokens[answer.span.last - 1].end
        if any(edit.start < end and start < edit.end for edit in self._setting.edits):
            return None
        gloss = _GLOSS.match(self._reading.text, end)
        removed = cuts(self._reading, answer.span, self._setting.edits, self._parts)
        edits = [*self._setting.edits, *removed]
        gapped = [*edits, Edit(start, end, BLANK)]
        led = ""
        asked = self._question(answer, edits)
        good: list[str] = []
        for before in dict.fromkeys((self._setting.before, self._setting.before[:0])):
            if good or (not before and self._setting.needs_before):
                break
            is_brief = answer.span.form == "definition" and not before
            good = [
                text
                for form in (asked, closed(edited(self._reading.text, gapped)))
                if (text := self._whole(before, form, answer))
                and is_good(text, answer.text, is_brief=is_brief and form is asked)
            ]
            led = before
        if not good:
            return None
        told = bare(good[0])
        known = dict.fromkeys([*((gloss[1],) if gloss else ()), *answer.aliases])
        aliases = [each for each in known if bare(each) not in told and each != answer.text]
        return Prompt(good[0], tuple(good[1:]), tuple(aliases[:_MOST_ALIASES]), bool(led))

    def _whole(self, before: str, text: str, answer: Answer) -> str:
        """Return a prompt with the sentence before and the topic, or nothing if it is too short."""
        if not text or (before and len(text.split()) < _FEWEST_BEHIND):
            return ""
        whole = f"{before} {text}" if before else text
        is_named = answer.span.form == "definition" and not self._is_nameless()
        is_named = is_named or _NAMED_EARLY.match(before) is not None
        return self._under_topic(whole, answer.text, title="" if is_named else self._title)

    def _question(self, answer: Answer, edits: Sequence[Edit]) -> str:
        asker = Asker(self._reading, self.clause, edits, self._things, self._written)
        return asker.question(answer.span)

    def day_prompt(self, day: RelativeDay) -> str:
        """Return the sentence with a gap for what a relative day means, or nothing.

        Args:
            day: One of the sentence's.
        """
        others = [edit for edit in self._setting.edits if edit.start != day.start]
        gap = Edit(day.start, day.end, day.lead + BLANK)
        text = closed(edited(self._reading.text, [*others, gap]))
        if self._setting.before and text:
            text = f"{self._setting.before} {text}"
        text = self._under_topic(text, day.meaning, title=self._title)
        return text if text and is_good(text, day.meaning) else ""

    def _under_topic(self, text: str, answer: str, *, title: str) -> str:
        """Return a prompt under the article's topic, where it does not say it itself."""
        if not text or not (self._topic or title or self._setting.needs_topic):
            return text
        known = {word.casefold() for word in _WORD.findall(text)}
        words = {word.casefold() for word in _WORD.findall(self._topic)}
        known |= {word.removesuffix("s") for word in known}
        is_said = words <= known or (self._is_of_person and bool(words & known))
        is_answer = bool(words & set(_WORD.findall(answer.casefold())))
        if self._topic and not is_said and not is_answer:
            return f"[{self._topic}] {text}"
        if not self._topic and title and self._is_nameless():
            return f"[{title}] {text}"
        return "" if self._setting.needs_topic and not words & known else text

    def _is_nameless(self) -> bool:
        """Return whether what a sentence speaks of has no name, and is no more than a kind."""
        clause, tokens = self.clause, self._reading.tokens
        if any(_NAMED.search(edit.text) for edit in self._setting.edits):
            return False
        subject = tokens[clause.first : clause.verb] if clause else tokens[:3]
        return self._leans() or not any(token.pos == "PROPN" for token in subject)

    def _leans(self) -> bool:
        """Return whether a sentence has a noun that only others tell of: "solved the problem"."""
        tokens = self._reading.tokens
        for chunk in self._reading.chunks:
            head = tokens[chunk.last - 1]
            after = tokens[chunk.last].text.lower() if chunk.last < len(tokens) else ""
            is_bare = chunk.last - chunk.core == 1 and head.pos == "NOUN"
            if is_bare and tokens[chunk.first].text == "the" and after not in _TELLING:
                return True
        return any(
            token.text == "one" and after.pos in ("ADP", "PUNCT")
            for token, after in pairwise(tokens)
        )


def is_good(prompt: str, answer: str, *, is_brief: bool = False) -> bool:
    """Return whether a prompt is of a good length, gives nothing away and opens well.

    Args:
        prompt: What is asked.
        answer: What is to be answered.
        is_brief: Whether few words may ask for it, as in "What is yeast?".
    """
    least = 3 if is_brief else _FEWEST_WORDS
    rest = prompt.replace(BLANK, " ")
    label = _LABEL.match(rest)
    count = len(rest.split()) - max(0, len(label[0].split()) - _WORDS_A_LABEL if label else 0)
    if len(prompt) > _LONGEST or count < least or _OPENS_POINTING.match(prompt):
        return False
    if _TORN_OPENING.match(_LABEL.sub("", prompt)):
        return False
    told = bare(answer)
    if not told or told in bare(rest) or is_told_by_name(answer, rest):
        return False
    asked = set(_WORD.findall(answer)) - _COMMON
    given = set(_WORD.findall(rest))
    if len(asked) == 1 and _is_akin(next(iter(asked)), given):
        return False
    return not asked or len(asked & given) * 3 <= 2 * len(asked) - (len(asked) < 3)


def is_told_by_name(answer: str, rest: str) -> bool:
    """Return whether a name is half told by a prompt: North Orm by "South Orm and ____".

    Args:
        answer: The answer.
        rest: The prompt without its gap.
    """
    said = _LABEL.sub("", rest)
    first = _FIRST_NAME.match(answer)
    if first and first[1] not in _SHARED and _stands(rf"\b{first[1]} [A-Z]", first[1], said):
        return True
    name = _NAME.fullmatch(answer)
    is_said = name is not None and _stands(rf"\b[A-Z]\w+ {name[1]}\b", name[1], said)
    known = _TOLD_BY.get(answer.casefold())
    return is_said or (known is not None and known in said)


def _stands(pattern: str, word: str, text: str) -> bool:
    """Return whether a pattern is found that holds a word; it is only read where the word is."""
    return word in text and re.search(pattern, text) is not None


def _is_akin(word: str, others: Iterable[str]) -> bool:
    """Return whether a word is one of others but for its ending: construction, constructing."""
    stem = word.casefold()[:_STEM]
    return len(stem) == _STEM and any(other.casefold().startswith(stem) for other in others)
