"""What users of frameworks feel: a bundle opens, a build's save is taken up, a tree in data is changed by paths."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from runtime.protocol import automation
from simulator.cli.benchmarks.bundle_project import ROWS, SCRIPT, STYLE, bundle_project
from simulator.running.headless import HeadlessProgram, headless_program
from simulator.running.options import ProgramOptions

TIMEOUT_S = 60.0
MANY_ROWS = 1000
EDITS = {"style": (STYLE, "20rpx", "{n}rpx"), "restart": (SCRIPT, "run('run-time')", "run('run-time', {n})")}


def measure(runs: int) -> dict[str, Any]:
    """`bundle.open_ms`: from asking for the program, compiled from nothing, to its rows on the screen; `style_ms`,
    `restart_ms`: from the end of a build that has rewritten every file to the picture; `paths_ms`: one value in each
    of 1,000 rows."""
    options = ProgramOptions(animations=False, dialogs="accept")
    opened: list[float] = []
    saved: dict[str, list[float]] = {kind: [] for kind in EDITS}
    paths: list[float] = []
    with bundle_project() as root:
        for _ in range(runs):
            with headless_program(root, options, watches=True) as driver:
                opened.append(_open_ms(driver))
        with headless_program(root, options, watches=True) as driver:
            driver.launch(timeout_s=TIMEOUT_S)
            driver.until_advised(TIMEOUT_S)
            for kind, (path, old, new) in EDITS.items():
                source = (root / path).read_text("utf-8")
                for run in range(runs):
                    saved[kind].append(_save_ms(driver, root, path, source.replace(old, new.format(n=run + 1)), kind))
            driver.evaluate(f"page.create({MANY_ROWS}); 0")
            driver.until_rested(TIMEOUT_S)
            paths = [_until_painted_ms(driver, "page.bump(); 0") for _ in range(runs)]
    return {
        "bundle": {"open_ms": opened, "style_ms": saved["style"], "restart_ms": saved["restart"], "paths_ms": paths}
    }


def _open_ms(driver: HeadlessProgram) -> float:
    program = driver.program
    driver.until(lambda: program.has_warm_spare, "the spare process to be ready", TIMEOUT_S)
    started = time.perf_counter()
    program.launch()
    driver.until(lambda: bool(program.first_render_ms), "the first page to be painted", TIMEOUT_S)
    spent_ms = (time.perf_counter() - started) * 1000
    shown = driver.automate(automation.Count(".badge"))
    if shown != ROWS:
        raise RuntimeError(f"the first picture has {shown} of {ROWS} rows")
    return spent_ms


def _save_ms(driver: HeadlessProgram, root: Path, path: str, text: str, kind: str) -> float:
    verdicts: list[str] = []

    def told(verdict: str, _reason: str, _spent_ms: float) -> None:
        verdicts.append(verdict)

    # A spare process that is still loading would be waited for; a user does not save twice within a second.
    driver.until(lambda: driver.program.has_warm_spare, "the spare process to be ready", TIMEOUT_S)
    driver.program.reloaded.connect(told)
    _rewrite(root, {path: text})
    written = time.perf_counter()
    driver.until(lambda: bool(verdicts), f"{path} to be taken up", TIMEOUT_S)
    spent_ms = (time.perf_counter() - written) * 1000
    driver.program.reloaded.disconnect(told)
    driver.until_rested(TIMEOUT_S)
    if verdicts != [kind]:
        raise RuntimeError(f"saving {path} led to {', '.join(verdicts)}")
    return spent_ms


def _rewrite(root: Path, changed: dict[str, str]) -> None:
    """Writes every file as builds do: all opened with truncation before the first is written."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file()]
    texts = [changed.get(path.relative_to(root).as_posix()) or path.read_text("utf-8") for path in files]
    streams = [path.open("w", encoding="utf-8") for path in files]
    for stream, text in zip(streams, texts, strict=True):
        with stream:
            stream.write(text)


def _until_painted_ms(driver: HeadlessProgram, code: str) -> float:
    painted: list[float] = []

    def note(_page_id: int, _batch_id: int) -> None:
        painted.append(time.perf_counter())

    driver.program.painted.connect(note)
    started = time.perf_counter()
    driver.program.evaluate(code, lambda _answer: None)
    driver.until(lambda: bool(painted), f"{code} to be painted", TIMEOUT_S)
    driver.program.painted.disconnect(note)
    driver.until_rested(TIMEOUT_S)
    return (painted[0] - started) * 1000
