"""What a deck asks in a day and in what order: as it is, where it is from, and changed."""

from collections.abc import Mapping
from typing import NamedTuple

from overmorrow.clock import Moment
from overmorrow.errors import NotFoundError, OvermorrowError
from overmorrow.jobs.deck_batches import write_deck_change
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from overmorrow.store.deck_names import (
    ANSWERING,
    WORDED,
    DeckRow,
    all_decks,
    ancestors,
    read_options,
    under,
)
from overmorrow.store.deck_options import changed_options, options_of, put_options

LIMITS = ("new_per_day", "reviews_per_day")
KEYS = (*LIMITS, *WORDED)
"""Every option of a deck, in the order shown."""
MOST_A_DAY = 9999
Value = int | str


class OptionError(OvermorrowError):
    """An option that decks do not have, or a value that it cannot take."""


class DeckOption(NamedTuple):
    """One option of a deck."""

    key: str
    value: Value
    """What holds."""
    own: Value | None
    """What the deck says itself; None where it says nothing."""
    usual: Value
    """What holds where the deck says nothing."""
    above: str
    """The deck above that the usual is taken from; empty for the settings."""
    cap: int | None
    """For a limit, the smaller one of a deck above; None if there is none."""
    cap_of: str


def deck_options(database: Database, name: str, settings: Settings) -> list[DeckOption]:
    """Return what holds for a deck, one option after another.

    Raises:
        NotFoundError: There is no such deck.
    """
    decks = {deck.name: deck for deck in all_decks(database)}
    under(list(decks.values()), name)
    path = [decks[each] for each in (*ancestors(name), name) if each in decks]
    usual = {key: words[0] for key, words in WORDED.items()} | {ANSWERING: settings.answering}
    return [_limit(key, path, getattr(settings, key)) for key in LIMITS] + [
        _worded(key, path, usual[key]) for key in WORDED
    ]


def _limit(key: str, path: list[DeckRow], usual: int) -> DeckOption:
    *above, deck = path
    own = _own(deck, key)
    value = own if isinstance(own, int) else usual
    caps = {each.name: _own(each, key) for each in above}
    limits = [(cap, each) for each, cap in caps.items() if isinstance(cap, int) and cap < value]
    cap, cap_of = min(limits, default=(None, ""))
    return DeckOption(key, value, own, usual, "", cap, cap_of)


def _worded(key: str, path: list[DeckRow], usual: str) -> DeckOption:
    *above, deck = path
    own = _own(deck, key)
    known = [(each.name, _own(each, key)) for each in reversed(above)]
    source, value = next(((name, value) for name, value in known if value is not None), ("", usual))
    return DeckOption(key, value if own is None else own, own, value, source, None, "")


def _own(deck: DeckRow, key: str) -> Value | None:
    value = read_options(deck.options).get(key)
    if key in LIMITS:
        return value if isinstance(value, int) else None
    return value if isinstance(value, str) and value in WORDED[key] else None


def read_option(text: str) -> tuple[str, Value | None]:
    """Return the option and the value that a learner wrote as `key=value`.

    Without a value the deck says nothing itself any more.

    Raises:
        OptionError: There is no such option, or it cannot be that.
    """
    key, _, value = (part.strip() for part in text.partition("="))
    if key not in KEYS:
        from difflib import get_close_matches

        near = get_close_matches(key, KEYS, n=1)
        offered = ", ".join(near or KEYS)
        raise OptionError("decks.no_option", key=key, offered=offered)
    return key, checked(key, value) if value else None


def checked(key: str, value: str) -> Value:
    """Return the value of an option.

    Raises:
        OptionError: It cannot be that.
    """
    if key in WORDED:
        if value not in WORDED[key]:
            raise OptionError("decks.bad_value", key=key, value=value, allowed=_words(key))
        return value
    is_number = value.isascii() and value.isdecimal() and len(value) < 6
    if not is_number or int(value) > MOST_A_DAY:
        raise OptionError("decks.bad_value", key=key, value=value, allowed=f"0-{MOST_A_DAY}")
    return int(value)


def _words(key: str) -> str:
    return ", ".join(WORDED[key])


def change_options(
    database: Database, name: str, changes: Mapping[str, Value | None], moment: Moment
) -> None:
    """Change options of a deck, as one step that can be taken back.

    Args:
        database: The collection.
        name: The deck.
        changes: By option; None leaves one to the settings or the deck above.
        moment: When.

    Raises:
        NotFoundError: There is no such deck.
        DatabaseError: It could not be written; nothing was.
    """
    before = options_of(database, name)
    after = changed_options(before, changes)
    if after == before:
        return
    if not any(deck.name == name for deck in all_decks(database)):
        raise NotFoundError("store.no_deck", deck=name)
    told = {"what": "options", "deck": name, "before": before, "after": after}
    with database.transaction():
        write_deck_change(database, name, told, moment)
        put_options(database, name, after)
