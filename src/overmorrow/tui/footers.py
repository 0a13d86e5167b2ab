"""What the footer offers at each place: the few keys that matter most there."""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.jobs.asked import Progress
from overmorrow.messages import Messages
from overmorrow.tui.places import Place


class Offer(NamedTuple):
    """One key in the footer."""

    key: str
    label: str
    action: str
    """What a click on it does."""


def ask_offers(say: Messages, hint: int, *, small: bool, slipped: bool) -> list[Offer]:
    """Return the offers while an answer is written.

    Args:
        say: The learner's language.
        hint: The number of the next hint; 0 when there are no more.
        small: Whether there is little room.
        slipped: Whether the answer was held back once.
    """
    check = "keys.short_check_again" if slipped else "keys.check"
    first = [
        Offer("Enter", say(check), "check"),
        Offer("Space", say("keys.short_reveal"), "reveal"),
    ]
    shown = Offer("F1", say("keys.help"), "app.help")
    if small:
        return [*first, shown]
    commands = Offer("Esc", say("keys.short_commands"), "commands")
    return [*first, *_hint_offers(say, hint), commands, shown]


def _hint_offers(say: Messages, hint: int) -> list[Offer]:
    """Return the next hint's offer; none when there are no more."""
    if not hint:
        return []
    label = say("keys.hint") if hint == 1 else say("keys.short_hint", n=hint)
    return [Offer("Tab", label, "hint")]


def long_offers(say: Messages, hint: int) -> list[Offer]:
    """Return the offers while a long answer is written.

    Args:
        say: The learner's language.
        hint: The number of the next hint; 0 when there are no more.
    """
    return [
        Offer("Ctrl+S", say("keys.check"), "check"),
        Offer("Space", say("keys.short_reveal"), "reveal"),
        *_hint_offers(say, hint),
        Offer("Esc", say("keys.short_commands"), "commands"),
        Offer("F1", say("keys.help"), "app.help"),
    ]


def think_offers(say: Messages, hint: int, *, small: bool) -> list[Offer]:
    """Return the offers while an answer is thought of.

    Args:
        say: The learner's language.
        hint: The number of the next hint; 0 when there are no more.
        small: Whether there is little room.
    """
    offers = [
        Offer("Enter", say("keys.look"), "look"),
        Offer("w", say("keys.type_instead"), "type_instead"),
        *_hint_offers(say, hint),
        Offer("Esc", say("keys.short_commands"), "commands"),
        Offer("?", say("keys.short_more"), "app.help"),
    ]
    return [*offers[:2], offers[-1]] if small else offers


def choice_offers(say: Messages, count: int, *, small: bool) -> list[Offer]:
    """Return the offers while one of so many answers is chosen."""
    offers = [
        Offer(f"1–{min(count, 9)}", say("keys.short_pick"), ""),
        Offer("Enter", say("keys.check"), "choose"),
        Offer("w", say("keys.type_instead"), "type_instead"),
        Offer("Tab", say("keys.short_strike"), "hint"),
        Offer("F1", say("keys.help"), "app.help"),
    ]
    return [offers[0], offers[1], offers[4]] if small else offers


def commands_offers(say: Messages) -> list[Offer]:
    """Return the offers while the box is set aside for one command."""
    return [
        Offer("Enter", say("keys.short_back_to_box"), "resume"),
        Offer("Esc", say("keys.short_leave"), "leave"),
        Offer("u", say("keys.undo"), "undo"),
        Offer("b", say("keys.bury"), "bury"),
        Offer("s", say("keys.suspend"), "suspend"),
        Offer("?", say("keys.short_more"), "app.help"),
    ]


OVERRULINGS = {"say_right": "y", "say_wrong": "n", "refuse": "o"}
"""Commands that overrule a verdict, and their keys."""


def judged_offers(
    say: Messages, proposed: str, digits: str, overrulings: Sequence[str], *, small: bool
) -> list[Offer]:
    """Return the offers after the verdict.

    Args:
        say: The learner's language.
        proposed: The proposed quality's key and name.
        digits: The live digits.
        overrulings: The commands that overrule this verdict.
        small: Whether there is little room.
    """
    offers = [Offer("Enter", proposed, "accept"), Offer(digits, say("keys.short_change"), "")]
    more = Offer("?", say("keys.short_more"), "app.help")
    if small:
        return [*offers, more]
    for action in overrulings:
        name = "short_refuse" if action == "refuse" else action
        offers.append(Offer(OVERRULINGS[action], say(f"keys.{name}"), action))
    edit = Offer("e", say("keys.short_edit"), "edit")
    return [*offers, Offer("u", say("keys.undo"), "undo"), edit, more]


