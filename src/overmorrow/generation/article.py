"""An article: its text, what is known of it, and its sentences with their places."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from overmorrow.generation.dateline import author_in, day_in, is_byline, is_dateline, opening_of
from overmorrow.generation.sentences import sentence_spans

LANGS = ("ko", "en")
"""Languages that cards can be made from."""
_LINE = re.compile(r"[^\n]+")
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_CHROME = re.compile(
    r"\s*(?:댓글(?: ?(?:없음|쓰기|달기|남기기|\d+개?))?:?|답글(?: 달기)?|공유(?:하기)?|"
    r"공감|구독(?:하기)?"
    r"|좋아요(?: ?\d+)?|신고(?:하기)?|목록(?:으로)?|인쇄|스크랩|이전 ?글|다음 ?글|관련 "
    r"?(?:글|기사).*|태그:? ?#.*"
    r"|(?:Leave a |Post a )?(?:comments?|reply)|\d+ comments?|share(?: this)?:?|tweet|like "
    r"this:?.*|loading.*"
    r"|related(?: posts?| articles?)?:?|read more.*|subscribe.*|sign up.*|advertisement|"
    r"tags?:.*|filed under.*"
    r"|(?:ⓒ|©|copyright|저작권자).*|.*(?:무단 ?(?:전재|복제)|all rights reserved|재배포 ?금지).*"
    r"|\[\d+\]|https?://\S+|[\W_]+)\s*",
    re.IGNORECASE,
)
_HEADING_MARK = re.compile(r"\s*#{1,6}\s+")
_ENDS_SENTENCE = re.compile(r"[.!?。…][\"'”’)\]]*\s*$")
_LONGEST_HEADING = 70
_WRAPPED = (50, 130)
"""Characters: between these lie the lines of a text that was broken to fit a page."""
_HANGUL = re.compile("[가-힣]")
_LATIN = re.compile("[A-Za-z]")
_FOREIGN = re.compile("[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")


class Sentence(NamedTuple):
    """Where a sentence stands."""

    start: int
    end: int
    paragraph: int
    """The place of its paragraph among the article's."""
    lang: str
    """`ko` or `en`."""


class Paragraph(NamedTuple):
    """Where a paragraph stands."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text with its sentences; what is said of it can be corrected by the learner."""

    text: str
    """With universal newlines; all offsets count its characters."""
    lang: str
    """The language of most of it: `ko`, `en`, or empty for another."""
    title: str = ""
    author: str = ""
    day: date | None = None
    """When it was written; "yesterday" is read by it."""
    paragraphs: tuple[Paragraph, ...] = ()

    def sentences(self, lang: str = "") -> Iterator[Sentence]:
        """Yield the sentences in order, headings left out; of one language where it is given."""
        for paragraph in self.paragraphs:
            if not paragraph.is_heading:
                for sentence in paragraph.sentences:
                    if not lang or sentence.lang == lang:
                        yield sentence

    def paragraph_text(self, at: int) -> str:
        """Return the paragraph that a place of the text stands in."""
        place = bisect_right(self.paragraphs, at, key=lambda paragraph: paragraph.start) - 1
        paragraph = self.paragraphs[max(0, place)]
        return self.text[paragraph.start : paragraph.end]

    def paragraph_before(self, at: int) -> str:
        """Return the paragraph before the one that a place of the text stands in."""
        place = bisect_right(self.paragraphs, at, key=lambda paragraph: paragraph.start) - 2
        if place < 0:
            return ""
        paragraph = self.paragraphs[place]
        return self.text[paragraph.start : paragraph.end]

    def words(self, sentence: Sentence) -> str:
        """Return what a sentence says, exactly as it stands there."""
        return self.text[sentence.start : sentence.end]


