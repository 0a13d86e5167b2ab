"""The words of a note as a search sees them, from the columns they are kept in."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from overmorrow.search.folding import folded
from overmorrow.search.grams import tokens_of

_SMALL = ("hint", "remark")


class NoteWords(NamedTuple):
    """What stands where, as written."""

    prompts: tuple[str, ...]
    answers: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Wrong choices, hint and remark."""
    source: str = ""

    def all(self) -> tuple[str, ...]:
        """Return everything that plain words look in."""
        return (*self.prompts, *self.answers, *self.aliases, *self.others)


def words_of(prompt: str, answer: str, details: str) -> NoteWords:
    """Return the words of a note."""
    if details == "{}":
        return NoteWords((prompt,), (answer,))
    told: dict[str, Any] = json.loads(details)
    faces = told.get("faces", ())
    items = told.get("items", ())
    return NoteWords(
        (prompt, *(face[1] for face in faces)),
        (answer, *_answers(faces), *(item[0] for item in items)),
        (
            *told.get("aliases", ()),
            *_aliases(faces),
            *(name for item in items for name in item[1:]),
        ),
        (*told.get("wrong_choices", ()), *(told[name] for name in _SMALL if name in told)),
        told.get("source", ""),
    )


def _answers(faces: Any) -> Iterator[str]:  # noqa: ANN401 - as JSON has it
    for face in faces:
        yield face[2]
        if face[3]:
            yield face[3]


def _aliases(faces: Any) -> Iterator[str]:  # noqa: ANN401 - as JSON has it
    for face in faces:
        yield from face[4]


def indexed(prompt: str, answer: str, details: str) -> str:
    """Return what the index has of a note."""
    texts = [folded(text) for text in words_of(prompt, answer, details).all() if text]
    return tokens_of(prompt, list(dict.fromkeys(texts)))
