"""Makes proposals in a process of its own: a language's tool holds up everything as it loads."""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable

from overmorrow.errors import OvermorrowError
from overmorrow.generation.article import Article
from overmorrow.generation.maker import Maker
from overmorrow.generation.proposal import Proposal

_Made = dict[str, tuple[Proposal, ...]]
_Answer = _Made | tuple[str, dict[str, object]] | str
"""What was made; or an error's key and its values; or a tool's own complaint."""


class MadeAlready:
    """Hands over what a maker made in another process."""

    def __init__(self, lang: str, made: tuple[Proposal, ...]) -> None:
        """Keep what was made.

        Args:
            lang: The language of the sentences.
            made: The proposals, unsifted.
        """
        self.lang = lang
        self._made = made

    def proposals(self, article: Article) -> Iterable[Proposal]:  # noqa: ARG002 - they are of one article
        """Return what was made."""
        return self._made


class MakingApart:
    """The best makers at work on one article in another process."""

    def __init__(self, article: Article) -> None:
        """Start the process.

        Args:
            article: The article.
        """
        self._article = article
        self._is_stopped = False
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def makers(self) -> list[Maker]:
        """Wait for the proposals and return makers that hand them over; none if it was stopped.

        Raises:
            OvermorrowError: The tools cannot be used.
            OSError: The same, in the words of the tool.
        """
        sent, _ = self._process.communicate(pickle.dumps(self._article))
        if self._is_stopped:
            return []
        if not sent:
            raise OSError(f"{sys.executable} -m {__name__}: {self._process.returncode}")
        answer: _Answer = pickle.loads(sent)  # noqa: S301 - our own process sent it
        if isinstance(answer, str):
            raise OSError(answer)
        if isinstance(answer, tuple):
            key, values = answer
            raise OvermorrowError(key, **values)
        return [MadeAlready(lang, made) for lang, made in answer.items()]

    def stop(self) -> None:
        """End the process; whoever waits for its proposals gets none."""
        self._is_stopped = True
        self._process.terminate()


def _answer(article: Article) -> _Answer:
    from overmorrow.jobs.language_tools import makers_for

    try:
        return {maker.lang: tuple(maker.proposals(article)) for maker in makers_for(article)}
    except OvermorrowError as error:
        return error.key, error.values
    except (ImportError, OSError, RuntimeError) as error:
        return str(error)


def _work() -> None:
    """Answer the process that started this one; what a tool prints goes nowhere."""
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        article: Article = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - our own process sent it
        pickle.dump(_answer(article), answers)


if __name__ == "__main__":
    _work()
