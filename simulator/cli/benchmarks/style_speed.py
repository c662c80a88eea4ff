"""What the Wxml panel asks and does: a typed value on the screen, the styles of an element, the whole tree."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from runtime.protocol import automation, inspection
from simulator.cli.benchmarks.projects import list_project
from simulator.running.headless import HeadlessProgram, headless_program
from simulator.running.options import ProgramOptions

TIMEOUT_S = 60.0
FEW_ROWS, MANY_ROWS = 100, 1000
"""As many as `save_to_pixels_ms` has, and 8,000 elements."""
SHEET = "page:pages/list/list.wxss"
Done = Callable[[object], None]


def measure(runs: int) -> dict[str, Any]:
    """`style_edit_ms`: a declaration of 100 rows is tried out and painted. On 1,000 rows: `styles_ms`, which rules
    style an element, and `tree_ms`, what the tree is made of."""
    options = ProgramOptions(animations=False, dialogs="accept")
    with list_project() as root, headless_program(root, options) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        page = driver.program.page
        if page is None:
            raise RuntimeError("no page is open")
        questions = driver.program.phone_questions

        def edit(number: int) -> Callable[[Done], None]:
            tried = inspection.TryRule(0, 0, SHEET, 0, f"padding-top: {number}px")

            def ask(done: Done) -> None:
                questions.inspect(page.page_id, tried, lambda _could: None)
                driver.program.automate(automation.PaintedNow(), done)

            return ask

        _create(driver, FEW_ROWS)
        edits = [_timed(driver, edit(run)) for run in range(runs)]
        _create(driver, MANY_ROWS)
        ref = _element(driver, page.page_id)
        styles = [_timed(driver, lambda done: questions.style(page.page_id, ref, done)) for _ in range(runs)]
        trees = [_timed(driver, lambda done: driver.program.inspect_page("tree", done)) for _ in range(runs)]
        return {"style_edit_ms": edits, "styles_ms": styles, "tree_ms": trees}


def _create(driver: HeadlessProgram, rows: int) -> None:
    driver.evaluate(f"page.create({rows}); 0")
    driver.until_rested(TIMEOUT_S)


def _element(driver: HeadlessProgram, page_id: int) -> tuple[int, int]:
    """One in the middle of the screen."""
    found: list[Any] = []
    driver.program.phone_questions.element_at(100, 200, page_id, found.append)
    driver.until(lambda: bool(found), "an element", TIMEOUT_S)
    return int(found[0]["id"]), int(found[0]["node"])


def _timed(driver: HeadlessProgram, ask: Callable[[Done], None]) -> float:
    answers: list[object] = []
    start = time.perf_counter()
    ask(answers.append)
    driver.until(lambda: bool(answers), "an answer", TIMEOUT_S)
    return (time.perf_counter() - start) * 1000
