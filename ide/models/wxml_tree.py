"""The tree of a page on the screen as rows, and what is known of one element. Knows no Qt.

The tree comes from the logic layer: texts, and nodes `{tag, attr, children, ref, file, line, is?}`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ide.models.console.lines import Span
from ide.models.debug_target import Ref
from ide.models.tree_rows import Path, TreeRow
from runtime.compiler.wxml.names import dashed

OPEN_DEPTH = 4
MAX_TEXT = 200
PAGE_PATH: Path = ("page",)


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the tree. `path` is its row's; `ref` names it in the view, (0, 0) is none (a slot).

    `shape` names it by tags and places: an element that was made anew is known by it.
    """

    path: Path
    tag: str
    ref: Ref
    attributes: Mapping[str, Any]
    file: str
    line: int
    component: str = ""
    shape: Path = ()

    @property
    def plain_attributes(self) -> dict[str, str]:
        """Attributes other than the dataset, as text."""
        plain = {name: value for name, value in self.attributes.items() if not name.startswith("data-")}
        return {dashed(name): as_text(value) for name, value in plain.items()}

    @property
    def dataset(self) -> dict[str, str]:
        """The dataset, as text."""
        return {
            name.removeprefix("data-"): as_text(value)
            for name, value in self.attributes.items()
            if name.startswith("data-")
        }


class WxmlTree:
    """Owner of the tree and of what is open in it. The uppermost levels are open until the user closes them.

    What is open stays so when the page is rendered anew: elements that are others now are known by their shape.
    `shows_shadow`: whether templates of components are shown below their hosts, or only what the page put into them.
    Trees are large and nearly all of one is never looked at, so elements are made when somebody asks for one.
    """

    def __init__(self) -> None:
        self.nodes: Sequence[Any] = ()
        self._shows_shadow = True
        self._rows: list[TreeRow] | None = None
        self._toggled: set[Path] = set()
        self._former: Sequence[Any] = ()

    def replace(self, nodes: Sequence[Any]) -> bool:
        """Another state of the page; False if it is the same."""
        if nodes is self.nodes:
            return False
        # A program that starts again has no tree for a moment.
        self._former = self.nodes or self._former
        self.nodes, self._rows = nodes, None
        if nodes:
            self._toggled = {self.moved(path) for path in self._toggled}
        return True

    @property
    def shows_shadow(self) -> bool:
        """See the class."""
        return self._shows_shadow

    def show_shadow(self, *, is_on: bool) -> None:
        """Whether templates of components are shown."""
        self._shows_shadow, self._rows = is_on, None

    def element(self, path: Path | None) -> Element | None:
        """The element of a row; None for the page, for text, and for what is not there."""
        return _element_at(self.nodes, path) if path else None

    def moved(self, path: Path) -> Path:
        """The path of what has taken the place of a former element; the same if it is there, or nothing has."""
        if _element_at(self.nodes, path) is not None:
            return path
        former = _element_at(self._former, path)
        return (_path_of_shape(self.nodes, former.shape) if former else None) or path

    def path_of(self, ref: Ref) -> Path | None:
        """The row of the element of this number."""
        waiting: list[tuple[Sequence[Any], Path]] = [(self.nodes, PAGE_PATH)]
        while waiting:
            nodes, above = waiting.pop()
            for index, node in enumerate(nodes):
                if isinstance(node, str):
                    continue
                path = path_of(node, above, index)
                if tuple(node.get("ref") or ()) == ref:
                    return path
                if inner := node.get("children"):
                    waiting.append((inner, path))
        return None

    def toggle(self, path: Path) -> None:
        """Opens what is closed and the reverse."""
        self._toggled ^= {path}
        self._rows = None

    def reveal(self, path: Path) -> None:
        """Opens what lies above a row."""
        for length in range(1, len(path)):
            above = path[:length]
            if not self._is_open(above):
                self.toggle(above)

    def open_all(self, path: Path, *, is_open: bool) -> None:
        """Opens or closes an element and all in it."""
        node = node_at(self.nodes, path)
        waiting = [(node, path)] if node is not None else []
        while waiting:
            node, here = waiting.pop()
            if self._is_open(here) != is_open:
                self.toggle(here)
            children = enumerate(node.get("children") or ())
            waiting += [(one, path_of(one, here, index)) for index, one in children if not isinstance(one, str)]

    def rows(self) -> Sequence[TreeRow]:
        """What is shown now; the same object as before as long as it is the same."""
        if self._rows is None:
            self._rows = self._made_rows()
        return self._rows

    def _made_rows(self) -> list[TreeRow]:
        if not self.nodes:
            return []
        rows = [TreeRow(PAGE_PATH, _opening_tag("page", {}, closes=False), self._is_open(PAGE_PATH))]
        if self._is_open(PAGE_PATH):
            self._add_rows(rows, _seen(self.nodes, PAGE_PATH), len(PAGE_PATH))
        return rows

    def _is_open(self, path: Path) -> bool:
        return (path in self._toggled) != (len(path) <= OPEN_DEPTH)

    def _add_rows(self, rows: list[TreeRow], seen: Sequence[tuple[Any, Path]], depth: int) -> None:
        for node, path in seen:
            if isinstance(node, str):
                rows.append(TreeRow(path, (Span(_shortened(node.strip())),), None, None, depth))
                continue
            host = node if node.get("is") and not self.shows_shadow else None
            inside = _seen(node.get("children") or (), path, host)
            if not inside or (len(inside) == 1 and isinstance(inside[0][0], str)):
                text = inside[0][0].strip() if inside else None
                rows.append(TreeRow(path, partial(_node_spans, node, text), None, None, depth))
                continue
            is_open = self._is_open(path)
            rows.append(TreeRow(path, partial(_node_spans, node, None, is_open=is_open), is_open, None, depth))
            if is_open:
                self._add_rows(rows, inside, depth + 1)


