"""Reports come as phones have them, and are told in the order of the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simulator.touring.report import PageReport

Told = Callable[[PageReport], None]


class ReportsInOrder:
    """Each is told once, as soon as all before it were."""

    def __init__(self, pages: Sequence[str], told: Told) -> None:
        self._pages = pages
        self._told = told
        self._found: dict[str, PageReport] = {}
        self._next = 0

    def add(self, report: PageReport) -> None:
        """One more."""
        self._found[report.page] = report
        while self._next < len(self._pages) and self._pages[self._next] in self._found:
            self._told(self._found[self._pages[self._next]])
            self._next += 1

    def missing(self) -> list[str]:
        """Pages without a report."""
        return [page for page in self._pages if page not in self._found]

    def all(self) -> list[PageReport]:
        """Those that there are."""
        return [self._found[page] for page in self._pages if page in self._found]
