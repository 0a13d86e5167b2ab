"""Cards written by hand, and the app that looks for them."""

import re
from array import array
from collections.abc import Awaitable, Callable, Sequence

from textual.message import Message

from overmorrow.cards.note import Note
from overmorrow.clock import StudyDay
from overmorrow.errors import OvermorrowError, SearchError
from overmorrow.jobs.browse import BrowseRow, Found, Order, SavedSearch
from overmorrow.jobs.bulk import Change, Changed, What
from overmorrow.jobs.home import Overview
from overmorrow.jobs.preview import Preview
from overmorrow.jobs.replace import Replacement, ReplacePlan, Replacing
from overmorrow.jobs.taken_back import TakenBack
from overmorrow.scheduling.state import CardState, Sm2State
from overmorrow.settings import Settings
from overmorrow.tui.browsing import Browsing
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.screens.browse_search import PAUSE_SECONDS
from overmorrow.tui.screens.edit_wanted import EditWanted
from overmorrow.tui.widgets.search_box import SearchBox
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    DAY,
    ScriptedCollection,
    ScriptedSession,
    Stopwatch,
    options_of,
    overview,
)

Scenario = Callable[["Browser"], Awaitable[None]]


def row(card_id: int, prompt: str, answer: str, **changes: object) -> BrowseRow:
    made = BrowseRow(
        card_id=card_id,
        note_id=card_id,
        prompt=prompt,
        answer=answer,
        deck="지리::물",
        due_day=DAY,
        interval_days=6,
        ease_hundredths=250,
        lapses=0,
        reviews=3,
        flag=0,
        marked=False,
        suspended=False,
        buried=False,
        is_leech=False,
        tags=("지리",),
        answer_type="text",
    )
    return made._replace(**changes)  # type: ignore[arg-type]  # the caller names the fields


KOREAN = (
    row(1, "세상에서 가장 깊은 호수는 어디인가?", "바이칼호", ease_hundredths=246, flag=1),
    row(2, "나일강의 길이는 몇 km인가?", "6,650km", interval_days=1, is_leech=True, lapses=9),
    row(
        3,
        "남아메리카의 큰 강 셋은 무엇무엇인가? 흐르는 순서대로 말해 보라.",
        "아마존, 오리노코, 파라나",
    ),
    row(4, "가장 넓은 바다는?", "태평양", due_day=DAY + 2, interval_days=38, marked=True),
    row(5, "한강이 시작되는 산맥은?", "태백산맥", due_day=DAY - 2, interval_days=38),
    row(6, "강은 왜 구불구불 흐르는가?", "바깥쪽은 깎이고 안쪽은 쌓이기 때문이다", due_day=None),
    row(7, "바다로 흘러들지 않는 큰 강은?", "볼가강", suspended=True, due_day=DAY + 12),
    row(8, "가장 짠 호수는?", "돈후안못", buried=True, due_day=DAY + 1, interval_days=400),
)
ENGLISH = (
    row(1, "Which lake is the deepest in the world?", "Lake Baikal", flag=1, deck="Water"),
    row(2, "How long is the Nile?", "6,650 km", is_leech=True, lapses=9, deck="Water"),
    row(3, "Which are the three great rivers of South America?", "Amazon, Orinoco, Parana"),
    row(4, "Which ocean is the widest?", "Pacific", due_day=DAY + 2, marked=True),
    row(5, "Where does the Han rise?", "Taebaek", due_day=DAY - 2, interval_days=38),
    row(6, "Why do rivers wind?", "The outer bank wears away", due_day=None),
    row(7, "Which great river reaches no sea?", "Volga", suspended=True, due_day=DAY + 12),
    row(8, "Which lake is the saltiest?", "Don Juan Pond", buried=True, interval_days=400),
)


