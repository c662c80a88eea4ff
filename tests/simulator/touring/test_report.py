"""The totals of a tour."""

from __future__ import annotations

from simulator.touring.report import PageError, PageReport, totals


def page(name: str, *errors: PageError, ready: bool = True, unsupported: tuple[str, ...] = ()) -> PageReport:
    return PageReport(name, ready, len(errors), list(errors), list(unsupported), [], 7, 20.0, None)


def test_totals_add_up_by_kind() -> None:
    broken = page("b", PageError("program", "x"), PageError("environment", "no network"), ready=False)
    sums = totals([page("a", unsupported=("openDocument",)), broken, page("c", unsupported=("openDocument",))])
    assert (sums.pages, sums.ready, sums.nodes) == (3, 2, 21)
    assert sums.errors == {"program": 1, "environment": 1, "handset": 0}
    assert sums.unsupported_apis == ["openDocument"]
