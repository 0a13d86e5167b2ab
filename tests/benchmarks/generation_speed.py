"""How fast articles become proposals; run by hand.

    python -m tests.benchmarks.generation_speed [ROUNDS]

Makes the proposals of many articles in one process, warm, by our own rules and by the
optional tools that are installed. Beside the speed stands how many times longer it takes
than finding the words of the same texts, which a slower machine changes little.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from overmorrow.generation.article import read_article
from overmorrow.generation.maker import Maker
from overmorrow.generation.propose import propose
from overmorrow.jobs.language_tools import best_makers, standard_makers
from tests.generation import english_texts

KOREAN = Path(__file__).parents[1] / "data" / "korean_questions.jsonl"
_WORD = re.compile(r"\w+")


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    korean = [json.loads(line)["text"] for line in KOREAN.read_text(encoding="utf-8").splitlines()]
    english = [text for text in vars(english_texts).values() if _is_article(text)]
    for lang, texts in (("ko", korean), ("en", english)):
        for name, makers in _tiers(lang):
            _propose_all(texts, makers)
            seconds = min(_seconds(partial(_propose_all, texts, makers)) for _ in range(rounds))
            unit = min(_seconds(partial(_words, texts)) for _ in range(rounds * 10))
            kilobytes = sum(len(text.encode()) for text in texts) / 1024
            print(f"{lang} {name:<10}{kilobytes / seconds:8.0f} KB/s {seconds / unit:8.0f} x")


def _is_article(value: object) -> bool:
    return isinstance(value, str) and value.count("\n") > 2


def _tiers(lang: str) -> Iterator[tuple[str, list[Maker]]]:
    yield "own rules", [maker for maker in standard_makers() if maker.lang == lang]
    yield "best", [maker for maker in best_makers((lang,)) if maker.lang == lang]


def _propose_all(texts: list[str], makers: list[Maker]) -> None:
    for text in texts:
        propose(read_article(text), makers)


def _words(texts: list[str]) -> None:
    for text in texts:
        _WORD.findall(text)


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
