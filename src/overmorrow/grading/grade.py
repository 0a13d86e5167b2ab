"""Grades a typed answer like a strict but fair teacher; this module reads as the rules do."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from overmorrow.cards.card import Card
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.diff import differing_cells
from overmorrow.grading.finding import Finding, blank, correct, near, other
from overmorrow.grading.forms import accepted_forms, gloss_parts, is_translation
from overmorrow.grading.formulas import compare_formulas, looks_like_code
from overmorrow.grading.grading import Grading, Span
from overmorrow.grading.hangul import RAW_JAMO, SYLLABLE
from overmorrow.grading.lists import compare_lists, looks_like_list
from overmorrow.grading.mechanics import first_letters_only, is_unfinished, retyped
from overmorrow.grading.normalise import canonical, loose, squash
from overmorrow.grading.patterns import lazy
from overmorrow.grading.pieces import items_in
from overmorrow.grading.polarity import candidates, is_unknown, negates, says_twice, yes_or_no
from overmorrow.grading.question import Question
from overmorrow.grading.surroundings import lists_others
from overmorrow.grading.text import compare_text, same_text
from overmorrow.grading.values import Value, compare_values, expected_values, read_values
from overmorrow.grading.wrappers import wants_order

_QUALITY = {
    "correct": Quality.EASY,
    "typo": Quality.GOOD,
    "omission": Quality.HARD,
    "near": Quality.NEARLY,
    "other": Quality.VAGUE,
    "blank": Quality.BLANK,
}
_SHOWS_DIFF = frozenset(("marks_missing", "number_differs", "other_word"))
_NUMBER_AND_UNIT = lazy(r"([\d.,]*\d)\D+")
_PLAIN_NUMBER = lazy(r"[\d,.]+(?: |$)")
_LONGEST_SLIP = 200
_LONGEST_HEDGE = 300


def grade(typed: str, card: Card, others: Sequence[tuple[str, str]] = ()) -> Grading:
    """Return what a typed answer is worth.

    Args:
        typed: What the learner typed, as it came.
        card: The card that asked.
        others: Answer and prompt of the deck's other cards; a wrong answer that
            is one of these answers is told apart.
    """
    finding = _judge(typed, card)
    answer_of = None
    if finding.verdict is Verdict.WRONG and finding.kind != "blank":
        answer_of = _whose_answer(typed, others)
    matched = finding.matched or card.answer
    diff: tuple[Span, ...] = ()
    if not finding.items and (finding.kind == "typo" or finding.reason in _SHOWS_DIFF):
        diff = differing_cells(_marked(matched, typed.strip()), typed.strip())
    slipped = finding.slip is not None and finding.kind == "correct"
    return Grading(
        verdict=finding.verdict,
        reason=finding.reason,
        details=finding.details,
        matched=matched,
        value=finding.value,
        diff=diff,
        items=finding.items,
        quality=Quality.GOOD if slipped else _QUALITY[finding.kind],
        slip=finding.slip,
        kind=finding.kind,
        answer_of=answer_of,
    )


def _marked(matched: str, typed: str) -> str:
    """Return what is held against the typed text: a number without its unit against a bare one."""
    number = _NUMBER_AND_UNIT.fullmatch(matched)
    return number[1] if number and typed[-1:].isdecimal() else matched


def grade_row(row: Mapping[str, object]) -> Grading:
    """Grade one row of `grade --jsonl`: prompt, expected, aliases, answer_type, lang, typed."""
    aliases = row.get("aliases") or ()
    card = Card(
        key="q",
        prompt=str(row.get("prompt") or ""),
        answer=str(row.get("expected") or ""),
        aliases=tuple(map(str, aliases)) if isinstance(aliases, list | tuple) else (),
        answer_type=str(row.get("answer_type") or ""),
        lang=str(row.get("lang") or ""),
    )
    return grade(str(row.get("typed") or ""), card)


def _judge(typed: str, card: Card) -> Finding:
    """Go through the rules in their order; the first that decides ends it."""
    accepted = (card.answer, *card.aliases)
    if len(typed) > 2 * max(map(len, accepted)) + len(card.prompt) + 200:
        return other("too_long") if typed[:1000].strip() else blank("blank")
    text, question = canonical(typed), _question(card)
    forms = accepted_forms(accepted)
    if text not in forms and _is_refused(text, card, question):
        return other("refused")
    found = _as_it_is(text, forms, question) or _nothing_said(text, question)
    if found is not None:
        return found
    found = _wrong_choice(text, card, question) or _compare(text, card, forms, question)
    if found.verdict is not Verdict.CORRECT:
        found = _mechanical(text, card, forms, question) or found
    if found.verdict is Verdict.CORRECT or not is_unfinished(text):
        return found
    if found.verdict is Verdict.CLOSE:
        found = found._replace(reason="unfinished", details=(("sign", text[-1]),))
    return found._replace(slip=found.slip or "unfinished")


@lru_cache(maxsize=256)
def _asked(prompt: str, answer_type: str, lang: str, case_sensitive: bool) -> Question:
    written = canonical(prompt)
    return Question(written.lower(), written, answer_type, lang, case_sensitive)


def _question(card: Card) -> Question:
    return _asked(card.prompt, card.answer_type, card.lang, card.case_sensitive)


def _as_it_is(text: str, forms: tuple[str, ...], question: Question) -> Finding | None:
    """Accept an answer or alias in any free form, before any other rule can object."""
    if text in forms:
        value = "" if text == forms[0] else _value_read(text, question)
        return correct("exact")._replace(matched=text, value=value or None)
    if not any(map(str.isalnum, text)):
        return _same_signs(text, forms)
    if question.is_exact:
        return None
    for form in forms:
        found = None if _is_code(form, question) else same_text(form, text, question)
        if found is not None and found.verdict is Verdict.CORRECT:
            return found._replace(matched=form)
    return None


def _value_read(text: str, question: Question) -> str:
    """Return the number an alias is read as; empty if it is none, or says it in digits."""
    wanted = () if question.is_exact else expected_values(text, question)
    given = read_values(text, question.prompt, wanted) if wanted else ()
    found = compare_values(wanted, given, question) if given else None
    value = (found.value or "") if found is not None else ""
    same = _digits(value) == _digits(text)
    return value if _PLAIN_NUMBER.match(value) and not same else ""


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _same_signs(text: str, forms: tuple[str, ...]) -> Finding | None:
    """Accept an answer of signs only, whatever the spaces: //."""
    for form in forms:
        if squash(form) == squash(text) != "":
            return correct("same_text")._replace(matched=form)
    return None


