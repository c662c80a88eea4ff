"""How many values a program can store in a second, in both forms of the call."""

from __future__ import annotations

from typing import Any

from simulator.cli.benchmarks.small_project import TIMEOUT_S, asked, small_project
from simulator.running.headless import headless_program

WRITES = 1000

_MEASURE = """
const value = { name: 'a name', list: [1, 2, 3], text: 'x'.repeat(200) };
const atOnce = [], later = [];
for (let run = 0; run < %(runs)d; run++) {
  let began = performance.now();
  for (let n = 0; n < %(writes)d; n++) wx.setStorageSync('key' + n, { ...value, n, run });
  atOnce.push(%(writes)d * 1000 / (performance.now() - began));
  began = performance.now();
  const store = (_none, n) => wx.setStorage({ key: 'other' + n, data: { ...value, n, run } });
  await Promise.all(Array.from({ length: %(writes)d }, store));
  later.push(%(writes)d * 1000 / (performance.now() - began));
}
return [atOnce, later];"""


def measure(runs: int) -> dict[str, Any]:
    """`storage.sync_writes_per_s`, `storage.async_writes_per_s`."""
    with small_project({}) as root, headless_program(root) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        at_once, later = asked(driver, _MEASURE % {"runs": runs, "writes": WRITES})
    return {"storage": {"sync_writes_per_s": at_once, "async_writes_per_s": later}}
