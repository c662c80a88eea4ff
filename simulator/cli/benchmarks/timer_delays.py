"""How late timers fire in a program that does nothing else, while the host keeps asking whether it is alive."""

from __future__ import annotations

import json
from typing import Any

from simulator.cli.benchmarks.projects import list_project
from simulator.running.headless import headless_program

DELAYS_MS = (300, 1000, 3000, 10_000)
INTERVAL_MS = 1100
BEATS = 4
STAGGER_MS = 37
"""The runs go on at the same time, this far apart, so that no timer falls together with another."""
TIMEOUT_S = 30.0

_MEASURE = """(async () => {
  const late = { interval: [] };
  const note = (name, due) => late[name].push(Math.round((performance.now() - due) * 100) / 100);
  for (const ms of %(delays)s) late[ms] = [];
  const fired = (ms) => new Promise((resolve) => {
    const due = performance.now() + ms;
    setTimeout(() => { note(ms, due); resolve(); }, ms);
  });
  const runs = Array.from({ length: %(runs)d }, async (_none, run) => {
    await new Promise((resolve) => setTimeout(resolve, run * %(stagger)d));
    await Promise.all(%(delays)s.map(fired));
  });
  await Promise.all(runs);
  // Alone: a beat would wake a program whose timers sleep too long.
  let beat = performance.now();
  await new Promise((resolve) => setInterval(() => {
    beat += %(interval)d;
    note("interval", beat);
    if (late.interval.length === %(beats)d) resolve();
  }, %(interval)d));
  return JSON.stringify(late);
})()"""


def measure(runs: int) -> dict[str, Any]:
    """`timers_late_ms` by delay (and of them all the `worst`), and of an interval's beats against its first."""
    with list_project() as root, headless_program(root) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        numbers = {"runs": runs, "stagger": STAGGER_MS, "interval": INTERVAL_MS, "beats": BEATS}
        answer = driver.evaluate(_MEASURE % {**numbers, "delays": list(DELAYS_MS)}, timeout_s=TIMEOUT_S)
    late: dict[str, list[float]] = json.loads(json.loads(bytes(answer.value))["v"])
    return {"timers_late_ms": {**late, "worst": max(map(max, late.values()))}}