def _nothing_said(text: str, question: Question) -> Finding | None:
    """Refuse a blank, "I don't know", and the question repeated."""
    squashed = squash(loose(text))
    if not any(map(str.isalnum, squashed)):
        return blank("blank")
    if is_unknown(squashed):
        return blank("unknown")
    if squashed == squash(loose(question.prompt)):
        return other("prompt_repeated")._replace(slip="prompt")
    return None


def _is_refused(text: str, card: Card, question: Question) -> bool:
    """Whether the card says that this is not its answer, in any free form."""
    found = (same_text(canonical(each), text, question) for each in card.refused)
    return any(each is not None and each.verdict is Verdict.CORRECT for each in found)


def _wrong_choice(text: str, card: Card, question: Question) -> Finding | None:
    for choice in card.wrong_choices:
        if same_text(canonical(choice), text, question):
            return other("other_choice")
    return None


def _compare(text: str, card: Card, forms: tuple[str, ...], question: Question) -> Finding:
    """Compare as a list, or with each accepted form; then look for several candidates."""
    ways = _list_items(card, question)
    if ways:
        ordered = question.answer_type == "ordered_list" or wants_order(question.prompt)
        plain = question._replace(answer_type="")
        findings = (
            compare_lists(
                items, text, lambda piece, item: _item(piece, item, plain), ordered=ordered
            )
            for items in ways
        )
        return max(findings, key=lambda found: found.rank)
    best = _best(text, forms, question)
    if best.reason == "wrapped" and lists_others(text, best.matched, question):
        return other("hedged")._replace(slip="hedge")
    if best.verdict is Verdict.CORRECT or len(text) > _LONGEST_HEDGE:
        return best
    return _gloss(text, forms, question) or _hedged(text, forms, question) or best


def _list_items(card: Card, question: Question) -> list[tuple[ListItem, ...]]:
    """Return the expected items, in each way the card writes them; nothing for a single answer."""
    if card.items:
        return [card.items]
    if not question.is_list and (
        question.answer_type or not _is_unmarked_list(card.answer, question)
    ):
        return []
    ways = (items_in(canonical(answer)) for answer in (card.answer, *card.aliases))
    return [tuple(ListItem(text=item) for item in way) for way in ways if len(way) > 1]


@lru_cache(maxsize=256)
def _is_unmarked_list(answer: str, question: Question) -> bool:
    return looks_like_list(answer, question.prompt) and not read_values(canonical(answer), "")


