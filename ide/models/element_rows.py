"""What an element carries as rows in sections: attributes, dataset, handlers, a component's properties and data, scope.

Knows no Qt. A row is named by its section and what it is called there; the owner of what is open is a `DataTree`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ide.models.console.lines import Span
from ide.models.data_tree import DataPlace, DataTree
from ide.models.debug_target import DataOwner, NodeFacts
from ide.models.texts import Texts
from ide.models.tree_rows import Path, TreeRow
from ide.models.wxml_tree import Element
from runtime.edits.templates import Written
from simulator.bridge.preview import Preview, members

TEXT = "#text"
"""Stands among the attributes for the text of an element that has nothing else in it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """An element with what is known of it. `written`: its attributes as its template has them, where that is known."""

    element: Element
    facts: NodeFacts | None = None
    written: Mapping[str, Written] | None = None


class ElementRows:
    """Owner of which sections are closed."""

    def __init__(self, tree: DataTree) -> None:
        self._tree = tree
        self._closed: set[Path] = set()

    def toggle(self, path: Path) -> None:
        """Opens or closes a section, or a value in one."""
        if len(path) == 1:
            self._closed ^= {path}
        else:
            self._tree.toggle(path)

    def rows(self, carried: Carried, texts: Texts) -> list[TreeRow]:
        """All rows; a section without any is not shown."""
        facts = carried.facts
        sections: dict[str, Iterator[TreeRow]] = {"attributes": self._attributes(carried, texts)}
        if facts is not None:
            host = DataOwner(0, carried.element.ref)
            sections |= {
                "properties": self._properties(facts, host),
                "data": self._values("data", facts.data, host),
                "dataset": self._values("dataset", facts.dataset, None),
                "mark": self._values("mark", facts.mark, None),
                "handlers": _handlers(facts),
                "scope": self._scope(facts),
            }
        shown: list[TreeRow] = []
        for name, rows in sections.items():
            path, inner = (name,), list(rows)
            if inner:
                is_open = path not in self._closed
                shown.append(TreeRow(path, (Span(texts(f"wxml.section.{name}"), "dim"),), is_open))
                shown += inner if is_open else ()
        return shown

    def _attributes(self, carried: Carried, texts: Texts) -> Iterator[TreeRow]:
        element, written = carried.element, carried.written
        shown = element.plain_attributes
        # A template may have names that the tree shows in another way: `bindtap`.
        for name in dict.fromkeys([*shown, *(written or {})]):
            source = written.get(name) if written else None
            if name not in shown and (name.startswith(("wx:", "data-")) or source is None):
                continue
            if written is not None and name not in written and ":" in name:
                continue
            value = shown.get(name, source.text if source else "")
            spans = [
                Span(name if name != TEXT else texts("wxml.text"), "key"),
                Span(": "),
                Span(f'"{value}"', "string"),
            ]
            if source is not None and source.is_bound:
                spans.append(Span(f"  = {source.text}", "dim"))
            yield TreeRow(("attributes", name), tuple(spans), None, source.text if source else None, 1)
        if element.component:
            yield TreeRow(
                ("attributes", "is"), (Span("is", "key"), Span(": "), Span(element.component, "name")), None, None, 1
            )

    def _properties(self, facts: NodeFacts, host: DataOwner) -> Iterator[TreeRow]:
        kinds = {name: kind for name, kind, _ in facts.properties}
        for name, _kind, value in facts.properties:
            for row in self._tree.value_rows(value, ("properties", name), DataPlace(host, name), 1):
                if len(row.path) == 2:
                    head, rest = row.spans[:1], row.spans[1:]
                    spans = (*head, Span(f" {kinds[name]}", "dim"), *rest)
                    row = TreeRow(row.path, spans, row.is_open, row.edit_text, row.depth)
                yield row

    def _values(self, section: str, value: Preview | None, owner: DataOwner | None) -> Iterator[TreeRow]:
        for name, member in members(value or {}):
            place = DataPlace(owner, _escaped(name)) if owner is not None else None
            yield from self._tree.value_rows(member, (section, name), place, 1)

    def _scope(self, facts: NodeFacts) -> Iterator[TreeRow]:
        for number, one in enumerate(facts.seen):
            place = DataPlace(*one.place) if one.place else None
            # Inner loops may use the names of outer ones again.
            rows = self._tree.value_rows(one.value, ("scope", f"{number}", one.name), place, 1)
            yield from rows


def _handlers(facts: NodeFacts) -> Iterator[TreeRow]:
    for form, name in facts.handlers:
        yield TreeRow(("handlers", form, name), (Span(form, "key"), Span(": "), Span(name, "link")), None, None, 1)


def _escaped(name: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\.[]" else sign for sign in name)
