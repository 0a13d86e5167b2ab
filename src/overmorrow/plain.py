"""Study as a line dialogue: for screen readers, simple terminals, pipes and scripts.

One line a prompt, a verdict, a next step; no colour, no cursor movement, no
drawing. An answer is a line; a line that begins with `:` is a command. The end
of the input ends the session politely.
"""

from collections.abc import Callable
from typing import TextIO

from overmorrow.cards.note import AnswerType
from overmorrow.cards.text import clean
from overmorrow.clock import Clock, study_day
from overmorrow.errors import BusyError, NothingToStudyError
from overmorrow.grading.explain import explain
from overmorrow.grading.grading import Grading
from overmorrow.jobs.asked import Asked, AskKind, Judged
from overmorrow.jobs.study import StudySession
from overmorrow.messages import Messages
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
from overmorrow.settings import Settings
from overmorrow.stats.spans import day_words, duration_words, interval_words

_ENDS = (".", "?", "!", "…", ":", "。", "？", "！")
_QUALITY_OF_KEY = {
    "sm2": {str(quality): quality for quality in range(6)},
    "anki": {str(rating): rating + 1 for rating in range(1, 5)},
}


class Finished(Exception):
    """The learner stops, or the input is at its end."""


class Lines:
    """Asks and tells, a line at a time."""

    def __init__(self, source: TextIO, target: TextIO, *, echo: bool) -> None:
        """Choose where lines come from and go to.

        Args:
            source: What the learner types, or a script.
            target: What the learner reads.
            echo: Whether to write what was typed after its prompt, because
                nothing else does (a terminal does).
        """
        self._source = source
        self._target = target
        self._echo = echo

    def tell(self, text: str) -> None:
        """Write one line, ended by a stop."""
        line = one_line(text)
        stop = "" if not line or line.endswith(_ENDS) else "."
        self._target.write(f"{line}{stop}\n")
        self._target.flush()

    def ask(self, prompt: str) -> str:
        """Return the line that was typed.

        Raises:
            Finished: There are no more lines.
        """
        self._target.write(f"{prompt} ")
        self._target.flush()
        line = self._source.readline()
        typed = one_line(line)
        if self._echo or not line:
            self._target.write(f"{typed}\n")
        if not line:
            raise Finished
        return typed

    def ask_or_none(self, prompt: str) -> str | None:
        """Return the line that was typed; None at the end of the input."""
        try:
            return self.ask(prompt)
        except Finished:
            return None


def one_line(text: str) -> str:
    """Return the text on one line, without anything that steers a terminal."""
    return " ".join(clean(text).split())


