"""The report of a tour: one entry a page, totals. Pure data, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

ErrorKind = Literal["program", "environment", "handset"]


class PageError(Struct, frozen=True):
    """One error seen on a page. `line` is 0 when unknown."""

    kind: ErrorKind
    message: str
    file: str = ""
    line: int = 0


class PageReport(Struct, frozen=True):
    """What happened on one page. Times in milliseconds; `nodes` counts rendered elements.

    `went_to` is the page that the program was on in the end if that is another one: a page that sends its user
    elsewhere at once is never drawn, and that is no fault. `console_errors` counts what the program wrote with
    `console.error`: frameworks put there what a handler of theirs threw.
    """

    page: str
    ready: bool
    error_count: int
    errors: list[PageError]
    unsupported_apis: list[str]
    unknown_components: list[str]
    nodes: int
    first_render_ms: float | None
    screenshot: str | None
    went_to: str = ""
    console_errors: int = 0


class Totals(Struct, frozen=True):
    """Sums over all pages. `ready` were drawn; `passed` sent their user elsewhere before that."""

    pages: int
    ready: int
    passed: int
    errors: dict[str, int]
    unsupported_apis: list[str]
    unknown_components: list[str]
    nodes: int
    console_errors: int = 0


class TourReport(Struct, frozen=True):
    """The whole tour. `contact_sheet` is the path of the picture with all pages, if one was asked for; `device` is
    empty for the usual phone."""

    project: str
    pages: list[PageReport]
    totals: Totals
    contact_sheet: str | None = None
    device: str = ""


def summary(sums: Totals) -> str:
    """In one line: how many pages were drawn, and what went wrong."""
    passed = f", {sums.passed} went elsewhere at once" if sums.passed else ""
    errors = ", ".join(f"{kind} {number}" for kind, number in sums.errors.items())
    return f"{sums.ready} of {sums.pages} pages ready{passed}; errors: {errors}"


def totals(pages: Sequence[PageReport]) -> Totals:
    """Adds the pages up."""
    kinds: dict[str, int] = {"program": 0, "environment": 0, "handset": 0}
    for page in pages:
        for error in page.errors:
            kinds[error.kind] += 1
    return Totals(
        pages=len(pages),
        ready=sum(page.ready for page in pages),
        passed=sum(not page.ready and bool(page.went_to) for page in pages),
        errors=kinds,
        unsupported_apis=sorted({name for page in pages for name in page.unsupported_apis}),
        unknown_components=sorted({name for page in pages for name in page.unknown_components}),
        nodes=sum(page.nodes for page in pages),
        console_errors=sum(page.console_errors for page in pages),
    )
