"""Cuts texts into the short pieces by which an index finds them.

Of Hangul, pieces of one and two syllables: most Korean nouns are two. Of other
writing also three letters, since two hardly tell one text from another. The first
consonants of syllables have pieces of their own, for `ㅎㅈㅇ`.
"""

import re
from itertools import pairwise

from overmorrow.search.folding import INITIALS, bare, initials

_AS_SIGNS = {code: 0xE000 + code for code in range(128) if not chr(code).isalnum()}
"""Tokens of the index may hold any sign but the ASCII ones that part words."""
_TRIPLE = re.compile("(?=([^가-힣]{3}))")
_OF_INITIALS, _OF_PROMPT = "\uf8f0", "\uf8f1"


def tokens_of(prompt: str, texts: list[str]) -> str:
    """Return what the index has of a note: its pieces, in no order, with spaces between.

    Args:
        prompt: What the note asks, as written.
        texts: Everything plain words look in, folded.
    """
    found: set[str] = set()
    for written in texts:
        text = _as_token(written)
        found.update(text)
        found.update(map("".join, pairwise(text)))
        found.update(_triples(text))
        starts = _as_token(initials(text))
        if starts:
            heads = [f"{_OF_INITIALS}{sign}" for sign in starts]
            found.update(heads)
            found.update(map("".join, zip(heads, starts[1:], strict=False)))
    found.add(prompt_token(prompt))
    return " ".join(found)


def prompt_token(prompt: str) -> str:
    """Return what notes have in common that ask the same but for case, spaces and punctuation."""
    from hashlib import blake2b  # only what keeps or asks the index needs it

    return _OF_PROMPT + blake2b(bare(prompt).encode(), digest_size=9).hexdigest()


PROMPT_TOKENS = (_OF_PROMPT, chr(ord(_OF_PROMPT) + 1))
"""Between these lie the tokens of prompts."""


def tokens_in(run: str) -> tuple[set[str], bool]:
    """Return the tokens of every text that holds a run, and whether only those have them all.

    Args:
        run: Folded; single consonants stand for syllables that begin with them.
    """
    if all(sign in INITIALS for sign in run):
        heads = [f"{_OF_INITIALS}{sign}" for sign in run]
        pairs = {head + sign for head, sign in zip(heads, run[1:], strict=False)}
        return {_as_token(piece) for piece in pairs or heads}, len(run) < 3
    if any(sign in INITIALS for sign in run):
        pieces = re.split(f"([{INITIALS}]+)", run)
        parts = [tokens_in(piece)[0] for piece in pieces if piece]
        return set().union(*parts), False
    if len(run) == 1:
        return {_as_token(run)}, True
    triples = set(_triples(run))
    pairs = {run[at : at + 2] for at in range(len(run) - 1)}
    if triples:
        covered = {triple[at : at + 2] for triple in triples for at in (0, 1)}
        pairs -= covered
    return {_as_token(piece) for piece in triples | pairs}, len(triples | pairs) == 1


def _triples(text: str) -> list[str]:
    """Return every three signs that stand together and are no Hangul."""
    return _TRIPLE.findall(text)


def _as_token(piece: str) -> str:
    return piece.translate(_AS_SIGNS)
