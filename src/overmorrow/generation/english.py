"""Cards from English sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from overmorrow.cards.note import AnswerType
from overmorrow.generation.article import Article, Sentence
from overmorrow.generation.english_answers import Answer, answer_of
from overmorrow.generation.english_clauses import Clause
from overmorrow.generation.english_context import Setting, Story
from overmorrow.generation.english_definitions import definition
from overmorrow.generation.english_features import Surroundings, surroundings
from overmorrow.generation.english_fitness import is_fit, is_one_plain_word
from overmorrow.generation.english_items import head_of, is_item, under_head
from overmorrow.generation.english_leads import words_shown
from overmorrow.generation.english_prompts import Prompt, Prompter
from overmorrow.generation.english_spans import Reading, read
from overmorrow.generation.english_tagger import StandardTagger
from overmorrow.generation.english_title import Title, hero_of, hero_within, label_of, topic_of
from overmorrow.generation.english_token import Tagger, Token
from overmorrow.generation.english_worth import score, worth
from overmorrow.generation.proposal import BLANK, Doubt, Kind, Proposal

_NOTE_WITHIN = re.compile(r"[a-z)\"”][.!?]:?(?:\[\d+\]|\d[\d,–-]*)+\s+[A-Z]")
"""The number of a page or footnote between two sentences."""
_SMALL = re.compile(r"(?<![\w.])[a-z]{3,}")
_LONGEST_SENTENCE = 600
_SHORTEST_SENTENCE = 25
_LONGEST_ANSWER = 9
_MOST_PER_1000 = 60
_CARRIED_WORTH = 0.9
_ADRIFT_WORTH = 0.25
"""What a card is worth of a sentence that opens with what only others tell of."""
_LEAST_WORTH = 0.042
_DAY_WORTH = 0.35


class EnglishMaker:
    """Makes proposals from the English sentences of an article."""

    lang = "en"

    def __init__(self, tagger: Tagger | None = None) -> None:
        """Take what finds out parts of speech and grammar.

        Args:
            tagger: None takes our own, which needs nothing but Python.
        """
        self._tagger = tagger or StandardTagger()

    def proposals(self, article: Article) -> Iterable[Proposal]:
        """Yield what could become a card, in the article's order."""
        places = [
            place
            for place in article.sentences("en")
            if _SHORTEST_SENTENCE <= place.end - place.start <= _LONGEST_SENTENCE
        ]
        most = max(1, _MOST_PER_1000 * len(article.text) // 1000)
        best = nlargest(most, self._all(article, places), key=lambda each: each.score)
        return sorted(best, key=lambda each: (each.start, each.answer_start))

    def _all(self, article: Article, places: list[Sentence]) -> Iterator[Proposal]:
        texts = [article.words(place) for place in places]
        *tokens, title = self._tagger.read([*texts, article.title])
        around = surroundings(article.title, tokens)
        topic = topic_of(article.title, title, around)
        hero = hero_of(topic, tokens) if topic else hero_within(tokens)
        story = Story(words_shown(article.title), topic, hero, article.day)
        shown, label = Title(article.title), label_of(article.title)
        written = frozenset(word for text in texts for word in _SMALL.findall(text))
        nth = 0
        for at, place in enumerate(places):
            nth = nth + 1 if at and places[at - 1].paragraph == place.paragraph else 0
            reading = read(texts[at], tokens[at])
            setting = story.setting(reading, place.paragraph) if tokens[at] else None
            if setting is None or _is_torn(texts[at], tokens[at]):
                continue
            if is_item(article.text, place.start):
                setting = under_head(setting, head_of(article.text, place.start))
            prompter = Prompter(
                reading,
                setting,
                topic,
                title=label,
                is_of_person=story.hero is not None,
                written=written,
            )
            found = [
                _proposal(place, reading, setting, answer, prompt)
                for answer in _answers(reading, prompter.clause, around, nth)
                if not _is_shown(shown, reading, answer)
                for prompt in [prompter.prompt(answer)]
                if prompt
            ]
            found = [each for each in found if each.score >= _LEAST_WORTH]
            yield from _scored([*found, *_of_days(place, reading, setting, prompter)])


def _answers(
    reading: Reading, clause: Clause | None, around: Surroundings, nth: int
) -> Iterator[Answer]:
    """Yield what could be asked of a sentence, each with how likely a reader is to ask it."""
    defined = definition(reading, clause)
    for group in [*reading.groups, *([[defined]] if defined else [])]:
        seen = (
            (worth(reading, span, around, nth), span) for span in group if is_fit(reading, span)
        )
        answer = answer_of(reading, sorted(seen, key=lambda each: -each[0]))
        if answer is not None and answer.share >= _LEAST_WORTH:
            yield answer


def _is_shown(title: Title, reading: Reading, answer: Answer) -> bool:
    """Return whether the title, which stands on the screen, gives an answer away."""
    first, last = answer.span.first, answer.span.last
    counted = reading.words(first, min(last + 1, len(reading.tokens)))
    is_number = reading.tokens[first].pos == "NUM"
    return title.tells(answer.text) or (is_number and title.tells(counted))


def _scored(found: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield the proposals of one sentence with their scores, each further one's a little less."""
    best: list[Proposal] = []
    for each in sorted(found, key=lambda each: -each.score):
        is_other = not any(
            each.answer_start < other.answer_end and other.answer_start < each.answer_end
            for other in best
        )
        yield each._replace(score=score(each.score, len(best)))
        if is_other:
            best.append(each)


def _is_torn(text: str, tokens: Sequence[Token]) -> bool:
    """Return whether a sentence lacks its beginning, or holds two: a formula or a note cut it."""
    first, second = tokens[0], tokens[min(1, len(tokens) - 1)]
    is_number = first.pos == "NUM" and second.pos in ("ADP", "VERB", "AUX", "CCONJ", "PUNCT")
    has_verb = any(token.pos in ("VERB", "AUX") for token in tokens)
    is_bare = not has_verb and (bool(first.dep) or text[-1] not in '.!?”"')
    is_cut = is_bare or first.text[0].islower() or (is_number and len(first.text) < 3)
    is_open = text.count('"') % 2 == 1 or text.count("“") != text.count("”")
    return is_cut or is_open or _NOTE_WITHIN.search(text) is not None


def _of_days(
    place: Sentence, reading: Reading, setting: Setting, prompter: Prompter
) -> Iterator[Proposal]:
    """Yield the proposals that ask when "last year" and the like were."""
    for day in setting.days:
        prompt = prompter.day_prompt(day)
        if prompt:
            yield Proposal(
                prompt=prompt,
                answer=day.meaning,
                kind=Kind.DATE,
                start=place.start,
                end=place.end,
                answer_start=place.start + day.start,
                answer_end=place.start + day.end,
                sentence=reading.text,
                score=_DAY_WORTH,
                aliases=(reading.text[day.start : day.end],),
                answer_type=AnswerType.DATE,
                doubts=setting.doubts,
            )


def _proposal(
    place: Sentence, reading: Reading, setting: Setting, answer: Answer, prompt: Prompt
) -> Proposal:
    first, last = answer.span.first, answer.span.last
    doubts = setting.doubts
    if last - first > _LONGEST_ANSWER and not answer.items:
        doubts += (Doubt.LONG_ANSWER,)
    if is_one_plain_word(reading, answer.span) and BLANK in prompt.text:
        doubts += (Doubt.LOOSE_GAP,)
    if prompt.has_before and Doubt.CARRIED not in doubts:
        doubts += (Doubt.CARRIED,)
    part = _CARRIED_WORTH if Doubt.CARRIED in doubts else 1
    if setting.leans and not prompt.has_before:
        part = _ADRIFT_WORTH
    return Proposal(
        prompt=prompt.text,
        answer=answer.text,
        kind=answer.kind,
        start=place.start,
        end=place.end,
        answer_start=place.start + reading.tokens[first].start,
        answer_end=place.start + reading.tokens[last - 1].end,
        sentence=reading.text,
        score=answer.share * part,
        aliases=prompt.aliases,
        answer_type=answer.answer_type,
        items=answer.items,
        doubts=doubts,
        other_prompts=prompt.others,
    )
