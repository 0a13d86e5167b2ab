"""Words a fact of an English sentence as a question, where its grammar allows it without risk."""

import re
from collections.abc import Sequence
from itertools import pairwise

from overmorrow.generation.english_chunks import Chunk
from overmorrow.generation.english_clauses import Clause
from overmorrow.generation.english_edits import Edit, edited
from overmorrow.generation.english_spans import Reading, Span
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import ANAPHORIC, AUXILIARIES, BE, PEOPLE

_MOST_WORDS = 26
_FEWEST_WORDS = 4
_YEARS = ("year",)
_TIMES = ("date", "year", "decade", "century")
_OPEN_ENDS = frozenset(("to", "of", "with", "at", "for", "and", "or", "the", "a", "that"))
_UNSURE = frozenset(("each", "every", "some", "any", "no", "another"))
_ROUGHLY = frozenset(("about", "around", "roughly", "nearly", "almost", "over", "under", "only"))
_PLAIN_THE = re.compile(r"(?:The|An?) [a-z]")
_COUNTS = ("number", "unit", "counted")


class Asker:
    """Words questions about one sentence."""

    def __init__(
        self,
        reading: Reading,
        clause: Clause | None,
        edits: Sequence[Edit],
        things: frozenset[str] = frozenset(),
        written: frozenset[str] = frozenset(),
    ) -> None:
        """Look at a sentence.

        Args:
            reading: The sentence.
            clause: Its main clause, if it is built plainly.
            edits: What is changed in it to make it stand alone.
            things: Words that are surely not the name of a person.
            written: Words that the article writes small, which are no names.
        """
        self._written = written
        self._things = things
        self._reading = reading
        self._tokens = reading.tokens
        self._edits = edits
        self._clause = self._without_cut_lead(clause) if clause else None

    def _without_cut_lead(self, clause: Clause) -> Clause:
        if clause.lead is None:
            return clause
        end = self._tokens[clause.lead[1] - 1].end
        is_cut = any(edit.start == 0 and edit.end >= end for edit in self._edits)
        return clause._replace(lead=None) if is_cut else clause

    def question(self, span: Span) -> str:
        """Return the question that a span answers, or nothing where only a gap will do."""
        clause = self._clause
        if clause is None or clause.end - clause.verb > _MOST_WORDS:
            return ""
        asked = ""
        if span.form in _TIMES:
            asked = self._when(clause, span)
        elif span.form in _COUNTS:
            asked = self._how_many(clause, span)
        elif span.form == "definition":
            asked = self._what_is(clause)
        elif span.last == clause.verb and span.first - clause.first in (0, 1):
            asked = self._who_or_what(clause, span)
        if asked and self._dangles(asked):
            return ""
        if asked.count("(") != asked.count(")") or asked.count('"') % 2:
            return ""
        return f"{asked.rstrip(' .,;:')}?" if asked else ""

    @staticmethod
    def _dangles(asked: str) -> bool:
        """Return whether a question ends with a word that something should follow."""
        return asked.rstrip(" .,;:").rpartition(" ")[2].lower() in _OPEN_ENDS

    def _part(self, first: int, last: int) -> str:
        """Return the words from one place to before another, with the edits that lie there."""
        if first >= last:
            return ""
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        inside = [
            Edit(edit.start - start, edit.end - start, edit.text)
            for edit in self._edits
            if start <= edit.start and edit.end <= end
        ]
        text = edited(self._reading.text[start:end], inside)
        token = self._tokens[first]
        is_changed = any(edit.start == 0 for edit in inside)
        if (
            not is_changed
            and (token.pos not in ("PROPN", "NUM") or token.text.lower() in self._written)
            and token.text[:1].isupper()
            and not (token.text.lower() in self._written and self._opens_name(first))
            and (first == 0 and token.text != "I")
        ):
            return text[0].lower() + text[1:]
        if not is_changed and token.text[:1].islower():
            return token.text[0] + text[1:]
        if is_changed and _PLAIN_THE.match(text):
            return text[0].lower() + text[1:]
        return text

    def _opens_name(self, first: int) -> bool:
        """Return whether a word is the first of a name of several: "Puffin Island"."""
        words = self._tokens[first : first + 2]
        return len(words) > 1 and all(
            word.pos == "PROPN" and word.text[:1].isupper() for word in words
        )

    def _who_or_what(self, clause: Clause, span: Span) -> str:
        head = self._tokens[span.last - 1]
        verb = self._tokens[clause.verb]
        is_plural = head.tag in ("NNS", "NNPS") or verb.text.lower() in ("are", "were", "have")
        rest = clause.end - clause.verb
        if (
            is_plural
            or verb.tag == "VBP"
            or rest < _FEWEST_WORDS
            or head.pos not in ("NOUN", "PROPN")
        ):
            return ""
        if any(row.first <= span.first < row.last for row in self._reading.listings):
            return ""
        is_place = head.entity in ("GPE", "LOC", "FAC")
        if is_place and self._tokens[clause.verb + 1].pos != "DET":
            return ""
        who = self._asking_word(head, verb)
        determiner = self._tokens[clause.first].text.lower()
        after = self._tokens[clause.verb + 1]
        is_turned = (
            verb.text.lower() in BE and head.pos != "PROPN" and after.pos in ("PROPN", "DET")
        )
        if not who or is_turned or determiner in _UNSURE:
            return ""
        rest_of_it = self._part(clause.verb, clause.end).rstrip(".")
        if clause.lead is None:
            return f"{who} {rest_of_it}"
        lead = self._part(*clause.lead)
        return f"{lead[0].upper()}{lead[1:]}, {who[0].lower()}{who[1:]} {rest_of_it}"

    def _what_is(self, clause: Clause) -> str:
        named = self._tokens[clause.first : clause.verb]
        opening = next((at for at, token in enumerate(named) if token.text == "("), len(named))
        head = named[opening - 1]
        verb = self._tokens[clause.verb].text.lower()
        is_person = head.entity == "PERSON" and head.text.lower() not in self._things
        told = next((each for each in self._reading.chunks if each.first > clause.verb), None)
        if told is not None and head.pos == "PROPN":
            is_person = is_person or self._tokens[told.last - 1].text in PEOPLE
        return f"{'Who' if is_person else 'What'} {verb} {self._part(clause.first, clause.verb)}"

    def _asking_word(self, head: Token, verb: Token) -> str:
        """Return what asks for a subject: who, what, which university; nothing if unsure."""
        noun = head.text.lower()
        if noun in PEOPLE or (head.entity == "PERSON" and noun not in self._things):
            return "Who"
        is_state = verb.text.lower() in BE
        if head.pos == "PROPN":
            if noun in ANAPHORIC:
                return f"Which {noun}"
            return "What" if is_state and head.entity not in ("", "PERSON") else ""
        return "What"

    def _when(self, clause: Clause, span: Span) -> str:
        tokens = self._tokens
        prep = span.first - 1
        if prep >= 0 and tokens[prep].pos == "DET":
            prep -= 1
        word = tokens[prep].text.lower() if prep >= 0 else ""
        if word not in ("in", "on"):
            return ""
        ask = "In what year" if span.form == "year" and word == "in" else "When"
        if clause.lead == (prep, span.last):
            return self._inverted(ask, clause, (clause.end, clause.end))
        is_on_verb = tokens[prep].head in (clause.main, clause.verb)
        if not any(token.dep for token in tokens):
            is_on_verb = self._is_bare_passive(clause, prep, span.last)
        if clause.lead or prep <= clause.verb or span.last > clause.end or not is_on_verb:
            return ""
        after = tokens[span.last] if span.last < clause.end else None
        if after is not None and after.pos not in ("ADP", "PUNCT"):
            return ""
        return self._inverted(ask, clause, (prep, span.last))

    def _is_bare_passive(self, clause: Clause, prep: int, last: int) -> bool:
        """Return whether a date must belong to the verb of a sentence that nobody parsed."""
        tokens = self._tokens
        is_passive = (
            tokens[clause.verb].text.lower() in ("was", "were") and clause.main > clause.verb
        )
        between = tokens[clause.main + 1 : prep]
        return (
            is_passive
            and (last >= clause.end or prep == clause.main + 1)
            and len(between) <= 8
            and not any(token.pos in ("VERB", "AUX", "PUNCT", "CCONJ") for token in between)
        )

    def _inverted(self, ask: str, clause: Clause, without: tuple[int, int]) -> str:
        """Return a question with the verb before the subject, some words left out."""
        tokens = self._tokens
        verb = tokens[clause.verb]
        if tokens[clause.first].tag == "EX" or clause.verb - clause.first > 14:
            return ""
        subject = self._part(clause.first, clause.verb)
        begin, end = without
        rest = f"{self._part(clause.verb + 1, begin)} {self._part(end, clause.end)}".strip()
        inside = tokens[clause.first : clause.end]
        is_double = any(
            link.pos == "CCONJ" and other.pos in ("VERB", "AUX") for link, other in pairwise(inside)
        )
        if is_double or any(token.text == "," for token in inside):
            return ""
        if verb.text.lower() in AUXILIARIES and (
            verb.text.lower() in BE or clause.main > clause.verb
        ):
            return f"{ask} {verb.text.lower()} {subject} {rest}"
        if verb.pos == "VERB" and verb.lemma and verb.tag in ("VBD", "VBZ"):
            do = "did" if verb.tag == "VBD" else "does"
            return f"{ask} {do} {subject} {verb.lemma} {rest}"
        return ""

    def _how_many(self, clause: Clause, span: Span) -> str:
        tokens = self._tokens
        after = span.last if span.form == "number" else span.first + 1
        chunk = next((each for each in self._reading.chunks if each.first == span.first), None)
        before = tokens[chunk.first - 1] if chunk and chunk.first else None
        is_rough = before is not None and before.pos in ("ADV", "ADP") and before.text in _ROUGHLY
        if chunk is None or clause.lead or not self._is_counted(span, after, chunk.last):
            return ""
        is_most = [each.text for each in tokens[max(0, chunk.first - 2) : chunk.first]] == [
            "up",
            "to",
        ]
        if is_rough or is_most:
            return ""
        head_at = chunk.last - 1
        chunk = self._with_of(chunk)
        many = f"How many {self._part(after, chunk.last)}"
        verb = tokens[clause.verb].text.lower()
        comma = next(
            (at for at in range(chunk.last, clause.end) if tokens[at].text == ","), clause.end
        )
        if tokens[clause.first].tag == "EX" and clause.verb + 1 == chunk.first and verb in BE:
            return f"{many} {verb} there {self._part(chunk.last, comma)}"
        if comma < clause.end:
            return ""
        if chunk.first == clause.first:
            return f"{many} {self._part(chunk.last, clause.end)}"
        head = tokens[head_at]
        is_object = head.dep == "dobj" and head.head == clause.main
        return self._inverted(many, clause, (chunk.first, chunk.last)) if is_object else ""

    def _with_of(self, chunk: Chunk) -> Chunk:
        """Return what is counted with what it is of: "two kinds of material"."""
        behind = next((each for each in self._reading.chunks if each.first == chunk.last + 1), None)
        is_of = behind is not None and self._tokens[chunk.last].text == "of"
        return chunk._replace(last=behind.last) if behind and is_of else chunk

    def _is_counted(self, span: Span, first: int, last: int) -> bool:
        """Return whether a number says how many of something there are."""
        counted = self._tokens[first:last]
        if not counted or counted[-1].tag != "NNS" or span.form == "counted":
            return False
        is_plain = not any(token.pos in ("SYM", "PUNCT") for token in counted)
        in_row = any(row.first <= span.first < row.last for row in self._reading.listings)
        return is_plain and not in_row