def _item(piece: str, item: ListItem, question: Question) -> Finding:
    return _item_finding(piece, (item.text, *item.aliases), question)


@lru_cache(maxsize=1024)
def _item_finding(piece: str, accepted: tuple[str, ...], question: Question) -> Finding:
    return _best(piece, accepted_forms(accepted), question)


def _best(text: str, forms: tuple[str, ...], question: Question) -> Finding:
    """Return the best that any accepted form makes of the text."""
    best = other("other_text")
    for form in forms:
        found = _one(text, form, question)
        if not best.matched or found.rank > best.rank:
            best = found._replace(matched=form)
        if best.verdict is Verdict.CORRECT:
            break
    return best


def _one(text: str, form: str, question: Question) -> Finding:
    """Compare with one form: as yes or no, as code, as a value, as a text."""
    side = yes_or_no(loose(form))
    given = yes_or_no(loose(text)) if side else ""
    if given:
        return correct("same_text") if given == side else other("opposite", typed=text)
    if side and says_twice(loose(text)):
        return other("hedged")
    if question.is_exact or (not question.answer_type and _is_code(form, question)):
        return compare_formulas(form, text, question)
    wanted = expected_values(form, question)
    return _value(text, form, wanted, question) if wanted else compare_text(form, text, question)


def _is_code(form: str, question: Question) -> bool:
    """Whether an answer without a hint is code or a formula, and not 3 m^2 or 2^10."""
    return looks_like_code(form) and not (form[:1].isdecimal() and expected_values(form, question))


def _value(text: str, form: str, wanted: tuple[Value, ...], question: Question) -> Finding:
    """Compare by value, never by likeness."""
    if negates(loose(text), loose(form)):
        return other("negated")
    given = read_values(text, question.prompt, wanted)
    found = compare_values(wanted, given, question) if given else None
    if found is not None:
        return found
    if any(map(str.isdecimal, text)):
        return near("number_differs")
    return (
        other("other_text") if any(map(str.isdecimal, form)) else compare_text(form, text, question)
    )


def _gloss(text: str, forms: tuple[str, ...], question: Question) -> Finding | None:
    """Accept the answer with a gloss behind it: 마윈(Jack Ma)."""
    parts = gloss_parts(text)
    if not parts or is_unknown(squash(loose(parts[1]))):
        return None
    found = [_best(part, forms, question) for part in parts]
    explained = is_translation(parts[1], parts[0]) or found[1].verdict is Verdict.CORRECT
    return found[0] if explained and found[0].verdict is Verdict.CORRECT else None


def _hedged(text: str, forms: tuple[str, ...], question: Question) -> Finding | None:
    """Refuse two candidates for one answer; two forms of the same answer are fine."""
    offered = candidates(text)
    if not 2 <= len(offered) <= 12:
        return None
    findings = [_best(candidate, forms, question) for candidate in offered]
    if all(found.verdict is Verdict.CORRECT for found in findings):
        return correct("same_twice")._replace(matched=findings[0].matched)
    if any(found.verdict.accepted for found in findings):
        return other("hedged")._replace(slip="hedge")
    return None


def _mechanical(
    text: str, card: Card, forms: tuple[str, ...], question: Question
) -> Finding | None:
    """Read the text as typed in the other layout, or in jamo; only a right answer counts."""
    if first_letters_only(text, card.answer):
        return other("initials_only")
    for meant, slip in _meant(text, forms):
        found = _letter_for_letter(meant, forms)
        if found is None and slip == "layout" and (SYLLABLE.search(meant) or RAW_JAMO.search(text)):
            found = _compare(meant, card, forms, question)
        if found is not None and found.verdict is Verdict.CORRECT:
            details = (("typed", text), ("meant", meant))
            return found._replace(reason=f"slip_{slip}", slip=slip, details=details)
    return None


def _letter_for_letter(meant: str, forms: tuple[str, ...]) -> Finding | None:
    squashed = squash(loose(meant))
    for form in forms:
        if squash(loose(form)) == squashed:
            return correct("same_text")._replace(matched=form)
    return None


def _meant(text: str, forms: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if len(text) <= _LONGEST_SLIP:
        yield from retyped(text, forms)


def _whose_answer(typed: str, others: Sequence[tuple[str, str]]) -> str | None:
    """Return the prompt of the card whose answer was typed."""
    text = canonical(typed[:_LONGEST_SLIP]).casefold()
    wanted = {squash(text), squash(loose(text))} - {""}
    for answer, prompt in others:
        if squash(answer).casefold() in wanted:
            return prompt
    return None
