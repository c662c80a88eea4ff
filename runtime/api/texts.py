"""The words of notices about wx.* calls, from `resources/messages/api.json`. Failure reasons for programs are not here:
they are part of the platform's contract and stand beside the handlers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from runtime.diagnostics import Language, Severity


def notice_text(code: str, arguments: Mapping[str, str], language: Language = "en") -> str:
    """The sentence of a notice, with its help behind it."""
    words = _messages()[code][language]
    return " ".join(str(words[part]) for part in ("text", "help") if words.get(part)).format_map(arguments)


def has_notice(code: str) -> bool:
    """Whether there are words for the code."""
    return code in _messages()


def notice_severity(code: str) -> Severity:
    """How a notice shows on the console."""
    severity: Severity = _messages()[code]["severity"]
    return severity


@cache
def _messages() -> dict[str, Any]:
    messages: dict[str, Any] = msgspec.json.decode((files("resources") / "messages" / "api.json").read_bytes())
    return messages