def as_text(value: Any) -> str:
    """An attribute's value as text: a text as it is, anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def path_of(node: Mapping[str, Any], above: Path, index: int) -> Path:
    """The path of a node's row."""
    reference = node.get("ref")
    return (*above, f"{reference[0]}.{reference[1]}" if reference else f"{index}")


def node_at(nodes: Sequence[Any], path: Path) -> Any:
    """The node of a row as the logic layer told it, the page around all; None if it is not there."""
    found: Any = {"tag": "page", "attr": {}, "children": nodes}
    for depth in range(len(PAGE_PATH), len(path)):
        above, step = path[:depth], path[depth]
        inside = enumerate(found.get("children") or ())
        found = next(
            (one for at, one in inside if not isinstance(one, str) and path_of(one, above, at)[-1] == step), None
        )
        if found is None:
            return None
    return found


def _element_at(nodes: Sequence[Any], path: Path) -> Element | None:
    if len(path) <= len(PAGE_PATH):
        return None
    parent = node_at(nodes, path[:-1])
    inside = enumerate(parent.get("children") or ()) if parent is not None else ()
    found = next((one for at, one in inside if not isinstance(one, str) and path_of(one, path[:-1], at) == path), None)
    if found is None:
        return None
    reference = found.get("ref") or (0, 0)
    attributes = {name: value for name, value in found["attr"].items() if value is not None}
    file, line, component = str(found.get("file") or ""), int(found.get("line") or 0), str(found.get("is") or "")
    ref = (int(reference[0]), int(reference[1]))
    return Element(path, str(found["tag"]), ref, attributes, file, line, component, _shape(nodes, path))


def _shape(nodes: Sequence[Any], path: Path) -> Path:
    """Tags and places among those of the same tag, from the page on: `view1`, `text2`."""
    shape: list[str] = []
    children: Sequence[Any] = nodes
    for depth in range(len(PAGE_PATH), len(path)):
        count: dict[str, int] = {}
        for at, one in enumerate(children):
            if isinstance(one, str):
                continue
            tag = str(one["tag"])
            count[tag] = count.get(tag, 0) + 1
            if path_of(one, path[:depth], at)[-1] == path[depth]:
                shape.append(f"{tag}{count[tag]}")
                children = one.get("children") or ()
                break
    return tuple(shape)


def _path_of_shape(nodes: Sequence[Any], shape: Path) -> Path | None:
    path, children = PAGE_PATH, nodes
    for step in shape:
        count: dict[str, int] = {}
        for at, one in enumerate(children):
            if isinstance(one, str):
                continue
            tag = str(one["tag"])
            count[tag] = count.get(tag, 0) + 1
            if f"{tag}{count[tag]}" == step:
                path, children = path_of(one, path, at), one.get("children") or ()
                break
        else:
            return None
    return path


def _seen(nodes: Sequence[Any], above: Path, host: Any = None, *, is_slot: bool = False) -> list[tuple[Any, Path]]:
    """Nodes with their paths, without blank texts. Of a component (`host`) only what was put into it."""
    found: list[tuple[Any, Path]] = []
    for index, node in enumerate(nodes):
        if isinstance(node, str):
            if node.strip() and (host is None or is_slot):
                found.append((node, (*above, f"#{index}")))
            continue
        path = path_of(node, above, index)
        if host is None or node.get("in") == host.get("in"):
            found.append((node, path))
        else:
            found += _seen(node.get("children") or (), path, host, is_slot=node["tag"] == "slot")
    return found


def _node_spans(node: Mapping[str, Any], text: str | None, is_open: bool | None = None) -> tuple[Span, ...]:
    """One element on its line. `is_open` None: there is nothing in it but `text`."""
    has_content = text is not None or is_open is not None
    tag = str(node["tag"])
    attributes = {name: value for name, value in node["attr"].items() if value is not None}
    head = _opening_tag(tag, attributes, closes=not has_content)
    if not has_content or is_open:
        return head
    inside = Span("…", "dim") if text is None else Span(_shortened(text))
    return (*head, inside, *_closing_tag(tag))


def _opening_tag(tag: str, attributes: Mapping[str, Any], *, closes: bool) -> tuple[Span, ...]:
    spans = [Span("<", "dim"), Span(tag, "name")]
    for name, value in attributes.items():
        spans += [Span(" "), Span(dashed(name), "key")]
        if value is not True:
            spans += [Span("=", "dim"), Span(f'"{_shortened(as_text(value))}"', "string")]
    spans.append(Span("/>" if closes else ">", "dim"))
    return tuple(spans)


def _closing_tag(tag: str) -> tuple[Span, ...]:
    return (Span("</", "dim"), Span(tag, "name"), Span(">", "dim"))


def _shortened(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…"
