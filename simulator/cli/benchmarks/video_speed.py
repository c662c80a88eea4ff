"""How a film of H.264 plays: 720p at 30 pictures a second, in the normal flow of a page."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil

from simulator.cli.benchmarks.shell_page import TIMEOUT_S, ask, asked_until
from simulator.running.headless import HeadlessProgram, headless_program

PLAYED_MS = 5000
REST_MS = 2500
"""A decoder that is kept ready is there by then."""

# In the shell's page: `film` is the component, `told` what it has heard last, and when.
_BEGIN = """(() => {
  const frames = [...document.querySelectorAll("iframe")].map((one) => one.contentDocument.querySelector("wx-video"));
  const film = window.film = frames.find((one) => one?.__builtIn?.stage)?.__builtIn;
  window.marks = {};
  window.heard = (name, wanted, act) => {
    const began = performance.now();
    act();
    const { playback } = film;
    const hear = playback.hear;
    playback.hear = (event, detail) => {
      if (wanted(event) && marks[name] === undefined) marks[name] = performance.now() - began;
      hear(event, detail);
    };
  };
  return Boolean(film?.playback?.isKnown);
})()"""
_FIRST = """heard("first_frame_ms", (event) => event === "drawn",
  () => { marks = {}; film.assign("src", ""); film.assign("src", "/film.mp4"); })"""
_PLAY = """(() => {
  film.play();
  marks.shown = 0;
  const { playback } = film;
  const hear = playback.hear;
  playback.hear = (event, detail) => { if (event === "drawn") marks.shown += 1; hear(event, detail); };
})()"""
_SHOWN = "marks.shown"
_SEEK = """(() => { delete marks.seek_ms; film.playback.pause(); heard("seek_ms", (event) => event === "drawn",
  () => film.seek(%s)); })()"""


@contextmanager
def film_project() -> Iterator[Path]:
    """A program of one page with the bundled film."""
    resources = files("resources")
    with (
        TemporaryDirectory(prefix="handset-bench-") as folder,
        as_file(resources / "bench" / "film") as source,
        as_file(resources / "media" / "test-card.mp4") as film,
    ):
        root = Path(folder) / "film"
        shutil.copytree(source, root)
        shutil.copy(film, root / "film.mp4")
        yield root


def measure(runs: int) -> dict[str, Any]:
    """`video`: from the source to the first picture, from a place to its picture (ms), pictures shown a second, and
    cores that all processes take together while it plays."""
    with film_project() as root, headless_program(root) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        asked_until(driver, _BEGIN, "the film to be known")
        first, seeks = [], []
        for run in range(runs):
            driver.pause(REST_MS)
            ask(driver, _FIRST)
            first.append(_mark(driver, "first_frame_ms"))
            driver.pause(REST_MS // 5)
            ask(driver, _SEEK % (1 + run % 4))
            seeks.append(_mark(driver, "seek_ms"))
        shown, cores = _play(driver)
    return {"video": {"first_frame_ms": first, "seek_ms": seeks, "shown_per_s": [shown], "cores": [cores]}}


def _play(driver: HeadlessProgram) -> tuple[float, float]:
    ask(driver, _PLAY)
    driver.pause(REST_MS)
    began, worked, shown = time.perf_counter(), _worked_s(), ask(driver, _SHOWN)
    driver.pause(PLAYED_MS)
    spent = time.perf_counter() - began
    return (ask(driver, _SHOWN) - shown) / spent, (_worked_s() - worked) / spent


def _worked_s() -> float:
    """The time of a processor that this process and all that it has started have had."""
    first = psutil.Process()
    total = 0.0
    for process in (first, *first.children(recursive=True)):
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue
        total += times.user + times.system
    return total


def _mark(driver: HeadlessProgram, name: str) -> float:
    return float(asked_until(driver, f"marks.{name}", name))
