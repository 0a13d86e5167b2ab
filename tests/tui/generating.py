"""An article, its proposals written by hand, and the app that makes a deck of them."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic

from textual.events import Paste

from overmorrow.errors import OvermorrowError
from overmorrow.generation.article import Article, read_article
from overmorrow.generation.proposal import Doubt, Kind, Proposal
from overmorrow.generation.verify import Refusal
from overmorrow.jobs.drafts import Draft
from overmorrow.jobs.generate_deck import Written
from overmorrow.jobs.language_tools import TOOLS, Tool
from overmorrow.jobs.offers import Like, Offer, Offers, keyed
from overmorrow.settings import Settings
from overmorrow.tui.collection import OpenCollection
from overmorrow.tui.generating import Generating, LeftDraft
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.widgets.article_box import ArticleBox
from overmorrow.tui.widgets.line_box import LineBox
from tests.tui.importing import Importer, options_in
from tests.tui.playing import Player, play
from tests.tui.scripted import Stopwatch

Scenario = Callable[["Maker"], Awaitable[None]]

TEXT = """2024년 3월 5일 화요일
바이칼 호수를 다녀와서

바이칼호는 러시아 시베리아에 있는 호수다. 깊이는 1,642m로 세계에서 가장 깊고 길이는 636km다. \
나가는 강은 앙가라강 하나뿐이다.

우리는 어제 리스트뱐카에 도착했다. 바이칼물범은 민물에만 사는 유일한 물범이다. /한물결
"""
ENGLISH = """A week at Lake Ohrid
By Vera Lind
June 12, 2023

Lake Ohrid lies in the Balkans. It is 288 metres deep and was declared a heritage site in 1979.

