"""`decks` with something to do: make, rename, remove and restore decks, and set their options."""

from overmorrow.cli import output
from overmorrow.cli.arguments import UsageError
from overmorrow.cli.counting import is_something_to_do
from overmorrow.cli.request import Request
from overmorrow.clock import Moment, local_time
from overmorrow.jobs.deck_changes import (
    RemovedDeck,
    create_deck,
    remove_deck,
    removed_decks,
    rename_deck,
    restore_deck,
)
from overmorrow.jobs.deck_options import Value, change_options, deck_options, read_option
from overmorrow.jobs.deck_places import deck_name

_OWN_NAME = ("create", "restore")
"""Options that name the deck themselves."""


def change_decks(request: Request) -> int:
    """Do what the options say, and say what was done."""
    options, say = request.options, request.say
    if options.removed:
        return _list_removed(request)
    if any(getattr(options, name) is not None for name in _OWN_NAME):
        if options.deck:
            raise UsageError("decks.one_thing")
        return _make_or_restore(request)
    if not options.deck or not is_something_to_do(options):
        raise UsageError("cli.which_deck")
    database = request.collection()
    if options.remove:
        remove_deck(database, options.deck, request.clock())
        output.write(say("decks.removed", deck=options.deck))
    elif options.rename is not None:
        name = rename_deck(database, options.deck, options.rename, request.clock())
        output.write(say("decks.renamed", deck=options.deck, now=name))
    else:
        changes = _changes(request)
        change_options(database, options.deck, changes, request.clock())
        _show_options(request)
    return 0


def _make_or_restore(request: Request) -> int:
    options, say = request.options, request.say
    database = request.collection()
    if options.create is not None:
        name = deck_name(options.create)
        path = create_deck(database, name, say.language, request.clock())
        output.write(say("decks.created", deck=name, path=path))
    else:
        restore_deck(database, options.restore, request.clock())
        output.write(say("decks.restored", deck=options.restore))
    return 0


def _changes(request: Request) -> dict[str, Value | None]:
    options = request.options
    changes: dict[str, Value | None] = {}
    if options.usual:
        changes |= {"new_per_day": None, "reviews_per_day": None}
    for key in ("new_per_day", "reviews_per_day"):
        value = getattr(options, key)
        if value is not None:
            changes[key] = value
    for text in (options.set or "").split(","):
        if text.strip():
            key, value = read_option(text)
            changes[key] = value
    return changes


def _show_options(request: Request) -> None:
    say = request.say
    found = deck_options(request.collection(), request.options.deck, request.settings)
    if request.options.json:
        output.write_json(
            {
                each.key: {
                    "value": each.value,
                    "own": each.own,
                    "from": each.above if each.above and each.own is None else None,
                }
                for each in found
            }
        )
        return
    for each in found:
        where = "own" if each.own is not None else "from_deck" if each.above else "from_settings"
        words = say(f"decks.{where}", deck=each.above)
        output.write(f"{each.key} = {each.value}  ({words})")
        if each.cap is not None:
            output.write("  " + say("decks.capped", deck=each.cap_of, n=each.cap))


def _list_removed(request: Request) -> int:
    found = removed_decks(request.collection())
    if request.options.json:
        output.write_json([{"deck": deck.name, "notes": deck.notes} for deck in found])
        return 0
    if not found:
        output.remark(request.say("decks.none_removed"))
    for deck in found:
        output.write(request.say("decks.removed_line", **_when(request, deck)))
    return 0


def _when(request: Request, deck: RemovedDeck) -> dict[str, object]:
    offset = request.clock().utc_offset_min
    taken = local_time(Moment(deck.hlc, offset)).replace("T", " ")
    return {"deck": output.one_line(deck.name), "n": deck.notes, "taken": taken}
