"""The cloud's database as a program feels it: one document by its id, a thousand that a condition is asked of."""

from __future__ import annotations

import json
from typing import Any

from simulator.cli.benchmarks.small_project import TIMEOUT_S, asked, small_project
from simulator.running.headless import headless_program

DOCUMENTS = 1000
BY_ID = 20
"""Questions by id in a row for one figure."""

_MEASURE = """
const items = wx.cloud.database().collection('items'), _ = wx.cloud.database().command;
await items.doc('d7').get();
await items.where({ n: _.gt(900) }).count();
const spent = async (work) => { const began = performance.now(); await work(); return performance.now() - began; };
const byId = [], filtered = [];
for (let run = 0; run < %(runs)d; run++) {
  const some = async () => { for (let n = 0; n < %(by_id)d; n++) await items.doc('d' + n).get(); };
  byId.push(await spent(some) / %(by_id)d);
  filtered.push(await spent(() => items.where({ n: _.gt(900), kind: _.in(['a', 'b']) }).orderBy('n', 'desc').get()));
}
return [byId, filtered];"""


def measure(runs: int) -> dict[str, Any]:
    """`cloud.by_id_ms`, `cloud.filtered_ms`: from the call to its answer, both ways between three processes."""
    documents = [{"_id": f"d{n}", "n": n, "kind": "abc"[n % 3], "text": "x" * 100} for n in range(DOCUMENTS)]
    seeds = {"cloud-data/items.json": json.dumps(documents), "app.js": "wx.cloud.init(); App({})"}
    with small_project(seeds) as root, headless_program(root) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        by_id, filtered = asked(driver, _MEASURE % {"runs": runs, "by_id": BY_ID})
    return {"cloud": {"by_id_ms": by_id, "filtered_ms": filtered}}
