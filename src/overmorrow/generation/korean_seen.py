"""Korean sentences with everything that is found in them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from overmorrow.generation.article import Article, Sentence
from overmorrow.generation.korean_amounts import Amount, amounts
from overmorrow.generation.korean_carried import (
    Carried,
    carry,
    home_of,
    mentioned_in,
    person_after,
    section_of,
    topics_in,
)
from overmorrow.generation.korean_clauses import Clause, clauses
from overmorrow.generation.korean_connectives import without_connective
from overmorrow.generation.korean_edits import Edit, edited
from overmorrow.generation.korean_glosses import words_without_glosses
from overmorrow.generation.korean_lists import Listing, listings, numbered
from overmorrow.generation.korean_phrases import (
    KOREAN_NAME,
    PERSON_NOUN,
    Phrase,
    names_thing,
    person_in,
    phrases,
)
from overmorrow.generation.korean_pronouns import could_be_person, has_pronoun
from overmorrow.generation.korean_subject import caption_of, subject_of, whole_title_of
from overmorrow.generation.korean_times import Relative, relative_days
from overmorrow.generation.korean_words import Role, Tagger, Word
from overmorrow.generation.korean_worth import RELATIONS

_LONGEST = 400
"""Characters; longer sentences are left alone."""


_ASKS = re.compile(
    r"(?:[?？]|(?:을까|[할될갈볼일올줄날살릴]까|는가|은가|던가|인가)[.…]?)[\"'”’)]*$"
)
"""How sentences end that ask, of somebody or of nobody."""


class Seen(NamedTuple):
    """A sentence and what is in it; offsets are the sentence's own."""

    sentence: Sentence
    text: str
    words: tuple[Word, ...]
    amounts: list[Amount]
    phrases: list[Phrase]
    numbered: Listing | None
    """The list whose items bear numbers, if the sentence is one."""
    lists: list[Listing]
    clauses: list[Clause]
    relative: list[Relative]
    carried: Carried = Carried()
    """What is known before it."""
    people: tuple[tuple[int, str], ...] = ()
    """Whom it names, and where."""
    edits: tuple[Edit, ...] = ()
    """What has to be said in another way where it stands alone."""
    is_on_subject: bool = True
    """Whether its paragraph names what the whole article is about."""
    previous: str = ""
    """The sentence before it in its paragraph, as it can stand alone."""

    @property
    def alone(self) -> str:
        """What it says where it stands alone, without words that join it to others."""
        start = without_connective(self.text)
        return edited(self.text, [*self.edits, Edit(0, start, "")])

    @property
    def says_something(self) -> bool:
        """Whether it says something of something: it is no heading and no question."""
        if _ASKS.search(self.text):
            return False
        has_verb = any(
            word.role in (Role.FINAL, Role.LINK) or word.is_copula for word in self.words
        )
        has_topic = any(word.particle in ("은", "는") for word in self.words) or any(
            each.subject is not None for each in self.clauses
        )
        return has_verb or has_topic or bool(self.lists or self.amounts)


def look(article: Article, tagger: Tagger) -> tuple[list[Seen], str]:
    """Return the Korean sentences of an article, headings left out, and what it is about."""
    places = [
        (sentence, paragraph.is_heading)
        for paragraph in article.paragraphs
        for sentence in paragraph.sentences
        if sentence.lang == "ko" and sentence.end - sentence.start <= _LONGEST
    ]
    texts = [article.words(sentence) for sentence, _ in places]
    found = [
        (_seen(article, sentence, text, words), is_heading)
        for (sentence, is_heading), text, words in zip(
            places, texts, words_without_glosses(tagger, texts), strict=True
        )
    ]
    seen = [each for each, _ in found]
    subject = subject_of(article, _topics(seen), _defined_first(seen))
    carrying = zip(found, _carrying(article, found, subject), strict=True)
    return [each for (_, is_heading), each in carrying if not is_heading], subject


def _carrying(article: Article, found: Sequence[tuple[Seen, bool]], subject: str) -> Iterator[Seen]:
    """Yield the sentences, each with what those before it tell."""
    told = [each for each, is_heading in found if not is_heading]
    known = _people(article, told, subject)
    hero = subject if subject in known else ""
    caption = caption_of(article.title, subject) or whole_title_of(article, subject)
    carried = Carried(
        home=home_of(article.text),
        person=hero,
        hero=hero,
        caption=caption,
        everybody=tuple(sorted(known)),
    )
    spoken = set(_topics([each for each, _ in found]))
    previous: Seen | None = None
    for each, is_heading in found:
        carried = carried.at(each.sentence.paragraph)
        if not carried.people:
            carried = carried._replace(person=hero)
        parts = (each.text, each.words, each.phrases)
        last = mentioned_in(*parts, known)
        people = last.people
        before = previous if previous and _is_next(article, previous, each) else None
        spoken_of = (carried.told, *carried.named, subject)
        known_here = carried._replace(named=tuple(filter(None, spoken_of)))
        here = tuple((each.text.find(name), name) for name in people)
        each = each._replace(  # noqa: PLW2901  # the same sentence, with more known
            carried=known_here,
            people=here,
            is_on_subject=_is_on_subject(article.paragraph_text(each.sentence.start), subject),
            edits=known_here.edits(each.text, each.relative, here),
        )
        each = each._replace(previous=_as_previous(before) if before else "")  # noqa: PLW2901
        yield each
        if is_heading:
            section = section_of(each.text, article.title)
            carried = carried._replace(section=section, is_section_named=section in spoken, head="")
        else:
            is_about = _is_about(each, subject)
            is_lost = not each.carried.person and has_pronoun(each.text, 0)
            carried = carry(carried, *parts, each.clauses, each.relative)
            carried = carried._replace(
                is_about=is_about, is_lost=is_lost or (carried.is_lost and not _names_topic(each))
            )
            named = tuple(dict.fromkeys((*carried.people, *people)))
            person = person_after(named, last, hero)
            carried = carried._replace(people=named, person=person)
            previous = each


