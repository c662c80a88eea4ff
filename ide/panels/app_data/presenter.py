"""What AppData does, without Qt: asks for the data of the open pages, keeps what is open, sets edited values."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ide.models.data_tree import DataTree, Fetch
from ide.models.tree_rows import Path, TreeRow
from simulator.bridge.preview import Preview


@dataclass(frozen=True, slots=True)
class AppDataCallbacks:
    """What the panel asks of a running program; answers may come later.

    `pages()` are the open pages (id, path), bottom first; `data(page_id, done)` fetches a page's data, None if the
    page is gone; `members(object_id, start, done)` the members of a value; `assign(page_id, key, json_text, done)`
    sets a value and hands `done` the error, or an empty text.
    """

    pages: Callable[[], Sequence[tuple[int, str]]]
    data: Callable[[int, Callable[[Preview | None], None]], None]
    members: Fetch
    assign: Callable[[int, str, str, Callable[[str], None]], None]


class AppDataView(Protocol):
    """What the presenter asks of the widget."""

    def show_rows(self, rows: Sequence[TreeRow]) -> None: ...
    def report_not_json(self, text: str) -> None: ...
    def report_failed(self, error: str) -> None: ...


class AppDataPresenter:
    """The data of one running program."""

    def __init__(self, callbacks: AppDataCallbacks, view: AppDataView) -> None:
        self._callbacks = callbacks
        self._view = view
        self._pages: Sequence[tuple[int, str]] = ()
        self._data: dict[int, Preview] = {}
        self._waiting: set[int] = set()
        self._is_stale = False
        self._tree = DataTree(callbacks.members, self._draw)

    def refresh(self) -> None:
        """Asks for everything anew. While answers are awaited, one more round is noted instead."""
        pages = self._callbacks.pages()
        if self._waiting & {page_id for page_id, _ in pages}:
            self._is_stale = True
            return
        self._pages = pages
        self._is_stale = False
        self._tree.renew()
        self._waiting = {page_id for page_id, _ in self._pages}
        for page_id in tuple(self._waiting):
            self._callbacks.data(page_id, lambda data, page_id=page_id: self._arrived(page_id, data))  # type: ignore[misc]
        if not self._pages:
            self._draw()

    def forget(self) -> None:
        """The program starts anew: no answer will come any more."""
        self._waiting.clear()
        self._data.clear()

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row."""
        self._tree.toggle(path)
        self._draw()

    def edit(self, path: Path, text: str) -> None:
        """The user has typed another value: JSON."""
        place = self._tree.places.get(path)
        if place is None:
            return
        try:
            value = json.loads(text)
        except ValueError:
            self._view.report_not_json(text)
            return

        def done(error: str) -> None:
            if error:
                self._view.report_failed(error)
            self.refresh()

        self._callbacks.assign(place.page_id, place.key, json.dumps(value), done)

    def _arrived(self, page_id: int, data: Preview | None) -> None:
        self._waiting.discard(page_id)
        if data is None:
            self._data.pop(page_id, None)
        else:
            self._data[page_id] = data
        if not self._waiting:
            self._draw()
            if self._is_stale:
                self.refresh()

    def _draw(self) -> None:
        self._tree.places.clear()
        rows: list[TreeRow] = []
        for page_id, name in reversed(self._pages):
            if page_id in self._data:
                rows += self._tree.page_rows(page_id, name, self._data[page_id])
        self._view.show_rows(rows)
