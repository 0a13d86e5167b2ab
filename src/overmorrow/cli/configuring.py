"""`settings`: what the learner chose, shown and changed."""

from overmorrow.cli import output
from overmorrow.cli.arguments import UsageError
from overmorrow.cli.request import Request
from overmorrow.errors import FileError
from overmorrow.jobs.change_settings import change_setting, current_settings, settings_path
from overmorrow.settings import Settings, as_written, default_of, value_of

_LINE_CELLS = 30


def settings_command(request: Request) -> int:
    """Show all settings or one, or change one."""
    options = request.options
    if options.value is not None and options.default:
        raise UsageError("cli.value_or_default")
    if options.key is None and options.default:
        raise UsageError("cli.which_setting")
    if options.key is not None and (options.value is not None or options.default):
        return _change(request)
    return _show(request, current_settings(settings_path()))


def _change(request: Request) -> int:
    options, path = request.options, settings_path()
    value = default_of(options.key) if options.default else value_of(options.key, options.value)
    if options.key == "theme" and value:
        _check_theme(str(value))
    change = change_setting(path, options.key, value)
    output.write(f"{options.key} = {as_written(change.value)}")
    output.remark(request.say("cli.in_file", path=path))
    return 0


def _check_theme(name: str) -> None:
    """Refuse a theme that the screens do not have.

    Raises:
        FileError: There is none of that name.
    """
    from overmorrow.tui.themes import theme_names

    names = theme_names()
    if name not in names:
        raise FileError("cli.no_theme", name=name, names=", ".join(names))


def _show(request: Request, settings: Settings) -> int:
    options, say = request.options, request.say
    if options.key is not None:
        default_of(options.key)
    shown = settings._asdict()
    if options.key is not None:
        shown = {options.key: shown[options.key]}
    if options.json:
        output.write_json(shown)
    elif options.key is not None:
        output.write(as_written(shown[options.key]))
    else:
        for key, value in shown.items():
            line = f"{key} = {as_written(value)}"
            output.write(f"{line:{_LINE_CELLS}}  # {say(f'setting.name_{key}')}")
        output.remark(say("cli.in_file", path=settings_path()))
    return 0
