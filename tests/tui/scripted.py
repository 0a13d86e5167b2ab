"""A small hand-written session and collection for the screens to show."""

import os
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Literal

from overmorrow.cards.card import Card
from overmorrow.cards.hints import Hint
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict
from overmorrow.clock import Moment, StudyDay
from overmorrow.errors import OvermorrowError
from overmorrow.grading.grading import Grading, ItemGrading
from overmorrow.jobs.asked import (
    Asked,
    AskKind,
    Confusion,
    HardCard,
    Judged,
    Limits,
    Progress,
    Returned,
    Summary,
)
from overmorrow.jobs.beside import Beside, LastAnswer, Sibling
from overmorrow.jobs.card_info import CardInfo
from overmorrow.jobs.card_source import CardSource
from overmorrow.jobs.deck_options import DeckOption
from overmorrow.jobs.home import Overview
from overmorrow.jobs.home_state import HomeState
from overmorrow.jobs.taken_back import TakenBack
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.sm2 import preview
from overmorrow.scheduling.state import CardState, Sm2State
from overmorrow.settings import Settings
from overmorrow.store.day_tree import DeckCounts
from overmorrow.tui.browsing import Browsing
from overmorrow.tui.editing import Editing
from overmorrow.tui.exporting import Exporting
from overmorrow.tui.generating import Generating
from overmorrow.tui.homes import Homes, Removed
from overmorrow.tui.imports import Imports
from overmorrow.tui.merging import Merging
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.session import Session
from overmorrow.tui.statistics import Statistics
from tests.tui.counted import Studied

DAY = StudyDay(739_943)
"""Monday 2026-11-23."""
MOMENT = Moment(1_795_395_600_000, 540)
SEEN = CardState(sm2=Sm2State(2, 6, 250, DAY, DAY - 6, drill=False, lapses=0), learned_day=DAY - 7)

STORY = Card(
    key="q",
    prompt="강은 왜 구불구불 흐르는가?",
    answer="바깥쪽이 깎인다\n안쪽에 쌓인다\n물살의 빠르기가 다르다",
    answer_type="long",
    items=(
        ListItem(text="바깥쪽이 깎인다"),
        ListItem(text="안쪽에 쌓인다"),
        ListItem(text="물살의 빠르기가 다르다"),
    ),
    source="공책, 6쪽",
)
LAKE = Card(
    key="q",
    prompt="세상에서 가장 깊은 호수는 어디인가?",
    answer="바이칼호",
    aliases=("바이칼",),
    answer_type="text",
    source="우리 지리 공책, 3쪽",
    remark="깊이는 1,642m예요.",
)
LENGTH = Card(
    key="q", prompt="나일강의 길이는?", answer="6,650km", answer_type="number", source="공책, 4쪽"
)
GULF = Card(
    key="q",
    prompt="Into which gulf does the Mekong's neighbour flow?",
    answer="Gulf of Tonkin",
    answer_type="text",
    source="Own notes, page 2",
    remark="The Red River, that is.",
)
RIVERS = Card(
    key="q",
    prompt="남아메리카의 큰 강 셋은?",
    answer="아마존, 오리노코, 파라나",
    answer_type="list",
    items=(ListItem(text="아마존"), ListItem(text="오리노코"), ListItem(text="파라나")),
    source="공책, 5쪽",
)
OCEAN = Card(
    key="q",
    prompt="가장 넓은 바다는?",
    answer="태평양",
    answer_type="choice",
    wrong_choices=("대서양", "인도양", "북극해"),
)
GAP = Card(
    key="c1",
    prompt="한강은 [ 1 ]산맥에서 시작해 [ ··· ]로 흘러드는 강이다.",
    answer="태백",
    answer_type="text",
    gap=(1, 2),
)
WHY = Card(
    key="q",
    prompt="강은 왜 구불구불 흐르는가?",
    answer="바깥쪽은 빨라서 깎이고 안쪽은 느려서 쌓이기 때문이다",
    answer_type="long",
)


def asked(card: Card, kind: AskKind = AskKind.REVIEW, **changes: object) -> Asked:
    wrong_choices = card.wrong_choices
    made = Asked(
        card_id=sum(map(ord, card.prompt)),
        card=card,
        deck="지리::물",
        kind=kind,
        state=CardState() if kind is AskKind.NEW else SEEN,
        choices=(wrong_choices[0], card.answer, *wrong_choices[1:]) if wrong_choices else (),
    )
    return made._replace(**changes)  # type: ignore[arg-type]  # the test names the fields


def returned(entry: tuple[Asked, str, int]) -> Returned:
    taken = TakenBack(what="card", name=entry[0].card.prompt, kind="review")
    return Returned(kind=EventKind.REVIEW, typed=entry[1], taken=taken)


