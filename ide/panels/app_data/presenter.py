"""What AppData does, without Qt: asks for the data of the open pages, keeps what is open, sets edited values."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from ide.models.data_tree import DataOwner, DataTree, Fetch
from ide.models.tree_rows import Path, TreeRow
from simulator.bridge.preview import Preview

Component = tuple[DataOwner, str]


@dataclass(frozen=True, slots=True)
class AppDataCallbacks:
    """What the panel asks of a running program; answers may come later.

    `pages()` are the open pages (id, path), bottom first; `components(page_id, done)` finds the components of a page
    (owner, path); `data(owner, done)` fetches the data of a page or component, None if it is gone;
    `members(object_id, start, done)` the members of a value; `assign(owner, key, json_text, done)` sets a value and
    hands `done` the error, or an empty text.
    """

    pages: Callable[[], Sequence[tuple[int, str]]]
    components: Callable[[int, Callable[[Sequence[Component]], None]], None]
    data: Callable[[DataOwner, Callable[[Preview | None], None]], None]
    members: Fetch
    assign: Callable[[DataOwner, str, str, Callable[[str], None]], None]


class AppDataView(Protocol):
    """What the presenter asks of the widget."""

    def show_rows(self, rows: Sequence[TreeRow]) -> None: ...
    def report_not_json(self, text: str) -> None: ...
    def report_failed(self, error: str) -> None: ...


class AppDataPresenter:
    """The data of one running program: that of its pages, and of those of their components that are open."""

    def __init__(self, callbacks: AppDataCallbacks, view: AppDataView) -> None:
        self._callbacks = callbacks
        self._view = view
        self._pages: Sequence[tuple[int, str]] = ()
        self._components: dict[int, Sequence[Component]] = {}
        self._data: dict[DataOwner, Preview] = {}
        self._waiting: set[DataOwner] = set()
        self._is_stale = False
        self._tree = DataTree(callbacks.members, self._draw)

    def refresh(self) -> None:
        """Asks for everything anew. While answers are awaited, one more round is noted instead."""
        pages = self._callbacks.pages()
        if {owner.page_id for owner in self._waiting} & {page_id for page_id, _ in pages}:
            self._is_stale = True
            return
        self._pages = pages
        self._is_stale = False
        self._tree.renew()
        self._waiting = {DataOwner(page_id) for page_id, _ in self._pages}
        for page_id, _ in self._pages:
            self._callbacks.components(page_id, partial(self._components_arrived, page_id))
            self._ask(DataOwner(page_id))
        if not self._pages:
            self._draw()

    def forget(self) -> None:
        """The program starts anew: no answer will come any more."""
        self._waiting.clear()
        self._data.clear()
        self._components.clear()

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row."""
        self._tree.toggle(path)
        self._draw()
        for owner, _ in (one for found in self._components.values() for one in found):
            if owner.path == path and self._tree.is_open(owner):
                self._ask(owner)

    def edit(self, path: Path, text: str) -> None:
        """The user has typed another value: JSON."""
        place = self._tree.places.get(path)
        if place is None:
            return
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            self._view.report_not_json(text)
            return

        def done(error: str) -> None:
            if error:
                self._view.report_failed(error)
            self.refresh()

        self._callbacks.assign(place.owner, place.key, json.dumps(value), done)

    def _ask(self, owner: DataOwner) -> None:
        self._waiting.add(owner)
        self._callbacks.data(owner, partial(self._arrived, owner))

    def _components_arrived(self, page_id: int, found: Sequence[Component]) -> None:
        self._components[page_id] = found
        for owner, _ in found:
            if self._tree.is_open(owner):
                self._ask(owner)

    def _arrived(self, owner: DataOwner, data: Preview | None) -> None:
        self._waiting.discard(owner)
        if data is None:
            self._data.pop(owner, None)
        else:
            self._data[owner] = data
        if not self._waiting:
            self._draw()
            if self._is_stale:
                self.refresh()

    def _draw(self) -> None:
        self._tree.places.clear()
        rows: list[TreeRow] = []
        for page_id, name in reversed(self._pages):
            page = DataOwner(page_id)
            if page not in self._data:
                continue
            components = self._components.get(page_id, ())
            rows += self._tree.owner_rows(page, name, self._data[page], has_more=bool(components))
            for owner, path in components if self._tree.is_open(page) else ():
                rows += self._tree.owner_rows(owner, path, self._data.get(owner), has_more=False)
        self._view.show_rows(rows)
