"""Proposals made in a process of its own."""

import pytest

from overmorrow.generation.article import read_article
from overmorrow.jobs.language_tools import makers_for
from overmorrow.jobs.making_apart import MakingApart

TEXT = """A week at Lake Ohrid

Lake Ohrid is 288 metres deep. The lake was declared a heritage site in 1979.
"""


def test_another_process_makes_what_this_one_would() -> None:
    article = read_article(TEXT)
    here = {maker.lang: tuple(maker.proposals(article)) for maker in makers_for(article)}
    apart = {maker.lang: tuple(maker.proposals(article)) for maker in MakingApart(article).makers()}
    assert apart == here
    assert set(apart) == {"ko", "en"}


def test_stopped_process_makes_nothing() -> None:
    apart = MakingApart(read_article(TEXT))
    apart.stop()
    assert apart.makers() == []


def test_process_that_breaks_is_told() -> None:
    apart = MakingApart(read_article(TEXT))
    apart._process.kill()
    with pytest.raises(OSError, match="making_apart"):
        apart.makers()
