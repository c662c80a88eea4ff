"""Which parts of which rows are open, and the members that were fetched for them."""

from __future__ import annotations

from collections.abc import Callable

from simulator.bridge.preview import Preview

Path = tuple[str, ...]
Fetch = Callable[[int, int, Callable[[Preview | None], None]], None]
"""Asks for the members of an object from an index on: `fetch(object_id, start, done)`."""


class Opened:
    """What is open in one row. A path names a value by the labels on the way to it, beginning at the row."""

    def __init__(self) -> None:
        self._toggled: set[Path] = set()
        self._fetched: dict[Path, Preview] = {}
        self._waiting: set[Path] = set()
        self._lost: set[Path] = set()

    def is_open(self, path: Path, *, at_first: bool = False) -> bool:
        """Whether the part is open; `at_first` says how it is when nobody has touched it."""
        return (path in self._toggled) != at_first

    def toggle(self, path: Path) -> None:
        """Opens what is closed and the reverse."""
        self._toggled ^= {path}

    def fetched(self, path: Path) -> Preview | None:
        """The members that were fetched for the value, if any."""
        return self._fetched.get(path)

    def is_lost(self, path: Path) -> bool:
        """Whether the program no longer has the value."""
        return path in self._lost

    def fetch(self, path: Path, object_id: int, start: int, inspect: Fetch, done: Callable[[], None]) -> None:
        """Asks for the members once; calls `done` when they are here or known to be lost."""
        if path in self._waiting or path in self._fetched:
            return
        self._waiting.add(path)

        def arrived(preview: Preview | None) -> None:
            self._waiting.discard(path)
            if preview is None or preview.get("t") not in ("object", "array"):
                self._lost.add(path)
            else:
                self._fetched[path] = preview
            done()

        inspect(object_id, start, arrived)
