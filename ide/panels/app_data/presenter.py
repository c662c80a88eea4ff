"""What AppData does, without Qt: asks for the data of the open pages, keeps what is open, sets edited values."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from ide.models.data_tree import DataTree, row_of
from ide.models.debug_target import Component, DataOwner, OpenPage
from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.stirring import is_launch, may_change_data
from ide.models.tree_rows import Path, TreeRow
from simulator.bridge.preview import Preview
from simulator.bridge.record import Record


class AppDataView(Protocol):
    """What the presenter asks of the widget."""

    def show_rows(self, rows: Sequence[TreeRow]) -> None: ...
    def stirred(self) -> None: ...


class AppDataPresenter(PanelPresenter[AppDataView]):
    """The data of one running program: that of its pages, and of those of their components that are open."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self.rows: Sequence[TreeRow] = ()
        self._pages: Sequence[OpenPage] = ()
        self._components: dict[int, Sequence[Component]] = {}
        self._data: dict[DataOwner, Preview] = {}
        self._waiting: set[DataOwner] = set()
        self._is_stale = False
        self._tree = DataTree(desk.target.values.members, self._draw)

    def receive(self, records: Sequence[Record]) -> None:
        """Tells the view when the data may be others, while it is seen."""
        if any(map(is_launch, records)):
            self._forget()
        if self.is_seen and any(map(may_change_data, records)):
            self._tell(lambda view: view.stirred())

    def refresh(self) -> None:
        """Asks for everything anew. While answers are awaited, one more round is noted instead."""
        pages = self._desk.target.pages.opened()
        if {owner.page_id for owner in self._waiting} & {page.page_id for page in pages}:
            self._is_stale = True
            return
        self._pages = pages
        self._is_stale = False
        self._tree.renew()
        self._waiting = {DataOwner(page.page_id) for page in pages}
        for page in pages:
            self._desk.target.pages.components(page.page_id, partial(self._components_arrived, page.page_id))
            self._ask(DataOwner(page.page_id))
        if not pages:
            self._draw()

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row."""
        self._tree.toggle(path)
        self._draw()
        for component in (one for found in self._components.values() for one in found):
            if row_of(component.owner) == path and self._tree.is_open(component.owner):
                self._ask(component.owner)

    def edit(self, path: Path, text: str) -> None:
        """The user has typed another value, as JSON."""
        place = self._tree.places.get(path)
        if place is None:
            return
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            self._report("not_json", text=text)
            return

        def done(error: str) -> None:
            if error:
                self._report("action_failed", detail=error)
            self.refresh()

        self._desk.target.pages.set_data(place.owner, place.key, json.dumps(value), done)

    def sought(self, path: Path) -> str:
        """The place in the data of the page on top that a row shows, if it can be looked when it changed."""
        place = self._tree.places.get(path)
        if self._desk.find_changes is None or place is None or not place.key or not self._pages:
            return ""
        return place.key if place.owner == DataOwner(self._pages[-1].page_id) else ""

    def find_changes(self, path: Path) -> None:
        """Looks when the value of a row changed."""
        sought = self.sought(path)
        if sought and self._desk.find_changes is not None:
            self._desk.find_changes(sought)

    def lines(self) -> list[str]:
        """The rows, each as deep as it is."""
        return [row.indented() for row in self.rows]

    def _forget(self) -> None:
        """The program starts anew: no answer will come any more."""
        self._waiting.clear()
        self._data.clear()
        self._components.clear()

    def _ask(self, owner: DataOwner) -> None:
        self._waiting.add(owner)
        self._desk.target.pages.data(owner, partial(self._arrived, owner))

    def _components_arrived(self, page_id: int, found: Sequence[Component]) -> None:
        self._components[page_id] = found
        for component in found:
            if self._tree.is_open(component.owner):
                self._ask(component.owner)

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
        for shown in reversed(self._pages):
            page = DataOwner(shown.page_id)
            if page not in self._data:
                continue
            components = self._components.get(shown.page_id, ())
            rows += self._tree.owner_rows(page, shown.path, self._data[page], has_more=bool(components))
            for one in components if self._tree.is_open(page) else ():
                rows += self._tree.owner_rows(one.owner, one.path, self._data.get(one.owner), has_more=False)
        self.rows = rows
        self._tell(lambda view: view.show_rows(rows))