class ScriptedSession:
    """Asks the given cards in turn; the verdicts are those it was given."""

    def __init__(
        self,
        cards: Sequence[Asked],
        gradings: dict[str, Grading] | None = None,
        scope: str | None = None,
    ) -> None:
        self.scope = scope
        self.leech_lapses = 0
        self.untaught = ""
        self.only_by_hand: TakenBack | None = None
        self.suspended_last = False
        self.accepted: list[tuple[int, str]] = []
        self._waiting = list(cards)
        self._gradings = gradings or {}
        self._taken_back: list[tuple[Asked, str, int]] = []
        self.saved: list[tuple[Asked, str, int]] = []
        self.judged_calls: list[tuple[str, int | None, int, int]] = []
        self.refuses: OvermorrowError | None = None

    @property
    def asked(self) -> Asked | None:
        return self._waiting[0] if self._waiting else None

    @property
    def progress(self) -> Progress:
        kinds = [each.kind for each in self._waiting]
        return Progress(
            new=kinds.count(AskKind.NEW),
            review=len(kinds) - kinds.count(AskKind.NEW) - kinds.count(AskKind.DRILL),
            drill=kinds.count(AskKind.DRILL),
            done=len(self.saved),
        )

    def use_settings(self, settings: Settings) -> None:
        self.settings = settings

    def at_once(self) -> AbstractContextManager[None]:
        return nullcontext()

    def judge(
        self, typed: str, *, think_ms: int | None = None, answer_ms: int = 0, hints: int = 0
    ) -> Judged:
        self.judged_calls.append((typed, think_ms, answer_ms, hints))
        grading = self._gradings.get(typed) or self._plain_grading(typed)
        proposed = min(grading.quality, Quality.HARD) if hints else grading.quality
        return self._judged(typed, grading, proposed, hints)

    def _plain_grading(self, typed: str) -> Grading:
        card = self._waiting[0].card
        if not typed:
            return Grading(
                verdict=Verdict.WRONG, reason="blank", quality=Quality.BLANK, kind="blank"
            )
        if typed == card.answer or typed in card.aliases:
            return right(typed)
        return wrong(card.answer)

    def _judged(self, typed: str, grading: Grading | None, offer: Quality, hints: int) -> Judged:
        return Judged(
            typed=typed,
            grading=grading,
            proposed=offer,
            graded=offer,
            outlook=preview(self._waiting[0].state.sm2, DAY),
            think_ms=None,
            answer_ms=6200,
            hints=hints,
        )

    def reveal(self, *, answer_ms: int = 0, hints: int = 0) -> Judged:
        self.judged_calls.append(("", None, answer_ms, hints))
        return self._judged("", None, Quality.GOOD, hints)

    def right(self, judged: Judged, how: Literal["learn", "once", "typo"]) -> Judged:
        learned = judged.typed if how == "learn" else ""
        return judged._replace(proposed=Quality.GOOD, overruled=how, learned=learned)

    def wrong(self, judged: Judged) -> Judged:
        return judged._replace(proposed=Quality.NEARLY, overruled="wrong")

    def refuse(self, judged: Judged) -> Judged:
        return self.wrong(judged)._replace(refused=judged.typed)

    def note_changed(self) -> None:
        pass

    def schedule_changed(self) -> None:
        pass

    def hint(self, number: int) -> Hint | None:
        texts = ("4글자", "ㅂㅇㅋㅎ", "바이…")
        return Hint("hints.plain", {"text": texts[number - 1]}) if number <= len(texts) else None

    def rate(self, judged: Judged, quality: int) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.saved.append((self._waiting.pop(0), judged.typed, quality))
        self._taken_back.clear()

    def suspend(self) -> None:
        self.saved.append((self._waiting.pop(0), "", -1))

    def bury(self) -> None:
        self.saved.append((self._waiting.pop(0), "", -2))

    def suspend_note(self) -> None:
        self.saved.append((self._waiting.pop(0), "", -3))

    def bury_note(self) -> None:
        self.saved.append((self._waiting.pop(0), "", -4))

    def suspend_last(self) -> None:
        self.suspended_last = True

    def flag(self, number: int) -> None:
        self._change(flag=number)

    def mark(self) -> None:
        self._change(marked=not self._waiting[0].state.marked)

    def _change(self, **values: object) -> None:
        first = self._waiting[0]
        self._waiting[0] = first._replace(state=first.state._replace(**values))  # type: ignore[arg-type]  # one field, named above

    def undo(self) -> Returned | None:
        if not self.saved:
            return None
        entry = self.saved.pop()
        self._taken_back.append(entry)
        self._waiting.insert(0, entry[0])
        return returned(entry)

    def redo(self) -> Returned | None:
        if not self._taken_back:
            return None
        entry = self._taken_back.pop()
        self.saved.append(entry)
        self._waiting.remove(entry[0])
        return returned(entry)

    def accept_answer(self, card_id: int, typed: str) -> None:
        self.accepted.append((card_id, typed))

    def beside(self, card_id: int) -> Beside:
        return Beside(
            (LastAnswer(DAY - 6, 5, LAKE.answer, 4400), LastAnswer(DAY - 7, 2, "", 9100)),
            (Sibling(LENGTH.prompt, DAY + card_id % 2 + 1), Sibling(WHY.prompt, None)),
        )

    def summary(self) -> Summary:
        return Summary(
            answers=9,
            cards=7,
            seconds=252,
            right_first=5,
            asked_first=7,
            drills=2,
            drilled_cards=2,
            hardest=(
                HardCard(prompt=LAKE.prompt, showings=3, due_in_days=1),
                HardCard(prompt=LENGTH.prompt, showings=2, due_in_days=1),
            ),
            confusions=(
                Confusion(
                    card_id=1, prompt=LAKE.prompt, answer="바이칼호", typed="카스피해", times=2
                ),
            ),
            due_tomorrow=4,
            due_overmorrow=2,
            weak_cards=(1, 3),
        )


