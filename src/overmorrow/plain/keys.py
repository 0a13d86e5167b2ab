"""Keys typed as lines: what a Korean keyboard sends for a letter is that letter."""

_HANGUL = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_LETTERS = str.maketrans(_HANGUL, _LATIN)


def key_of(typed: str) -> str:
    """Return the key that a line means: without the colon, in Latin letters if it is one."""
    key = typed.strip().removeprefix(":").strip()
    return key.translate(_LETTERS) if len(key) == 1 else key
