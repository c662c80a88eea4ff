"""The report of a tour as one page that needs nothing else: pictures are in it, and it runs no script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import MappingProxyType

from PySide6.QtGui import QImage

from simulator.phone.picture_difference import compare
from simulator.touring.html_page import Element, figure, node, page_of, readable
from simulator.touring.report import PageReport, TourReport, summary

DIFFERENCE = 8
"""So much of 255 may a colour be off without being another."""
_FACTS = MappingProxyType({"class": "facts"})


def html_report(tours: Sequence[tuple[TourReport, Path | None]]) -> bytes:
    """Of each tour also the folder with the pictures of an earlier one, if there is: pages that look otherwise now show
    both, and where."""
    title = " · ".join(dict.fromkeys(_title(report) for report, _ in tours))
    return page_of(title, [one for report, before in tours for one in _tour(report, before)])


def _tour(report: TourReport, before: Path | None) -> Iterable[Element]:
    yield node("h1", {}, _title(report))
    yield node("p", _FACTS, summary(report.totals))
    for page in report.pages:
        yield _section(page, before)


def _title(report: TourReport) -> str:
    return readable(f"Tour of {report.project}" + (f" on {report.device}" if report.device else ""))


def _section(page: PageReport, before: Path | None) -> Element:
    figures = list(_figures(page, before))
    wrong = "wrong" if page.errors or not (page.ready or page.went_to) else "changed" if len(figures) > 1 else ""
    told = [node("h2", {}, readable(page.page)), node("p", _FACTS, _facts(page)), *_errors(page)]
    return node("section", {"class": wrong} if wrong else {}, *told, *figures)


def _facts(page: PageReport) -> str:
    told = ["ready" if page.ready else f"went on to {page.went_to}" if page.went_to else "NOT READY"]
    if page.first_render_ms is not None:
        told.append(f"first picture after {page.first_render_ms:.0f} ms")
    told.append(f"{page.nodes} nodes")
    if page.console_errors:
        told.append(f"{page.console_errors} by console.error")
    if page.unsupported_apis:
        told.append(f"not supported: {', '.join(page.unsupported_apis)}")
    if page.unknown_components:
        told.append(f"unknown tags: {', '.join(page.unknown_components)}")
    return readable("; ".join(told))


def _errors(page: PageReport) -> Iterable[Element]:
    if page.errors:
        yield node("ul", {}, *(_error(error.kind, error.message, error.file, error.line) for error in page.errors))


def _error(kind: str, message: str, file: str, line: int) -> Element:
    told = readable(f"{kind}: {message} ")
    return node("li", {}, told, *([node("code", {}, readable(f"{file}:{line}"))] if file else []))


def _figures(page: PageReport, before: Path | None) -> Iterable[Element]:
    """One picture; three if it was another one before."""
    if page.screenshot is None:
        return
    now = QImage(page.screenshot)
    if before is None:
        yield figure("", now)
        return
    former = QImage(str(before / Path(page.screenshot).name))
    if former.isNull():
        yield figure("new", now)
    elif former.size() != now.size():
        yield from (figure("before", former), figure("now, of another size", now))
    else:
        difference = compare(former, now, DIFFERENCE)
        if not difference.count:
            yield figure("as before", now)
            return
        share = f"difference: {difference.count} pixels ({difference.share:.2%})"
        yield from (figure("before", former), figure("now", now), figure(share, difference.image))
