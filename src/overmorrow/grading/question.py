"""What every rule may look at: the prompt, the kind of answer, its language."""

from typing import NamedTuple

_PERSON_WORDS = (
    "who ",
    "누구",
    "whose",
    "quién",
    "qui ",
    "wer ",
    "사람",
    "이름",
    "왕은",
    "창시자",
    "창업자",
    "작가",
    "장군",
    "감독",
    "화가",
    "시인",
    "발명가",
    "general",
    "president",
    "author",
    "writer",
    "king",
    "inventor",
    "scientist",
    "저자",
    "대통령",
    "composer",
    "painter",
    "founder",
    "who",
)
VALUE_TYPES = frozenset(
    ("number", "quantity", "currency", "duration", "year", "date", "range", "ordinal")
)


class Question(NamedTuple):
    """The card's side of grading, without its answers."""

    prompt: str = ""
    """Canonical, in small letters."""
    prompt_as_written: str = ""
    """Canonical, in its own case: MB and Mb are two units."""
    answer_type: str = ""
    lang: str = ""
    case_sensitive: bool = False

    @property
    def asks_person(self) -> bool:
        """Whether the answer is a person."""
        if self.answer_type:
            return self.answer_type in ("person", "name")
        return any(word in self.prompt for word in _PERSON_WORDS)

    @property
    def is_exact(self) -> bool:
        """Whether the hint says code or formula: exact apart from spaces and notation."""
        return self.answer_type in ("code", "formula")

    @property
    def is_list(self) -> bool:
        """Whether the hint says several items."""
        return self.answer_type in ("list", "ordered_list")

    @property
    def wants_value(self) -> bool:
        """Whether the hint says that the answer is a number, a quantity or a date."""
        return self.answer_type in VALUE_TYPES
