"""What Audits does, without Qt: asks for the audit, adds what the run has shown, lists findings and sizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ide.models.audits.run_rules import RunRules
from ide.models.audits.sizes import Bar, Place, bars
from ide.models.audits.treemap import SizeNode
from ide.models.console.lines import Span
from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.tree_rows import Path, TreeRow
from runtime.audit.report import CATEGORIES, AuditReport, PackageWeight, Verdict, score
from simulator.bridge.preview import Role
from simulator.bridge.record import Record

PASSED = "passed"
LEVELS = 3
"""So deep one sees into packages that are shown as areas."""
MOST_SHOWN = 200
"""Findings of one rule; whoever has more of them does not read the last."""
_ROLES: dict[str, Role] = {"error": "error", "warning": "warn", "info": "info"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel draws. `scores`: the words and the points of the whole, and of each category."""

    scores: Sequence[tuple[str, int]]
    summary: str
    rows: Sequence[TreeRow]
    way: str
    bars: Sequence[Bar]
    nodes: Sequence[SizeNode]
    can_go_up: bool


class AuditsView(Protocol):
    """What the presenter asks of the panel."""

    def show_audit(self, shown: Shown) -> None:
        """Draws everything."""

    def stirred(self) -> None:
        """What is shown may be something else soon."""