class Dialogue:
    """One sitting with a session, told and asked in lines."""

    def __init__(
        self, session: StudySession, lines: Lines, say: Messages, clock: Clock, settings: Settings
    ) -> None:
        """Bring together who asks, in what language, and what the keys mean.

        Args:
            session: What is asked, and what becomes of it.
            lines: The way to the learner and back.
            say: The learner's language.
            clock: Times the answers.
            settings: What the digits mean, and when a day ends.
        """
        self._session = session
        self._lines = lines
        self._say = say
        self._clock = clock
        self._rollover_hour = settings.rollover_hour
        self._qualities = _QUALITY_OF_KEY[settings.grade_keys]
        self._keys = f"{min(self._qualities)}-{max(self._qualities)}"
        self._hints = 0
        self._began_ms = clock().wall_ms
        self._stop_after_ms: int | None = None

    def run(self, minutes: int | None = None) -> None:
        """Ask until nothing is left, time is up, or the learner stops.

        Raises:
            NothingToStudyError: Nothing is due.
        """
        session = self._session
        if session.asked is None:
            raise NothingToStudyError("plain.nothing")
        if minutes is not None:
            self._stop_after_ms = self._began_ms + minutes * 60_000
        scope = session.scope or self._say("study.all_decks")
        self._tell("plain.head", scope=scope, n=session.progress.planned - session.progress.done)
        try:
            self._cards()
            self._sum_up()
            while self._wants_last_back():
                self._cards()
                self._sum_up()
        except Finished:
            if session.asked is not None:
                self._sum_up()

    def _cards(self) -> None:
        while (asked := self._session.asked) is not None and not self._is_time_up():
            self._hints = 0
            self._show(asked)
            judged = self._answered(asked)
            if judged is not None:
                self._settle(asked, judged)
            self._lines.tell("")

    def _is_time_up(self) -> bool:
        return self._stop_after_ms is not None and self._clock().wall_ms >= self._stop_after_ms

    def _show(self, asked: Asked) -> None:
        kind = self._say(f"study.{asked.kind}")
        progress = self._session.progress
        if asked.kind is AskKind.DRILL:
            self._tell("plain.drill_left", kind=kind, n=progress.drill)
        else:
            what = self._say(f"plain.type_{_type_name(asked)}")
            place, planned = progress.done + progress.drill + 1, progress.planned
            self._tell("plain.place", place=place, planned=planned, kind=kind, what=what)
        self._lines.tell(asked.card.prompt)
        for number, choice in enumerate(asked.choices, 1):
            self._lines.tell(f"{number}. {choice}")

    def _answered(self, asked: Asked) -> Judged | None:
        """Return the judged answer; None when a command led to another card."""
        began_ms = self._clock().wall_ms
        while True:
            typed = self._lines.ask(self._say("plain.answer"))
            took_ms = max(0, self._clock().wall_ms - began_ms)
            if typed.startswith(":") and not typed.startswith("::"):
                if typed == ":a":
                    return self._session.reveal(answer_ms=took_ms, hints=self._hints)
                if self._leaves(typed[1:]):
                    return None
            elif asked.card.answer_type == AnswerType.LONG:
                return self._session.reveal(answer_ms=took_ms, hints=self._hints)
            else:
                answer = _chosen(
                    asked, typed.removeprefix(":") if typed.startswith("::") else typed
                )
                return self._session.judge(answer, answer_ms=took_ms, hints=self._hints)

    def _settle(self, asked: Asked, judged: Judged) -> None:
        """Say what the answer is worth, let it be overruled, and save it."""
        self._tell_verdict(asked, judged)
        if asked.kind is AskKind.DRILL and judged.proposed >= DRILL_UNTIL_QUALITY:
            if self._saved(judged, judged.proposed):
                self._tell("plain.drill_done")
                return
        self._offer(judged)
        while True:
            key = self._lines.ask(self._say("plain.score")).removeprefix(":")
            overruled = self._overruled(judged, key)
            if overruled is not None:
                judged = overruled
                self._offer(judged)
            elif key == "" or key in self._qualities:
                quality = self._qualities.get(key, int(judged.proposed))
                if self._saved(judged, quality):
                    self._tell_next(judged, quality)
                    return
            elif key == "o":
                self._lines.tell(asked.card.source or self._say("plain.no_source"))
            elif self._leaves(key):
                return

    def _overruled(self, judged: Judged, key: str) -> Judged | None:
        match key if judged.typed else "":
            case "y":
                return self._session.right(judged, "learn")
            case "t":
                return self._session.right(judged, "typo")
            case "n":
                return self._session.wrong(judged)
            case _:
                return None

    def _saved(self, judged: Judged, quality: int) -> bool:
        try:
            self._session.rate(judged, quality)
        except BusyError as error:
            self._lines.tell(self._say(error.key, **error.values))
            return False
        return True

    def _leaves(self, key: str) -> bool:
        """Do what the command says; True when it leaves the card."""
        commands: dict[str, Callable[[], bool]] = {
            "q": self._quit,
            "u": self._undo,
            "r": self._redo,
            "s": self._suspend,
            "b": self._bury,
            "h": self._hint,
            "o": self._source_later,
            "?": self._help,
        }
        if key not in commands:
            self._tell("plain.unknown", key=key)
            return False
        return commands[key]()

    def _quit(self) -> bool:
        raise Finished

    def _undo(self) -> bool:
        returned = self._session.undo()
        if returned is None:
            self._tell("plain.nothing_to_undo")
            return False
        self._tell("plain.undone")
        if returned.typed:
            self._tell("plain.you_typed", typed=returned.typed)
        return True

    def _redo(self) -> bool:
        if self._session.redo() is None:
            self._tell("plain.nothing_to_redo")
            return False
        self._tell("plain.redone")
        return True

    def _suspend(self) -> bool:
        self._session.suspend()
        self._tell("plain.suspended")
        return True

    def _bury(self) -> bool:
        self._session.bury()
        self._tell("plain.buried")
        return True

    def _hint(self) -> bool:
        hint = self._session.hint(self._hints + 1)
        if hint is None:
            self._tell("plain.no_more_hints")
            return False
        self._hints += 1
        self._lines.tell(self._say(hint.message, **hint.values))
        if self._hints <= 2:
            self._tell(f"plain.hint_cap_{self._hints}")
        return False

    def _source_later(self) -> bool:
        self._tell("plain.source_later")
        return False

    def _help(self) -> bool:
        self._tell("plain.help_answer")
        self._tell("plain.help_score", keys=self._keys)
        self._tell("plain.help_card")
        return False

    def _tell_verdict(self, asked: Asked, judged: Judged) -> None:
        if judged.grading is None:
            self._tell("plain.revealed")
        else:
            self._lines.tell(verdict_words(judged.typed, judged.grading, self._say))
        self._tell("plain.right_answer", answer=asked.card.answer)
        if asked.card.source:
            self._tell("plain.source", source=asked.card.source)
        if asked.card.remark:
            self._tell("plain.remark", remark=asked.card.remark)

    def _offer(self, judged: Judged) -> None:
        quality = self._say(f"stats.quality_{int(judged.proposed)}")
        then = self._then(judged, judged.proposed)
        self._tell("plain.offer", quality=quality, then=then, keys=self._keys)

    def _then(self, judged: Judged, quality: int) -> str:
        if not judged.outlook:
            return self._say("plain.no_schedule")
        outlook = judged.outlook[quality]
        interval = interval_words(self._say, outlook.next_interval_days)
        return self._say("plain.in_interval", interval=interval)

    def _tell_next(self, judged: Judged, quality: int) -> None:
        if not judged.outlook:
            self._tell("plain.saved_practice")
        elif judged.outlook[quality].drill:
            self._tell("plain.saved_again_today")
        else:
            today = study_day(self._clock(), self._rollover_hour)
            due_day = today + judged.outlook[quality].next_interval_days
            self._tell("plain.saved_next", day=day_words(self._say, due_day))

    def _sum_up(self) -> None:
        summary = self._session.summary()
        self._tell(
            "plain.summary",
            n=summary.cards,
            right=summary.right_first,
            time=duration_words(self._say, summary.seconds),
            tomorrow=summary.due_tomorrow,
            overmorrow=summary.due_overmorrow,
        )

    def _wants_last_back(self) -> bool:
        """Ask how to go on after the last card; True when one was taken back."""
        while True:
            key = self._lines.ask(self._say("plain.after")).removeprefix(":")
            if key == "u":
                return self._undo()
            if key in ("", "q"):
                return False

    def _tell(self, key: str, /, **values: object) -> None:
        self._lines.tell(self._say(key, **values))


def _chosen(asked: Asked, typed: str) -> str:
    """Return the choice whose number was typed, else the text itself."""
    if typed.isascii() and typed.isdecimal() and 1 <= int(typed[:3]) <= len(asked.choices):
        return asked.choices[int(typed[:3]) - 1]
    return typed


def _type_name(asked: Asked) -> str:
    if asked.choices:
        return "choice"
    if asked.card.gap is not None:
        return "gap"
    return asked.card.answer_type or "text"


def verdict_words(typed: str, grading: Grading, say: Messages) -> str:
    """Return the verdict, its reason, and what was read if that looks different."""
    verdict = "blank" if grading.kind == "blank" else grading.verdict.value.lower()
    parts = [say(f"study.{verdict}"), explain(grading, say)]
    if grading.value and grading.value not in typed:
        parts.append(f"{say('study.read_as', value=grading.value)}.")
    if grading.answer_of:
        parts.append(say("study.answer_of", prompt=grading.answer_of))
    return " ".join(parts)
