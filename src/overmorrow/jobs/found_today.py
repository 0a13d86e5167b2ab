"""Studies what a search finds: today's cards among those, whatever their decks allow a day."""

from collections import deque
from collections.abc import Set as AbstractSet

from overmorrow.clock import StudyDay
from overmorrow.errors import NotFoundError, SearchError
from overmorrow.jobs.asked import AskKind, Limits, Mode
from overmorrow.jobs.browse import Order, find, saved_searches
from overmorrow.jobs.today import PRACTICE_CARDS, Queued, Today, first_of
from overmorrow.scheduling.answer_kind import AnswerKind
from overmorrow.scheduling.queue import mixed, shuffled
from overmorrow.search.query import All, Either, Not, Query, Words
from overmorrow.search.query import Field as WordsIn
from overmorrow.search.reading import parse
from overmorrow.search.writing import written
from overmorrow.settings import Settings
from overmorrow.store.counts import answers_by_day
from overmorrow.store.database import Database
from overmorrow.store.search_notes import one_a_note

_ASKABLE = "-is:suspended -is:buried"


def search_named(database: Database, scope: str, day: StudyDay, unknown: NotFoundError) -> str:
    """Return the search that a scope means which is no deck: a saved one's name, or its text.

    Words alone are taken for a deck's name that was mistyped.

    Args:
        database: The collection.
        scope: What was asked for.
        day: Today.
        unknown: What to say where it is no search either.

    Raises:
        NotFoundError: It is neither a deck nor a search.
        SearchError: It is a search with a term that is not understood.
    """
    saved = {search.name: search.text for search in saved_searches(database)}
    if scope in saved:
        return saved[scope]
    try:
        query = parse(scope, day)
    except SearchError:
        if ":" in scope.replace("::", ""):
            raise
        raise unknown from None
    if not _has_key(query):
        raise unknown
    return written(query)


def _has_key(query: Query) -> bool:
    match query:
        case All(parts) | Either(parts):
            return any(map(_has_key, parts))
        case Not(part):
            return _has_key(part)
        case Words(field=WordsIn.ANY):
            return False
    return True


def plan_found(
    database: Database,
    day: StudyDay,
    settings: Settings,
    limits: Limits,
    answered: AbstractSet[int],
) -> Today:
    """Return what is left to ask of the cards that a search finds.

    Args:
        database: The collection.
        day: Today.
        settings: How many new cards a day.
        limits: The search, and how much this sitting asks.
        answered: Cards that this sitting has already asked.

    Raises:
        SearchError: A term is not understood.
    """
    text = f"({written(parse(limits.search, day))})" if limits.search.strip() else ""

    def ids(more: str, column: str = "deck") -> list[int]:
        found = find(
            database, f"{text} {more}", Order(column), day, rollover_hour=settings.rollover_hour
        )
        return list(found.ids)

    drills = ids(f"drill: {_ASKABLE}")
    if limits.mode is Mode.CRAM:
        chosen = ids("-is:suspended")
        if limits.seed is not None:
            chosen = shuffled(chosen, limits.seed)
        queue = [(card_id, AskKind.CRAM) for card_id in chosen]
        drills = []
    elif limits.mode is Mode.AHEAD:
        ahead = ids(f"prop:due>0 {_ASKABLE}", "due")
        queue = [(card_id, AskKind.AHEAD) for card_id in one_a_note(database, ahead)]
    else:
        reviews = ids("is:due", "interval")
        new = ids(f"is:new {_ASKABLE}")[: _new_left(database, day, settings, limits) * 2]
        asked = one_a_note(database, [*reviews, *new])
        wanted = set(asked)
        fresh = [card_id for card_id in new if card_id in wanted]
        queue = mixed(
            [(card_id, AskKind.REVIEW) for card_id in reviews if card_id in wanted],
            [
                (card_id, AskKind.NEW)
                for card_id in fresh[: _new_left(database, day, settings, limits)]
            ],
        )
    return _left(queue, drills, limits, answered)


def _left(
    queue: list[Queued], drills: list[int], limits: Limits, answered: AbstractSet[int]
) -> Today:
    waiting = [entry for entry in queue if entry[0] not in answered]
    if limits.cards is None and limits.mode is not Mode.DUE:
        limits = limits._replace(cards=PRACTICE_CARDS)
    if limits.cards is None:
        return Today(deque(waiting), drills, max(0, len(answered) - len(drills)))
    own_drills = [card_id for card_id in drills if card_id in answered]
    return first_of(waiting, own_drills, limits, answered)


def _new_left(database: Database, day: StudyDay, settings: Settings, limits: Limits) -> int:
    """Return how many new cards may still be asked today."""
    if limits.new is not None:
        return limits.new
    days = answers_by_day(database, None, day, day)
    asked = sum(count.answers for count in days if count.kind == AnswerKind.NEW)
    return max(0, settings.new_per_day - asked)
