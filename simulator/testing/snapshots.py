"""Compares trees with those that are kept, line by line."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from simulator.testing.failure import DeadlineFailure, TestFailure
from simulator.testing.page_scope import PageScope
from simulator.testing.snapshot_files import UPDATE
from simulator.testing.tree_text import tree_lines

__tracebackhide__ = True


def check_tree(
    name: str,
    page: PageScope,
    tree: Callable[[], tuple[list[Any], str]],
    timeout: float | None,
) -> None:
    """Compares a tree with the one that is kept: every tag, attribute and text counts."""
    snapshots = page.run.snapshots
    file = snapshots.file(name, "wxml")
    kept = _read(file)
    lines: list[str] = []

    def is_same() -> bool:
        nonlocal lines
        lines = tree_lines(tree()[0])
        return kept is None or lines == kept

    patience_s = page.patience_s(timeout)
    is_met = page.run.eventually(is_same, 0 if snapshots.updates or kept is None else patience_s)
    text = "\n".join([*lines, ""]).encode()
    if kept is None or (snapshots.updates and not is_met):
        snapshots.keep(file, text)
        if not snapshots.updates:
            raise TestFailure(f"there was no snapshot {file}: it is kept now; look at it, then run the test again")
        return
    if not is_met:
        seen = snapshots.show(f"{name}.wxml", text)
        changes = list(difflib.unified_diff(kept, lines, "kept", "found", lineterm="", n=2))
        shown = "\n".join(f"  {line}" for line in changes[:60])
        raise DeadlineFailure(
            f"the tree is not the one of {file} after {patience_s:g} s\n{shown}\n  found: {seen}\n  {UPDATE}"
        )


def _read(file: Path) -> list[str] | None:
    """The lines that are kept, None if nothing is. Raises TestFailure for a file that cannot be read."""
    try:
        return file.read_bytes().decode("utf-8").splitlines()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TestFailure(f"the snapshot {file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise TestFailure(f"the snapshot {file} is damaged: it is not UTF-8; {UPDATE}, or restore it") from None
