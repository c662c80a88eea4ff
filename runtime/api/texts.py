"""The words of notices about wx.* calls, from `resources/messages/api.json`, and of the reasons why some do nothing,
from `resources/messages/reasons`. What programs get as reason of a failure is not here: that is part of the platform's
contract and stands beside the handlers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from runtime.diagnostics import Language, Severity

_COLON: Mapping[Language, str] = {"en": ": ", "zh": "："}


def notice_text(code: str, arguments: Mapping[str, str], language: Language = "en") -> str:
    """The sentence of a notice, with its help behind it. A `reason` among the arguments is told in words."""
    words = _messages()[code][language]
    reason = arguments.get("reason")
    told = {"why": _COLON[language] + reason_text(reason, language) if reason else "", **arguments}
    return " ".join(str(words[part]) for part in ("text", "help") if words.get(part)).format_map(told)


def reason_text(reason: str, language: Language = "en") -> str:
    """The words of a reason of `Registry.reason`: half a sentence."""
    return _reasons(language)[reason]


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


@cache
def _reasons(language: Language) -> dict[str, str]:
    folder = files("resources") / "messages" / "reasons"
    texts = [file.read_bytes() for file in folder.iterdir() if file.name.endswith(f".{language}.json")]
    return {reason: words for text in texts for reason, words in msgspec.json.decode(text, type=dict[str, str]).items()}
