"""Code and formulas: exact, apart from spaces and notation."""

from functools import lru_cache

from overmorrow.grading.finding import Finding, correct, near, omission, other
from overmorrow.grading.hangul import HANGUL
from overmorrow.grading.korean import stems
from overmorrow.grading.normalise import canonical
from overmorrow.grading.patterns import lazy
from overmorrow.grading.question import Question

_SIGNS = str.maketrans(
    {"×": "*", "·": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "“": '"', "”": '"'}
)
_POWER = lazy(r"\*\*")
_SHELL = lazy(r"^(?:\$|>>>|>|#)\s+")
_LAST_STOP = lazy(r"(?<=\w)[.;]$")
_TIMES = lazy(r"(?<=[\w)])\s*\*\s*(?=[A-Za-z(])")
_LOOKS_LIKE = lazy(
    r"[=^{}\[\]<>;\\|]|\w\(.*\)|\)\(|[A-Za-z]\s?[+*/]\s?[A-Za-z]\s?[=)]|->|==|::|\w_\w|--\w|^(?:\./|~/|/\w)|\$[a-z_]|\w\.\w+\("
)


@lru_cache(maxsize=1024)
def normal(text: str) -> str:
    """Return code or a formula in one notation, without spaces."""
    text = _SHELL.sub("", canonical(text).strip("' `")).translate(_SIGNS)
    text = _TIMES.sub("", _POWER.sub("^", text))
    return _LAST_STOP.sub("", "".join(text.split()))


@lru_cache(maxsize=512)
def looks_like_code(form: str) -> bool:
    """Whether an answer without a hint is written like code or a formula."""
    return _LOOKS_LIKE.search(form) is not None


def compare_formulas(form: str, typed: str, question: Question) -> Finding:
    """Return what typed code is worth: the same signs, or another answer."""
    wanted, given = normal(form), normal(typed)
    if not HANGUL.search(form) and HANGUL.search(typed[-1:]):
        given = next((stem for stem in stems(given) if not HANGUL.search(stem)), given)
    if wanted == given:
        return correct("exact" if form == typed else "same_text")
    if question.answer_type != "code" and "=" in wanted and wanted.count("=") == 1:
        left, _, right = wanted.partition("=")
        if given == f"{right}={left}":
            return correct("same_text")
    if wanted.casefold() == given.casefold():
        if question.answer_type == "code" or question.case_sensitive or not given.islower():
            return near("case_differs")
        return omission("case_missing")
    if wanted[:1] == given[:1]:
        return near("code_differs")
    return other("other_text")
