"""Study as a dialogue in lines.

An answer is a line; a line that begins with `:` is a command. The end of the
input ends the session politely: every rated answer is saved by then.
"""

from collections.abc import Callable, Iterable

from overmorrow.cards.note import AnswerType
from overmorrow.clock import Clock, study_day
from overmorrow.errors import BusyError, NothingToStudyError
from overmorrow.jobs.asked import Asked, AskKind, Judged, Returned
from overmorrow.jobs.study import StudySession
from overmorrow.jobs.taken_back import words_of
from overmorrow.messages import Messages
from overmorrow.plain.keys import key_of
from overmorrow.plain.lines import Lines
from overmorrow.plain.telling import (
    asked_lines,
    judged_lines,
    offer_line,
    saved_line,
    source_lines,
    summary_line,
)
from overmorrow.scheduling.propose import most_with_hints
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
from overmorrow.settings import Settings

_QUALITY_OF_KEY = {
    "sm2": {str(quality): quality for quality in range(6)},
    "anki": {str(rating): rating + 1 for rating in range(1, 5)},
}


_WORDS = {
    **dict.fromkeys(("quit", "끝"), "q"),
    **dict.fromkeys(("help", "도움말"), "?"),
    **dict.fromkeys(("undo", "되돌리기"), "u"),
    **dict.fromkeys(("redo", "다시"), "r"),
    **dict.fromkeys(("hint", "힌트"), "h"),
}
"""Commands that may be written out as well."""
_AT_THE_SCORE = frozenset("qursbe?")
"""Commands that need no colon where no answer is awaited."""


class Dialogue:
    """One sitting with a session, asked and told in lines."""

    def __init__(
        self,
        session: StudySession,
        lines: Lines,
        say: Messages,
        clock: Clock,
        settings: Settings,
        other: Callable[[str, int], bool] | None = None,
    ) -> None:
        """Bring together who asks, in what language, and what the keys mean.

        Args:
            session: What is asked, and what becomes of it.
            lines: The way to the learner and back.
            say: The learner's language.
            clock: Times the answers.
            settings: What the digits mean, and when a day ends.
            other: Does a command that is not about answering, told without its colon and
                with the card's id, and says whether it changed the card's note.
        """
        self._session = session
        self._other = other
        self._lines = lines
        self._say = say
        self._clock = clock
        self._rollover_hour = settings.rollover_hour
        self._qualities = _QUALITY_OF_KEY[settings.grade_keys]
        self._keys = f"{min(self._qualities)}-{max(self._qualities)}"
        self._hints = 0
        self._has_offered = False

    def run(self) -> None:
        """Ask until nothing is left or the learner stops.

        Raises:
            NothingToStudyError: Nothing is due.
        """
        session = self._session
        if session.asked is None:
            raise NothingToStudyError("plain.nothing")
        left = session.progress.planned - session.progress.done
        self._tell(
            "plain.head",
            scope=session.scope or session.search or self._say("study.all_decks"),
            n=left,
        )
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
            is_looked_at = asked.is_thought and not typed
            is_long = is_answer and asked.card.answer_type == AnswerType.LONG
            if key_of(command or "") == "a" or is_long or is_looked_at:
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
            typed = self._lines.ask(self._say("plain.score"))
            key = key_of(typed)
            overruled = self._overruled(judged, key)
            if overruled is not None:
                judged = overruled
                self._tell(f"study.overruled_{judged.overruled}")
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
                self._tell_all(source_lines(asked, self._session.source(), self._say))
            elif not typed.startswith(":") and key not in _AT_THE_SCORE and key not in _WORDS:
                self._tell("plain.no_score", key=key, how=self._ways(judged))
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
        if self._session.untaught:
            key = "untaught_counts" if judged.learned else "untaught"
            self._tell(f"study.{key}", typed=self._session.untaught)
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
            "o": self._source_place,
            "?": self._help,
        }
        known = _WORDS.get(key, key_of(key))
        if known in commands:
            return commands[known]()
        if self._other and self._session.asked and key:
            if self._other(key, self._session.asked.card_id):
                self._session.note_changed()
                return True
            return False
        self._tell("plain.unknown", key=key)
        return False

    def _quit(self) -> bool:
        """Go on as if the input were at its end."""
        raise EOFError

    def _undo(self) -> bool:
        returned = self._session.undo()
        if returned is None:
            self._tell("undo.nothing_to_undo")
            return False
        self._tell_step("undo.undone", returned)
        if returned.typed:
            self._tell("plain.you_typed", typed=returned.typed)
        return True

    def _redo(self) -> bool:
        returned = self._session.redo()
        if returned is not None:
            self._tell_step("undo.redone", returned)
            return True
        by_hand = self._session.only_by_hand
        if by_hand is None:
            self._tell("undo.nothing_to_redo")
        else:
            self._tell("undo.only_by_hand", what=words_of(by_hand, self._say))
        return False

    def _tell_step(self, key: str, returned: Returned) -> None:
        self._tell(key, what=words_of(returned.taken, self._say))

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
            quality = self._say(f"stats.quality_{most_with_hints(self._hints)}")
            key = "study.hint_cap" if self._hints == 1 else "study.hint_caps"
            self._tell(key, quality=quality)
        return False

    def _source_place(self) -> bool:
        """Say where the card is from, as far as that does not give the answer away."""
        card = self._session.asked.card if self._session.asked else None
        if card and card.source and card.answer in card.source:
            self._tell("plain.source_has_answer")
        else:
            self._lines.tell((card and card.source) or self._say("plain.no_source"))
        return False

    def _help(self) -> bool:
        self._tell("plain.help_answer")
        self._tell("plain.help_score", keys=self._keys)
        self._tell("plain.help_card")
        return False

    def _offer(self, judged: Judged) -> None:
        """Say what is proposed, and the keys; at first, and of other ones, what they do."""
        how = "" if judged.typed and self._has_offered else self._ways(judged)
        self._has_offered = True
        self._lines.tell(
            offer_line(judged, how or self._say("plain.keys", keys=self._keys), self._say)
        )

    def _ways(self, judged: Judged) -> str:
        """Return what may be answered at the score; a verdict on nothing is not overruled."""
        return self._say("plain.ways" if judged.typed else "plain.ways_untyped", keys=self._keys)

    def _wants_last_back(self) -> bool:
        """Ask how to go on after the last card; True when one was taken back."""
        key = None
        while key not in ("", "q", "u"):
            try:
                key = key_of(self._lines.ask(self._say("plain.after")))
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
