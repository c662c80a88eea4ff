"""Names of recorded tests: of the function and of its file, from what a user calls them."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

_LONGEST = 60
FOLDER = "tests"


def name_of_test(said: str) -> str:
    """A function's name, `test_buying_tea` of "Buying tea!"; letters of all languages stay."""
    text = unicodedata.normalize("NFKC", said).casefold()
    words = "".join(one if one.isalnum() and f"_{one}".isidentifier() else " " for one in text).split()
    if words and words[0] == "test":
        del words[0]
    return "test_" + ("_".join(words)[:_LONGEST].rstrip("_") or "recorded")


def file_of_test(said: str) -> PurePosixPath:
    """Where it goes in the project: `tests/test_buying_tea.py`."""
    return PurePosixPath(FOLDER) / f"{name_of_test(said)}.py"
