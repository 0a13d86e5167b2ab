"""Names of organic compounds: each part counts, so ethanol and ethanal are two answers."""

from overmorrow.grading.patterns import lazy

_NAME = lazy(
    r"(?P<chain>\w*(?:meth|eth|prop|but|pent|hex|hept|oct|non|dec|benz))"
    r"(?:ane?|ene?|yne?|yl|anol|anal|enol|enal|anone|anoic|oic)"
    r"|(?P<chain_ko>\w*(?:메탄|에탄|프로판|부탄|펜탄|헥산))(?:올|알)?"
)


def is_other_compound(first: str, second: str) -> bool:
    """Whether two names have the same chain of carbon and another ending."""
    one, two = _NAME.fullmatch(first), _NAME.fullmatch(second)
    if one is None or two is None or first == second:
        return False
    return one.group("chain", "chain_ko") == two.group("chain", "chain_ko")
