"""Time at the keyboard: which keys are only repeats, and how long an answer took."""

REPEAT_MS = 180
"""An Enter or Space sooner than this after the one before is a held key."""
SAME_DIGIT_MS = 150
"""A rating digit sooner than this after itself was not meant for the next card."""
LONGEST_PAUSE_MS = 60_000
"""Longer without a key, and the learner has left."""
HASTY_MS = 150
"""An Enter sooner than this after the first key was not meant as an answer."""


class RepeatGuard:
    """Drops what a held key sends, so that it answers and rates one card at most."""

    def __init__(self) -> None:
        self._going_on_ms: int | None = None
        self._digit = ""
        self._digit_ms: int | None = None

    def allows(self, key: str, now_ms: int) -> bool:
        """Return whether the key counts; a dropped one prolongs the wait."""
        if key in ("enter", "space"):
            before, self._going_on_ms = self._going_on_ms, now_ms
            return before is None or now_ms - before >= REPEAT_MS
        if key == self._digit and self._digit_ms is not None:
            before, self._digit_ms = self._digit_ms, now_ms
            if now_ms - before < SAME_DIGIT_MS:
                return False
            self._digit = ""
        return True

    def renew(self, now_ms: int) -> None:
        """Count the wait from now: the keys that came meanwhile were only waiting."""
        self._going_on_ms = now_ms

    def rated(self, digit: str, now_ms: int) -> None:
        """Remember the digit that rated a card."""
        self._digit = digit
        self._digit_ms = now_ms


class AnswerTime:
    """How long one answer takes, without the time the learner was away."""

    def __init__(self, now_ms: int) -> None:
        self._last_ms = now_ms
        self._counted_ms = 0
        self._away = False
        self.think_ms: int | None = None
        """Time to the first key of the answer."""
        self.first_key_ms: int | None = None
        """When that was."""

    def note_key(self, now_ms: int, *, writes: bool) -> None:
        """Count the time up to a key.

        Args:
            now_ms: When it was pressed.
            writes: Whether it belongs to the answer.
        """
        self._count(now_ms)
        if writes and self.think_ms is None:
            self.think_ms = self._counted_ms
            self.first_key_ms = now_ms

    def leave(self, now_ms: int) -> None:
        """Stop counting until the next key."""
        self._count(now_ms)
        self._away = True

    def is_away(self, now_ms: int) -> bool:
        """Return whether the learner seems to have left."""
        return self._away or now_ms - self._last_ms >= LONGEST_PAUSE_MS

    def total_ms(self, now_ms: int) -> int:
        """Return the time up to now."""
        self._count(now_ms)
        return self._counted_ms

    def _count(self, now_ms: int) -> None:
        if not self._away:
            self._counted_ms += min(max(0, now_ms - self._last_ms), LONGEST_PAUSE_MS)
        self._away = False
        self._last_ms = now_ms
