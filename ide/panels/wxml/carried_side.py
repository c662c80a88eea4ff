"""What the chosen element carries, without Qt: asks for it, sets data and properties, changes the template.

Data and properties are set in the running program; attributes and text are changed in the template that they are in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from ide.models import style_edits
from ide.models.data_tree import DataTree
from ide.models.debug_target import NodeFacts
from ide.models.element_rows import TEXT, Carried, ElementRows
from ide.models.panel_presenter import PanelDesk
from ide.models.project_files import FileText
from ide.models.source_edits import SourceEdits
from ide.models.tree_rows import Path, TreeRow
from ide.models.wxml_tree import Element


class CarriedView(Protocol):
    """What shows it."""

    def show_carried(self, rows: Sequence[TreeRow]) -> None: ...


class CarriedSide:
    """`tell` hands a function to every view; `bind` hears which properties of the inline style data decides about."""

    def __init__(
        self,
        desk: PanelDesk,
        edits: SourceEdits,
        bind: Callable[[frozenset[str]], None],
        tell: Callable[[Callable[[CarriedView], None]], None],
    ) -> None:
        self._desk = desk
        self._edits = edits
        self._bind = bind
        self._tell = tell
        self._tree = DataTree(desk.target.values.members, self._draw)
        self._rows = ElementRows(self._tree)
        self.carried: Carried | None = None

    def choose(self, element: Element | None) -> None:
        """Another element, or the same in another state, or none."""
        former = self.carried
        if element is None:
            self.carried = None
        elif former is None or former.element.ref != element.ref:
            self.carried = Carried(element)
        else:
            self.carried = replace(former, element=element)
        self._draw()
        if element is not None:
            self._tree.renew()
            self._desk.target.pages.node(element.ref, lambda facts: self._facts_arrived(element, facts))
            self._desk.files.read(element.file, lambda now: self._text_arrived(element, now))

    def redraw(self) -> None:
        """The language is another one."""
        self._draw()

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row."""
        self._rows.toggle(path)
        self._draw()

    def chosen(self, path: Path) -> None:
        """The user chose a row: a handler is shown in its script."""
        facts = self.carried.facts if self.carried else None
        if path[0] != "handlers" or facts is None:
            return
        place = self._desk.target.pages.handler(facts.owner_path, path[2])
        if place is not None:
            self._desk.open_source(*place)
        elif path[2] != "wxs":
            self._desk.say(self._desk.appearance.texts("wxml.no_handler", name=path[2], owner=facts.owner_path))

    def edited(self, path: Path, text: str) -> None:
        """The user has changed a value."""
        carried = self.carried
        if carried is None:
            return
        if path[0] != "attributes":
            place = self._tree.places.get(path)
            if place is not None:
                self._desk.target.pages.set_data(place.owner, place.key, text, self._was_set)
            return
        element, name = carried.element, path[1]
        make = style_edits.text_change_of(element, text) if name == TEXT else None
        make = make or style_edits.attribute_change_of(element, name, text)
        self._edits.change(element.file, make, lambda reason: self._was_changed(element, reason))

    def add_attribute(self, text: str) -> None:
        """The user adds an attribute, as it would be written: `name="value"` or `name`."""
        carried = self.carried
        name, equals, value = text.strip().partition("=")
        if carried is None or not name:
            return
        value = value.strip().strip("\"'") if equals else ""
        make = style_edits.attribute_change_of(carried.element, name.strip(), value)
        self._edits.change(carried.element.file, make, lambda reason: self._was_changed(carried.element, reason))

    def remove_attribute(self, name: str) -> None:
        """The user takes an attribute away."""
        carried = self.carried
        if carried is not None:
            make = style_edits.attribute_change_of(carried.element, name, None)
            self._edits.change(carried.element.file, make, lambda reason: self._was_changed(carried.element, reason))

    def rows(self) -> list[TreeRow]:
        """What is shown."""
        return self._rows.rows(self.carried, self._desk.appearance.texts) if self.carried else []

    def _facts_arrived(self, element: Element, facts: NodeFacts | None) -> None:
        if self.carried is not None and self.carried.element == element:
            self.carried = replace(self.carried, facts=facts)
            self._draw()

    def _text_arrived(self, element: Element, now: FileText | None) -> None:
        if self.carried is not None and self.carried.element == element and now is not None:
            written = style_edits.written_of(now.text, element)
            self.carried = replace(self.carried, written=written)
            self._draw()
            self._bind(style_edits.bound_properties(written))

    def _was_set(self, error: str) -> None:
        if error:
            self._desk.say(self._desk.appearance.texts("wxml.not_set", error=error))

    def _was_changed(self, element: Element, reason: str) -> None:
        if reason:
            word = reason if reason in ("gone", "changed", "read_only", "unsaved") else "not_written"
            self._desk.say(self._desk.appearance.texts(f"wxml.edit.{word}", what=element.file))

    def _draw(self) -> None:
        rows = self.rows()
        self._tell(lambda view: view.show_carried(rows))
