"""A tree as indented text: what failures show around an element, and what tree snapshots keep."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape
from typing import Any

from simulator.testing.nodes import Ref
from simulator.testing.patterns import words

__tracebackhide__ = True
MARK = "  <--"
_CAPITAL = re.compile(r"[A-Z]")
_LONGEST_VALUE = 120
_FIRST = ("class", "id")


def tree_lines(tree: Iterable[Any], marked: Collection[Ref] = (), *, cuts: bool = False) -> list[str]:
    """One line an element; those that are `marked` bear an arrow. `cuts` leaves out what is long in values."""
    return [line for node in tree for line in _lines(node, 0, frozenset(marked), cuts=cuts)]


def excerpt(lines: list[str], most: int = 40) -> list[str]:
    """Of a long tree what is around its first mark, or its beginning."""
    if len(lines) <= most:
        return lines
    marked = next((number for number, line in enumerate(lines) if line.endswith(MARK)), 0)
    start = max(0, min(marked - most // 2, len(lines) - most))
    before = [f"… {start} lines"] if start else []
    after = len(lines) - start - most
    return [*before, *lines[start : start + most], *([f"… {after} lines"] if after else [])]


def _lines(node: Any, depth: int, marked: frozenset[Ref], *, cuts: bool) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(node, str):
        if text := words(node):
            yield f"{indent}{escape(text, quote=False)}"
        return
    children = [line for child in node["children"] for line in _lines(child, depth + 1, marked, cuts=cuts)]
    arrow = MARK if tuple(node["ref"]) in marked else ""
    head = f"{indent}<{node['tag']}{''.join(_attributes(node['attr'], cuts=cuts))}"
    if not children:
        yield f"{head} />{arrow}"
    elif len(children) == 1 and not children[0].lstrip().startswith("<"):
        yield f"{head}>{children[0].strip()}</{node['tag']}>{arrow}"
    else:
        yield f"{head}>{arrow}"
        yield from children
        yield f"{indent}</{node['tag']}>"


def _attributes(attributes: Mapping[str, Any], *, cuts: bool) -> Iterator[str]:
    for name in sorted(attributes, key=lambda name: (name not in _FIRST, name)):
        value = attributes[name]
        if value is None or value is False or name.startswith("mark:"):
            continue
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if cuts and len(text) > _LONGEST_VALUE:
            text = f"{text[:_LONGEST_VALUE]}…"
        dashed = _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", name)
        yield f" {dashed}" if value is True else f' {dashed}="{escape(text)}"'
