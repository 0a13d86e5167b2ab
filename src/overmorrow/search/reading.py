"""Reads what a learner types into a query."""

from overmorrow.cards.text import cell_width, clean
from overmorrow.clock import StudyDay
from overmorrow.errors import SearchError
from overmorrow.search.query import All, Either, Not, Query
from overmorrow.search.terms import TermError, read_term
from overmorrow.search.tokens import Kind, Token, split

LONGEST = 2000
"""Signs of one search."""
_DEEPEST = 40
_MOST_TERMS = 200


def parse(text: str, day: StudyDay) -> Query:
    """Return what a search asks for.

    Args:
        text: As typed.
        day: Today, from which days are counted.

    Raises:
        SearchError: A term is not understood; the error says which, and why.
    """
    text = " ".join(clean(text.encode("utf-8", "replace").decode()).split("\n"))
    if len(text) > LONGEST:
        raise SearchError("search.too_long", column=1, length=1, term="", most=LONGEST)
    return _Reading(text, day).whole()


class _Reading:
    """One search while it is read: or binds less than and, which binds less than not."""

    def __init__(self, text: str, day: StudyDay) -> None:
        self._text = text
        self._day = day
        self._tokens = split(text)
        self._at = 0
        if sum(token.kind is Kind.TERM for token in self._tokens) > _MOST_TERMS:
            raise self._wrong(self._tokens[_MOST_TERMS], "search.too_many", most=_MOST_TERMS)

    def whole(self) -> Query:
        query = self._either(0)
        if left := self._here():
            raise self._wrong(left, "search.not_opened")
        return query

    def _here(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _either(self, depth: int) -> Query:
        parts = [self._all(depth)]
        while (token := self._here()) and token.kind is Kind.OR:
            self._at += 1
            after = self._all(depth)
            if All(()) in (after, parts[-1]):
                raise self._wrong(token, "search.lonely_or")
            parts.append(after)
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self, depth: int) -> Query:
        parts: list[Query] = []
        while (token := self._here()) and token.kind not in (Kind.OR, Kind.CLOSE):
            if token.kind is Kind.AND:
                self._at += 1
            else:
                parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self, depth: int) -> Query:
        token = self._tokens[self._at]
        self._at += 1
        if depth > _DEEPEST:
            raise self._wrong(token, "search.too_deep")
        match token.kind:
            case Kind.NOT:
                after = self._here()
                if after is None or after.kind in (Kind.OR, Kind.AND, Kind.CLOSE):
                    raise self._wrong(token, "search.lonely_not")
                return Not(self._one(depth + 1))
            case Kind.OPEN:
                return self._group(token, depth + 1)
        try:
            return read_term(token.raw, self._day)
        except TermError as error:
            raise self._wrong(token, error.key, **error.values) from None

    def _group(self, opened: Token, depth: int) -> Query:
        query = self._either(depth)
        if self._here() is None:
            raise self._wrong(opened, "search.not_closed")
        self._at += 1
        if query == All(()):
            raise self._wrong(opened, "search.empty_group")
        return query

    def _wrong(self, token: Token, name: str, /, **values: object) -> SearchError:
        return SearchError(
            name,
            column=1 + cell_width(self._text[: token.start]),
            length=max(1, cell_width(self._text[token.start : token.end])),
            term=self._text[token.start : token.end],
            **values,
        )
