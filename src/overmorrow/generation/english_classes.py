"""Says what part of speech a word is that spaCy tagged and parsed, and from which verb it comes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

_BE = frozenset(("is", "are", "was", "were", "'s", "'re"))


class WordClass(NamedTuple):
    """What a word is."""

    pos: str
    """Its part of speech, such as `NOUN`."""
    lemma: str
    """Of a verb the form that a dictionary has, as far as the rules name it; else empty."""


class WordClasses:
    """Goes by the rules of spaCy's model, but once for all words that are alike to them.

    A rule asks for a word's tag, its place in the sentence, and of few words for themselves.
    """

    def __init__(self, language: "Language") -> None:
        """Take the rules of a model."""
        self._lemmatizer = language.get_pipe("lemmatizer")
        self._rules = [
            (patterns[0], rule["attrs"])
            for rule in language.get_pipe("attribute_ruler").patterns
            for patterns in rule["patterns"]
            if len(patterns) == 1 and {"POS", "LEMMA"} & set(rule["attrs"])
        ]
        self._named = frozenset(
            word for pattern, _ in self._rules for word in _words(pattern.get("LOWER"))
        )
        self._known: dict[tuple[str, str, str], WordClass] = {}
        self._lemmas: dict[tuple[str, str], str] = {}

    def of(self, word: "Token", tag: str, dep: str, before: str) -> WordClass:
        """Return what a word is.

        Args:
            word: The word.
            tag: Its tag, of the Penn Treebank.
            dep: How it hangs on its head.
            before: How the word before it does; empty where none is.
        """
        lower = word.lower_
        key = (tag, lower if lower in self._named else "", dep)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._by_rules(*key)
        if before == "expl" and lower in _BE:
            return known._replace(pos="VERB")
        if known.lemma or known.pos not in ("VERB", "AUX"):
            return known
        is_base = known.pos == "AUX" or tag in ("VB", "VBP")
        return known._replace(lemma=lower if is_base else self._lemma(word, tag))

    def _by_rules(self, tag: str, lower: str, dep: str) -> WordClass:
        seen = {"TAG": tag, "LOWER": lower, "DEP": dep}
        said: dict[str, str] = {}
        for pattern, attributes in self._rules:
            if all(_fits(seen.get(key, ""), wanted) for key, wanted in pattern.items()):
                said |= attributes
        pos = said.get("POS", "X")
        return WordClass(pos, said.get("LEMMA", "") if pos in ("VERB", "AUX") else "")

    def _lemma(self, verb: "Token", tag: str) -> str:
        key = (verb.lower_, tag)
        if key not in self._lemmas:
            verb.pos_ = "VERB"
            self._lemmas[key] = self._lemmatizer.rule_lemmatize(verb)[0]
        return self._lemmas[key]


def _words(wanted: Any) -> tuple[str, ...]:  # noqa: ANN401 - a rule's value has two shapes
    """Return the words that a rule names."""
    return (wanted,) if isinstance(wanted, str) else tuple((wanted or {}).get("IN", ()))


def _fits(value: str, wanted: str | bool | Mapping[str, list[str]]) -> bool:
    """Return whether a word is as a rule wants it."""
    if not isinstance(wanted, Mapping):
        return value == wanted
    if "IN" in wanted:
        return value in wanted["IN"]
    return "NOT_IN" in wanted and value not in wanted["NOT_IN"]