class AuditsPresenter(PanelPresenter[AuditsView]):
    """The audit of one project."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self.place: Place = ()
        self._audit: AuditReport | None = None
        self._is_running = self._has_failed = self._is_outdated = False
        self._run = RunRules()
        self._opened: set[Path] = set()
        self._leave_problems = desk.problems.changed.connect(lambda _problems: self._built())

    def run(self) -> None:
        """Audits anew. What was found before stays until there is something else."""
        self._is_running, self._has_failed = True, False
        self._desk.target.audits.run(self._audited)
        self._look_at_page()
        self._show()

    def receive(self, records: Sequence[Record]) -> None:
        """The program's run is judged whether or not somebody looks."""
        if self._run.receive(records) and self.is_seen:
            self._tell(lambda view: view.stirred())

    def refresh(self) -> None:
        """Shows what is known; who looks for the first time wants an audit."""
        if self.is_seen and self._audit is None and not self._is_running and not self._has_failed:
            self.run()
            return
        self._look_at_page()
        self._show()

    def toggle(self, row: Path) -> None:
        """Opens or closes a rule."""
        self._opened ^= {row}
        self._show()

    def open(self, row: Path) -> None:
        """A finding leads to its place; a rule opens."""
        if len(row) == 2 and row[0] != PASSED:
            finding = self._verdict(row[0]).findings[int(row[1])]
            if finding.span.file:
                self._desk.open_source(finding.span.file, finding.span.line, max(finding.span.column, 1))

    def go(self, bar: Bar) -> None:
        """Into a package or folder, or to a file."""
        if bar.file:
            self._desk.open_source(bar.file, 0, 0)
        else:
            self.place = bar.place
            self._show()

    def go_up(self) -> None:
        """To what lies around."""
        self.place = self.place[:-1]
        self._show()

    def lines(self) -> list[str]:
        """Scores and rows."""
        scores = [f"{name}: {points}" for name, points in self._scores()]
        return [*scores, *(row.indented() for row in self._rows())]

    def close(self) -> None:
        """The project is closed."""
        self._leave_problems()
        super().close()

    # -- within

    def _audited(self, report: AuditReport | None) -> None:
        self._is_running, self._is_outdated = False, False
        self._has_failed = report is None
        if report is not None:
            self._audit = report
            if not bars(report.packages, self.place):
                self.place = ()
        self._show()

    def _built(self) -> None:
        if self._audit is not None and not self._is_running:
            self._is_outdated = True
            self._show()

    def _look_at_page(self) -> None:
        pages = self._desk.target.pages.opened()
        if self.is_seen and pages:
            self._desk.target.pages.tree(lambda nodes: self._run.page_seen(pages[-1].path, _count(nodes or ())))

    def _show(self) -> None:
        scores, rows, texts = self._scores(), self._rows(), self._desk.appearance.texts
        packages = self._audit.packages if self._audit else ()
        way = " / ".join(name or texts("audits.main_package") for name in self.place) or texts("audits.packages")
        sizes = self._named(bars(packages, self.place))
        nodes = [SizeNode(bar, _inside(packages, bar, LEVELS)) for bar in sizes]
        shown = Shown(scores, self.summary, rows, way, sizes, nodes, bool(self.place))
        self._tell(lambda view: view.show_audit(shown))

    def _named(self, found: Sequence[Bar]) -> list[Bar]:
        main = self._desk.appearance.texts("audits.main_package")
        return [Bar(bar.name or main, bar.size_bytes, bar.place, bar.file, bar.limit_bytes) for bar in found]

    @property
    def summary(self) -> str:
        """In what state the audit is, and how the score is made."""
        texts = self._desk.appearance.texts
        if self._is_running:
            return texts("audits.running")
        if self._has_failed:
            return texts("audits.failed")
        if self._is_outdated:
            return texts("audits.outdated")
        return texts("audits.how" if self._run.has_run else "audits.how_without_run")

    @property
    def _verdicts(self) -> tuple[Verdict, ...]:
        return (*self._audit.verdicts, *self._run.verdicts()) if self._audit else ()

    def _verdict(self, name: str) -> Verdict:
        return next(verdict for verdict in self._verdicts if verdict.name == name)

    def _scores(self) -> list[tuple[str, int]]:
        texts, verdicts = self._desk.appearance.texts, self._verdicts
        if not verdicts:
            return []
        found = [(texts("audits.score"), score(verdicts))]
        for category in CATEGORIES:
            if own := [verdict for verdict in verdicts if verdict.category == category]:
                found.append((texts(f"audits.{category}"), score(own)))
        return found

    def _rows(self) -> list[TreeRow]:
        failed = sorted((one for one in self._verdicts if one.findings), key=lambda one: -one.lost)
        passed = [one for one in self._verdicts if not one.findings]
        rows = [row for verdict in failed for row in self._rows_of(verdict)]
        if passed:
            texts = self._desk.appearance.texts
            is_open = (PASSED,) in self._opened
            words = Span(texts("audits.passed", count=len(passed)), "ok")
            rows.append(TreeRow((PASSED,), (words,), is_open))
            if is_open:
                rows += [TreeRow((PASSED, one.name), (Span(self._title(one), "dim"),), depth=1) for one in passed]
        return rows

    def _rows_of(self, verdict: Verdict) -> list[TreeRow]:
        texts, language = self._desk.appearance.texts, self._desk.appearance.texts.language
        is_open, worst = (verdict.name,) in self._opened, _worst(verdict)
        lost = texts("audits.lost", points=f"{verdict.lost:g}", weight=verdict.weight)
        title = (
            Span(self._title(verdict), _ROLES[worst]),
            Span(f"  {len(verdict.findings)}", "number"),
            Span(f"  {lost}", "dim"),
        )
        rows = [TreeRow((verdict.name,), title, is_open)]
        if not is_open:
            return rows
        for number, finding in enumerate(verdict.findings[:MOST_SHOWN]):
            place = f"{finding.span.file}:{finding.span.line}" if finding.span.line else finding.span.file
            words = (Span(place, "link"), Span("  " if place else ""), Span(finding.text(language)))
            rows.append(TreeRow((verdict.name, str(number)), words, depth=1))
        for text in dict.fromkeys(finding.help(language) for finding in verdict.findings[:MOST_SHOWN]):
            rows.append(TreeRow((verdict.name, "mend", text), (Span(f"→ {text}", "dim"),), depth=1))
        if (more := len(verdict.findings) - MOST_SHOWN) > 0:
            rows.append(TreeRow((verdict.name, "more", ""), (Span(texts("audits.more", count=more), "dim"),), depth=1))
        return rows

    def _title(self, verdict: Verdict) -> str:
        return self._desk.appearance.texts(f"audits.rule.{verdict.name}")


def _inside(packages: Sequence[PackageWeight], bar: Bar, levels: int) -> tuple[SizeNode, ...]:
    """What is in a package or folder, so many levels deep."""
    if not bar.place or not levels:
        return ()
    return tuple(SizeNode(one, _inside(packages, one, levels - 1)) for one in bars(packages, bar.place))


def _worst(verdict: Verdict) -> str:
    severities = {finding.severity for finding in verdict.findings}
    return next(one for one in ("error", "warning", "info") if one in severities)


def _count(nodes: Sequence[Any]) -> int:
    """How many nodes a tree has, texts left out."""
    count, waiting = 0, list(nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            count += 1
            waiting += node.get("children") or ()
    return count