We arrived in the town yesterday. The trout of the lake is found nowhere else.
"""


def proposal(
    text: str,
    sentence: str,
    answer: str,
    prompt: str,
    kind: Kind = Kind.NAME,
    score: float = 0.5,
    **others: object,
) -> Proposal:
    start = text.index(sentence)
    at = text.index(answer, start)
    made = Proposal(
        prompt=prompt,
        answer=answer,
        kind=kind,
        start=start,
        end=start + len(sentence),
        answer_start=at,
        answer_end=at + len(answer),
        sentence=sentence,
        score=score,
    )
    return made._replace(**others)  # type: ignore[arg-type]  # the caller names the fields


def korean_proposals(text: str = TEXT) -> tuple[Proposal, ...]:
    first, second, third, arrived, seal = (
        "바이칼호는 러시아 시베리아에 있는 호수다.",
        "깊이는 1,642m로 세계에서 가장 깊고 길이는 636km다.",
        "나가는 강은 앙가라강 하나뿐이다.",
        "우리는 어제 리스트뱐카에 도착했다.",
        "바이칼물범은 민물에만 사는 유일한 물범이다.",
    )
    return (
        proposal(text, first, "바이칼호", "____는 러시아 시베리아에 있는 호수다.", score=0.63),
        proposal(
            text,
            second,
            "1,642m",
            "바이칼호의 깊이는 몇 m인가?",
            Kind.NUMBER,
            0.92,
            aliases=("1,642",),
            other_prompts=("바이칼호의 깊이는 ____다.",),
        ),
        proposal(text, second, "636km", "바이칼호의 길이는 몇 km인가?", Kind.NUMBER, 0.71),
        proposal(
            text,
            third,
            "앙가라강",
            "바이칼호에서 나가는 하나뿐인 강은 무엇인가?",
            Kind.NAME,
            0.84,
            doubts=(Doubt.CARRIED,),
        ),
        proposal(
            text,
            arrived,
            "어제",
            "글쓴이는 언제 리스트뱐카에 도착했나?",
            Kind.DATE,
            0.41,
            doubts=(Doubt.RELATIVE_DAY,),
        )._replace(answer="2024년 3월 4일"),
        proposal(text, seal, "바이칼물범", "민물에만 사는 유일한 물범은?", Kind.NAME, 0.77),
    )


def english_proposals(text: str = ENGLISH) -> tuple[Proposal, ...]:
    second = "It is 288 metres deep and was declared a heritage site in 1979."
    return (
        proposal(
            text,
            "Lake Ohrid lies in the Balkans.",
            "the Balkans",
            "Where does Lake Ohrid lie?",
            Kind.PLACE,
            0.44,
        ),
        proposal(
            text,
            second,
            "288 metres",
            "How deep is Lake Ohrid?",
            Kind.NUMBER,
            0.81,
            aliases=("288 m",),
            doubts=(Doubt.CARRIED,),
        ),
        proposal(
            text,
            second,
            "1979",
            "Lake Ohrid was declared a heritage site in ____.",
            Kind.DATE,
            0.66,
        ),
    )


LIKE = Like("바이칼호 길이", "636킬로미터", "지리::물")
LIKE_ENGLISH = Like("The depth of Ohrid", "290 m", "Water")

PATIENCE_S = 60.0


class ScriptedGenerating(Generating):
    """Reads and writes like the real one; the proposals are those it was given."""

    def __init__(self, options: TuiOptions, makes: tuple[Proposal, ...]) -> None:
        super().__init__(options)
        self.makes = makes
        self.better: tuple[Proposal, ...] = ()
        self.like: Like | None = LIKE if options.language == "ko" else LIKE_ENGLISH
        self.refused: dict[Refusal, int] = {}
        self.left: LeftDraft | None = None
        self.missing: Tool | None = None
        self.refuses: OvermorrowError | None = None
        """Why nothing can be written."""
        self.fails: OvermorrowError | OSError | None = None
        """Why the better tools cannot be used."""

    def made_of(self, article: Article, made: tuple[Proposal, ...]) -> Offers:
        offers = [Offer(each, key) for key, each in keyed(made)]
        if self.like and len(offers) > 2:
            place = 2 if self._options.language == "ko" else 1
            offers[place] = offers[place]._replace(like=self.like)
        return Offers(article, tuple(offers), self.refused)

    def offers(self, article: Article) -> Offers:
        return self.made_of(article, self.makes)

    def has_better_tools(self, article: Article) -> bool:
        return bool(self.better or self.fails) and bool(article.text)

    def better_offers(self, article: Article) -> Offers | None:
        if self.fails:
            raise self.fails
        return self.made_of(article, self.better)

    def missing_tool(self, lang: str) -> Tool | None:
        return self.missing if self.missing and self.missing.lang == lang else None

    def miss_tool_of(self, lang: str) -> None:
        self.missing = next(tool for tool in TOOLS if tool.lang == lang)

    def keep(self, offers: Offers) -> None:
        self._refuse()
        super().keep(offers)

    def write(self, offers: Offers, deck: str) -> Written:
        self._refuse()
        return super().write(offers, deck)

    def take_back(self, batch_id: int) -> None:
        self._refuse()
        super().take_back(batch_id)

    def _refuse(self) -> None:
        if self.refuses:
            raise self.refuses

    def latest_draft(self) -> LeftDraft | None:
        return self.left or super().latest_draft()


class ScriptedOpenCollection(OpenCollection):
    """A real collection that makes the given proposals."""

    def __init__(self, options: TuiOptions, makes: ScriptedGenerating) -> None:
        super().__init__(options)
        self._makes = makes

    def generating(self) -> Generating:
        return self._makes


class Maker(Importer):
    """A learner who makes a deck; every key waits for what it sets off."""

    made: ScriptedGenerating

    async def paste_article(self, text: str) -> None:
        self.app.screen.query_one(ArticleBox).post_message(Paste(text))
        await self._pilot.pause()
        await self.settle()

    async def write_in(self, name: str, text: str, *keys: str) -> None:
        self.app.screen.query_one(f"#{name}", LineBox).write(text)
        await self._pilot.pause()
        await self.press(*keys)

    async def review(self, text: str = TEXT) -> None:
        """Go from the first screen to the first proposal."""
        await self.press("g")
        await self.paste_article(text)
        await self.press("enter")
        await self.arrives("GenerateReviewScreen")

    async def arrives(self, screen_name: str) -> None:
        """Wait until a screen is shown, for threads say when they like."""
        deadline = monotonic() + PATIENCE_S
        while self.screen_name != screen_name and monotonic() < deadline:
            await self.settle()
        assert self.screen_name == screen_name, self.text
        await self.settle()


def generate_with(
    folder: Path,
    scenario: Scenario,
    *,
    makes: tuple[Proposal, ...] | None = None,
    language: str = "ko",
    size: tuple[int, int] = (80, 24),
    change: Callable[[ScriptedGenerating], None] | None = None,
    settings: Settings | None = None,
) -> None:
    """Run the app at home in a folder, and a scenario in it.

    Args:
        folder: Where the collection is.
        scenario: What the learner does.
        makes: What the article comes to.
        language: What the program speaks.
        size: The terminal.
        change: Changes what is made.
        settings: Other settings.
    """
    (folder / "data").mkdir(exist_ok=True)
    options = options_in(folder, language)._replace(settings=settings or Settings())
    standard = korean_proposals() if language == "ko" else english_proposals()
    made = ScriptedGenerating(options, standard if makes is None else makes)
    if change:
        change(made)
    collection = ScriptedOpenCollection(options, made)
    app = OvermorrowApp(options, collection, now_ms=Stopwatch())

    async def run(player: Player) -> None:
        maker = Maker(player.app, player._pilot)
        maker.made = made
        await scenario(maker)

    try:
        play(app, run, size)
    finally:
        collection.close()


def draft_of(text: str) -> LeftDraft:
    article = read_article(text)
    draft = Draft(article=article, deck="", accepted=2, dropped=1, wall_ms=0)
    return LeftDraft(draft, "2026-11-22 21:40")
