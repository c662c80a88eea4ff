"""The report as a page of HTML that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from simulator.testing.monkey.report import Failure, MonkeyReport, summary
from simulator.touring.html_page import Element, node, page_of, readable

_FACTS = MappingProxyType({"class": "facts"})


def html_report(report: MonkeyReport) -> bytes:
    """Each failure with its steps, numbered."""
    title = readable(f"Monkey in {report.project}")
    body = [node("h1", {}, title), node("p", _FACTS, summary(report))]
    return page_of(title, [*body, *map(_section, report.failures)])


def _section(failure: Failure) -> Element:
    return node("section", {"class": "wrong"}, *_told(failure))


def _told(failure: Failure) -> Iterable[Element]:
    yield node("h2", {}, readable(failure.message))
    place = [node("code", {}, readable(f"{failure.file}:{failure.line}"))] if failure.file else []
    repeated = "" if failure.is_repeatable else "; it did not happen again"
    repeated += "; these steps do not lead to it on a screen" if failure.on_screen is False else ""
    yield node("p", _FACTS, f"{failure.kind}, {failure.what}{repeated} ", *place)
    steps = [node("li", {}, readable(f"{one.page}: "), node("code", {}, readable(one.code))) for one in failure.steps]
    yield node("ol", {}, *steps) if steps else node("p", {}, "as soon as it starts")
