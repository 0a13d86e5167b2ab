"""Is the slip another real word? Sorted word lists, opened by mmap and searched by halves."""

import mmap
from functools import lru_cache

from overmorrow.grading.hangul import SYLLABLE

_FOLDER = __file__.rpartition("/")[0] or __file__.rpartition("\\")[0]
_LANGUAGES = ("en", "ko", "de", "fr", "es")


@lru_cache(maxsize=8)
def _list_of(language: str) -> mmap.mmap | None:
    """Open a language's list; None where it is not installed."""
    try:
        with open(f"{_FOLDER}/data/{language}.txt", "rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError:
        return None


@lru_cache(maxsize=4096)
def is_word(word: str, language: str) -> bool:
    """Whether the word, in lower case, stands in the list of its language.

    Hangul is looked up in Korean, anything else in the language given or, if
    that has no list, in English.
    """
    if SYLLABLE.search(word):
        language = "ko"
    elif language not in _LANGUAGES or language == "ko":
        language = "en"
    words = _list_of(language)
    return bool(word) and words is not None and _stands_in(words, word.encode())


def _stands_in(words: mmap.mmap, wanted: bytes) -> bool:
    low, high = 0, len(words)
    while low < high:
        start = words.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = words.find(b"\n", start)
        end = high if end < 0 else end
        found = words[start:end]
        if found == wanted:
            return True
        if found < wanted:
            low = end + 1
        else:
            high = start
    return False
