"""Decks and notes of every shape, as the format can hold them."""

from hypothesis import strategies as st

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_notes import joined_items, reverses
from overmorrow.cards.deck_words import is_items, reads_as_list
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.text import clean

_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp", "Zs", "Mn"))
_TROUBLE = st.sampled_from(
    ["Q: ", "A: ", "C: ", "---", "# ", "```", "~~~", "<!-- ", "-->", "^k7f2q9m", "note: ",
     "nte: ", "also: ", "\\", "\\\\", " | ", "|", "- ", "  ", "{{", "}}", "\\{{", "::", ","]
)  # fmt: skip
_OF_GAPS = set("{}:|")
_WORDS = st.lists(st.one_of(_TROUBLE, st.text(_LETTERS, max_size=4)), max_size=5).map("".join)


def _settled(text: str) -> str:
    return clean(text).strip()


one_line = _WORDS.map(_settled)
words = one_line.filter(bool)
paragraphs = (
    st.lists(st.one_of(st.just(""), one_line, words.map("  {}".format)), min_size=1, max_size=5)
    .map("\n".join)
    .map(_settled)
    .filter(bool)
)
tags = words.filter(lambda text: "," not in text)
sections = words.filter(lambda text: not text.endswith("-->") and not text.startswith("#"))


documents = st.lists(_WORDS, max_size=25).map("\n".join)
"""Files full of marks in every wrong place."""


@st.composite
def _plain(draw: st.DrawFn) -> Note:
    kind = draw(
        st.sampled_from(
            [each for each in AnswerType if not each.is_list and each.value != "choice"]
        )
    )
    answer = draw(paragraphs)
    if kind is AnswerType.LONG and is_items(answer):
        kind = AnswerType.TEXT
    return Note(
        prompt=draw(paragraphs),
        answer=answer,
        answer_type=kind,
        aliases=tuple(draw(st.lists(words, max_size=3))),
        both=draw(st.booleans()),
    )


@st.composite
def _choice(draw: st.DrawFn) -> Note:
    answer, *wrong = draw(st.lists(words, min_size=2, max_size=4, unique=True))
    return Note(
        prompt=draw(paragraphs),
        answer=answer,
        answer_type=AnswerType.CHOICE,
        wrong_choices=tuple(wrong),
    )


@st.composite
def _list(draw: st.DrawFn) -> Note:
    kind = draw(st.sampled_from([AnswerType.LIST, AnswerType.ORDERED_LIST]))
    names = draw(st.lists(words, min_size=2, max_size=4, unique=True))
    items = tuple(
        ListItem(text=name, aliases=tuple(draw(st.lists(words, max_size=2)))) for name in names
    )
    return Note(
        prompt=draw(paragraphs), answer=joined_items(items, kind), answer_type=kind, items=items
    )


@st.composite
def _gaps(draw: st.DrawFn) -> Note:
    word = st.text(_LETTERS, min_size=1, max_size=5).filter(lambda text: not set(text) & _OF_GAPS)
    pieces = [
        f"{draw(word)} {{{{{draw(st.sampled_from(['', '1:', '2:', 'c3::']))}{draw(word)}}}}}"
        for _ in range(draw(st.integers(1, 3)))
    ]
    return Note(prompt=_settled(" ".join(pieces)), is_cloze=True)


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """Any deck that a file can say."""
    base = Deck(
        name=draw(words),
        title=draw(one_line),
        lang=draw(st.sampled_from(["", "ko", "en", "zh-Hant"])),
        source=draw(one_line),
        tags=tuple(draw(st.lists(tags, max_size=2, unique=True))),
        both=draw(st.booleans()),
    )
    notes = draw(st.lists(st.one_of(_plain(), _choice(), _list(), _gaps()), max_size=4))
    ids = draw(st.lists(st.from_regex(r"[0-9a-z]{7}", fullmatch=True), min_size=4, unique=True))
    section = ""
    placed = []
    for note, file_id in zip(notes, ids, strict=False):
        section = draw(st.one_of(st.just(section), sections))
        placed.append(_placed(draw, note, base, section, draw(st.sampled_from(["", file_id]))))
    return Deck(
        name=base.name,
        title=base.title,
        lang=base.lang,
        source=base.source,
        tags=base.tags,
        both=base.both,
        notes=tuple(placed),
    )


def _placed(draw: st.DrawFn, note: Note, deck: Deck, section: str, file_id: str) -> Note:
    """Return the note with what any kind of note may have."""
    own = (section,) if section else ()
    unmarked = note.answer_type is AnswerType.TEXT and reads_as_list(note.answer)
    both = note.both or (unmarked and reverses(deck, AnswerType.TEXT))
    return Note(
        prompt=note.prompt,
        answer=note.answer,
        is_cloze=note.is_cloze,
        answer_type=note.answer_type,
        aliases=note.aliases,
        items=note.items,
        wrong_choices=note.wrong_choices,
        both=both,
        hint=draw(st.one_of(st.just(""), paragraphs)),
        remark=draw(st.one_of(st.just(""), paragraphs)),
        source=draw(st.one_of(st.just(""), words)),
        section=section,
        tags=tuple(dict.fromkeys((*deck.tags, *own, *draw(st.lists(tags, max_size=2))))),
        case_sensitive=draw(st.booleans()),
        suspended=draw(st.booleans()),
        file_id=file_id,
    )
