"""What keys do while a deck is made from an article, on a real collection."""

from pathlib import Path

import pytest
from textual.events import Paste

from overmorrow.errors import DatabaseError
from overmorrow.generation.proposal import Kind
from overmorrow.generation.verify import Refusal
from overmorrow.tui.screens.generate_review import GenerateReviewScreen
from overmorrow.tui.widgets.article_box import ArticleBox
from tests.tui.generating import (
    TEXT,
    Maker,
    ScriptedGenerating,
    generate_with,
    korean_proposals,
    proposal,
)
from tests.tui.importing import cards_in

TITLE = "바이칼 호수를 다녀와서"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


# the article


def test_pasted_article_says_what_is_known_of_it(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("ㅎ")
        await player.paste_article(TEXT)
        for words in (
            TITLE,
            "2024-03-05 화",
            "‘어제’는 2024-03-04로",
            "한물결",
            "나올 카드 약 6장",
        ):
            assert words in player.text

    generate_with(tmp_path, scenario)


def test_day_can_be_corrected_and_nonsense_is_refused(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("g")
        await player.paste_article(TEXT)
        await player.press("ㅇ")
        await player.write_in("line", "어제", "enter")
        assert "‘어제’는 날짜가 아니에요" in player.text
        await player.write_in("line", "2020년 2월 2일", "enter")
        assert "2020-02-02 일" in player.text
        assert "‘어제’는 2020-02-01로" in player.text

    generate_with(tmp_path, scenario)


def test_title_and_author_can_be_corrected_and_escape_leaves_them(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("g")
        await player.paste_article(TEXT)
        await player.press("t")
        await player.write_in("line", "호수 이야기", "enter")
        assert "호수 이야기" in player.text
        await player.press("a")
        await player.write_in("line", "아무개", "escape")
        assert "아무개" not in player.text
        assert "한물결" in player.text

    generate_with(tmp_path, scenario)


def test_language_can_be_changed_and_changed_back(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("g")
        await player.paste_article(TEXT)
        await player.press("l")
        assert "영어 · 문단" in player.text
        await player.press("ㅣ")
        assert "한국어 · 문단" in player.text

    generate_with(tmp_path, scenario)


def test_article_is_opened_from_a_file_by_completion(tmp_path: Path) -> None:
    (tmp_path / "호수 글.txt").write_text(TEXT, "utf-8")

    async def scenario(player: Maker) -> None:
        await player.press("g", "ctrl+o")
        player.path_box.write("호수")
        await player.press("tab", "enter")
        assert TITLE in player.text
        assert "나올 카드 약 6장" in player.text

    generate_with(tmp_path, scenario)


def test_files_of_articles_are_offered_before_others(tmp_path: Path) -> None:
    for name in ("호수.csv", "호수.html"):
        (tmp_path / name).write_text(TEXT, "utf-8")

    async def scenario(player: Maker) -> None:
        await player.press("g", "ctrl+o")
        player.path_box.write("호")
        await player.press("tab")
        assert player.path_box.value == "호수.html"

    generate_with(tmp_path, scenario)


def test_name_of_a_file_in_the_box_opens_it(tmp_path: Path) -> None:
    (tmp_path / "호수.md").write_text(TEXT, "utf-8")

    async def scenario(player: Maker) -> None:
        await player.press("g")
        await player.paste_article(f"'{tmp_path / '호수.md'}' ")
        assert TITLE in player.text

    generate_with(tmp_path, scenario)


def test_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("g")
        await player.paste_article("없는글.txt")
        assert "없는글.txt" in player.status
        await player.arrives("GenerateInputScreen")

    generate_with(tmp_path, scenario)


def test_text_can_be_written_and_gone_back_to(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("g", "ctrl+s")
        assert "붙여 넣거나" in player.status
        await player.press(*"Lake", "escape")
        assert "Enter 카드 뽑기" in player.text
        await player.press("tab", *"s")
        assert "Lakes" in player.text
        await player.press("alt+t")
        assert "제목" in player.text

    generate_with(tmp_path, scenario, makes=())


def test_very_long_paste_is_taken_but_not_edited_here(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("g")
        await player.paste_article(TEXT + "호수는 넓고 물은 차다. " * 20_000)
        assert "나올 카드" in player.text
        await player.press("tab")
        assert "고칠 수 없어요" in player.status

    generate_with(tmp_path, scenario)


def test_article_waits_while_the_learner_is_elsewhere(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("g")
        await player.paste_article(TEXT)
        await player.press("escape")
        await player.arrives("HomeScreen")
        await player.press("g")
        assert TITLE in player.text

    generate_with(tmp_path, scenario)


def test_another_paste_takes_the_place_of_the_article(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("g")
        await player.paste_article(TEXT)
        player.app.screen.post_message(Paste("산에 대하여\n\n백두산의 높이는 2,744m다.\n"))
        await player.settle()
        assert "산에 대하여" in player.text
        assert TITLE not in player.text

    generate_with(tmp_path, scenario, makes=())


def test_written_text_is_made_into_cards_at_once(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("g")
        player.app.screen.query_one(ArticleBox).insert(TEXT)
        await player.press("ctrl+s")
        await player.arrives("GenerateReviewScreen")

    generate_with(tmp_path, scenario)


def test_article_in_no_language_we_know_is_told(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.press("g")
        await player.paste_article("Байкал - глубочайшее озеро.\n\nОно лежит в Сибири.")
        assert player.status
        await player.press("t")
        assert "글을 먼저 넣으세요." in player.status

    generate_with(tmp_path, scenario)


def test_choosing_a_file_can_be_left(tmp_path: Path) -> None:
    (tmp_path / "글들").mkdir()
    (tmp_path / "글들" / "호수.txt").write_text(TEXT, "utf-8")

    async def scenario(player: Maker) -> None:
        await player.press("g", "ctrl+o", "enter")
        assert player.status
        player.path_box.write("글들")
        await player.press("enter", "tab")
        assert player.path_box.value == "글들/호수.txt"
        player.path_box.write("없음")
        await player.press("tab")
        assert "그렇게 시작하는 파일이 없어요." in player.status
        await player.press("escape")
        assert "붙여 넣거나" in player.text

    generate_with(tmp_path, scenario)


# the proposals


def test_accepting_and_dropping_go_on_and_undo_comes_back(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("ㅁ", "left", "right")
        assert "4/6 · 받음 2 · 버림 1" in player.text
        await player.press("u")
        assert player.status.startswith("되돌렸어요. 받기: ")
        await player.press("f9")
        assert player.status.startswith("되돌렸어요. 버리기: ")
        await player.press("ㅕ")
        assert "1/6 · 받음 0 · 버림 0" in player.text
        await player.press("u")
        assert "되돌릴 것이 없어요." in player.status

    generate_with(tmp_path, scenario)


def test_proposal_is_edited_in_three_boxes(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("e")
        await player.write_in("edit-prompt", "", "ctrl+s")
        assert "앞을 비울 수 없어요." in player.status
        await player.write_in("edit-prompt", "시베리아의 어느 호수인가?", "tab")
        await player.write_in("edit-also", "바이칼 | 바이칼 호수 |", "ctrl+s")
        assert "시베리아의 어느 호수인가?" in player.text
        assert "바이칼 | 바이칼 호수" in player.text
        assert "고침" in player.text
        await player.press("e")
        await player.write_in("edit-answer", "다른 답", "escape")
        assert "다른 답은" not in player.text

    generate_with(tmp_path, scenario)


def test_edit_that_gives_the_answer_away_is_told(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("e")
        await player.write_in("edit-prompt", "바이칼호는 어느 호수인가?", "ctrl+s")
        assert "앞에 답이 들어 있어요" in player.status

    generate_with(tmp_path, scenario)


def test_card_like_it_is_shown_beside_and_its_answer_added(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("=")
        assert "비슷한 카드가 없어요." in player.status
        await player.press("down", "down", "=")
        assert "636킬로미터" in player.text
        await player.press("ㅡ")
        assert "636킬로미터" in player.text
        assert "다른 답" in player.text
        await player.press("m")
        assert "더할 답이 없어요." in player.status

    generate_with(tmp_path, scenario)


def test_click_in_the_list_at_the_side_chooses(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        row = next(at for at, line in enumerate(player.lines) if "바이칼물범 ·" in line)
        await player.click(100, row)
        assert "6/6 · 받음 0" in player.text
        assert "답      바이칼물범" in player.text

    generate_with(tmp_path, scenario, size=(120, 40))


def test_click_below_the_proposal_chooses_and_a_second_one_accepts(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("down")
        heading = next(at for at, line in enumerate(player.lines) if "같은 문장에서" in line)
        other = player.lines[heading + 2]
        assert other.startswith("    2")
        await player.click(10, heading)
        await player.click(20, heading + 2)
        assert "3/6 · 받음 0" in player.text
        chosen = next(at for at, line in enumerate(player.lines) if line.startswith("  > 2"))
        assert player.lines[chosen][4:40] == other[4:40]
        await player.click(20, chosen)
        assert "받음 1" in player.text

    generate_with(tmp_path, scenario)


def test_score_is_changed_before_all_are_accepted(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("+", *["right"] * 5)
        assert "0.80점 이상 2장을 받을까요?" in player.text
        await player.press("escape")
        assert "받음 0" in player.text
        await player.press("+", "left", "enter")
        assert "3장을 받았어요" in player.status
        await player.press("u")
        assert player.status == "되돌렸어요. 받기: 3장"
        assert "받음 0" in player.text

    generate_with(tmp_path, scenario)


def test_filters_come_one_after_another(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("a", "f")
        assert "1/5 · 안 정한 것만" in player.text
        await player.press("f")
        assert "1/1 · 받은 것만" in player.text
        await player.press("f")
        assert "3 · 주의할 것만" in player.text
        await player.press("f")
        assert "여기에 해당하는 카드가 없어요." in player.text
        await player.press("f")
        assert "/6 · 받음" in player.text

    generate_with(tmp_path, scenario)


def test_no_proposal_says_which_rule_kept_out_how_many(tmp_path: Path) -> None:
    def change(made: ScriptedGenerating) -> None:
        made.refused = {Refusal.LEAK: 3, Refusal.POINTER: 12}

    async def scenario(player: Maker) -> None:
        await player.review()
        assert "카드를 뽑지 못했어요." in player.text
        assert "12  무엇을 가리키는지 몰라서" in player.text
        assert "3  앞에 답이 보여서" in player.text
        await player.press("a", "x", "e", "w", "escape")
        await player.arrives("HomeScreen")

    generate_with(tmp_path, scenario, makes=(), change=change)


def test_better_tools_come_later_and_leave_what_was_decided(tmp_path: Path) -> None:
    def change(made: ScriptedGenerating) -> None:
        more = proposal(
            TEXT, "나가는 강은 앙가라강 하나뿐이다.", "하나", "나가는 강은 몇 개인가?", Kind.NUMBER
        )
        made.better = (*korean_proposals()[:4], more)

    async def scenario(player: Maker) -> None:
        await player.review()
        await player.settle()
        assert "더 나은 도구로 다시 뽑았어요: 5장." in player.status

    generate_with(tmp_path, scenario, change=change)


@pytest.mark.parametrize("error", [OSError("no model"), DatabaseError("store.not_ours", path="x")])
def test_better_tools_that_fail_are_told_and_nothing_is_lost(
    error: DatabaseError | OSError, tmp_path: Path
) -> None:
    def change(made: ScriptedGenerating) -> None:
        made.fails = error

    async def scenario(player: Maker) -> None:
        await player.review()
        assert "더 나은 도구를 쓰지 못했어요" in player.text
        assert "1/6" in player.text

    generate_with(tmp_path, scenario, change=change)


def test_better_proposals_wait_while_one_is_edited(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("e")
        screen = player.app.screen
        assert isinstance(screen, GenerateReviewScreen)
        offers = player.made.made_of(screen.reviewing.offers.article, korean_proposals()[1:3])
        screen.post_message(screen.HasBetter(offers, "", None))
        await player.settle()
        await player.write_in("edit-prompt", "어느 호수인가?", "ctrl+s")
        assert "1/3" in player.text
        assert "어느 호수인가?" in player.text

    generate_with(tmp_path, scenario)


def test_fact_is_asked_in_another_form(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("s")
        assert "다른 꼴이 없어요." in player.status
        await player.press("down", "ㄴ")
        assert "바이칼호의 깊이는 ____다." in player.text
        await player.press("u")
        assert player.status.startswith("되돌렸어요. 고침: ")
        assert "바이칼호의 깊이는 몇 m인가?" in player.text

    generate_with(tmp_path, scenario)


def test_keys_move_by_proposal_and_by_paragraph(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("pagedown")
        assert "5/6" in player.text
        await player.press("pageup", "down", "down", "up")
        assert "2/6" in player.text

    generate_with(tmp_path, scenario)


# writing


def test_deck_that_cannot_be_written_says_why_and_keeps_what_was_decided(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("a", "w")
        await player.write_in("deck-name", " ", "enter")
        assert "덱의 이름을 쓰세요." in player.status
        player.made.refuses = DatabaseError("store.not_ours", path="x.db")
        await player.write_in("deck-name", "호수", "enter")
        assert "x.db" in player.text
        assert "이 덱에 넣기" in player.text
        await player.press("escape", "escape")
        assert "x.db" in player.text
        assert player.screen_name == "GenerateReviewScreen"
        player.made.refuses = None
        await player.press("w", "enter")
        assert "‘호수’ 덱에 1장을 넣었어요." in player.text
        player.made.refuses = DatabaseError("store.not_ours", path="x.db")
        await player.press("u")
        assert "x.db" in player.text
        player.made.refuses = None
        await player.press("escape")
        await player.arrives("HomeScreen")
        assert cards_in(tmp_path)["호수"] == 1

    generate_with(tmp_path, scenario)


def test_accepted_ones_become_a_deck_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        before = cards_in(tmp_path)
        await player.review()
        await player.press("w")
        assert "받은 카드가 없어요." in player.status
        await player.press("a", "x", "a", "ㅈ")
        assert "2장을 어느 덱에 넣을까요?" in player.text
        await player.write_in("deck-name", "물::호수", "enter")
        assert "‘물::호수’ 덱에 2장을 넣었어요." in player.text
        assert cards_in(tmp_path) == before | {"물::호수": 2}
        files = [path.name for path in (tmp_path / "data" / "decks").glob("*호수*")]
        assert len(files) == 1
        await player.press("u")
        assert "되돌렸어요." in player.status
        assert "받음 2 · 버림 1" in player.text
        assert cards_in(tmp_path) == before
        assert not list((tmp_path / "data" / "decks").glob("*호수*"))

    generate_with(tmp_path, scenario)


def test_enter_accepts_and_asks_for_the_deck_once_all_are_decided(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("enter")
        assert "받음 1" in player.text
        decided = 1
        while "모두 정했어요" not in player.status:
            await player.press("x")
            decided += 1
            assert decided < 100
        await player.press("enter")
        assert "1장을 어느 덱에 넣을까요?" in player.text

    generate_with(tmp_path, scenario)


def test_written_deck_is_studied_and_its_source_shown(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("down", "a", "w", "enter", "enter")
        await player.arrives("StudyScreen")
        assert "깊이는 몇 m인가?" in player.text
        await player.press("alt+o")
        assert player.screen_name == "SourceScreen"
        assert "깊이는 [ ··· ]로 세계에서" in player.text
        assert "1,642" not in player.text
        assert f"한물결, {TITLE} (2024-03-05)" in player.text
        await player.press("o")
        await player.arrives("StudyScreen")
        await player.write("1642m", "enter")
        assert "> 3 힘겨움" in player.text
        await player.press("ㅐ")
        assert "깊이는 1,642m로 세계에서" in player.text
        await player.press("enter")
        assert "정답    1,642m" in player.text

    generate_with(tmp_path, scenario)


def test_work_that_was_left_is_offered_and_goes_on(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("a", "x", "escape")
        await player.arrives("HomeScreen")
        assert "간직했어요" in player.status
        await player.press("g")
        assert "받은 카드 1장, 버린 카드 1장" in player.text
        await player.press("enter")
        await player.arrives("GenerateReviewScreen")

    generate_with(tmp_path, scenario)


def test_article_is_gone_back_to_from_the_proposals(tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("a", "backspace")
        await player.arrives("GenerateInputScreen")
        assert "나올 카드 약 6장" in player.text

    generate_with(tmp_path, scenario)


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40)])
def test_every_place_can_be_resized(size: tuple[int, int], tmp_path: Path) -> None:
    async def scenario(player: Maker) -> None:
        await player.review()
        for keys in (["e"], ["escape", "+"], ["escape", "a", "w"], ["escape"]):
            await player.press(*keys)
            await player.resize(*size)
            await player.resize(80, 24)
        assert "받음 1" in player.text

    generate_with(tmp_path, scenario)