def right(matched: str = "", reason: str = "exact") -> Grading:
    return Grading(
        verdict=Verdict.CORRECT,
        reason=reason,
        matched=matched,
        quality=Quality.EASY,
        kind="correct",
    )


def wrong(answer: str) -> Grading:
    return Grading(
        verdict=Verdict.WRONG,
        reason="other_text",
        matched=answer,
        quality=Quality.VAGUE,
        kind="other",
    )


LIST_GRADING = Grading(
    verdict=Verdict.CLOSE,
    reason="item_missing",
    details=(("total", "3"), ("n", "2"), ("item", "오리노코")),
    quality=Quality.HARD,
    kind="omission",
    items=(
        ItemGrading(text="아마존", verdict=Verdict.CORRECT, typed="아마존"),
        ItemGrading(text="오리노코", verdict=Verdict.WRONG),
        ItemGrading(text="파라나", verdict=Verdict.CORRECT, typed="파라나강"),
    ),
)


def overview(**changes: object) -> Overview:
    made = Overview(
        day=DAY,
        decks=(
            DeckCounts(1, "지리", 4, 6, 2, 130),
            DeckCounts(2, "지리::물", 4, 4, 2, 72),
            DeckCounts(3, "지리::뭍", 0, 2, 0, 58),
            DeckCounts(4, "English words", 1, 4, 0, 282),
        ),
        progress=Progress(new=5, review=10, drill=2, done=12),
        whole=DeckCounts(0, "", 5, 10, 2, 412),
        seconds_today=480,
        due_tomorrow=23,
        due_overmorrow=9,
        streak_days=12,
        last_7_days=(3, 12, 20, 0, 25, 18, 12),
        retention=(141, 155),
        is_first_run=False,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the test names the fields


FIRST_RUN = overview(
    decks=(DeckCounts(1, "알리바바 2015", 20, 0, 0, 72),),
    progress=Progress(new=20, review=0, drill=0, done=0),
    whole=DeckCounts(0, "", 20, 0, 0, 72),
    streak_days=0,
    seconds_today=0,
    retention=(0, 0),
    is_first_run=True,
)
DONE = overview(
    decks=(DeckCounts(1, "지리", 0, 0, 0, 130), DeckCounts(2, "English words", 0, 0, 0, 282)),
    progress=Progress(new=0, review=0, drill=0, done=29),
    seconds_today=840,
    whole=DeckCounts(0, "", 0, 0, 0, 412),
    unseen=40,
    weak=(1, 2, 3, 4),
)


class NoImports(Imports):
    """Nothing was ever imported."""

    def newest(self) -> int | None:
        return None

    def recent_folders(self) -> tuple[str, ...]:
        return ()


class ScriptedHomes(Homes):
    """Remembers what it was told; somebody else writes only when a test says so."""

    def __init__(self, shown: Overview) -> None:
        self.rollover = 4
        self.shown = shown
        self.changes = 0
        self.left = HomeState()
        self.told: list[tuple[object, ...]] = []
        self.removed: list[Removed] = []

    @property
    def rollover_hour(self) -> int:
        return self.rollover

    def read(self) -> Overview:
        return self.shown

    def version(self) -> int:
        return self.changes

    def day(self) -> StudyDay:
        return self.shown.day

    def state(self) -> HomeState:
        return self.left

    def keep_state(self, state: HomeState) -> None:
        self.left = state

    def choose_pace(self, reviews: int | None, *, rest_new: bool, only_today: bool) -> None:
        self.told.append(("pace", reviews, rest_new, only_today))

    def forget_pace(self) -> None:
        self.told.append(("no pace",))

    def deck_options(self, deck: str) -> list[DeckOption]:
        return [
            DeckOption("new_per_day", 20, None, 20, "", 5, "지리"),
            DeckOption("reviews_per_day", 9, 9, 200, "", None, ""),
            DeckOption("new_order", "random", None, "random", deck.rpartition("::")[0], None, ""),
            DeckOption("review_order", "interval", None, "interval", "", None, ""),
            DeckOption("answering", "typed", None, "typed", "", None, ""),
        ]

    def change_options(self, deck: str, changes: Mapping[str, int | str | None]) -> None:
        self.told.append(("options", deck, dict(changes)))

    def create_deck(self, name: str, lang: str) -> str:
        self.told.append(("create", name, lang))
        return name

    def rename_deck(self, deck: str, name: str) -> str:
        self.told.append(("rename", deck, name))
        return name

    def remove_deck(self, deck: str) -> None:
        self.told.append(("remove", deck))

    def removed_decks(self) -> list[Removed]:
        return list(self.removed)

    def restore_deck(self, deck: str) -> None:
        self.removed = [each for each in self.removed if each.name != deck]
        self.told.append(("restore", deck))

    def has_deck_change(self) -> bool:
        return any(deed[0] in ("create", "rename", "remove", "options") for deed in self.told)

    def take_back(self) -> TakenBack | None:
        deed = self.told.pop()
        kind = {"create": "created", "rename": "renamed", "remove": "removed"}[str(deed[0])]
        return TakenBack(what="deck", name=str(deed[1]), kind=kind)


class ScriptedCollection:
    """A collection of one session and one overview."""

    def __init__(self, session: ScriptedSession, shown: Overview | None = None) -> None:
        self._session = session
        self._overview = shown or overview()
        self.scripted_homes = ScriptedHomes(self._overview)
        self.studied: list[tuple[str | None, Limits]] = []
        self.sources: dict[int, CardSource] = {}
        self.counted: Statistics = Studied()

    def overview(self) -> Overview:
        return self._overview

    def study(self, scope: str | None, limits: Limits) -> Session:
        self.studied.append((scope, limits))
        return self._session

    def statistics(self) -> Statistics:
        return self.counted

    def card_info(self, card_id: int) -> CardInfo:
        return CardInfo(
            card_id=card_id,
            prompt=LAKE.prompt,
            answer=LAKE.answer,
            aliases=LAKE.aliases,
            deck="지리::물",
            tags=(),
            state=SEEN,
            answers=(),
            changes=(),
            wrong=(("카스피해", card_id % 2 + 1),),
        )

    def source(self, card_id: int) -> CardSource | None:
        return self.sources.get(card_id)

    def imports(self) -> Imports:
        return NoImports(options_of())

    def merging(self) -> Merging:
        return Merging(options_of())

    def exporting(self) -> Exporting:
        return Exporting(options_of())

    def homes(self) -> ScriptedHomes:
        return self.scripted_homes

    def generating(self) -> Generating:
        return Generating(options_of())

    def editing(self) -> Editing:
        return Editing(options_of())

    def browsing(self) -> Browsing:
        raise NotImplementedError

    def speak(self, language: str) -> bool:
        return language == "none"

    def use_settings(self, settings: Settings) -> None:
        self.settings = settings

    def get_ready(self) -> None:
        pass

    def close(self) -> None:
        pass


class Stopwatch:
    """Each look is a second later than the one before, unless told otherwise."""

    def __init__(self, step_ms: int = 1000) -> None:
        self.step_ms = step_ms
        self._now_ms = 0

    def __call__(self) -> int:
        self._now_ms += self.step_ms
        return self._now_ms


def options_of(language: str = "ko", settings: Settings | None = None) -> TuiOptions:
    return TuiOptions(
        database_path=os.path.join(os.environ["HOME"], "study.db"),
        settings=settings or Settings(),
        language=language,
        clock=lambda: MOMENT,
    )


def app_of(
    session: ScriptedSession,
    *,
    home: Overview | None = None,
    language: str = "ko",
    stopwatch: Stopwatch | None = None,
    settings: Settings | None = None,
) -> OvermorrowApp:
    """Return the app on a session's first card, or at home when an overview is given."""
    options = options_of(language, settings)
    first = session if home is None else None
    collection = ScriptedCollection(session, home)
    return OvermorrowApp(options, collection, first, now_ms=stopwatch or Stopwatch())
