"""What the Problems list shows: which severities, which words. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from ide.models.panel_presenter import Badge, PanelDesk, PanelPresenter
from ide.models.problems import SEVERITIES, Problem, ProblemGroup, grouped
from runtime.diagnostics import Severity


class ProblemsView(Protocol):
    """What the presenter asks of the panel."""

    def show_problems(self, groups: Sequence[ProblemGroup], counts: Mapping[Severity, int]) -> None:
        """Draws the list and the counts on the severity buttons."""


class ProblemsPresenter(PanelPresenter[ProblemsView]):
    """Filters the findings of the last build."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self._problems = desk.problems
        self._hidden: frozenset[Severity] = frozenset()
        self._needle = ""
        self._toggled: set[str] = set()
        self._leaves = (
            desk.problems.changed.connect(lambda _problems: self._changed()),
            desk.appearance.changed.connect(lambda _appearance: self.refresh()),
        )

    def show_severity(self, severity: Severity, *, shown: bool) -> None:
        """The user pressed a severity's button."""
        self._hidden = self._hidden - {severity} if shown else self._hidden | {severity}
        self.refresh()

    def filter(self, needle: str) -> None:
        """The user typed into the filter."""
        self._needle = needle.strip()
        self.refresh()

    def toggle(self, file: str) -> None:
        """The user opens or closes the findings of a file."""
        self._toggled ^= {file}
        self.refresh()

    def open(self, problem: Problem) -> None:
        """The user chose a finding."""
        if problem.file:
            self._desk.open_source(problem.file, problem.line, max(problem.column, 1))

    def refresh(self) -> None:
        """Lists them again, in the present language."""
        counts = self._problems.counts()
        # Those of packages that somebody else wrote are closed at first.
        groups = [
            replace(group, is_open=group.is_foreign == (group.file in self._toggled))
            for group in grouped(self._listed())
        ]
        self._tell(lambda view: view.show_problems(groups, counts))

    def lines(self) -> list[str]:
        """Place, severity and text of each."""
        return [f"{one.place}: {one.severity}: {one.text}" for one in self._listed()]

    def close(self) -> None:
        """The project is closed."""
        for leave in self._leaves:
            leave()
        super().close()

    def _listed(self) -> list[Problem]:
        shown = [severity for severity in SEVERITIES if severity not in self._hidden]
        return self._problems.listed(shown, self._needle, self._desk.appearance.texts.language)

    def _changed(self) -> None:
        self.badged.emit(Badge(sum(self._problems.counts().values())))
        self.refresh()
