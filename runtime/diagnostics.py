"""A user's mistake as a value: code, position, arguments. The words are in `resources/messages/diagnostics/`.

Every file there maps a code to `{"severity", "en": {"text", "help"}, "zh": {"text", "help"}}`;
texts name their arguments in braces: `"<{tag}> is never closed"`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from msgspec import Struct

NOTHING = "–"
"""An argument that says that there is none, nothing similar for example. Advice leaves its sentence out."""
MAX_ARGUMENT = 500
"""Characters of a file's text that a sentence quotes: a list of findings must not hold up the window."""

Severity = Literal["error", "warning", "info"]
Language = Literal["en", "zh"]


class Span(Struct, frozen=True, order=True):
    """A stretch of a source file. `file` is relative to the project root with `/`; lines and columns start at 1.

    Columns count Unicode code points; the end is exclusive. `line` 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def in_file(self, file: str) -> Span:
        """The same stretch of another file, or of this one by another name."""
        return Span(file, self.line, self.column, self.end_line, self.end_column)


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
        return self._said("text", language)

    def help(self, language: Language = "en") -> str:
        """How to mend it; may be empty."""
        return self._said("help", language)

    def line(self, severity: Severity | None = None) -> str:
        """Place, severity (its own, if no other one counts here), code and text on one line."""
        place = f"{self.span.file}:{self.span.line}:{self.span.column}" if self.span.line else self.span.file
        return f"{place}: {severity or self.severity} {self.code} {self.text()}"

    def _said(self, part: Literal["text", "help"], language: Language) -> str:
        words = str(_messages()[self.code][language].get(part, ""))
        absent = [name for name, value in self.args.items() if value == NOTHING] if part == "help" else ()
        for name in absent:
            words = re.sub(rf"(?:(?<=[.。])|^)[^.。]*\{{{name}\}}[^.。]*[.。]", "", words)
        return words.format_map(_Quoted(self.args))


def each_once(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each finding once: a file that is compiled for several owners reports the same mistakes each time."""
    return list({(d.span, d.code, tuple(sorted(d.args.items()))): d for d in diagnostics}.values())


class _Quoted:
    """Arguments of a sentence, none of them long."""

    def __init__(self, args: Mapping[str, str]) -> None:
        self._args = args

    def __getitem__(self, name: str) -> str:
        value = self._args[name]
        return value if len(value) <= MAX_ARGUMENT else f"{value[:MAX_ARGUMENT]}…"


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