def self_offers(say: Messages, proposed: str, digits: str, *, small: bool) -> list[Offer]:
    """Return the offers while the learner grades alone."""
    offers = [
        Offer("Enter", proposed, "accept"),
        Offer(digits, say("keys.short_pick"), ""),
        Offer("u", say("keys.undo"), "undo"),
        Offer("?", say("keys.short_more"), "app.help"),
    ]
    return [offers[0], offers[1], offers[3]] if small else offers


def points_offers(say: Messages, proposed: str, digits: str, *, small: bool) -> list[Offer]:
    """Return the offers while the points of a long answer are confirmed."""
    offers = [
        Offer("Enter", proposed, "take_points"),
        Offer("Space", say("keys.short_point"), "toggle_point"),
        Offer("↑ ↓", say("keys.move_point"), "move_point(1)"),
        Offer(digits, say("keys.short_change"), ""),
        Offer("u", say("keys.undo"), "undo"),
        Offer("?", say("keys.short_more"), "app.help"),
    ]
    return offers[:2] if small else offers


def drill_offers(say: Messages, other: str, *, done: bool, small: bool) -> list[Offer]:
    """Return the offers after a drill's verdict.

    Args:
        say: The learner's language.
        other: The digit that does what is not proposed.
        done: Whether the proposal ends the drill.
        small: Whether there is little room.
    """
    accepted = say("study.done_today") if done else say("study.once_more")
    otherwise = say("keys.short_again") if done else say("study.done_today")
    offers = [
        Offer("Enter", accepted, "accept"),
        Offer(other, otherwise, f"rate({other})" if other.isdecimal() else ""),
        Offer("u", say("keys.undo"), "undo"),
        Offer("b", say("keys.short_bury"), "bury"),
        Offer("?", say("keys.short_more"), "app.help"),
    ]
    return [offers[0], offers[1], offers[4]] if small else offers


def overrule_offers(say: Messages) -> list[Offer]:
    """Return the offers while the learner says how the answer was right."""
    return [
        Offer("Enter", say("keys.short_add"), "overrule('learn')"),
        Offer("o", say("keys.once"), "overrule('once')"),
        Offer("t", say("keys.typo"), "overrule('typo')"),
        Offer("Esc", say("keys.keep"), "keep"),
    ]


def retype_offers(say: Messages) -> list[Offer]:
    """Return the offers while the answer is typed once more."""
    return [
        Offer("Enter", say("keys.check_retyped"), "check_retyped"),
        Offer("Esc", say("keys.keep"), "leave_retype"),
        Offer("F1", say("keys.help"), "app.help"),
    ]


def leech_offers(say: Messages) -> list[Offer]:
    """Return the offers about a card that is forgotten again and again."""
    return [
        Offer("Enter", say("keys.leech_later"), "leech_later"),
        Offer("e", say("keys.short_edit"), "edit"),
        Offer("h", say("keys.leech_hint"), "leech_hint"),
        Offer("s", say("keys.suspend"), "suspend"),
        Offer("u", say("keys.undo"), "undo"),
    ]


def flag_offers(say: Messages) -> list[Offer]:
    """Return the offers while a flag's digit is awaited."""
    return [Offer("0–7", say("keys.set_flag"), ""), Offer("Esc", say("keys.keep"), "keep_flag")]


def pair_offers(say: Messages, *, alone: bool) -> list[Offer]:
    """Return the offers beside two cards that were mixed up.

    Args:
        say: The learner's language.
        alone: Whether what was typed answers no other card.
    """
    practise = say("keys.practise_card" if alone else "keys.practise_pair")
    return [
        Offer("1", practise, "practise_pair"),
        Offer("2", say("keys.same_answer"), "same_answer"),
        Offer("Esc", say("keys.leave_pair"), "leave_pair"),
    ]


