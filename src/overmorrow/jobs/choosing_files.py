"""Choose files to import: what was typed, pasted or dragged becomes paths, and is completed."""

import glob
import os
import re
import shlex
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from overmorrow.cards.text import clean, shown_path

MOST_OFFERS = 100
"""More names than anybody looks through; typing on narrows them down."""
_MOST_LOOKED_AT = 5000
_MOST_FILES = 500
_QUOTES = ("'", '"')
_ESCAPED = re.compile(r"\\(.)")
DECK_ENDINGS = re.compile(
    r"\.(md|markdown|apkg|colpkg|anki2|anki21|csv|tsv|tab|txt|json|jsonl|ndjson|toml|ya?ml"
    r"|xml|wcu|cards|org|xls[xmb]?|ods)",
    re.IGNORECASE,
)
"""Files that may hold cards; others are offered only when nothing else fits."""
ARTICLE_ENDINGS = re.compile(r"\.(txt|md|markdown|x?html?)", re.IGNORECASE)
"""Files that may hold an article."""
COLLECTION_ENDINGS = re.compile(r"\.(db|sqlite3?)", re.IGNORECASE)
"""Files that may be a collection from another machine."""


class PathOffer(NamedTuple):
    """One way to complete a path."""

    path: str
    """What the whole path would be, as it is written in the box."""
    name: str
    """The last part of it, to show."""
    is_folder: bool = False


def typed_path(text: str) -> str:
    r"""Return the path that a text means, as typed, pasted or dragged into the terminal.

    Quotes around it, backslashes before spaces and `file://` are taken away,
    and `~` becomes the home folder.
    """
    text = text.strip()
    if len(text) > 1 and text[0] in _QUOTES and text[0] == text[-1]:
        text = text[1:-1]
    elif text.startswith("file://"):
        text = unquote(urlsplit(text).path)
    elif os.name != "nt" and "\\" in text and not os.path.exists(text):
        text = _ESCAPED.sub(r"\1", text)
    return os.path.expanduser(text)


def files_meant(text: str) -> tuple[str, ...]:
    """Return the files that a text names: one, several dragged at once, or a pattern's.

    A name that stands for nothing is returned as it is, so that reading it can
    say what is wrong.
    """
    path = typed_path(text)
    if not path or os.path.exists(path):
        return (path,) if path else ()
    together = _dragged_together(text)
    if together:
        return together
    if "*" in path or "?" in path:
        found = sorted(filter(os.path.isfile, islice(glob.iglob(path), _MOST_LOOKED_AT)))
        if found:
            return tuple(found[:_MOST_FILES])
    return (_as_on_disk(path),)


def _as_on_disk(path: str) -> str:
    """Return a path whose name is written in another form of Unicode on the disk."""
    folder, wanted = os.path.split(path)
    names = (name for name, _ in _listing(folder or "."))
    name = next((name for name in names if clean(name) == clean(wanted)), wanted)
    return os.path.join(folder, name)


def _dragged_together(text: str) -> tuple[str, ...]:
    """Return the paths of a text that holds several, if all of them are there."""
    try:
        words = shlex.split(text)
    except ValueError:
        return ()
    paths = tuple(typed_path(word) for word in words)
    return paths if len(paths) > 1 and all(map(os.path.isfile, paths)) else ()


def completions(text: str, endings: re.Pattern[str] = DECK_ENDINGS) -> tuple[PathOffer, ...]:
    """Return what the path being written could become, folders first.

    Args:
        text: What is written.
        endings: Which files go before others.
    """
    path = typed_path(text)
    folder, start = os.path.split(path)
    shown = _written_folder(text, start)
    folders: list[PathOffer] = []
    files: list[PathOffer] = []
    others: list[PathOffer] = []
    for name, is_folder in _listing(folder or "."):
        if not _begins(name, start) or (name.startswith(".") and not start.startswith(".")):
            continue
        is_wanted = endings.fullmatch(os.path.splitext(name)[1])
        kind = folders if is_folder else files if is_wanted else others
        tail = os.sep if is_folder else ""
        kind.append(PathOffer(shown + name + tail, clean(name) + tail, is_folder))
    files = files or (others if start else [])
    return tuple([*_sorted(folders), *_sorted(files)][:MOST_OFFERS])


def _written_folder(text: str, start: str) -> str:
    """Return the folder as it stands in the box; signs that only protect are gone."""
    text = text.strip()
    if text.startswith("~") and not text.startswith(_QUOTES):
        return text[: len(text) - len(start)] if start else text
    path = typed_path(text)
    return path[: len(path) - len(start)] if start else path


def _sorted(offers: list[PathOffer]) -> list[PathOffer]:
    return sorted(offers, key=lambda offer: offer.name.casefold())


def _listing(folder: str) -> list[tuple[str, bool]]:
    """Return the names in a folder, and whether each is a folder; none if it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return [(each.name, each.is_dir()) for each in islice(entries, _MOST_LOOKED_AT)]
    except (OSError, ValueError):
        return []


def _begins(name: str, start: str) -> bool:
    return clean(name).casefold().startswith(clean(start).casefold())


def common_start(text: str, offers: Sequence[PathOffer]) -> str:
    """Return how far all offers agree, at least as much as is written already."""
    paths = [offer.path for offer in offers]
    first, last = min(paths, default=""), max(paths, default="")
    agreed = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    common = "".join(letter for letter, _ in agreed)
    return common if len(common) > len(text.strip()) else text


def recent_folders(names: Iterable[str], most: int = 5) -> tuple[str, ...]:
    """Return the folders that earlier imports came from, the latest first.

    Args:
        names: What the imports are called: their files, joined by commas.
        most: How many.
    """
    found: dict[str, None] = {}
    for name in names:
        folder = os.path.dirname(name.split(", ")[0])
        if folder and os.path.isabs(folder) and os.path.isdir(folder):
            found.setdefault(folder, None)
    return tuple(found)[:most]


def short_folder(path: str) -> str:
    """Return a folder as it is shown and completed: the home folder is `~`, a slash ends it."""
    path = _below_home(path)
    return path if path.endswith(os.sep) else path + os.sep


def short_path(path: str) -> str:
    """Return a path as it is shown: the home folder is `~`."""
    return shown_path(_below_home(path))


def _below_home(path: str) -> str:
    home = os.path.expanduser("~")
    if home not in ("", os.sep) and (path == home or path.startswith(home + os.sep)):
        return "~" + path[len(home) :]
    return path
