"""How a map moves: one with a hundred markers, in the normal flow of a page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from simulator.cli.benchmarks.shell_page import TIMEOUT_S, ask, asked_until
from simulator.running.headless import headless_program

PANNED_MS = 4000

# In the shell's page: `view` is the component. The finger goes round, so that new tiles come all the time.
_BEGIN = """(() => {
  const frames = [...document.querySelectorAll("iframe")].map((one) => one.contentDocument.querySelector("wx-map"));
  window.view = frames.find((one) => one?.__builtIn?.map)?.__builtIn;
  return view?.markers?.all.size === 100;
})()"""
_PAN = """(() => {
  window.panned = undefined;
  const began = performance.now();
  let frames = 0;
  const step = (now) => {
    view.dragged({ dx: 3 * Math.cos(frames / 40), dy: 3 * Math.sin(frames / 40) });
    frames += 1;
    if (now - began < %d) requestAnimationFrame(step);
    else { view.dropped({ isCancelled: true }); panned = (frames * 1000) / (now - began); }
  };
  requestAnimationFrame(step);
})()"""


@contextmanager
def map_project() -> Iterator[Path]:
    """A program of one page with a map."""
    with TemporaryDirectory(prefix="handset-bench-") as folder, as_file(files("resources") / "bench" / "map") as source:
        root = Path(folder) / "map"
        shutil.copytree(source, root)
        yield root


def measure(runs: int) -> dict[str, Any]:
    """`map.frames_per_s`: frames while a finger moves it."""
    figures = []
    with map_project() as root, headless_program(root) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        asked_until(driver, _BEGIN, "the map")
        for _ in range(min(runs, 3)):
            ask(driver, _PAN % PANNED_MS)
            figures.append(float(asked_until(driver, "window.panned", "the end of the movement")))
    return {"map": {"frames_per_s": figures}}
