"""A search finds what looking at every card by hand finds, however far the index has come."""

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.note import AnswerType, Note
from overmorrow.clock import DAY_MS, StudyDay
from overmorrow.search.reading import parse
from overmorrow.store.database import Database
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.search import Sorting, search
from overmorrow.store.search_index import index_some, is_sound
from overmorrow.store.search_scope import Scope
from tests.store.building import DAY, collection, put

START = 1_700_000_000_000
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def start_ms(day: int) -> int:
    return START + (day - DAY) * DAY_MS


def found(database: Database, text: str, column: str = "deck", *, down: bool = False) -> list[int]:
    query = parse(text, StudyDay(DAY))
    return list(search(Scope(database, DAY, start_ms), query, Sorting(column, down)))


def stands_at(wanted: str, text: str) -> bool:
    """Whether text begins with what is wanted: `*` any signs, `_` one, an initial its syllables."""
    if not wanted:
        return True
    if wanted[0] == "*":
        return any(stands_at(wanted[1:], text[at:]) for at in range(len(text) + 1))
    if not text:
        return False
    sign, code = text[0], ord(text[0]) - 0xAC00
    fits = wanted[0] in ("_", sign) or (0 <= code < 11172 and INITIALS[code // 588] == wanted[0])
    return fits and stands_at(wanted[1:], text[1:])


def has(wanted: str, text: str) -> bool:
    text = " ".join(text.lower().replace("é", "\u00e9").split())
    return any(stands_at(wanted, text[at:]) for at in range(len(text) + 1))


@dataclass
class Seen:
    """What a card is like, to look at by hand."""

    note: Note
    deck: str
    deeds: list[tuple[int, str, int]] = field(default_factory=list)


Check = Callable[[Seen], bool]

SIGNS = "항저우하한강ㅎaBé ?"
texts = st.text(SIGNS, min_size=1, max_size=7).filter(lambda text: bool(text.strip()))
words = st.text("항저우하한강ㅎㅈabé*_", min_size=1, max_size=4).filter(
    lambda text: bool(text.strip("*"))
)
notes = st.tuples(
    texts,
    texts,
    st.lists(texts, max_size=2),
    st.one_of(st.just(""), texts),
    st.lists(st.sampled_from(["지명", "지명::성", "x y"]), max_size=2, unique=True),
    st.sampled_from([AnswerType.TEXT, AnswerType.DATE]),
).map(
    lambda parts: Note(
        prompt=parts[0],
        answer=parts[1],
        aliases=tuple(parts[2]),
        remark=parts[3],
        tags=tuple(parts[4]),
        answer_type=parts[5],
    )
)
DECKS = ["중국", "중국::IT", "한국"]
deeds = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(["review", "suspend", "bury", "flag", "mark"]),
        st.integers(0, 5),
    ),
    max_size=8,
)


def in_words(word: str) -> tuple[str, Check]:
    def check(seen: Seen) -> bool:
        note = seen.note
        return any(
            has(word.lower(), text)
            for text in (note.prompt, note.answer, *note.aliases, note.remark)
        )

    return f'"{word}"', check


def in_field(key: str, word: str) -> tuple[str, Check]:
    def check(seen: Seen) -> bool:
        sides = {
            "front": (seen.note.prompt,),
            "back": (seen.note.answer,),
            "alias": seen.note.aliases,
        }
        return any(has(word.lower(), text) for text in sides[key])

    return f'{key}:"{word}"', check


terms: st.SearchStrategy[tuple[str, Check]] = st.one_of(
    words.map(in_words),
    st.tuples(st.sampled_from(["front", "back", "alias"]), words).map(lambda each: in_field(*each)),
    st.sampled_from(
        [
            ("deck:중국", lambda seen: seen.deck.startswith("중국")),
            ("deck:*국", lambda seen: seen.deck != ""),
            ("deck:중국::*", lambda seen: seen.deck == "중국::IT"),
            ("deck:없음", lambda seen: seen.deck == "없음"),
            ("tag:지명", lambda seen: any(t.startswith("지명") for t in seen.note.tags)),
            ('tag:"x*"', lambda seen: "x y" in seen.note.tags),
            ("noalias:", lambda seen: not seen.note.aliases),
            ("kind:date", lambda seen: seen.note.answer_type is AnswerType.DATE),
        ]
    ),
)


def joined(parts: list[tuple[str, Check]], sign: str) -> tuple[str, Check]:
    text = f"({sign.join(part for part, _ in parts)})"
    checks = [check for _, check in parts]
    if sign == " ":
        return text, lambda seen: all(check(seen) for check in checks)
    return text, lambda seen: any(check(seen) for check in checks)


def negated(part: tuple[str, Check]) -> tuple[str, Check]:
    return f"-{part[0]}", lambda seen: not part[1](seen)


queries = st.recursive(
    terms,
    lambda inner: st.one_of(
        inner.map(negated),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: joined(parts, " ")),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: joined(parts, " or ")),
    ),
    max_leaves=4,
)


@given(
    st.lists(st.tuples(st.sampled_from(DECKS), notes), min_size=1, max_size=8),
    st.lists(notes, max_size=3),
    st.integers(0, 8),
    st.booleans(),
    st.lists(queries, min_size=1, max_size=4),
)
def test_a_search_finds_what_looking_by_hand_finds(
    made: list[tuple[str, Note]],
    later: list[Note],
    indexed: int,
    is_caught_up: bool,
    asked: list[tuple[str, Check]],
) -> None:
    with collection() as database:
        seen = write(database, made)
        if indexed:
            index_some(database, indexed)
        changed = [(made[at][0], note) for at, note in enumerate(later[: len(made)])]
        seen |= write(database, changed)
        while is_caught_up and index_some(database):
            pass
        assert is_sound(database)
        for text, check in asked:
            expected = [card_id for card_id, card in seen.items() if check(card)]
            assert sorted(found(database, text)) == expected, text


def write(database: Database, made: list[tuple[str, Note]]) -> dict[int, Seen]:
    for at, (deck, note) in enumerate(made):
        put(database, deck, [PlannedNote(f"note {at}", at, note)])
    sql = """SELECT card.id, note.uid FROM card JOIN note ON note.id = note_id ORDER BY card.id"""
    return {
        card_id: Seen(made[int(uid.split()[1])][1], made[int(uid.split()[1])][0])
        for card_id, uid in database.rows(sql)
        if int(uid.split()[1]) < len(made)
    }
