"""Start overmorrow from a clone: `python quiz.py`; `python quiz.py --help` says more."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036  # this file alone must run on an older Python, to say so
    sys.exit(
        "error: overmorrow needs Python 3.11 or newer, this is %d.%d. "  # noqa: UP031  # older than f-strings
        "Run: pip install uv && uv run quiz.py" % sys.version_info[:2]
    )

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "src"))

from overmorrow.cli import run

if __name__ == "__main__":
    run()
