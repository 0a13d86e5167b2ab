"""The comparison with Anki's package, where there is no such package."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(find_spec("anki") is not None, reason="there is something to compare with")
def test_without_the_package_it_is_said_that_nothing_is_compared(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.benchmarks.beside_anki", str(tmp_path / "none.db")]
    env = {**os.environ, "OVERMORROW_ANKI_PYTHON": sys.executable}
    done = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "Anki's package is not installed, so there is nothing to compare with.\n"
    assert list(tmp_path.iterdir()) == []
