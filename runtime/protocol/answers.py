"""What the logic layer answers to some questions."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class PageAnswer(Struct, frozen=True, rename="camel"):
    """Answer to `AskPage`: whether the page has the callback, and what it gave."""

    is_defined: bool
    result: dict[str, Any]


class SwapObstacle(Struct, frozen=True, omit_defaults=True):
    """Why a running program cannot take up a script: a code of the host's messages (`reload.…`), the file, a name."""

    code: str
    file: str
    name: str = ""
