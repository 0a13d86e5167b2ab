"""Finds what an English sentence says that something is."""

from collections.abc import Iterable, Iterator

from overmorrow.generation.english_clauses import Clause
from overmorrow.generation.english_spans import Reading, Span
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import BE

WORTH = 0.3
"""How likely a reader is to ask what something is, where the sentence says it."""
_MOST_WORDS = 14
_LONGEST_SUBJECT = 6


def definition(reading: Reading, clause: Clause | None) -> Span | None:
    """Return what a sentence says its subject is: "X is a Y", without the article, or None.

    Args:
        reading: The sentence.
        clause: Its main clause, if it is built plainly.
    """
    if clause is None or clause.lead or not _is_nameable(reading, clause):
        return None
    tokens = reading.tokens
    at = clause.verb + 1
    is_told = tokens[clause.verb].text.lower() in BE and clause.main == clause.verb
    if not is_told or at >= len(tokens) or tokens[at].text.lower() not in ("a", "an"):
        return None
    end = clause.end
    while end > at and tokens[end - 1].pos == "PUNCT":
        end -= 1
    comma = next((place for place in range(at, end) if tokens[place].text in (",", "(")), end)
    span = Span(at + 1, comma, "definition")
    return span if 2 <= span.last - span.first <= _MOST_WORDS else None


def _outside_brackets(words: Iterable[Token]) -> Iterator[Token]:
    depth = 0
    for word in words:
        depth += (word.text == "(") - (word.text == ")")
        if not depth and word.text != ")":
            yield word


def _is_nameable(reading: Reading, clause: Clause) -> bool:
    """Return whether a subject can be asked for by its name, without more."""
    words = list(_outside_brackets(reading.tokens[clause.first : clause.verb]))
    if not words or len(words) > _LONGEST_SUBJECT or words[0].pos == "PRON":
        return False
    has_name = any(word.pos == "PROPN" for word in words)
    is_of_kind = words[0].pos in ("NOUN", "ADJ") or words[0].text.lower() in ("a", "an")
    is_plain = all(word.pos not in ("VERB", "PRON", "PUNCT") or word.text == "-" for word in words)
    return is_plain and (has_name or is_of_kind)
