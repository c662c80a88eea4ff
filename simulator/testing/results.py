"""What is kept of a test that has failed: the screen, the tree, the data, and all that has passed (trace)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from simulator.bridge.ndjson import write_records
from simulator.testing.app import App
from simulator.testing.failure import TestFailure
from simulator.testing.screen import png_of, take_picture
from simulator.testing.tree_text import tree_lines

__tracebackhide__ = True
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST = 120


def folder_of(results: Path, test: str) -> Path:
    """Where the results of a test are, by its node id."""
    return results / (_NOT_IN_NAMES.sub("-", test).strip("-")[-_LONGEST:] or "test")


def keep_results(app: App, folder: Path) -> list[Path]:
    """Writes what can still be had; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = [_kept(folder / "trace.ndjson", lambda file: _write_trace(app, file))]
    if not app.run.is_spoiled and app.run.program.page is not None:
        kept += [
            _kept(folder / "tree.wxml", lambda file: _write(file, "\n".join([*tree_lines(app.page.tree()), ""]))),
            _kept(folder / "data.json", lambda file: _write(file, json.dumps(app.page.data(), indent=1))),
        ]
        if app.run.has_screen:
            kept.append(_kept(folder / "screen.png", lambda file: file.write_bytes(png_of(take_picture(app.run)))))
    return [file for file in kept if file is not None]


def _kept(file: Path, write: Callable[[Path], object]) -> Path | None:
    try:
        write(file)
    except (TestFailure, OSError):
        # A program that does not answer has failed its test already; there is less to see of it.
        return None
    return file


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def _write_trace(app: App, file: Path) -> None:
    with file.open("w", encoding="utf-8") as stream:
        write_records(app.run.log.trace, stream)
