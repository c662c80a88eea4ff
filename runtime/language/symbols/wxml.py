"""The outline of a template: its elements, with id and classes."""

from __future__ import annotations

from collections.abc import Iterable

from runtime.compiler.wxml.syntax import Document, Element, Node
from runtime.language.answers import Symbol, SymbolKind
from runtime.language.position import Lines

_KINDS: dict[str, SymbolKind] = {"template": "template", "wxs": "module", "import": "module", "include": "module"}
_NAMED_BY = ("name", "is", "module", "src")


def template_symbols(document: Document, lines: Lines) -> tuple[Symbol, ...]:
    """The elements as a tree."""
    return _symbols(document.children, lines)


def _symbols(nodes: Iterable[Node], lines: Lines) -> tuple[Symbol, ...]:
    return tuple(_symbol(node, lines) for node in nodes if isinstance(node, Element))


def _symbol(element: Element, lines: Lines) -> Symbol:
    return Symbol(
        element.tag,
        _detail(element),
        _KINDS.get(element.tag, "element"),
        lines.range(element.start, element.end),
        lines.range(element.start, element.name_end),
        _symbols(element.children, lines),
    )


def _detail(element: Element) -> str:
    parts = [f"#{id_name}"] if (id_name := element.static("id")) else []
    parts += [f".{name}" for name in (element.static("class") or "").split() if "{" not in name and "}" not in name]
    if element.tag in _KINDS:
        parts += [value for name in _NAMED_BY if (value := element.static(name))]
    return " ".join(parts)[:80]
