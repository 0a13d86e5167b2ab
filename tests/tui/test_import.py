"""What keys do while files are imported, on a real collection."""

import zipfile
from pathlib import Path

import pytest

from tests.exchange.anki_making import CREATED, Contents, card, note, review, write_package
from tests.tui.importing import Importer, card_ids_in, cards_in, import_with, write_rivers

NEW_DECK = "강 이름"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_korean_table_in_cp949_is_understood(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter")
        assert player.screen_name == "ImportFileScreen"
        lines = player.text
        assert "CP949" in lines
        assert "쉼표 ," in lines
        assert "칸 이름이에요" in lines
        assert "1 앞   2 답   3 태그" in lines
        assert "못 읽은 줄   2" in lines

    import_with(tmp_path, scenario)


def test_h_flips_the_first_line_and_the_cards_follow(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter")
        assert "1   나일강의 길이는" in player.text
        await player.press("h")
        assert "1   문제" in player.text
        assert "직접 골랐어요" in player.text
        await player.press("ㅗ")
        assert "1   나일강의 길이는" in player.text

    import_with(tmp_path, scenario)


def test_another_encoding_can_be_tried(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "e", "e")
        assert "나일강" not in player.text
        assert "CP1252" in player.text
        await player.press("e", "e", "e", "e")
        assert "나일강" in player.text
        assert "CP949" in player.text

    import_with(tmp_path, scenario)


def test_columns_can_be_told_what_they_are_for(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "ㅊ", "down")
        assert ">1 답   2 앞   3 태그" in player.text
        assert "1   6650" in player.text
        await player.press("right", "right", "down")
        assert "3 힌트" in player.text
        await player.press("escape", "enter", "enter")
        assert player.screen_name == "ImportRunScreen"
        await player.press("enter")
        assert "6650" in player.text

    import_with(tmp_path, scenario)


def test_deck_can_be_named_and_escape_keeps_the_old_name(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        before = cards_in(tmp_path)
        await player.press("i")
        await player.name("강 이름.csv", "enter", "ㅇ", *"abc", "escape")
        assert "강 이름 · 노트 5개" in player.text
        assert "abc" not in player.text
        await player.press("d", *"geo:: ::rivers", "enter")
        assert "geo::rivers · 노트 5개" in player.text
        await player.press("d", *"xyz", "escape")
        assert "geo::rivers · 노트 5개" in player.text
        await player.press("enter")
        assert player.screen_name == "ImportPlanScreen"
        assert "geo::rivers" in player.text
        await player.press("enter")
        assert cards_in(tmp_path) == before | {"geo::rivers": 5}

    import_with(tmp_path, scenario)


def test_deck_without_a_name_is_the_one_that_the_file_says(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "d", *"geo", "enter")
        assert "geo · 노트 5개" in player.text
        await player.press("d", *["backspace"] * 3, "enter")
        assert "강 이름 · 노트 5개" in player.text

    import_with(tmp_path, scenario)


def test_import_into_a_named_deck_only_adds_to_it(tmp_path: Path) -> None:
    table = tmp_path / "강.tsv"
    table.write_text("나일강\t6650\n아마존강\t6400\n", "utf-8")
    (tmp_path / "산.md").write_text("Q: 가장 높은 산은?\nA: 에베레스트산\n", "utf-8")

    async def scenario(player: Importer) -> None:
        before = cards_in(tmp_path)
        for name in ("강.tsv", "산.md"):
            await player.press("i")
            await player.name(name, "enter", "d", *"geo", "enter", "enter", "enter", "escape")
        assert cards_in(tmp_path) == before | {"geo": 3}

    import_with(tmp_path, scenario)


def test_refused_lines_are_numbered_with_reason_and_content(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter")
        assert player.screen_name == "ImportPlanScreen"
        numbered = [line.split()[0] for line in player.lines if line.split()[:1] in (["4"], ["6"])]
        assert numbered == ["4", "6"]
        assert "답이 없는 문제는?,,바다" in player.text
        assert "하나뿐인 칸" in player.text

    import_with(tmp_path, scenario)


def test_refused_lines_are_kept_beside_the_file_and_nothing_is_overwritten(tmp_path: Path) -> None:
    write_rivers(tmp_path)
    (tmp_path / "강 이름.rejected.csv").write_text("mine")

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter", "w")
        assert player.status == "못 읽은 줄을 저장했어요: 강 이름.rejected-2.csv"

    import_with(tmp_path, scenario)
    assert (tmp_path / "강 이름.rejected.csv").read_text() == "mine"
    kept = (tmp_path / "강 이름.rejected-2.csv").read_text("utf-8-sig")
    assert kept.splitlines() == ["문제,정답,태그", "하나뿐인 칸", "답이 없는 문제는?,,바다"]


def test_import_is_one_step_that_u_takes_back(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        before = cards_in(tmp_path)
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter", "enter")
        assert "5장을 넣었어요." in player.text
        assert cards_in(tmp_path) == before | {NEW_DECK: 5}
        await player.press("u")
        assert "가져온 것을 되돌렸어요." in player.text
        assert cards_in(tmp_path) == before

    import_with(tmp_path, scenario)


def test_u_on_the_first_screen_takes_the_import_back_too(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        before = cards_in(tmp_path)
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter", "enter", "escape")
        assert player.screen_name == "HomeScreen"
        assert NEW_DECK in player.text
        await player.press("ㅕ")
        assert player.status == "가져온 것을 되돌렸어요."
        assert NEW_DECK not in player.text
        assert cards_in(tmp_path) == before

    import_with(tmp_path, scenario)


def test_imported_deck_is_studied_by_enter(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter", "enter", "enter")
        assert player.screen_name == "StudyScreen"
        assert "나일강" in player.text

    import_with(tmp_path, scenario)


def test_sitting_whose_cards_are_taken_back_does_not_go_on(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter", "enter", "enter")
        assert "나일강" in player.text
        await player.press("escape", "escape", "u")
        assert player.status == "가져온 것을 되돌렸어요."
        await player.press("enter")
        assert player.screen_name == "StudyScreen"
        assert "나일강" not in player.text

    import_with(tmp_path, scenario)


def test_same_prompt_with_another_answer_is_shown_and_both_are_kept(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter")
        line = next(at for at, text in enumerate(player.lines) if "겹쳐 보임" in text)
        assert player.lines[line].split()[2] == "1"
        go = next(at for at, text in enumerate(player.lines) if "장 가져오기" in text)
        await player.press(*["up"] * (go - line - 1))
        await player.press("enter")
        assert "큰 바다" in player.text
        assert "태평양" in player.text
        await player.press("escape")
        assert "이렇게 할게요" in player.text

    import_with(tmp_path, scenario)


def test_click_takes_a_file_and_a_second_one_reads_it(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name(f"{tmp_path}/")
        at = next(at for at, text in enumerate(player.lines) if text.endswith("강 이름.csv"))
        await player.click(2, at + 1)
        assert player.path_box.value == f"{tmp_path}/"
        await player.click(8, at)
        assert player.path_box.value.endswith("강 이름.csv")
        assert player.path_box.has_focus
        at = next(at for at, text in enumerate(player.lines) if "> " in text)
        await player.click(8, at)
        await player.settle()
        assert "CP949" in player.text

    import_with(tmp_path, scenario)


def test_click_chooses_a_line_and_a_second_one_opens_it(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter")
        at = next(at for at, text in enumerate(player.lines) if "못 읽음" in text)
        await player.click(8, at)
        assert "> 못 읽음" in player.text
        await player.click(8, at)
        assert "하나뿐인 칸" in player.text
        assert "5장 가져오기" not in player.text
        await player.press("escape")
        go = next(at for at, text in enumerate(player.lines) if "5장 가져오기" in text)
        await player.click(8, go)
        await player.click(8, go)
        await player.settle()
        assert "5장을 넣었어요." in player.text

    import_with(tmp_path, scenario)


def test_second_import_of_a_mended_file_changes_one_card(tmp_path: Path) -> None:
    path = write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter", "enter", "escape")
        text = path.read_bytes().decode("cp949").replace("6650", "6,650km".replace(",", ""))
        path.write_bytes(text.encode("cp949"))
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter")
        assert "바뀐 카드            1" in player.text
        await player.press("enter")
        assert "1장을 고쳤어요." in player.text

    import_with(tmp_path, scenario)


def test_changed_cards_can_be_left_out(tmp_path: Path) -> None:
    path = write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter", "enter", "escape")
        text = path.read_bytes().decode("cp949").replace("6650", "6650km")
        path.write_bytes(text.encode("cp949"))
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter")
        await player.press(*["up"] * 9, "down", "space")
        assert "뺐어요" in player.text
        assert "바뀔 것이 없어요" in player.text

    import_with(tmp_path, scenario)


HAN = "한강은 어느 산맥에서 시작하는가?\t태백산맥"
HAN_EDITED = "한강은 어디로 흘러드는 강인가?\t황해"
OTHERS = "앞\t답\n낙동강의 길이는?\t510km\n"


def test_doubtful_cards_are_asked_about_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "강.tsv"
    path.write_text(OTHERS + HAN, "utf-8")

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강.tsv", "enter", "enter", "enter", "escape")
        path.write_text(OTHERS + HAN_EDITED, "utf-8")
        await player.press("i")
        await player.name("강.tsv", "enter", "enter")
        assert "물어볼 카드" in player.text
        await player.press("enter")
        assert "고친 카드인가요?" in player.text
        assert "1/1" in player.text
        await player.press("y")
        assert "고친 카드 1, 새 카드 0" in player.text
        await player.press("enter")
        assert "1장을 고쳤어요." in player.text

    import_with(tmp_path, scenario)


def test_error_is_said_and_the_written_name_stays(tmp_path: Path) -> None:
    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("없는 강.csv", "enter")
        assert player.status.startswith("파일이 없어요")
        assert "없는 강.csv" in player.lines[3]
        await player.press("escape")
        assert player.screen_name == "HomeScreen"

    import_with(tmp_path, scenario)


def test_long_error_is_said_whole_at_forty_columns(tmp_path: Path) -> None:
    (tmp_path / "덱.apkg").write_bytes(b"PK no package")

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("덱.apkg", "enter")
        assert "…" not in player.text
        said = " ".join(line.strip() for line in player.lines[-4:-1]).strip()
        assert said.startswith("덱.apkg:")
        assert said.endswith(".")

    import_with(tmp_path, scenario, size=(40, 15))


def test_folder_of_an_import_is_offered_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "받은 것").mkdir()
    write_rivers(tmp_path / "받은 것")
    monkeypatch.chdir(tmp_path / "받은 것")

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter", "enter", "escape")
        monkeypatch.chdir(tmp_path)
        await player.press("i")
        assert "최근 폴더" in player.text
        await player.press("tab", "enter")
        assert "강 이름.csv" in player.text

    import_with(tmp_path, scenario)


def test_faults_of_a_refused_file_are_listed(tmp_path: Path) -> None:
    (tmp_path / "덱.md").write_text("Q: 강은?\nA: 물\n\nA: 홀로\n\n```\n", "utf-8")

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("덱.md", "enter")
        assert "읽을 수 없어요" in player.status
        assert "코드 블록이 닫히지 않았어요" in player.text

    import_with(tmp_path, scenario)


def test_encoding_can_be_named_when_none_fits(tmp_path: Path) -> None:
    both = "front,back\ncafé,coffee house\nthé,tea\n".encode("cp1252") + "été,summer\n".encode()
    (tmp_path / "café.csv").write_bytes(both)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("café.csv", "enter")
        assert "UTF-8도 CP949도 아니에요" in player.text
        for _ in range(5):
            await player.press("e")
            if "thé" in player.text:
                break
        assert "thé" in player.text
        assert "CP1252" in player.text

    import_with(tmp_path, scenario)


def test_escape_goes_back_step_by_step(tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", "enter")
        steps = []
        for _ in range(3):
            await player.press("escape")
            steps.append((player.screen_name, player.lines[0].split("  ")[0].strip()))
        assert steps == [
            ("ImportFileScreen", "가져오기 1/2 · 어떻게 읽을까요"),
            ("ImportFileScreen", "가져오기 · 어느 파일인가요"),
            ("HomeScreen", "overmorrow"),
        ]

    import_with(tmp_path, scenario)


def test_tab_writes_a_name_on_and_then_goes_through_the_names(tmp_path: Path) -> None:
    write_rivers(tmp_path)
    (tmp_path / "강변.md").write_text("Q: 강은?\nA: 물\n", "utf-8")
    (tmp_path / "더").mkdir()
    (tmp_path / "더" / "호수.md").write_text("Q: 호수는?\nA: 물\n", "utf-8")

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강ㅂ", "tab")
        assert "그렇게 시작하는" in player.status
        await player.name("강", "tab")
        assert player.lines[3].split("파일")[1].strip() == "강 이름.csv"
        await player.press("tab")
        assert player.lines[3].split("파일")[1].strip() == "강변.md"
        await player.name("더", "tab", "enter")
        assert "호수.md" in player.text

    import_with(tmp_path, scenario)


@pytest.mark.parametrize("quote", ["'{}'", '"{}"', "{} "])
def test_dropped_file_is_read_whatever_protects_its_name(quote: str, tmp_path: Path) -> None:
    path = write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.paste(quote.format(path))
        await player.press("enter")
        assert "CP949" in player.text

    import_with(tmp_path, scenario)


def test_pattern_imports_several_files_as_one_step(tmp_path: Path) -> None:
    write_rivers(tmp_path, "가.csv")
    write_rivers(tmp_path, "나.csv", "utf-8")

    async def scenario(player: Importer) -> None:
        before = cards_in(tmp_path)
        await player.press("i")
        await player.name("*.csv", "enter")
        assert "가.csv · 1/2" in player.lines[0]
        assert "CP949" in player.text
        await player.press("right")
        assert "UTF-8" in player.text
        await player.press("enter", "enter")
        assert "10장을 넣었어요." in player.text
        await player.press("u")
        assert cards_in(tmp_path) == before

    import_with(tmp_path, scenario)


def test_note_that_goes_from_one_file_to_another_keeps_its_card(tmp_path: Path) -> None:
    capitals, rivers = tmp_path / "a.md", tmp_path / "b.md"
    stays, goes = "Q: Capital of Peru?\nA: Lima\n", "\nQ: River through Seoul?\nA: Han\n"
    capitals.write_text(stays + goes, encoding="utf-8")

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("a.md", "enter", "enter", "enter", "escape")
        before = card_ids_in(tmp_path, "River through Seoul?")
        capitals.write_text(stays, encoding="utf-8")
        rivers.write_text(goes, encoding="utf-8")
        await player.press("i")
        await player.name("*.md", "enter", "enter", "enter")
        assert card_ids_in(tmp_path, "River through Seoul?") == before
        assert cards_in(tmp_path)["b"] == 1

    import_with(tmp_path, scenario)


ANKIS = Contents(
    notes=[note(1, "대한민국", "서울"), note(2, "프랑스", "파리")],
    cards=[
        card(10, 1, did=8, type=2, queue=2, due=30, ivl=9, reps=4),
        card(20, 2, did=8),
    ],
    decks={1: "Default", 8: "나라::수도"},
    reviews=[review(CREATED * 1000 + 5, 10, ease=3, ivl=9, last=4)],
)


def test_package_shows_what_it_holds_and_leaves_schedules_behind(tmp_path: Path) -> None:
    write_package(tmp_path / "나라.apkg", ANKIS)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("나라.apkg", "enter")
        assert "Anki 패키지" in player.text
        assert "나라::수도 · 노트 2개" in player.text
        assert "노트 유형" in player.text
        assert "두고 와요" in player.text
        await player.press("h")
        assert player.status == "이 파일에는 해당하지 않아요."
        await player.press("enter", "enter")
        assert "2장을 넣었어요." in player.text
        assert "‘숫자 키’" in player.text
        await player.press("escape", "t")
        assert "복습" in player.text

    import_with(tmp_path, scenario)


def test_schedules_of_a_package_are_taken_over_when_asked_and_go_with_undo(tmp_path: Path) -> None:
    write_package(tmp_path / "나라.apkg", ANKIS)

    async def scenario(player: Importer) -> None:
        before = cards_in(tmp_path)
        await player.press("i")
        await player.name("나라.apkg", "enter", "w")
        assert "날짜째 가져와요" in player.text
        await player.press("ㅈ")
        assert "새로 계산해요" in player.text
        await player.press("enter", "enter", "escape")
        assert "나라" in player.text
        await player.press("u")
        assert player.status == "가져온 것을 되돌렸어요."
        assert cards_in(tmp_path) == before

    import_with(tmp_path, scenario)


def test_damaged_package_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "덱.apkg", "w") as archive:
        archive.writestr("other.txt", "x")

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("덱.apkg", "enter")
        assert "Anki 컬렉션이 없어요" in player.status
        assert player.screen_name == "ImportFileScreen"

    import_with(tmp_path, scenario)