def read_article(
    text: str,
    *,
    lang: str = "",
    title: str | None = None,
    author: str | None = None,
    day: date | None = None,
) -> Article:
    """Return an article with its sentences; what is not given is found in the text.

    Args:
        text: The article with universal newlines.
        lang: The language of its sentences; empty finds it sentence by sentence.
        title: Its title; None takes the first line that looks like one.
        author: Who wrote it; None looks for a by-line.
        day: When it was written; None looks for a dateline.
    """
    main = lang or language_of(text)
    lines = [place for place in _paragraph_places(text) if not _is_chrome(text[slice(*place)])]
    found_author, cut = author_in(text, lines)
    heads, lines = _take_datelines(text, lines)
    found_title = _title_place(text, lines)
    paragraphs: list[Paragraph] = []
    for start, line_end in lines:
        end = min(line_end, cut) if cut > start else line_end
        is_heading = (start, line_end) == found_title or _is_heading(text[start:end])
        skipped, reporter = opening_of(text[start:end])
        found_author = found_author or reporter
        spans = sentence_spans(text, start + skipped, end)
        sentences = tuple(
            Sentence(first, last, len(paragraphs), lang or _lang_in(text[first:last], main))
            for first, last in spans
        )
        if sentences:
            paragraphs.append(Paragraph(start, end, sentences, is_heading))
    if title is None:
        title = _without_marks(text[slice(*found_title)]) if found_title else ""
    return Article(
        text=text,
        lang=main,
        title=title,
        author=found_author if author is None else author,
        day=day or next((found for place in heads if (found := day_in(text[slice(*place)]))), None),
        paragraphs=tuple(paragraphs),
    )


def language_of(text: str) -> str:
    """Return `ko` or `en` by a text's letters, or nothing where it is neither."""
    hangul = len(_HANGUL.findall(text))
    latin = len(_LATIN.findall(text))
    foreign = len(_FOREIGN.findall(text))
    if foreign > hangul + latin:
        return ""
    if hangul * 3 > latin:
        return "ko"
    return "en" if latin else ""


def _lang_in(sentence: str, main: str) -> str:
    """Return the language of a sentence, which without letters is that of the whole text."""
    is_foreign = _FOREIGN.search(sentence) is not None
    return language_of(sentence) or ("" if is_foreign else main)


def _paragraph_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where paragraphs stand: a line each, or the lines of a block broken to fit a page."""
    at = 0
    for gap in [*_BLANK_LINES.finditer(text), None]:
        end = gap.start() if gap else len(text)
        lines = [line.span() for line in _LINE.finditer(text, at, end)]
        lines = [(first, last) for first, last in lines if text[first:last].strip()]
        if lines and _is_wrapped(text, lines):
            yield lines[0][0], lines[-1][1]
        else:
            yield from lines
        at = gap.end() - 1 if gap else end


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    if len(lines) < 2:
        return False
    low, high = _WRAPPED
    inner = lines[:-1]
    open_ends = sum(
        low <= last - first <= high and not _ENDS_SENTENCE.search(text[first:last])
        for first, last in inner
    )
    fits = all(last - first <= high for first, last in lines)
    return fits and open_ends * 2 > len(inner)


def _is_chrome(line: str) -> bool:
    """Return whether a line is what a web page puts around an article."""
    return len(line) < 200 and _CHROME.fullmatch(line) is not None


def _take_datelines(
    text: str, lines: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the lines at the edges that only say when the article appeared, and the others."""
    edge = {*lines[:5], *lines[-3:]}
    heads = [
        place
        for place in lines
        if place in edge
        for line in [text[slice(*place)]]
        if is_dateline(line) or is_byline(line)
    ]
    return heads, [place for place in lines if place not in heads]


def _title_place(text: str, lines: list[tuple[int, int]]) -> tuple[int, int] | None:
    if len(lines) < 2:
        return None
    first = text[slice(*lines[0])]
    if _HEADING_MARK.match(first):
        return lines[0]
    is_short = len(first.strip()) <= 2 * _LONGEST_HEADING
    return lines[0] if is_short and not _ENDS_SENTENCE.search(first) else None


def _is_heading(line: str) -> bool:
    if _HEADING_MARK.match(line):
        return True
    stripped = line.strip()
    return len(stripped) <= _LONGEST_HEADING and not re.search(
        r"[.!?。…,:;][\"'”’)\]]*$|^[-*•]|다[\"'”’]?$", stripped
    )


def _without_marks(line: str) -> str:
    return _HEADING_MARK.sub("", line).strip()