def _is_on_subject(paragraph: str, subject: str) -> bool:
    return any(word in paragraph for word in subject.split() if len(word) > 1)


def _is_about(seen: Seen, subject: str) -> bool:
    """Return whether a sentence speaks of what the article is about, or goes on from one."""
    spoken = {place for each in seen.clauses for place in (each.topic, each.subject)}
    named = [phrase for phrase in seen.phrases if phrase.last in spoken]
    names = [seen.text[phrase.start : phrase.end].partition("(")[0] for phrase in named]
    is_named = any(
        name == subject and not phrase.has_modifier
        for name, phrase in zip(names, named, strict=True)
    )
    others = [name for name in names if name != subject and name.split(" ")[-1] not in RELATIONS]
    return bool(subject) and not others and (is_named or seen.carried.is_about)


def _as_previous(before: Seen) -> str:
    """Return a sentence as the next one may take it along, with the one before where it needs it.

    2024년에는 57명으로 늘었다 does not say of whom without 조합원은 31명이었다. What is
    longer than any sentence that is read is not taken along.
    """
    carried = before.carried
    is_known = (
        (_names_topic(before) and not _is_of_something(before))
        or carried.hero
        or carried.head
        or carried.scene
    )
    if is_known or len(before.previous) > _LONGEST:
        return before.alone
    return f"{before.previous} {before.alone}".lstrip()


def _is_of_something(seen: Seen) -> bool:
    """Return whether all that a sentence speaks of is something's: 넓이는, 깊이는."""
    spoken = {place for each in seen.clauses for place in (each.topic, each.subject)}
    names = [seen.text[each.start : each.end] for each in seen.phrases if each.last in spoken]
    return bool(names) and all(name in RELATIONS for name in names)


def _names_topic(seen: Seen) -> bool:
    return any(each.topic is not None or each.subject is not None for each in seen.clauses)


def _is_next(article: Article, before: Seen, after: Seen) -> bool:
    """Return whether nothing, not even a sentence of another language, stands between the two."""
    between = article.text[before.sentence.end : after.sentence.start]
    return before.sentence.paragraph == after.sentence.paragraph and not between.strip()


def _people(article: Article, found: Sequence[Seen], subject: str) -> set[str]:
    """Return the names that are people's: those with titles, and the subject of a biography."""
    people = {
        each.text[slice(*person)]
        for each in found
        for phrase in each.phrases
        for person in [person_in(each.text, each.words[phrase.first : phrase.last + 1])]
        if person and could_be_person(each.text[slice(*person)])
        if not names_thing(each.text, person[0])
    }
    if _is_biography(article, found, subject):
        people.add(subject)
    return people


_LIVED = re.compile(r"태어나|태어났|출생|졸업|별세|사망|세상을 떠|결혼|아들|딸")


def _is_biography(article: Article, found: Sequence[Seen], subject: str) -> bool:
    """Return whether the first sentence about the subject says that it is a person."""
    is_korean = KOREAN_NAME.fullmatch(subject) is not None
    is_likely = could_be_person(subject)
    is_title = article.title.partition("(")[0].strip() in ("", subject)
    if is_korean and is_likely and is_title and _LIVED.search(article.text):
        return True
    if not (is_korean or is_likely):
        return False
    first = next((each for each in found if subject in each.text and each.words), None)
    if first is None or not first.words[-1].is_copula:
        return False
    last = first.words[-1]
    return PERSON_NOUN.search(first.text[last.start : last.stem_end]) is not None


def _seen(article: Article, sentence: Sentence, text: str, words: tuple[Word, ...]) -> Seen:
    found = amounts(text)
    runs = phrases(text, words, found)
    listed = numbered(text)
    return Seen(
        sentence,
        text,
        words,
        found,
        runs,
        listed,
        [listed] if listed else listings(text, words, runs),
        clauses(text, words),
        relative_days(text, article.day),
    )


def _topics(seen: Sequence[Seen]) -> list[str]:
    """Return what the sentences speak of by name, as often as they do."""
    return [
        topic
        for each in seen
        for topic in topics_in(each.text, each.words, each.phrases, each.clauses)
    ]


def _defined_first(seen: Sequence[Seen]) -> str:
    """Return what the first sentence says the nature of, by the name that is used afterwards."""
    if not seen or not seen[0].words or not seen[0].words[-1].is_copula:
        return ""
    first = seen[0]
    topics = topics_in(first.text, first.words, first.phrases, first.clauses[:1])
    if not topics:
        return ""
    last = topics[0].split()[-1]
    after = " ".join(each.text for each in seen[1:])
    return last if after.count(last) > after.count(topics[0]) and len(last) > 1 else topics[0]
