"""Says what came of a merge, or would come, in the learner's language."""

from overmorrow.jobs.merge import MergeReport
from overmorrow.messages import Messages


def merge_words(say: Messages, report: MergeReport, name: str, *, is_written: bool) -> str:
    """Return what came, or would; each face says in its own words how it is taken back.

    Args:
        say: The learner's language.
        report: What came of it.
        name: The file that was taken in.
        is_written: Whether it was, or only looked at.
    """
    merged = report.merged
    if not brings_something(report):
        return say("merging.nothing_new", name=name, known=merged.known)
    return say(
        "merging.merged" if is_written else "merging.would_merge",
        name=name,
        events=merged.events,
        known=merged.known,
        new=merged.new,
        changed=merged.changed,
        kept=merged.kept,
        decks=merged.decks,
    )


def can_be_undone(report: MergeReport) -> bool:
    """Return whether undo takes anything back: notes and decks, never what was answered."""
    merged = report.merged
    return bool(merged.new or merged.changed or merged.decks)


def brings_something(report: MergeReport) -> bool:
    """Return whether there is anything that is not here."""
    merged = report.merged
    return bool(merged.events or merged.new or merged.changed or merged.decks)
