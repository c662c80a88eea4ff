"""The findings of the last build: sorted, counted, filtered, and as markers for the editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ide.models.editor_messages import Marker
from ide.models.signal import Signal
from runtime.diagnostics import Diagnostic, Language, Severity

PACKAGE_FOLDERS = frozenset(("node_modules", "miniprogram_npm"))
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in words."""

    severity: Severity
    text: str
    help: str
    code: str
    file: str
    line: int
    column: int

    @property
    def place(self) -> str:
        """`pages/index/index.wxml:3:7`, without what is unknown."""
        parts = (self.file, *(str(number) for number in (self.line, self.column) if number))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """The findings of one file. `is_foreign`: it belongs to a package that somebody else wrote."""

    file: str
    problems: tuple[Problem, ...]
    is_foreign: bool
    is_open: bool = True


def is_foreign(file: str) -> bool:
    """Whether a file belongs to a package that somebody else wrote."""
    return not PACKAGE_FOLDERS.isdisjoint(PurePosixPath(file).parts)


def grouped(problems: Iterable[Problem]) -> list[ProblemGroup]:
    """By file, in the order of their first findings; foreign packages last."""
    by_file: dict[str, list[Problem]] = {}
    for one in problems:
        by_file.setdefault(one.file, []).append(one)
    groups = [ProblemGroup(file, tuple(found), is_foreign(file)) for file, found in by_file.items()]
    return sorted(groups, key=lambda group: group.is_foreign)


class Problems:
    """The one owner of the list. `changed` fires after every build."""

    def __init__(self) -> None:
        self.changed: Signal[Problems] = Signal()
        self.diagnostics: tuple[Diagnostic, ...] = ()

    def replace(self, diagnostics: Iterable[Diagnostic]) -> None:
        """The findings of a build."""
        order = {severity: rank for rank, severity in enumerate(SEVERITIES)}
        self.diagnostics = tuple(sorted(diagnostics, key=lambda one: (order[one.severity], one.span)))
        self.changed.emit(self)

    def counts(self) -> Mapping[Severity, int]:
        """How many there are of each severity."""
        return {severity: sum(one.severity == severity for one in self.diagnostics) for severity in SEVERITIES}

    def listed(self, shown: Sequence[Severity], needle: str, language: Language) -> list[Problem]:
        """Those of the shown severities whose text, code or file contains `needle`; errors first, then by place."""
        found = (in_words(one, language) for one in self.diagnostics if one.severity in shown)
        wanted = needle.lower()
        return [one for one in found if wanted in f"{one.text}\n{one.code}\n{one.file}".lower()]

    def markers(self, language: Language) -> dict[str, list[Marker]]:
        """Squiggles by file."""
        found: dict[str, list[Marker]] = {}
        for one in self.diagnostics:
            found.setdefault(one.span.file, []).append(_marker(one, language))
        return found


def in_words(diagnostic: Diagnostic, language: Language) -> Problem:
    """A finding in the user's language."""
    span = diagnostic.span
    text, help_text = diagnostic.text(language), diagnostic.help(language)
    return Problem(diagnostic.severity, text, help_text, diagnostic.code, span.file, span.line, span.column)


def _marker(diagnostic: Diagnostic, language: Language) -> Marker:
    span = diagnostic.span
    line, column = max(span.line, 1), max(span.column, 1)
    end_line = max(span.end_line, line)
    end_column = span.end_column if (end_line, span.end_column) > (line, column) else column + 1
    message = "\n".join(filter(None, (diagnostic.text(language), diagnostic.help(language))))
    return Marker(line, column, end_line, end_column, diagnostic.severity, message, diagnostic.code)
