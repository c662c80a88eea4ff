"""What the Problems list shows: which severities, which words. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from ide.models.problems import SEVERITIES, Problem, Problems
from runtime.diagnostics import Language, Severity


class ProblemsView(Protocol):
    """What the presenter asks of the panel."""

    def show_problems(self, problems: Sequence[Problem], counts: Mapping[Severity, int]) -> None:
        """Draws the list and the counts on the severity buttons."""


class ProblemsPresenter:
    """Filters the findings; `open_asked` hears where the user wants to go."""

    def __init__(self, problems: Problems, language: Language, view: ProblemsView) -> None:
        self.open_asked: Callable[[str, int, int], None] = lambda file, line, column: None
        self._problems = problems
        self._language = language
        self._view = view
        self._hidden: frozenset[Severity] = frozenset()
        self._needle = ""
        problems.changed.connect(lambda changed: self._draw())

    def show_severity(self, severity: Severity, *, shown: bool) -> None:
        """The user pressed a severity's button."""
        self._hidden = self._hidden - {severity} if shown else self._hidden | {severity}
        self._draw()

    def filter(self, needle: str) -> None:
        """The user typed into the filter."""
        self._needle = needle.strip()
        self._draw()

    def speak(self, language: Language) -> None:
        """Another language."""
        self._language = language
        self._draw()

    def open(self, problem: Problem) -> None:
        """The user chose a finding."""
        if problem.file:
            self.open_asked(problem.file, problem.line, max(problem.column, 1))

    def _draw(self) -> None:
        shown = [severity for severity in SEVERITIES if severity not in self._hidden]
        listed = self._problems.listed(shown, self._needle, self._language)
        self._view.show_problems(listed, self._problems.counts())
