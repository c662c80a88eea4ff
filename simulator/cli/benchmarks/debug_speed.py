"""What the debugger costs: from a breakpoint to the host, from one statement to the next, and in a script that is
armed."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from simulator.cli.benchmarks.projects import list_project
from simulator.debug.debugger import Breakpoint, BreakpointRequest, Pause, Script
from simulator.running.headless import HeadlessProgram, headless_program

TIMEOUT_S = 60.0
PAGE = "pages/list/list.js"
_STOP_LINE = 2
# Without semicolons before it, for whatever the page begins with.
_ADDED = """;globalThis.stopHere = (n) => {
  const first = n + 1
  const second = first + 1
  const third = second + 1
  return third
}
globalThis.tightLoop = (turns) => {
  let sum = 0
  for (let i = 0; i < turns; i++) {
    const twice = i * 2
    sum += twice
    if (sum > 1e9) sum = 0
  }
  return sum
}
globalThis.fib = function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2)
}
"""
_TIMED = "(() => { const at = performance.now(); %s; return performance.now() - at })()"
_LOOP, _CALLS = _TIMED % "tightLoop(300000)", _TIMED % "fib(20)"


def measure(runs: int) -> dict[str, Any]:
    """`breakpoint_ms` (asked for by an evaluation), `step_ms`, and `armed_ratio` of a tight `loop` and of `calls`: how
    much longer they take in a script with a breakpoint elsewhere."""
    with list_project() as root, headless_program(root) as driver:
        page = root / PAGE
        page.write_text(_ADDED + page.read_text("utf-8"), "utf-8")
        driver.launch(timeout_s=TIMEOUT_S)
        plain = {name: _timed(driver, code, runs) for name, code in (("loop", _LOOP), ("calls", _CALLS))}
        listener = _Listener()
        leave = driver.program.debugger.listen(listener)
        _arm(driver, root)
        armed = {name: _timed(driver, code, runs) for name, code in (("loop", _LOOP), ("calls", _CALLS))}
        hits, steps = _stops(driver, listener, runs)
        leave()
    # The shortest of each: what else the machine did meanwhile is in the others.
    ratios = {name: [min(armed[name]) / min(plain[name])] for name in plain}
    return {"breakpoint_ms": hits, "step_ms": steps, "armed_ratio": ratios}


class _Listener:
    """Notes when the program pauses."""

    def __init__(self) -> None:
        self.paused_at: list[float] = []

    def paused(self, pause: Pause) -> None:
        self.paused_at.append(time.perf_counter())

    def resumed(self) -> None:
        pass

    def breakpoint_changed(self, breakpoint: Breakpoint) -> None:
        pass

    def script_loaded(self, script: Script) -> None:
        pass


def _arm(driver: HeadlessProgram, root: Path) -> None:
    debugger = driver.program.debugger
    debugger.set_breakpoints(PAGE, [BreakpointRequest(_STOP_LINE)])
    driver.until(lambda: any(script.is_debugged for script in debugger.scripts), "the page to be armed", TIMEOUT_S)
    driver.until_rested(TIMEOUT_S)


def _timed(driver: HeadlessProgram, code: str, runs: int) -> list[float]:
    return [float(json.loads(bytes(driver.evaluate(code, timeout_s=TIMEOUT_S).value))["v"]) for _ in range(runs)]


def _stops(driver: HeadlessProgram, listener: _Listener, runs: int) -> tuple[list[float], list[float]]:
    debugger = driver.program.debugger
    hits: list[float] = []
    steps: list[float] = []
    for _ in range(runs):
        hits.append(_until_paused(driver, listener, lambda: driver.program.evaluate("stopHere(1)", lambda _told: None)))
        steps.append(_until_paused(driver, listener, lambda: debugger.step("over")))
        debugger.resume()
        driver.until(lambda: debugger.pause_now is None, "the program to go on", TIMEOUT_S)
    return hits, steps


def _until_paused(driver: HeadlessProgram, listener: _Listener, act: Any) -> float:
    seen = len(listener.paused_at)
    began = time.perf_counter()
    act()
    driver.until(lambda: len(listener.paused_at) > seen, "a pause", TIMEOUT_S)
    return (listener.paused_at[-1] - began) * 1000
