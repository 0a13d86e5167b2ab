"""Cards that are forgotten again and again."""

LEECH_LAPSES = 8
LEECH_EVERY = 4


def is_leech(lapses: int) -> bool:
    """Whether a card has lapsed so often that it wants another wording."""
    return lapses >= LEECH_LAPSES


def should_ask(lapses: int) -> bool:
    """Whether to ask the learner about it now: at 8 lapses, then at every fourth."""
    return is_leech(lapses) and (lapses - LEECH_LAPSES) % LEECH_EVERY == 0