class ScriptedBrowsing(Browsing):
    """Finds among a few cards; only the words that the tests search are understood."""

    def __init__(self, options: TuiOptions, cards: Sequence[BrowseRow]) -> None:
        self._options = options
        self.cards = {each.card_id: each for each in cards}
        self.wanted: list[tuple[list[int], Change]] = []
        self.before: list[dict[int, BrowseRow]] = []
        self.after: list[dict[int, BrowseRow]] = []
        self.searched: list[tuple[str, Order]] = []
        self.names: dict[str, str] = {}
        self.refuses: OvermorrowError | None = None
        self.merged: list[list[int]] = []
        self.kept: list[list[int]] = []
        self.is_indexed = True
        self.files_left: tuple[str, ...] = ()
        self.closed = False

    @property
    def day(self) -> StudyDay:
        return DAY

    def rows(self, card_ids: Sequence[int]) -> list[BrowseRow]:
        return [self.cards[each] for each in card_ids if each in self.cards]

    async def preview(self, card_id: int) -> Preview:
        card = self.cards[card_id]
        is_korean = self._options.language == "ko"
        return Preview(
            card_id=card_id,
            prompt=card.prompt,
            answer=card.answer,
            aliases=("바이칼", "Lake Baikal") if is_korean else ("Baikal", "Baikal Lake"),
            source="우리 지리 공책, 3쪽" if is_korean else "Own notes, page 3",
            remark="",
            hint="",
            qualities="4 3 1>2 5",
            tags=("지리", "호수") if is_korean else ("water", "lakes"),
            deck=card.deck,
            file="/home/kim/water.ko.md",
            line=14,
            state=CardState(sm2=Sm2State(lapses=card.lapses)),
            answers=(),
            wrong=(("6,400km", 3),) if card_id == 2 else (),
            is_leech=card.is_leech,
            is_buried=card.buried,
        )

    def saved(self) -> list[SavedSearch]:
        return [SavedSearch(name, text) for name, text in self.names.items()]

    def save(self, name: str, text: str) -> None:
        self.names[name] = text

    def forget(self, name: str) -> None:
        del self.names[name]

    def decks(self) -> list[str]:
        return ["지리", "지리::물", "지리::뭍", "English words"]

    async def find(
        self,
        text: str,
        order: Order,
        shows: Callable[["array[int]"], None] | None = None,  # noqa: ARG002
    ) -> Found:
        self.searched.append((text, order))
        words = text.split()
        if "prop:ivl>" in words:
            column = 1 + sum(len(each) + 1 for each in words[: words.index("prop:ivl>")])
            raise SearchError(
                "search.wants_number",
                column=column,
                length=9,
                key="prop:ivl>",
                example="prop:ivl>=21",
            )
        found = [each for each in self.cards.values() if self._fits(each, words)]
        if order.column == "answer":
            found.sort(key=lambda each: each.answer, reverse=order.descending)
        return Found(array("q", [each.card_id for each in found]), 4, self.is_indexed)

    async def has_index(self) -> bool:
        return self.is_indexed

    def _fits(self, card: BrowseRow, words: Sequence[str]) -> bool:
        return all(
            word == "is:dupe"
            or (card.due_day == DAY if word == "is:due" else word in card.prompt + card.answer)
            for word in words
        )

    async def change(self, ids: Sequence[int], wanted: Change) -> Changed:
        if self.refuses is not None:
            raise self.refuses
        self.before.append(dict(self.cards))
        self.wanted.append((list(ids), wanted))
        for each in ids:
            if wanted.what is What.DELETE:
                del self.cards[each]
            else:
                changed = self.cards[each]._replace(**self._values(wanted))  # type: ignore[arg-type]  # fields by name
                self.cards[each] = changed
        return Changed(len(ids), 0, wanted.what.value, self.files_left)

    def _values(self, wanted: Change) -> dict[str, object]:
        values: dict[What, dict[str, object]] = {
            What.SUSPEND: {"suspended": True},
            What.UNSUSPEND: {"suspended": False},
            What.BURY: {"buried": True},
            What.FLAG: {"flag": wanted.number},
            What.MARK: {"marked": True},
            What.SET_DUE: {"due_day": DAY + wanted.number},
            What.RESET: {"due_day": None},
            What.ADD_TAG: {"tags": (wanted.text,)},
            What.REMOVE_TAG: {"tags": ()},
            What.MOVE: {"deck": wanted.text},
        }
        return values[wanted.what]

    async def merge(self, ids: Sequence[int]) -> Changed:
        self.merged.append(list(ids))
        return Changed(len(ids), 0, "merge")

    async def keep_apart(self, ids: Sequence[int]) -> Changed:
        self.kept.append(list(ids))
        return Changed(len(ids), 0, "keep_apart")

    async def plan_replacing(self, ids: Sequence[int], wanted: Replacing) -> ReplacePlan:
        flags = re.IGNORECASE if wanted.ignores_case else 0
        pattern = re.compile(re.escape(wanted.text), flags)
        changes = []
        for each in ids:
            card = self.cards[each]
            before = Note(prompt=card.prompt, answer=card.answer)
            prompt, answer = (
                pattern.sub(wanted.replacement, text) for text in (card.prompt, card.answer)
            )
            after = Note(prompt=prompt, answer=answer)
            if after != before:
                changes.append(Replacement(str(each), card.deck, before, after))
        return ReplacePlan(tuple(changes), ())

    async def replace(self, wanted: Replacing, changes: Sequence[Replacement]) -> Changed:
        self.before.append(dict(self.cards))
        for change in changes:
            card_id, note = int(change.uid), change.after
            card = self.cards[card_id]
            self.cards[card_id] = card._replace(prompt=note.prompt, answer=note.answer)
        return Changed(len(changes), 0, wanted.text)

    async def undo(self) -> TakenBack | None:
        if not self.before:
            return None
        self.after.append(self.cards)
        self.cards = self.before.pop()
        return TakenBack(what="card", name="", kind="suspend")

    async def redo(self, taken: TakenBack) -> None:  # noqa: ARG002 - only the last is known here
        self.before.append(self.cards)
        self.cards = self.after.pop()

    def hurry(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


class Browser(Player):
    """A learner who looks for cards; every key waits for what it sets off."""

    async def press(self, *keys: str) -> None:
        for key in keys:
            await super().press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait for a search to begin, for the threads, and for what they find to be drawn."""
        while getattr(self.app.screen, "_pause", None) is not None:
            await self._pilot.pause(PAUSE_SECONDS / 4)
        await self.threads_end()
        await self._pilot.pause()
        await self._pilot.pause()

    async def until(self, text: str) -> None:
        """Wait for a text to be shown, without waiting for the threads."""
        while text not in self.text:
            await self._pilot.pause(PAUSE_SECONDS / 4)

    @property
    def collection(self) -> "BrowsedCollection":
        collection = self.app._collection
        assert isinstance(collection, BrowsedCollection)
        return collection

    @property
    def edited(self) -> list[int]:
        """The cards that were to be edited."""
        return self.collection.edited

    @property
    def search_box(self) -> SearchBox:
        return self.app.screen.query_one(SearchBox)

    async def search(self, text: str, *keys: str) -> None:
        """Write a search into the box and wait for what it finds, then press keys."""
        self.search_box.write(text)
        await self._pilot.pause()
        await self.settle()
        await self.press(*keys)


class BrowsedCollection(ScriptedCollection):
    """A collection whose cards are those of a scripted search."""

    def __init__(self, browsed: ScriptedBrowsing, home: Overview | None = None) -> None:
        super().__init__(ScriptedSession([]), home or overview())
        self.browsed = browsed
        self.edited: list[int] = []

    def browsing(self) -> Browsing:
        return self.browsed


def browse_with(
    scenario: Scenario,
    *,
    language: str = "ko",
    size: tuple[int, int] = (80, 24),
    settings: Settings | None = None,
    browsed: ScriptedBrowsing | None = None,
    home: Overview | None = None,
) -> None:
    """Run the app at home, and a scenario in it."""
    options = options_of(language, settings)
    cards = KOREAN if language == "ko" else ENGLISH
    collection = BrowsedCollection(browsed or ScriptedBrowsing(options, cards), home)
    app = OvermorrowApp(options, collection, now_ms=Stopwatch())

    async def run(player: Player) -> None:
        await scenario(Browser(player.app, player._pilot))

    def leave_edits_out(message: Message) -> None:
        if isinstance(message, EditWanted):
            message.stop()
            message.prevent_default()
            collection.edited.append(message.card_id)

    play(app, run, size, leave_edits_out)
