"""From the words of the command line to one command, and from its outcome to an exit code."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from importlib import import_module

from overmorrow import __version__, folders
from overmorrow.cli import arguments, commands, output
from overmorrow.cli.request import Request
from overmorrow.clock import system_clock
from overmorrow.errors import OvermorrowError, SettingsError
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.settings import Read, Settings, read_settings

_INTERRUPTED = 130
_NEEDED_PACKAGES = ("rapidfuzz", "rich", "sqlalchemy", "sqlmodel", "textual")


def main(words: Sequence[str]) -> int:
    """Do what the words say.

    Args:
        words: The command line without the program's name.

    Returns:
        The exit code: 0 done, 1 refused or failed, 2 wrong usage, 3 nothing to study.
    """
    output.prepare_streams()
    read, refusal = _settings()
    say = Messages(_asked_language(words) or read.settings.language or _language_of_system())
    try:
        code = _do(words, say, read, refusal)
        output.finish()
    except OvermorrowError as error:
        output.complain(say, error)
        code = error.exit_code
    except BrokenPipeError:
        output.silence()
        code = 0
    except KeyboardInterrupt:
        if sys.stdin.isatty():
            output.remark("")  # the shell goes on below what was asked
        code = _INTERRUPTED
    except ModuleNotFoundError as error:
        code = _name_missing(say, error)
    except Exception as error:  # noqa: BLE001  # the one place where a fault of ours is put into words
        code = _confess(say, error)
    return code


def obey(words: Sequence[str], say: Messages) -> int:
    """Do what the words say, inside a dialogue that goes on afterwards.

    Returns:
        The exit code that the command line would end with.

    Raises:
        OvermorrowError: It was refused.
    """
    return _do(words, say, *_settings())


def settings_now() -> Settings | None:
    """Return the settings as the file has them now; None where it cannot be read."""
    read, refusal = _settings()
    return None if refusal else read.settings


def _do(words: Sequence[str], say: Messages, read: Read, refusal: SettingsError | None) -> int:
    before, name, after = commands.split(words)
    chosen = arguments.parse(before, commands.GLOBAL_ARGUMENTS)
    if name is not None:
        own = commands.find(name).arguments
        before_it, chosen = chosen, arguments.parse(after, (*own, *commands.GLOBAL_ARGUMENTS))
        chosen.add(before_it.given())
    database_path = _database_path(chosen.db)
    if chosen.version:
        output.write(f"overmorrow {__version__}")
        return 0
    if chosen.help:
        pages = import_module("overmorrow.cli.pages")
        output.write_lines(pages.page(say, name, database_path))
        return 0
    if refusal is not None:
        raise refusal
    for problem in read.problems:
        output.remark(f"{say('errors.warning')} {say(problem.key, **problem.values)}")
    with ExitStack() as at_end:
        request = Request(
            say, read.settings, database_path, system_clock(), chosen, at_end, read.problems
        )
        return _command(name)(request)


def _command(name: str | None) -> Callable[[Request], int]:
    module = commands.find(name).module if name else "studying"
    found: Callable[[Request], int] = getattr(
        import_module(f"overmorrow.cli.{module}"), f"{name or 'screens'}_command"
    )
    return found


def _database_path(named: str | None) -> str:
    path = named or os.environ.get("QUIZ_DB")
    return os.path.expanduser(path) if path else os.path.join(folders.data_folder(), "study.db")


def _settings() -> tuple[Read, SettingsError | None]:
    try:
        return read_settings(os.path.join(folders.config_folder(), "settings.toml")), None
    except SettingsError as error:
        return Read(Settings(), ()), error


def _asked_language(words: Sequence[str]) -> str:
    for word, following in zip(words, [*words[1:], ""], strict=False):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if asked in LANGUAGES and word.startswith("--lang"):
            return asked
    return ""


def _language_of_system() -> str:
    """Return the language of the locale; C and POSIX name an encoding at most, no language."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value and value.partition(".")[0] not in ("C", "POSIX"):
            return "ko" if value.startswith("ko") else "en"
    return "en"


def _name_missing(say: Messages, error: ModuleNotFoundError) -> int:
    """Say which command installs what is missing; a module of ours is our own fault."""
    package = (error.name or "").partition(".")[0]
    if package not in _NEEDED_PACKAGES:
        return _confess(say, error)
    output.remark(f"{say('errors.prefix')} {say('cli.missing_package', package=package)}")
    return 1


def _confess(say: Messages, error: Exception) -> int:
    """Keep the traceback in a file and say where it is."""
    from overmorrow.cli.fault_log import keep_traceback

    output.remark(f"{say('errors.prefix')} {say('errors.unexpected', log=keep_traceback(error))}")
    return 1
