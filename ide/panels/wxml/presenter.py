"""What Wxml does, without Qt: keeps the tree fresh, marks elements on the phone, tells what one carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol

from ide.models.boxes import RINGS, boxes_of
from ide.models.debug_target import PageFrame, Ref
from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.source_edits import SourceEdits
from ide.models.stirring import is_launch, may_change_data, may_change_style
from ide.models.style_rows import StyleRow
from ide.models.tree_rows import Path, TreeRow
from ide.models.wxml_text import markup_of, selector_of, xpath_of
from ide.models.wxml_tree import Element, WxmlTree
from ide.panels.wxml.carried_side import CarriedSide
from ide.panels.wxml.style_editing import StyleEditing
from ide.panels.wxml.style_side import StyleSide
from ide.panels.wxml.tree_finder import TreeFinder
from runtime.protocol.inspection import BoxModel, PseudoClass
from simulator.bridge.record import Record

MOST_NAME = 60


class WxmlView(Protocol):
    """What the presenter asks of the widget."""

    def show_rows(self, rows: Sequence[TreeRow]) -> None: ...
    def choose(self, path: Path) -> None: ...
    def show_element(self, element: Element | None) -> None: ...
    def show_carried(self, rows: Sequence[TreeRow]) -> None: ...
    def show_styles(self, rows: Sequence[StyleRow], forced: Sequence[PseudoClass]) -> None: ...
    def show_computed(self, rows: Sequence[tuple[str, str, str]], box: BoxModel | None) -> None: ...
    def show_found(self, number: int, count: int) -> None: ...
    def show_pointing(self, *, is_on: bool) -> None: ...
    def stirred(self) -> None: ...


class WxmlPresenter(PanelPresenter[WxmlView]):
    """The tree of one running program's visible page. It hears where the user points (`Pointing`)."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self.tree = WxmlTree()
        self.edits = SourceEdits(desk.files)
        self.finder = TreeFinder(self.tree, self._found)
        self.styles = StyleSide(desk, self._tell)
        self.carried = CarriedSide(desk, self.edits, self.styles.bind, self._tell)
        self.style_editing = StyleEditing(desk, self.edits, self.styles)
        self._phone = desk.target.phones[0]
        self._chosen: Path | None = None
        self._hovered: Path | None = None
        self._is_waiting = False
        self._is_stale = False

    def receive(self, records: Sequence[Record]) -> None:
        """Tells the view when the tree may be another, while it is seen."""
        if any(map(is_launch, records)):
            self._forget()
        if self.is_seen and any(may_change_data(record) or may_change_style(record) for record in records):
            self._tell(lambda view: view.stirred())

    def refresh(self) -> None:
        """Asks for the tree anew. While an answer is awaited, one more round is noted instead."""
        if self._is_waiting:
            self._is_stale = True
            return
        self._is_waiting, self._is_stale = True, False
        self._desk.target.pages.tree(self._arrived)

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row."""
        self.tree.toggle(path)
        self._draw()

    def show_shadow(self, *, is_on: bool) -> None:
        """Whether the templates of components are shown below their hosts."""
        self.tree.show_shadow(is_on=is_on)
        self._draw()

    def open_all(self, path: Path, *, is_open: bool) -> None:
        """The user opens or closes an element with all in it."""
        self.tree.open_all(path, is_open=is_open)
        self._draw()

    def choose(self, path: Path) -> None:
        """The user chose a row; the console knows its element as $0."""
        self._chosen = path
        element = self.tree.element(path)
        self._desk.target.pages.choose(element.ref if element else None)
        self._tell_chosen()

    def hover(self, path: Path | None) -> None:
        """The mouse is over a row: its element is marked on the phone."""
        self._hovered = path
        element = self.tree.element(path)
        if element is None:
            self._phone.mark(())
            return
        self._phone.measure(element.ref, RINGS, lambda measured: self._mark(element, measured))

    def point(self, *, is_on: bool) -> None:
        """The user wants to choose an element on the phone, or no longer."""
        if is_on:
            self._phone.start_pointing(self)
        else:
            self._phone.stop_pointing()

    def pointed(self, x: float, y: float) -> None:
        """The mouse is over a point of the phone: its element is marked."""

        def found(ref: Ref | None) -> None:
            self.hover(self.tree.path_of(ref) if ref else None)

        self._phone.element_at(x, y, found)

    def picked(self, x: float, y: float) -> None:
        """A point of the phone was clicked: its element is chosen."""

        def found(ref: Ref | None) -> None:
            path = self.tree.path_of(ref) if ref else None
            self.hover(None)
            if path:
                self.tree.reveal(path)
                self._draw()
                self._tell(lambda view: view.choose(path))

        self._phone.element_at(x, y, found)

    def left(self) -> None:
        """The mouse no longer points at elements."""
        self._tell(lambda view: view.show_pointing(is_on=False))

    def lines(self) -> list[str]:
        """The rows, each as deep as it is."""
        return [row.indented() for row in self.tree.rows()]

    @property
    def chosen(self) -> Element | None:
        """The chosen element."""
        return self.tree.element(self._chosen)

    def copied(self, what: Literal["markup", "selector", "path"]) -> str:
        """What the user copies of the chosen element."""
        element = self.chosen
        if element is None:
            return ""
        if what == "markup":
            return markup_of(self.tree.nodes, element.path)
        return selector_of(self.tree, element.path) if what == "selector" else xpath_of(element)

    def add_rule(self) -> None:
        """The user wants a rule for the chosen element."""
        facts = self.carried.carried.facts if self.carried.carried else None
        if facts is not None:
            self.style_editing.add_rule(facts.owner_path)

    def keep(self) -> None:
        """Makes the chosen element $0 of the console, and says so."""
        if self.chosen is not None:
            self._desk.target.pages.choose(self.chosen.ref)
            self._desk.say(self._desk.appearance.texts("wxml.kept", tag=self.chosen.tag))

    def reveal(self) -> None:
        """Scrolls the chosen element into view on the phone."""
        if self.chosen is not None:
            self._desk.target.styles.reveal(self.chosen.ref)

    def open_source(self) -> None:
        """Shows the chosen element's place in its template."""
        element = self.chosen
        if element and element.file:
            self._desk.open_source(element.file, element.line, 1)

    def _forget(self) -> None:
        """The program starts anew: no answer will come any more."""
        self._is_waiting = False
        self.tree.replace(())
        self.hover(None)
        self._draw()

    def _arrived(self, nodes: Sequence[Any] | None) -> None:
        self._is_waiting = False
        if self.tree.replace(nodes or ()):
            self._draw()
        path = self.tree.moved(self._chosen) if self._chosen else None
        if path is not None and path != self._chosen:
            self._tell(lambda view: view.choose(path))
        self._chosen = path
        self._tell_chosen()
        if self._is_stale:
            self.refresh()

    def _found(self, path: Path | None, number: int, count: int) -> None:
        self._tell(lambda view: view.show_found(number, count))
        if path is not None:
            self.tree.reveal(path)
            self._draw()
            self._tell(lambda view: view.choose(path))

    def _draw(self) -> None:
        rows = self.tree.rows()
        self._tell(lambda view: view.show_rows(rows))

    def _tell_chosen(self) -> None:
        element = self.chosen
        self._tell(lambda view: view.show_element(element))
        self.styles.choose(element)
        self.carried.choose(element)

    def _mark(self, element: Element, measured: Mapping[str, Any] | None) -> None:
        if measured is None or self._hovered != element.path:
            return

        def place(frame: PageFrame | None) -> None:
            if frame is None or self._hovered != element.path:
                return
            boxes = boxes_of(measured, frame.box.left, frame.box.top)
            name = "".join((element.tag, *(f".{one}" for one in str(element.attributes.get("class") or "").split())))
            size = f"{round(measured['width'], 1):g} × {round(measured['height'], 1):g}"
            self._phone.mark(boxes, f"{name[:MOST_NAME]}  {size}")

        self._phone.frame(place)
