"""The tree of a page on the screen as rows, and what is known of one element. Knows no Qt.

The tree comes from the logic layer: texts, and nodes `{tag, attr, children, ref, file, line, is?}`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
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
    """One element of the tree. `path` is its row's; `ref` names it in the view."""

    path: Path
    tag: str
    ref: Ref
    attributes: Mapping[str, Any]
    file: str
    line: int
    component: str = ""

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
    """Owner of the tree and of what is open in it. The uppermost levels are open until the user closes them."""

    def __init__(self) -> None:
        self.elements: dict[Path, Element] = {}
        self._nodes: Sequence[Any] = ()
        self._toggled: set[Path] = set()

    def replace(self, nodes: Sequence[Any]) -> None:
        """Another state of the page."""
        self._nodes = nodes
        self.elements = {}
        self._collect(nodes, PAGE_PATH)

    def toggle(self, path: Path) -> None:
        """Opens what is closed and the reverse."""
        self._toggled ^= {path}

    def reveal(self, ref: Ref) -> Path | None:
        """Opens what lies above an element; its row's path."""
        path = next((path for path, element in self.elements.items() if element.ref == ref), None)
        for length in range(1, len(path) if path else 0):
            above = (path or ())[:length]
            if not self._is_open(above):
                self.toggle(above)
        return path

    def rows(self) -> list[TreeRow]:
        """What is shown now."""
        if not self._nodes:
            return []
        rows = [TreeRow(PAGE_PATH, _opening_tag("page", {}, closes=False), self._is_open(PAGE_PATH))]
        if self._is_open(PAGE_PATH):
            rows += self._rows(self._nodes, PAGE_PATH)
        return rows

    def _is_open(self, path: Path) -> bool:
        return (path in self._toggled) != (len(path) <= OPEN_DEPTH)

    def _collect(self, nodes: Sequence[Any], above: Path) -> None:
        for index, node in enumerate(nodes):
            if isinstance(node, dict):
                path = _path_of(node, above, index)
                reference = node.get("ref") or (0, 0)
                ref = (int(reference[0]), int(reference[1]))
                attributes = {name: value for name, value in node["attr"].items() if value is not None}
                file, line, component = (
                    str(node.get("file") or ""),
                    int(node.get("line") or 0),
                    str(node.get("is") or ""),
                )
                self.elements[path] = Element(path, node["tag"], ref, attributes, file, line, component)
                self._collect(node.get("children") or (), path)

    def _rows(self, nodes: Sequence[Any], above: Path) -> Iterator[TreeRow]:
        depth = len(above)
        for index, node in enumerate(nodes):
            if isinstance(node, str):
                if node.strip():
                    yield TreeRow((*above, f"#{index}"), (Span(_shortened(node.strip())),), None, None, depth)
                continue
            path = _path_of(node, above, index)
            element = self.elements[path]
            children = [child for child in node.get("children") or () if not isinstance(child, str) or child.strip()]
            text = children[0].strip() if len(children) == 1 and isinstance(children[0], str) else None
            if not children or text is not None:
                yield TreeRow(path, partial(_element_spans, element, text), None, None, depth)
                continue
            is_open = self._is_open(path)
            yield TreeRow(path, partial(_element_spans, element, None, is_open=is_open), is_open, None, depth)
            if is_open:
                yield from self._rows(node["children"], path)


def as_text(value: Any) -> str:
    """An attribute's value as text: a text as it is, anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _path_of(node: Mapping[str, Any], above: Path, index: int) -> Path:
    reference = node.get("ref")
    return (*above, f"{reference[0]}.{reference[1]}" if reference else f"{index}")


def _element_spans(element: Element, text: str | None, is_open: bool | None = None) -> tuple[Span, ...]:
    """One element on its line. `is_open` None: there is nothing in it but `text`."""
    has_content = text is not None or is_open is not None
    head = _opening_tag(element.tag, element.attributes, closes=not has_content)
    if not has_content or is_open:
        return head
    inside = Span("…", "dim") if text is None else Span(_shortened(text))
    return (*head, inside, *_closing_tag(element.tag))


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
