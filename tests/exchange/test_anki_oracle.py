"""The real Anki as the judge of the packages we write.

It lives in an environment of its own (`OVERMORROW_ANKI_PYTHON` names its Python);
nothing of ours ever loads it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("anki_oracle.py")
LONGEST_S = 120
OWN_DECK = """\
---
title: 강
lang: ko
---

# 아시아

Q: 서울을 흐르는 강은? <b>
A: 한강 & 중랑천
also: Han River | 아리수
hint: 한 글자
note: 두 줄로
  쓴 메모

Q: capital of France
A: Paris
both: yes

C: 나일강은 {{카르툼::도시}}과 {{카이로}}를 지나 {{1:지중해}}로 간다. x < y

Q: 큰 바다 셋
A:
- 태평양 | Pacific
- 대서양
type: ordered_list
"""


@pytest.fixture(scope="session")
def anki_python(tmp_path_factory: pytest.TempPathFactory) -> str:
    named = os.environ.get("OVERMORROW_ANKI_PYTHON")
    if named:
        return named
    folder = tmp_path_factory.getbasetemp().parent / "anki-oracle"
    python = folder / "bin" / "python"
    if not python.exists():
        try:
            _run("uv", "venv", "--quiet", folder)
            _run("uv", "pip", "install", "--quiet", "--python", python, "anki>=25.9,<27")
        except (OSError, subprocess.SubprocessError):
            pytest.skip("the package anki cannot be installed here")
    return str(python)


def _run(*words: object, now: str = "") -> str:
    done = subprocess.run(
        [str(word) for word in words],
        check=True,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        env={**os.environ, "PYTHONPATH": "", "LANG": "C.UTF-8", "QUIZ_NOW": now},
    )
    return done.stdout


def _quiz(folder: Path, *words: object, now: str = "") -> str:
    return _run(sys.executable, ROOT / "quiz.py", "--db", folder / "study.db", *words, now=now)


def _found_by_anki(python: str, folder: Path, *packages: Path) -> dict[str, Any]:
    out = folder / "found.json"
    _run(python, SCRIPT, "dump", out, *packages)
    found: dict[str, Any] = json.loads(out.read_text())
    return found


@pytest.mark.parametrize("kind", ["legacy", "newest"])
def test_what_comes_from_anki_goes_back_unchanged(
    kind: str, anki_python: str, tmp_path: Path
) -> None:
    theirs, ours = tmp_path / "theirs.apkg", tmp_path / "ours.apkg"
    _run(anki_python, SCRIPT, "build", kind, theirs)
    _quiz(tmp_path, "import", theirs, "--with-schedule")
    _quiz(tmp_path, "export", "--out", ours, "--with-schedule")

    expected = _found_by_anki(anki_python, tmp_path, theirs)
    assert expected["revlog"]
    whole = _found_by_anki(anki_python, tmp_path, ours)
    for part, found in expected.items():
        if isinstance(found, list):
            assert [row for row in found if row not in whole[part]] == []
        elif isinstance(found, dict):
            assert {name: whole[part].get(name) for name in found} == found


def test_our_own_notes_arrive_in_anki_and_are_found_again(anki_python: str, tmp_path: Path) -> None:
    deck, first, second = (tmp_path / name for name in ("강.md", "1.apkg", "2.apkg"))
    deck.write_text(OWN_DECK, encoding="utf-8")
    now, later = "2026-11-23T09:00", "2026-11-23T09:01"  # Anki counts in seconds what is newer
    _quiz(tmp_path, "import", deck, now=now)
    _quiz(tmp_path, "export", "강", "--out", first, "--with-schedule", now=now)
    found = _found_by_anki(anki_python, tmp_path, first)
    fields = {row[0]: row[4].split("\x1f")[:-1] for row in found["notes"]}
    tags = {row[3] for row in found["notes"]}
    assert tags == {" 아시아 "}
    assert sorted(fields.values()) == [
        ["capital of France", "Paris", "", "", "", "", ""],
        [
            "나일강은 {{c2::카르툼::도시}}과 {{c3::카이로}}를 지나 {{c1::지중해}}로 간다. x &lt; y",
            *("", "", ""),
        ],
        [
            "서울을 흐르는 강은? &lt;b&gt;",
            "한강 &amp; 중랑천",
            "Han River, 아리수",
            "",
            "한 글자",
            "두 줄로<br>쓴 메모",
            "",
        ],
        ["큰 바다 셋", "<ol><li>태평양 / Pacific</li><li>대서양</li></ol>", *[""] * 5],
    ]
    assert sorted(row[1] for row in found["cards"]) == [0, 0, 0, 0, 1, 1, 2]
    assert {(row[2], row[4], row[5]) for row in found["cards"]} == {("강", 0, 0)}

    deck.write_text(OWN_DECK.replace("A: Paris", "A: Paris!"), encoding="utf-8")
    _quiz(tmp_path, "import", deck, now=later)
    _quiz(tmp_path, "export", "강", "--out", second, now=later)
    again = _found_by_anki(anki_python, tmp_path, first, second)
    assert {row[0] for row in again["notes"]} == fields.keys()
    assert len(again["cards"]) == len(found["cards"])
    assert sum("Paris!" in row[4] for row in again["notes"]) == 1
