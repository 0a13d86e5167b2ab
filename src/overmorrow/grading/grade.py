"""Grades a typed answer like a strict but fair teacher; this module reads as the rules do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from overmorrow.cards.card import Card
from overmorrow.cards.note import ListItem
from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.diff import differing_cells
from overmorrow.grading.finding import Finding, blank, correct, near, other
from overmorrow.grading.formulas import compare_formulas, looks_like_code
from overmorrow.grading.grading import Grading
from overmorrow.grading.hangul import HANGUL, SYLLABLE
from overmorrow.grading.lists import compare_lists, items_in, looks_like_list
from overmorrow.grading.mechanics import is_unfinished, retyped
from overmorrow.grading.normalise import canonical, loose, squash
from overmorrow.grading.polarity import candidates, is_unknown, negations, yes_or_no
from overmorrow.grading.question import Question
from overmorrow.grading.text import compare_text, first_letters_only, same_text
from overmorrow.grading.values import Value, compare_values, read_values
from overmorrow.grading.wrappers import wants_order

_QUALITY = {
    "correct": Quality.EASY,
    "typo": Quality.GOOD,
    "omission": Quality.HARD,
    "near": Quality.NEARLY,
    "other": Quality.VAGUE,
    "blank": Quality.BLANK,
}
_LONGEST_TYPED = 20_000
_MAX_FORMS = 40


def grade(typed: str, card: Card, others: Sequence[tuple[str, str]] = ()) -> Grading:
    """Return what a typed answer is worth.

    Args:
        typed: What the learner typed, as it came.
        card: The card that asked.
        others: Answer and prompt of the deck's other cards; a wrong answer that
            is one of these answers is told apart.
    """
    question = Question(
        prompt=canonical(card.prompt).lower(),
        prompt_as_written=canonical(card.prompt),
        answer_type=card.answer_type,
        lang=card.lang,
        case_sensitive=card.case_sensitive,
    )
    finding = _judge(typed, card, question)
    answer_of = None
    if finding.verdict is Verdict.WRONG and finding.kind != "blank":
        answer_of = _whose_answer(typed, others)
    quality = Quality.GOOD if finding.slip and finding.kind == "correct" else _QUALITY[finding.kind]
    matched = finding.matched or card.answer
    shows_diff = finding.kind == "typo" or finding.reason in (
        "marks_missing",
        "number_differs",
        "other_word",
    )
    return Grading(
        verdict=finding.verdict,
        reason=finding.reason,
        details=finding.details,
        matched=matched,
        value=finding.value,
        diff=differing_cells(matched, typed.strip()) if shows_diff and not finding.items else (),
        items=finding.items,
        quality=quality,
        slip=finding.slip,
        kind=finding.kind,
        answer_of=answer_of,
    )


def grade_row(row: Mapping[str, object]) -> Grading:
    """Grade one row of `grade --jsonl`: prompt, expected, aliases, answer_type, lang, typed."""
    aliases = row.get("aliases") or ()
    card = Card(
        key="q",
        prompt=str(row.get("prompt") or ""),
        answer=str(row.get("expected") or ""),
        aliases=tuple(str(alias) for alias in aliases) if isinstance(aliases, list | tuple) else (),
        answer_type=str(row.get("answer_type") or ""),
        lang=str(row.get("lang") or ""),
    )
    return grade(str(row.get("typed") or ""), card)


def _judge(typed: str, card: Card, question: Question) -> Finding:
    accepted = (card.answer, *card.aliases)
    longest = max(map(len, accepted))
    if len(typed) > 8 * longest + 300 or len(typed) > _LONGEST_TYPED:
        return other("too_long") if typed.strip() else blank("blank")
    text = canonical(typed)
    forms = _forms(accepted)
    finding = _exactly(text, forms, question)
    if finding is not None:
        return finding
    squashed = squash(loose(text))
    if not squashed or not any(sign.isalnum() for sign in squashed):
        return blank("blank")
    if is_unknown(squashed):
        return blank("unknown")
    if squashed == squash(loose(question.prompt)):
        return other("prompt_repeated")._replace(slip="prompt")
    finding = _wrong_choice(text, card, question) or _compare(text, card, forms, question)
    if finding.verdict is not Verdict.CORRECT:
        finding = _mechanical(text, card, forms, question) or finding
    if finding.verdict is Verdict.CLOSE and is_unfinished(text):
        finding = finding._replace(
            slip="unfinished", reason="unfinished", details=(("sign", text[-1]),)
        )
    return finding


@lru_cache(maxsize=512)
def _forms(accepted: tuple[str, ...]) -> tuple[str, ...]:
    """Return every accepted answer in canonical form, with glosses taken apart: A(B) is A and B."""
    forms: dict[str, None] = {}
    for answer in accepted[:_MAX_FORMS]:
        text = canonical(answer)
        forms[text] = None
        for part in _gloss_parts(text):
            forms[part] = None
    return tuple(forms)


_GLOSS = re.compile(r"^([^()]{2,}?)\s?\(([^()]{2,})\)$")


def _gloss_parts(text: str) -> tuple[str, ...]:
    match = _GLOSS.match(text)
    if not match or looks_like_code(text.replace("(", " ").replace(")", " ")):
        return ()
    outside, inside = match[1].strip(), match[2].strip()
    return (outside, inside) if " " in text or HANGUL.search(text) or not text.isascii() else ()


def _exactly(text: str, forms: tuple[str, ...], question: Question) -> Finding | None:
    """Accept an answer or alias in any free form, before any other rule can object."""
    is_exact = question.answer_type in ("code", "formula")
    for form in forms:
        if form == text:
            return correct("exact")._replace(matched=form)
    if is_exact:
        return None
    for form in forms:
        found = same_text(form, text, question) if not looks_like_code(form) else None
        if found is not None and found.verdict is Verdict.CORRECT:
            return found._replace(matched=form)
    return None


def _wrong_choice(text: str, card: Card, question: Question) -> Finding | None:
    for choice in card.wrong_choices:
        if same_text(canonical(choice), text, question):
            return other("other_choice")
    return None


def _compare(text: str, card: Card, forms: tuple[str, ...], question: Question) -> Finding:
    if list_of := _list_items(card, question):
        ordered = question.answer_type == "ordered_list" or wants_order(question.prompt)
        findings = [
            compare_lists(
                items,
                text,
                lambda piece, item: _compare_item(piece, item, question),
                ordered=ordered,
            )
            for items in list_of
        ]
        return max(findings, key=lambda found: found.rank)
    best = _best(text, forms, question)
    if best.verdict is Verdict.CORRECT:
        return best
    return _hedged(text, forms, question) or best


def _list_items(card: Card, question: Question) -> list[tuple[ListItem, ...]]:
    """Return the expected items, in each way the card writes them; nothing for a single answer."""
    if card.items:
        return [card.items]
    if question.answer_type in ("list", "ordered_list") or (
        not question.answer_type
        and looks_like_list(card.answer, question.prompt)
        and not read_values(canonical(card.answer), "")
    ):
        ways = [items_in(canonical(answer)) for answer in (card.answer, *card.aliases)]
        return [tuple(ListItem(text=item) for item in way) for way in ways if len(way) > 1]
    return []


def _compare_item(piece: str, item: ListItem, question: Question) -> Finding:
    return _item_finding(piece, (item.text, *item.aliases), question._replace(answer_type=""))


@lru_cache(maxsize=1024)
def _item_finding(piece: str, accepted: tuple[str, ...], question: Question) -> Finding:
    return _best(piece, _forms(accepted), question)


def _best(text: str, forms: tuple[str, ...], question: Question) -> Finding:
    """Return the best that any accepted form makes of the text."""
    best: Finding | None = None
    for form in forms:
        found = _one(text, form, question)._replace(matched=form)
        if best is None or found.rank > best.rank:
            best = found
        if best.verdict is Verdict.CORRECT:
            break
    return best or other("other_text")


def _one(text: str, form: str, question: Question) -> Finding:
    """Compare with one form: as yes or no, as code, as a value, as a text."""
    side = yes_or_no(loose(form))
    if side:
        given = yes_or_no(loose(text))
        if given:
            return correct("same_text") if given == side else near("opposite", typed=text)
    if question.answer_type in ("code", "formula") or (
        not question.answer_type and looks_like_code(form)
    ):
        return compare_formulas(form, text, question)
    wanted = _values_of(form, question)
    if wanted:
        return _compare_value(text, form, wanted, question)
    return compare_text(form, text, question)


@lru_cache(maxsize=512)
def _values_of(form: str, question: Question) -> tuple[Value, ...]:
    """Return what value an answer is; nothing where it is a text or a name."""
    if (
        not any(sign.isdecimal() for sign in form)
        and not question.wants_value
        and not _asks_number(question.prompt)
    ):
        return ()
    if (
        form[:1].isalpha()
        and not SYLLABLE.search(form)
        and not question.wants_value
        and not _asks_number(question.prompt)
    ):
        return read_values(form, "") if any(sign.isdecimal() for sign in form) else ()
    return read_values(form, "")


_NUMBER_ASKED = re.compile(
    r"몇|얼마|how many|how much|how old|how far|how long|what year|which year|in what year|when |언제|연도|해는|수는|개수|날짜|몇년|number of|what number|제곱|계산"
)


def _asks_number(prompt: str) -> bool:
    return _NUMBER_ASKED.search(prompt) is not None


def _compare_value(text: str, form: str, wanted: tuple[Value, ...], question: Question) -> Finding:
    if negations(loose(text)) and not negations(loose(form)):
        return near("negated")
    given = read_values(text, question.prompt)
    found = compare_values(wanted, given, question) if given else None
    if found is not None:
        return found
    return near("number_differs") if any(sign.isdecimal() for sign in text) else other("other_text")


def _hedged(text: str, forms: tuple[str, ...], question: Question) -> Finding | None:
    """Refuse two candidates for one answer; two forms of the same answer are fine."""
    offered = candidates(text)
    if not 2 <= len(offered) <= 12:
        return None
    findings = [_best(candidate, forms, question) for candidate in offered]
    accepted = [found for found in findings if found.verdict.accepted]
    if len(accepted) == len(findings) and all(
        found.verdict is Verdict.CORRECT for found in findings
    ):
        return correct("same_twice")._replace(matched=findings[0].matched)
    if accepted:
        return other("hedged")._replace(slip="hedge")
    return None


def _mechanical(
    text: str, card: Card, forms: tuple[str, ...], question: Question
) -> Finding | None:
    """Read the text as typed in the other keyboard layout, or in jamo."""
    if first_letters_only(text, card.answer):
        return other("initials_only")
    for meant, slip in _meant(text, forms):
        found = _exactly(meant, forms, question)
        if found is None and slip == "layout" and len(meant) <= 60:
            found = _compare(meant, card, forms, question)
        if found is not None and found.verdict is Verdict.CORRECT:
            details = (("typed", text), ("meant", meant))
            return found._replace(reason=f"slip_{slip}", slip=slip, details=details)
    return None


def _meant(text: str, forms: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if len(text) <= 200:
        yield from retyped(text, forms)


def _whose_answer(typed: str, others: Sequence[tuple[str, str]]) -> str | None:
    """Return the prompt of the card whose answer was typed."""
    squashed = squash(loose(canonical(typed[:300])))
    for answer, prompt in others:
        if squashed and squash(loose(canonical(answer))) == squashed:
            return prompt
    return None