def summary_offers(say: Messages, *, confused: bool, hard: bool, small: bool) -> list[Offer]:
    """Return the offers on the summary.

    Args:
        say: The learner's language.
        confused: Whether there are mixed-up answers to practise.
        hard: Whether there were hard cards.
        small: Whether there is little room.
    """
    if small:
        return [
            Offer("Enter", say("keys.home"), "home"),
            Offer("u", say("keys.undo"), "undo"),
            Offer("?", say("keys.short_more"), "app.help"),
        ]
    pairs = [Offer("h", say("keys.short_hard"), "hard_cards")] if hard else []
    pairs += [Offer("c", say("keys.short_confused"), "confused")] if confused else []
    return [
        Offer("Enter", say("keys.home"), "home"),
        Offer("u", say("keys.short_undo_last"), "undo"),
        *pairs,
        Offer("t", say("keys.statistics"), "statistics"),
        Offer("q", say("keys.short_quit"), "app.leave_program"),
    ]


def info_offers(say: Messages, *, can_undo: bool = False) -> list[Offer]:
    """Return the offers on the page about one card.

    Args:
        say: The learner's language.
        can_undo: Whether something was changed from here.
    """
    undo = [Offer("u", say("keys.undo"), "undo")] if can_undo else []
    return [
        Offer("Esc", say("keys.close"), "close"),
        *undo,
        Offer("↑ ↓", say("keys.scroll"), "scroll(1)"),
        Offer("e", say("keys.short_edit"), "edit"),
        Offer("o", say("keys.short_source"), "source"),
        Offer("m", say("keys.card_menu"), "card_menu"),
    ]


def reading_offers(say: Messages) -> list[Offer]:
    """Return the offers on a page to read."""
    return [
        Offer("Esc", say("keys.close"), "close"),
        Offer("↑ ↓", say("keys.scroll"), "scroll(1)"),
    ]


def home_offers(
    say: Messages,
    place: Place,
    progress: Progress | None,
    *,
    importing: int | None,
    small: bool,
    is_empty: bool = False,
) -> list[Offer]:
    """Return the offers on the first screen.

    Args:
        say: The learner's language.
        place: Which of the first screens.
        progress: How much of the day is done in what is chosen; None where nobody counted.
        importing: How many percent of an import under way are done.
        small: Whether there is little room.
        is_empty: Whether there is no card at all.
    """
    offers = _home_offers(say, place, progress, small=small)
    if is_empty:
        offers = _empty_offers(say)
    is_done = progress is not None and progress.done == progress.planned
    if is_done and place is Place.HOME and offers[0].action == "study":
        offers[0] = Offer("p", say("keys.short_practise"), "practise")
    if importing is None:
        return offers
    words = f"{say('keys.short_importing')} {importing}%"
    others = [offer for offer in offers[1:] if offer.key != "i"]
    return [offers[0], Offer("i", words, "import_files"), *others]


def _empty_offers(say: Messages) -> list[Offer]:
    return [
        Offer("i", say("keys.import_files"), "import_files"),
        Offer("g", say("keys.short_generate"), "generate"),
        Offer("n", say("keys.short_new_deck"), "new_deck"),
        Offer("l", say("keys.language"), "language"),
        Offer("q", say("keys.short_quit"), "app.leave_program"),
        Offer("?", say("keys.short_more"), "app.help"),
    ]


def _home_offers(
    say: Messages, place: Place, progress: Progress | None, *, small: bool
) -> list[Offer]:
    end = Offer("q", say("keys.short_quit"), "app.leave_program")
    more = Offer("?", say("keys.short_more"), "app.help")
    statistics = Offer("t", say("keys.statistics"), "statistics")
    files = Offer("i", say("keys.import_files"), "import_files")
    article = Offer("g", say("keys.short_generate"), "generate")
    find = Offer("/", say("keys.browse"), "browse")
    if place is Place.FIRST:
        keys = Offer("Tab", say("keys.short_number_keys"), "number_keys")
        begin = Offer("Enter", say("keys.short_start"), "study")
        language = Offer("l", say("keys.language"), "language")
        shown = Offer("F1", say("keys.help"), "app.help")
        return [begin, language, shown] if small else [begin, keys, language, shown, end]
    if place is Place.DONE:
        offers = [
            Offer("p", say("keys.short_practise"), "practise"),
            Offer("+", say("keys.short_new"), "more_new"),
            Offer("r", say("keys.short_random"), "random"),
            find,
            statistics,
            end,
            files,
            more,
        ]
        return [*offers[:2], more] if small else offers
    start = say("keys.study")
    if progress is not None and progress.done:
        start = say("keys.short_continue", done=progress.done, planned=progress.planned)
    offers = [
        Offer("Enter", start, "study"),
        find,
        files,
        article,
        statistics,
        more,
    ]
    return [offers[0], statistics, more] if small else offers
