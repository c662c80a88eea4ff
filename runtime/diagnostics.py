"""A user's mistake as a value: code, position, arguments. The words are in `resources/messages/diagnostics/`.

Every file there maps a code to `{"severity", "en": {"text", "help"}, "zh": {"text", "help"}}`;
texts name their arguments in braces: `"<{tag}> is never closed"`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

Severity = Literal["error", "warning", "info"]
Language = Literal["en", "zh"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file. `file` is relative to the project root with `/`; lines and columns start at 1.

    Columns count Unicode code points; the end is exclusive. `line` 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` is a key of the message files, for example `wxml/unclosed-tag`."""

    code: str
    span: Span
    args: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How bad it is, from the message files."""
        severity: Severity = _messages()[self.code]["severity"]
        return severity

    def text(self, language: Language = "en") -> str:
        """The sentence that says what is wrong."""
        return str(_messages()[self.code][language]["text"]).format_map(self.args)

    def help(self, language: Language = "en") -> str:
        """How to mend it; may be empty."""
        return str(_messages()[self.code][language].get("help", "")).format_map(self.args)


def is_diagnostic_code(code: str) -> bool:
    """Whether a code has words here."""
    return code in _messages()


@cache
def _messages() -> dict[str, dict]:  # type: ignore[type-arg]
    merged: dict[str, dict] = {}  # type: ignore[type-arg]
    for entry in sorted(files("resources.messages.diagnostics").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".json"):
            merged.update(json.loads(entry.read_text("utf-8")))
    return merged
