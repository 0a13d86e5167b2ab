"""What the footer offers at each place: the few keys that matter most there."""

from typing import NamedTuple

from overmorrow.jobs.asked import Progress
from overmorrow.messages import Messages
from overmorrow.tui.keys import Place


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
        hint: The number of the next hint.
        small: Whether there is little room.
        slipped: Whether the answer was held back once.
    """
    check = "keys.short_check_again" if slipped else "keys.check"
    hint_label = say("keys.hint") if hint == 1 else say("keys.short_hint", n=hint)
    offers = [
        Offer("Enter", say(check), "check"),
        Offer("Space", say("keys.short_reveal"), "reveal"),
        Offer("Tab", hint_label, "hint"),
        Offer("Esc", say("keys.short_commands"), "commands"),
        Offer("F1", say("keys.help"), "app.help"),
    ]
    return [offers[0], offers[1], offers[4]] if small else offers


def long_offers(say: Messages) -> list[Offer]:
    """Return the offers while a long answer is written."""
    return [
        Offer("Ctrl+S", say("keys.check"), "check"),
        Offer("Tab", say("keys.hint"), "hint"),
        Offer("Esc", say("keys.short_commands"), "commands"),
        Offer("F1", say("keys.help"), "app.help"),
    ]


def choice_offers(say: Messages, count: int, *, small: bool) -> list[Offer]:
    """Return the offers while one of so many answers is chosen."""
    offers = [
        Offer(f"1–{count}", say("keys.short_pick"), ""),
        Offer("Enter", say("keys.choose"), "choose"),
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


def judged_offers(
    say: Messages, proposed: str, digits: str, *, right: bool, wrong: bool, small: bool
) -> list[Offer]:
    """Return the offers after the verdict.

    Args:
        say: The learner's language.
        proposed: The proposed quality's key and name.
        digits: The live digits.
        right: Whether the answer counts as fully right.
        wrong: Whether it counts as wrong.
        small: Whether there is little room.
    """
    offers = [Offer("Enter", proposed, "accept"), Offer(digits, say("keys.short_change"), "")]
    more = Offer("?", say("keys.short_more"), "app.help")
    if small:
        return [*offers, more]
    if not right:
        offers.append(Offer("y", say("keys.say_right"), "say_right"))
    if not wrong:
        offers.append(Offer("n", say("keys.say_wrong"), "say_wrong"))
    return [*offers, Offer("u", say("keys.undo"), "undo"), more]


def self_offers(say: Messages, proposed: str, digits: str, *, small: bool) -> list[Offer]:
    """Return the offers while the learner grades alone."""
    offers = [
        Offer("Enter", proposed, "accept"),
        Offer(digits, say("keys.short_pick"), ""),
        Offer("u", say("keys.undo"), "undo"),
        Offer("?", say("keys.short_more"), "app.help"),
    ]
    return [offers[0], offers[1], offers[3]] if small else offers


def drill_offers(say: Messages, again: str, *, done: bool, small: bool) -> list[Offer]:
    """Return the offers after a drill's verdict.

    Args:
        say: The learner's language.
        again: The digit that asks for one more.
        done: Whether the proposal ends the drill.
        small: Whether there is little room.
    """
    accepted = say("study.done_today") if done else say("study.once_more")
    offers = [
        Offer("Enter", accepted, "accept"),
        Offer(again, say("keys.short_again"), ""),
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


def flag_offers(say: Messages) -> list[Offer]:
    """Return the offers while a flag's digit is awaited."""
    return [Offer("0–7", say("keys.set_flag"), ""), Offer("Esc", say("keys.keep"), "keep_flag")]


def summary_offers(say: Messages, *, confused: bool) -> list[Offer]:
    """Return the offers on the summary.

    Args:
        say: The learner's language.
        confused: Whether there are mixed-up answers to practise.
    """
    pairs = [Offer("c", say("keys.short_confused"), "confused")] if confused else []
    return [
        Offer("Enter", say("keys.home"), "home"),
        Offer("u", say("keys.short_undo_last"), "undo"),
        *pairs,
        Offer("t", say("keys.statistics"), "statistics"),
        Offer("q", say("keys.short_quit"), "app.leave_program"),
    ]


def statistics_offers(say: Messages) -> list[Offer]:
    """Return the offers on the statistics."""
    return [
        Offer("1–3", say("keys.page"), ""),
        Offer("← →", say("keys.turn"), "turn(1)"),
        Offer("↑ ↓", say("keys.scroll"), "scroll(1)"),
        Offer("p", say("keys.period"), "period"),
        Offer("Esc", say("keys.back"), "back"),
    ]


def reading_offers(say: Messages) -> list[Offer]:
    """Return the offers on a page to read."""
    return [
        Offer("Esc", say("keys.close"), "close"),
        Offer("↑ ↓", say("keys.scroll"), "scroll(1)"),
    ]


def home_offers(
    say: Messages, place: Place, progress: Progress, *, importing: int | None, small: bool
) -> list[Offer]:
    """Return the offers on the first screen.

    Args:
        say: The learner's language.
        place: Which of the first screens.
        progress: How much of the day is done.
        importing: How many percent of an import under way are done.
        small: Whether there is little room.
    """
    offers = _home_offers(say, place, progress, small=small)
    if importing is None:
        return offers
    words = f"{say('keys.short_importing')} {importing}%"
    others = [offer for offer in offers[1:] if offer.key != "i"]
    return [offers[0], Offer("i", words, "import_files"), *others]


def _home_offers(say: Messages, place: Place, progress: Progress, *, small: bool) -> list[Offer]:
    end = Offer("q", say("keys.short_quit"), "app.leave_program")
    more = Offer("?", say("keys.short_more"), "app.help")
    statistics = Offer("t", say("keys.statistics"), "statistics")
    files = Offer("i", say("keys.import_files"), "import_files")
    if place is Place.FIRST:
        return [
            Offer("Enter", say("keys.short_start"), "study"),
            Offer("l", say("keys.language"), "language"),
            Offer("F1", say("keys.help"), "app.help"),
            files,
            end,
        ]
    if place is Place.DONE:
        offers = [
            Offer("p", say("keys.short_practise"), "practise"),
            Offer("+", say("keys.short_new"), "more_new"),
            Offer("r", say("keys.short_random"), "random"),
            files,
            statistics,
            end,
        ]
        return [*offers[:2], end] if small else offers
    going_on = say("keys.short_continue", done=progress.done, planned=progress.planned)
    start = going_on if progress.done else say("keys.study")
    offers = [
        Offer("Enter", start, "study"),
        files,
        statistics,
        Offer("l", say("keys.language"), "language"),
        end,
        more,
    ]
    return [offers[0], statistics, more] if small else offers
