"""What Wxml does, without Qt: keeps the tree fresh, marks elements on the phone, tells what one carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from ide.models.tree_rows import Path, TreeRow
from ide.models.wxml_tree import Element, Ref, WxmlTree
from simulator.bridge.preview import Preview, inline, members

# Without the words that the rect uses: left, top, width, height.
STYLES = (
    "display", "position", "margin", "padding", "border",
    "box-sizing", "color", "background-color", "background-image", "font-size", "font-weight", "font-family",
    "line-height", "text-align", "flex-direction", "justify-content", "align-items", "flex", "overflow", "opacity",
    "visibility", "z-index", "transform", "transition",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """An area in CSS pixels of the phone's screen."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class WxmlCallbacks:
    """What the panel asks of a running program; answers may come later, None where there is nothing.

    `tree(done)` fetches the visible page's tree; `measure(ref, styles, done)` an element's rect and styles;
    `data(ref, done)` the data of the component whose host an element is;
    `frame(done)` where the page lies on the phone; `mark(box, label)` frames a part of the phone (None: no more);
    `element_at(x, y, done)` finds the element at a point of the phone's screen.
    """

    tree: Callable[[Callable[[Sequence[Any] | None], None]], None]
    measure: Callable[[Ref, Sequence[str], Callable[[Mapping[str, Any] | None], None]], None]
    data: Callable[[Ref, Callable[[Preview | None], None]], None]
    frame: Callable[[Callable[[Mapping[str, Any] | None], None]], None]
    mark: Callable[[Box | None, str], None]
    element_at: Callable[[float, float, Callable[[Ref | None], None]], None]
    open_source: Callable[[str, int, int], None]


class WxmlView(Protocol):
    """What the presenter asks of the widget."""

    def show_rows(self, rows: Sequence[TreeRow]) -> None: ...
    def choose(self, path: Path) -> None: ...
    def show_element(self, element: Element | None, measured: Mapping[str, Any], data: Mapping[str, str]) -> None: ...


class WxmlPresenter:
    """The tree of one running program's visible page."""

    def __init__(self, callbacks: WxmlCallbacks, view: WxmlView) -> None:
        self.tree = WxmlTree()
        self._callbacks = callbacks
        self._view = view
        self._chosen: Path | None = None
        self._hovered: Path | None = None
        self._is_waiting = False
        self._is_stale = False

    def refresh(self) -> None:
        """Asks for the tree anew. While an answer is awaited, one more round is noted instead."""
        if self._is_waiting:
            self._is_stale = True
            return
        self._is_waiting, self._is_stale = True, False
        self._callbacks.tree(self._arrived)

    def forget(self) -> None:
        """The program starts anew: no answer will come any more."""
        self._is_waiting = False
        self.tree.replace(())
        self._chosen = None
        self.hover(None)
        self._draw()

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row."""
        self.tree.toggle(path)
        self._draw()

    def choose(self, path: Path) -> None:
        """The user chose a row."""
        self._chosen = path
        self._tell_chosen()

    def hover(self, path: Path | None) -> None:
        """The mouse is over a row: its element is marked on the phone."""
        self._hovered = path
        element = self.tree.elements.get(path) if path else None
        if element is None:
            self._callbacks.mark(None, "")
            return
        self._callbacks.measure(element.ref, (), lambda measured: self._mark(element, measured))

    def point(self, x: float, y: float) -> None:
        """The mouse is over a point of the phone while an element is being picked."""

        def found(ref: Ref | None) -> None:
            element = next((one for one in self.tree.elements.values() if one.ref == ref), None)
            self.hover(element.path if element else None)

        self._callbacks.element_at(x, y, found)

    def pick(self, x: float, y: float) -> None:
        """The user picked a point of the phone: its element is chosen."""

        def found(ref: Ref | None) -> None:
            path = self.tree.reveal(ref) if ref else None
            self.hover(None)
            if path:
                self._draw()
                self._view.choose(path)

        self._callbacks.element_at(x, y, found)

    def open_source(self) -> None:
        """Shows the chosen element's place in its template."""
        element = self.tree.elements.get(self._chosen) if self._chosen else None
        if element and element.file:
            self._callbacks.open_source(element.file, element.line, 1)

    def _arrived(self, nodes: Sequence[Any] | None) -> None:
        self._is_waiting = False
        self.tree.replace(nodes or ())
        self._draw()
        self._tell_chosen()
        if self._is_stale:
            self.refresh()

    def _draw(self) -> None:
        self._view.show_rows(self.tree.rows())

    def _tell_chosen(self) -> None:
        element = self.tree.elements.get(self._chosen) if self._chosen else None
        if element is None:
            self._view.show_element(None, {}, {})
            return

        def measured(data: Mapping[str, str], found: Mapping[str, Any] | None) -> None:
            if self.tree.elements.get(element.path) == element and self._chosen == element.path:
                self._view.show_element(element, found or {}, data)

        def measure(data: Preview | None) -> None:
            values = {name: _in_line(value) for name, value in members(data or {})}
            self._callbacks.measure(element.ref, STYLES, partial(measured, values))

        if element.component:
            self._callbacks.data(element.ref, measure)
        else:
            measure(None)

    def _mark(self, element: Element, measured: Mapping[str, Any] | None) -> None:
        if measured is None or self._hovered != element.path:
            return

        def place(frame: Mapping[str, Any] | None) -> None:
            if frame is None or self._hovered != element.path:
                return
            left, top = measured["left"] + frame["left"], measured["top"] + frame["top"]
            box = Box(left, top, measured["width"], measured["height"])
            self._callbacks.mark(box, f"{element.tag}  {round(box.width, 1):g} × {round(box.height, 1):g}")

        self._callbacks.frame(place)


def _in_line(value: Preview) -> str:
    return "".join(piece.text for piece in inline(value, nested=True))
