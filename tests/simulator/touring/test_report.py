"""The totals of a tour."""

from __future__ import annotations

from msgspec.structs import replace

from simulator.touring.report import PageError, PageReport, summary, totals


def page(name: str, *errors: PageError, ready: bool = True, unsupported: tuple[str, ...] = ()) -> PageReport:
    return PageReport(name, ready, len(errors), list(errors), list(unsupported), [], 7, 20.0, None)


def test_totals_add_up_by_kind() -> None:
    broken = page("b", PageError("program", "x"), PageError("environment", "no network"), ready=False)
    sums = totals([page("a", unsupported=("openDocument",)), broken, page("c", unsupported=("openDocument",))])
    assert (sums.pages, sums.ready, sums.nodes) == (3, 2, 21)
    assert sums.errors == {"program": 1, "environment": 1, "handset": 0}
    assert sums.unsupported_apis == ["openDocument"]


def test_one_line_tells_of_pages_that_sent_their_user_elsewhere_if_there_are_any() -> None:
    sums = totals([page("a"), page("b", PageError("program", "x"))])
    assert summary(sums) == "2 of 2 pages ready; errors: program 1, environment 0, handset 0"
    left = replace(page("c", ready=False), went_to="a")
    assert summary(totals([page("a"), left])).startswith("1 of 2 pages ready, 1 went elsewhere at once; errors: ")
