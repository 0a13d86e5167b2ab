"""What the README promises is what the program does."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from overmorrow.cards.deck_file import parse_deck
from overmorrow.cli.arguments import parse
from overmorrow.cli.commands import GLOBAL_ARGUMENTS, find, split
from overmorrow.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CALLS = [
    line.partition("#")[0].strip()
    for line in README.splitlines()
    if line.startswith("uv run quiz.py ")
]


def test_the_first_two_commands_start_the_program_and_the_tests() -> None:
    first = README.split("```sh\n", 1)[1].split("```", 1)[0]
    commands = [line.partition("#")[0].strip() for line in first.splitlines()]
    assert commands == ["pip install uv && uv run quiz.py", "pip install uv && uv run pytest"]


@pytest.mark.parametrize("call", CALLS)
def test_every_call_in_the_readme_is_understood(call: str) -> None:
    before, name, after = split(shlex.split(call)[3:])
    parse(before, GLOBAL_ARGUMENTS)
    if name is not None:
        parse(after, (*find(name).arguments, *GLOBAL_ARGUMENTS))


def test_the_table_of_settings_has_every_setting() -> None:
    table = README.partition("### Settings")[2].partition("## ")[0]
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == set(Settings._fields)


def test_the_example_deck_is_one() -> None:
    example = README.split("```markdown\n", 1)[1].split("```", 1)[0]
    parsed = parse_deck(example, "rivers.md")
    assert parsed.problems == ()
    assert (parsed.deck.name, len(parsed.deck.notes)) == ("Rivers", 4)


def test_the_direction_of_imports_is_the_one_that_is_held() -> None:
    told = README.split("```text\nquiz.py → ", 1)[1].split("```", 1)[0]
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = rules["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    assert re.split(r"\s*→\s*", told.strip()) == layers[1:]


def test_the_pictures_are_there() -> None:
    for path in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).is_file()
