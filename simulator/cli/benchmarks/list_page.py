"""The list page: 1,000 rows and 8,000 elements, from the request to the painted frame, beside others doing the same.

`list_page_ms` is ours, `list_page_floor_ms` hand-written DOM, `list_page_official_ms` the platform's own engine with
view and text as plain tags (`…_boxes_ms`: as components). `list_components_ms` has rows that are custom components.
All are taken in turn within each run, so that a noisy machine is noisy for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from PySide6.QtCore import QSize

from runtime.protocol import automation
from simulator.cli.benchmarks.memory import used_mb
from simulator.cli.benchmarks.own_page import TIMEOUT_S, OwnPage
from simulator.cli.benchmarks.packages import find_packages
from simulator.cli.benchmarks.peer_pages import Boxes, bundle_official, write_floor, write_official
from simulator.cli.benchmarks.peer_view import PeerView
from simulator.cli.benchmarks.projects import list_project
from simulator.running.headless import HeadlessProgram, headless_program

ROWS = 1000
GROWTH = (1000, 2000, 5000, 10_000)
FURTHER_PAGES = 8
OPERATIONS = (
    ("create", "create"), ("update", "update"), ("swap", "swap"), ("append", "append"), ("", "clear"),
    ("create_again", "create"),
)  # fmt: skip
"""Key of the figure (none: not measured) and name of the page's method, in the order in which they run."""
LIST, CARDS = "pages/list/list", "pages/cards/cards"
OFFICIAL: tuple[tuple[str, str, Boxes], ...] = (
    ("list_page_official_ms", LIST, "plain"),
    ("list_page_official_boxes_ms", LIST, "components"),
    ("list_components_official_ms", CARDS, "plain"),
)

Samples = dict[str, list[float]]


class Contender(Protocol):
    """A page under measurement."""

    def load(self) -> None:
        """Loads it anew."""

    def until_painted(self, operation: str, count: int) -> float:
        """Milliseconds from the request to the painted frame."""


def measure(runs: int) -> dict[str, Any]:
    """The figures named above, `list_page_where_ms`, `list_growth_ms`, `tap_to_paint_ms` and `page_mb`."""
    with list_project() as root, headless_program(root) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        # A spare process that is still loading, or rows that are not collected yet, would count as pages.
        driver.until(lambda: driver.program.has_warm_spare, "the spare process to be ready", TIMEOUT_S)
        page_mb = [_further_page_mb(driver)]
        rect = driver.automate(automation.Frame())
        with _peers(root, QSize(int(rect["width"]), int(rect["height"]))) as peers:
            own: dict[str, Contender] = {
                "list_page_ms": OwnPage(driver, LIST),
                "list_components_ms": OwnPage(driver, CARDS),
            }
            figures = _race({**own, **peers}, OwnPage(driver, LIST), runs)
        growth = _growth(OwnPage(driver, LIST))
    return {**figures, "list_growth_ms": growth, "page_mb": page_mb}


def _race(contenders: dict[str, Contender], own: OwnPage, runs: int) -> dict[str, Any]:
    figures: dict[str, Samples] = {name: {key: [] for key, _ in OPERATIONS if key} for name in contenders}
    where: dict[str, dict[str, list[float]]] = {}
    taps: list[float] = []
    for _ in range(runs):
        for name, contender in contenders.items():
            contender.load()
            for key, operation in OPERATIONS:
                spent_ms = contender.until_painted(operation, ROWS)
                if not key:
                    continue
                figures[name][key].append(spent_ms)
                if name == "list_page_ms" and isinstance(contender, OwnPage):
                    _add_parts(where.setdefault(key, {}), contender)
            if name == "list_page_ms":
                taps.append(own.tap_until_painted(".row"))
    return {**figures, "list_page_where_ms": where, "tap_to_paint_ms": taps}


def _add_parts(parts: dict[str, list[float]], page: OwnPage) -> None:
    for timing in page.timings[:1]:
        for part in ("logic", "wire", "view", "paint"):
            parts.setdefault(part, []).append(getattr(timing, f"{part}_ms"))


@contextmanager
def _peers(project: Path, size: QSize) -> Iterator[dict[str, Contender]]:
    with (
        TemporaryDirectory(prefix="handset-bench-") as folder,
        as_file(files("resources") / "bench" / "peers") as peers,
    ):
        pages = _peer_pages(Path(folder), peers, project, size.width())
        views = {name: PeerView(page, size) for name, page in pages.items()}
        try:
            yield dict(views)
        finally:
            for view in views.values():
                view.close()


def _peer_pages(folder: Path, peers: Path, project: Path, width_px: int) -> dict[str, Path]:
    pages = {"list_page_floor_ms": write_floor(folder, peers, project, width_px)}
    packages = find_packages()
    if packages is not None:
        script = bundle_official(folder, peers, project, packages)
        for name, page, boxes in OFFICIAL:
            pages[name] = write_official(folder, peers, project, width_px, script, page, boxes)
    return pages


def _growth(page: OwnPage) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {str(count): [] for count in GROWTH}
    for _ in range(3):
        for count in GROWTH:
            page.load()
            times[str(count)].append(page.until_painted("create", count))
    return times


def _further_page_mb(driver: HeadlessProgram) -> float:
    before = used_mb()
    for _ in range(FURTHER_PAGES):
        driver.program.route("navigateTo", "/pages/blank/blank")
        driver.until_rested(TIMEOUT_S)
    grown = used_mb() - before
    driver.program.route("navigateBack", "", delta=FURTHER_PAGES)
    driver.until_rested(TIMEOUT_S)
    return grown / FURTHER_PAGES
