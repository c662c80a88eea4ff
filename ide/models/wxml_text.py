"""What a user copies of an element: its markup, a selector, the way to it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ide.models.tree_rows import Path
from ide.models.wxml_tree import Element, WxmlTree, as_text, node_at
from runtime.compiler.wxml.names import dashed


def markup_of(nodes: Sequence[Any], path: Path) -> str:
    """An element of the tree as markup, with all in it; empty if it is not there."""
    found = node_at(nodes, path)
    return "\n".join(_lines([found], 0)) if found is not None else ""


def selector_of(tree: WxmlTree, path: Path) -> str:
    """A selector that a program could look for: the id, or classes and tags on the way from the nearest id on."""
    parts: list[str] = []
    for length in range(len(path), 1, -1):
        element = tree.element(path[:length])
        if element is None or element.tag == "slot":
            continue
        name = str(element.attributes.get("id") or "")
        parts.append(f"#{name}" if name else _compound(element))
        if name:
            break
    return " > ".join(reversed(parts))


def xpath_of(element: Element) -> str:
    """The way from the page to an element: `/page/view[1]/text[2]`."""
    steps = (step.rstrip("0123456789") + f"[{step[len(step.rstrip('0123456789')) :]}]" for step in element.shape)
    return "/".join(("/page", *steps))


def _compound(element: Element) -> str:
    classes = as_text(element.attributes.get("class") or "").split()
    return "".join(f".{name}" for name in classes) or element.tag


def _lines(nodes: Sequence[Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for node in nodes:
        if isinstance(node, str):
            if node.strip():
                yield indent + node.strip()
            continue
        head = "".join((node["tag"], *(_attribute(name, value) for name, value in node["attr"].items())))
        children = [one for one in node.get("children") or () if not isinstance(one, str) or one.strip()]
        if not children:
            yield f"{indent}<{head}/>"
        elif len(children) == 1 and isinstance(children[0], str):
            yield f"{indent}<{head}>{children[0].strip()}</{node['tag']}>"
        else:
            yield f"{indent}<{head}>"
            yield from _lines(children, depth + 1)
            yield f"{indent}</{node['tag']}>"


def _attribute(name: str, value: Any) -> str:
    if value is None:
        return ""
    text = as_text(value)
    quote = "'" if '"' in text else '"'
    return f" {dashed(name)}" if value is True else f" {dashed(name)}={quote}{text}{quote}"
