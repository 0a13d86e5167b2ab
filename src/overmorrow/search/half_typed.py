"""Words that are still being typed: what their last syllable may yet become."""

from dataclasses import replace

from overmorrow.search.pattern import Pattern
from overmorrow.search.query import All, Either, Field, Query, Words

_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3
_FINALS = 28
_VOWELS = 21
_GROWN_VOWELS = {8: (9, 10, 11), 13: (14, 15, 16), 18: (19,)}
"""ㅗ becomes ㅘ ㅙ ㅚ, ㅜ becomes ㅝ ㅞ ㅟ, ㅡ becomes ㅢ."""
_FINAL_SIGNS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
"""What a syllable can end with, in the order of Unicode."""
_PAIRS = "ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ"
"""Each sign for two consonants, and the two."""
_PARTS = {pair[0]: (pair[1], pair[2]) for pair in _PAIRS.split()}
_SHORTEST = 2
"""A single syllable is as good as any other beginning."""
_WRITTEN = (Field.ANY, Field.PROMPT, Field.ANSWER)


def completed(query: Query) -> Query | None:
    """Return a search with all that its last word may become; None where that is nothing.

    `마위` may become 마윈, `마우` 마위 and 마윈, and `항정` 항저우: on a Korean keyboard the
    consonant that a syllable will begin with first ends the one before.

    Args:
        query: What is written so far.
    """
    match query:
        case All(parts) if parts:
            last = completed(parts[-1])
            return None if last is None else All((*parts[:-1], last))
        case Either(parts) if parts:
            last = completed(parts[-1])
            return None if last is None else Either((*parts[:-1], last))
        case Words(pattern=Pattern(parts=(*before, str(text))), field=field) if field in _WRITTEN:
            longer = tuple(Pattern((*before, each)) for each in completions(text))
            return (
                Either(tuple(replace(query, pattern=each) for each in longer)) if longer else None
            )
    return None


def completions(text: str) -> list[str]:
    """Return what a text may become by the next keys for its last syllable.

    Args:
        text: Folded. A single consonant in what is returned stands for any syllable
            that begins with it.
    """
    if len(text) < _SHORTEST or not _FIRST_SYLLABLE <= ord(text[-1]) <= _LAST_SYLLABLE:
        return []
    begin, code = text[:-1], ord(text[-1]) - _FIRST_SYLLABLE
    rest, final = divmod(code, _FINALS)
    if final:
        return _with_final_moved(begin, rest, final)
    initial, vowel = divmod(rest, _VOWELS)
    same = [begin + _syllable(rest, end) for end in range(1, _FINALS)]
    grown = [initial * _VOWELS + more for more in _GROWN_VOWELS.get(vowel, ())]
    return [*same, *(begin + _syllable(each, end) for each in grown for end in range(_FINALS))]


def _with_final_moved(begin: str, rest: int, final: int) -> list[str]:
    """Return the text with the last consonant at the head of a syllable to come."""
    stays, moved = _PARTS.get(_FINAL_SIGNS[final], (" ", _FINAL_SIGNS[final]))
    return [begin + _syllable(rest, _FINAL_SIGNS.index(stays)) + moved]


def _syllable(rest: int, final: int) -> str:
    return chr(_FIRST_SYLLABLE + rest * _FINALS + final)
