"""What a tour sees of one page: whether it is drawn, what went wrong, a picture."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from runtime.protocol import automation
from simulator.running.headless import HeadlessProgram
from simulator.running.steps import ActionFailed, Deadline, Steps, Wait, automated, is_page_drawn, pictured, rested
from simulator.touring.report import PageReport
from simulator.touring.seen import Seen

REST_S = 4.0
"""A page that never rests is looked at after this long."""
LATE_S = 2.0
"""One that rests later than this draws without an end: it would hold up the pages after it."""
LOOK_S = 10.0


def look(
    driver: HeadlessProgram, path: str, seen: Seen, shots: Path | None, timeout_s: float, began: float
) -> Steps[tuple[bool, PageReport]]:
    """Whether the page that is being opened since `began` (seconds) came to rest, and what is seen of it. `shots`:
    folder for its picture."""
    program = driver.program
    page = program.page
    went_to = ""
    is_at_rest = False
    try:
        # A page may send its user on before it is drawn, and the next one may do so as well.
        yield Wait(lambda: is_page_drawn(program), f"{path} to be drawn", timeout_s)
        seen_s = time.perf_counter()
        is_at_rest = yield from rested(program, min(timeout_s, REST_S))
        is_at_rest = is_at_rest and time.perf_counter() - seen_s < LATE_S
        if program.state == "running" and program.page and program.page.path != path:
            went_to = program.page.path
    except Deadline as problem:
        seen.add_fault(str(problem))
    tree, picture = yield from _tree_and_picture(driver, path, shots)
    first = program.first_render_ms.get(page.page_id) if page else None
    errors = seen.page_errors()
    report = PageReport(
        page=path,
        ready=first is not None and page is not None and page.path == path,
        error_count=len(errors),
        errors=errors,
        unsupported_apis=sorted(seen.unsupported),
        unknown_components=[],
        nodes=_count(tree),
        first_render_ms=None if first is None else round(first - began * 1000, 1),
        screenshot=picture,
        went_to=went_to,
        console_errors=seen.console_errors,
    )
    return is_at_rest, report


def _tree_and_picture(driver: HeadlessProgram, path: str, shots: Path | None) -> Steps[tuple[Any, str | None]]:
    try:
        tree = yield from automated(driver.program, automation.Tree(), LOOK_S)
        if shots is None:
            return tree, None
        image = yield from pictured(driver.program, LOOK_S)
    except (ActionFailed, Deadline):
        return None, None
    target = shots / (path.replace("/", "__") + ".png")
    return tree, str(target) if image.save(str(target)) else None


def _count(tree: Any) -> int:
    if not isinstance(tree, dict):
        return 0
    return 1 + sum(_count(child) for child in tree.get("children", ()))
