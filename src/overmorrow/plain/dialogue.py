"""Study as a dialogue in lines.

An answer is a line; a line that begins with `:` is a command. The end of the
input ends the session politely: every rated answer is saved by then.
"""

from collections.abc import Callable, Iterable

from overmorrow.cards.note import AnswerType
from overmorrow.clock import Clock, study_day
from overmorrow.errors import BusyError, NothingToStudyError
from overmorrow.jobs.asked import Asked, AskKind, Judged
from overmorrow.jobs.study import StudySession
from overmorrow.messages import Messages
from overmorrow.plain.lines import Lines
from overmorrow.plain.telling import (
    asked_lines,
    judged_lines,
    offer_line,
    saved_line,
    summary_line,
)
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
from overmorrow.settings import Settings

_QUALITY_OF_KEY = {
    "sm2": {str(quality): quality for quality in range(6)},
    "anki": {str(rating): rating + 1 for rating in range(1, 5)},
}


class Dialogue:
    """One sitting with a session, asked and told in lines."""

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

    def run(self) -> None:
        """Ask until nothing is left or the learner stops.

        Raises:
            NothingToStudyError: Nothing is due.
        """
        session = self._session
        if session.asked is None:
            raise NothingToStudyError("plain.nothing")
        left = session.progress.planned - session.progress.done
        self._tell("plain.head", scope=session.scope or self._say("study.all_decks"), n=left)
        going_on = True
        while going_on:
            asked_all = self._asks_all()
            self._lines.tell(summary_line(session.summary(), self._say))
            going_on = asked_all and self._wants_last_back()

    def _asks_all(self) -> bool:
        """Ask card after card; False when the learner or the input ends it before."""
        try:
            while (asked := self._session.asked) is not None:
                self._hints = 0
                self._tell_all(asked_lines(asked, self._session.progress, self._say))
                judged = self._answered(asked)
                if judged is not None:
                    self._settle(asked, judged)
                self._lines.tell("")
        except EOFError:
            return False
        return True

    def _answered(self, asked: Asked) -> Judged | None:
        """Return the judged answer; None when a command led to another card."""
        began_ms = self._clock().wall_ms
        while True:
            typed = self._lines.ask(self._say("plain.answer"))
            took_ms = max(0, self._clock().wall_ms - began_ms)
            command = typed[1:] if typed.startswith(":") else None
            is_answer = command is None or command.startswith(":")
            if command == "a" or (is_answer and asked.card.answer_type == AnswerType.LONG):
                return self._session.reveal(answer_ms=took_ms, hints=self._hints)
            if is_answer:
                answer = _chosen(asked, command or typed)
                return self._session.judge(answer, answer_ms=took_ms, hints=self._hints)
            if self._leaves(command or ""):
                return None

    def _settle(self, asked: Asked, judged: Judged) -> None:
        """Say what the answer is worth, let it be overruled, and save it."""
        self._tell_all(judged_lines(asked, judged, self._say))
        is_drilled = asked.kind is AskKind.DRILL and judged.proposed >= DRILL_UNTIL_QUALITY
        if is_drilled and self._saves(judged, judged.proposed):
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
                if self._saves(judged, quality):
                    today = study_day(self._clock(), self._rollover_hour)
                    self._lines.tell(saved_line(judged, quality, today, self._say))
                    if self._session.leech_lapses:
                        self._tell("study.leech", n=self._session.leech_lapses)
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

    def _saves(self, judged: Judged, quality: int) -> bool:
        try:
            self._session.rate(judged, quality)
        except BusyError as error:
            self._tell(error.key, **error.values)
            return False
        return True

    def _leaves(self, key: str) -> bool:
        """Do what the command says; True when it leads to another card."""
        commands: dict[str, Callable[[], bool]] = {
            "q": self._quit,
            "u": self._undo,
            "r": self._redo,
            "s": self._suspend,
            "b": self._bury,
            "h": self._hint,
            "o": self._refuse_source,
            "?": self._help,
        }
        if key not in commands:
            self._tell("plain.unknown", key=key)
            return False
        return commands[key]()

    def _quit(self) -> bool:
        """Go on as if the input were at its end."""
        raise EOFError

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
            self._tell("study.no_more_hints")
            return False
        self._hints += 1
        self._tell(hint.message, **hint.values)
        if self._hints <= 2:
            self._tell("study.hint_cap" if self._hints == 1 else "study.hint_caps")
        return False

    def _refuse_source(self) -> bool:
        self._tell("plain.source_later")
        return False

    def _help(self) -> bool:
        self._tell("plain.help_answer")
        self._tell("plain.help_score", keys=self._keys)
        self._tell("plain.help_card")
        return False

    def _offer(self, judged: Judged) -> None:
        self._lines.tell(offer_line(judged, self._keys, self._say))

    def _wants_last_back(self) -> bool:
        """Ask how to go on after the last card; True when one was taken back."""
        key = None
        while key not in ("", "q", "u"):
            try:
                key = self._lines.ask(self._say("plain.after")).removeprefix(":")
            except EOFError:
                return False
        return key == "u" and self._undo()

    def _tell_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._lines.tell(line)

    def _tell(self, key: str, /, **values: object) -> None:
        self._lines.tell(self._say(key, **values))


def _chosen(asked: Asked, typed: str) -> str:
    """Return the choice whose number was typed, else the text itself."""
    if typed.isascii() and typed.isdecimal() and 1 <= int(typed[:3]) <= len(asked.choices):
        return asked.choices[int(typed[:3]) - 1]
    return typed
