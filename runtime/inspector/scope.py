"""Loop variables as a template names them, and the paths in the data that they stand for.

The logic layer tells their values, the outermost first; the names are those of the template. What is not certain (lists
that are computed, elements that stand twice in a line) has the usual names, and no path.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runtime.compiler.wxml.directives import ForBlock
from runtime.compiler.wxml.expressions.syntax import Expression, Index, Literal, Member, Name
from runtime.compiler.wxml.syntax import Document, Element
from runtime.language.wxml.scope import is_in_template, loops_at


@dataclass(frozen=True, slots=True)
class LoopVariable:
    """A name, which of the loop's values it is, and the key of `setData` that it stands for; empty: none is known."""

    name: str
    number: int
    key: str


def loop_variables(document: Document | None, place: tuple[int, str], indexes: Sequence[object]) -> list[LoopVariable]:
    """The variables of the loops around the element of a line and tag; `indexes`: where each is, outermost first."""
    around = _loops(document, place, len(indexes)) if document is not None else []
    unknown = len(indexes) - len(around)
    found: list[LoopVariable] = []
    keys: dict[str, str] = {}
    for number, index in enumerate(indexes):
        loop = around[number - unknown] if number >= unknown else None
        list_key = _key(loop, keys) if loop is not None else ""
        key = _member(list_key, index) if list_key else ""
        item, at = (loop.item, loop.index) if loop is not None else ("item", "index")
        keys |= {item: key, at: ""}
        found += [LoopVariable(item, 2 * number, key), LoopVariable(at, 2 * number + 1, "")]
    return found


def _loops(document: Document, place: tuple[int, str], most: int) -> list[ForBlock]:
    """Outermost first; those of a named template have no data of the page below them."""
    line, tag = place
    for element, above in _with_above(document.children):
        if element.tag != tag or document.source.line(element.start) != line:
            continue
        loops = loops_at(above, element, None)[::-1]
        if len(loops) <= most and not is_in_template(above):
            return loops
    return []


def _with_above(nodes: Sequence[object]) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    waiting: list[tuple[object, tuple[Element, ...]]] = [(node, ()) for node in reversed(nodes)]
    while waiting:
        node, above = waiting.pop()
        if isinstance(node, Element):
            yield node, above
            waiting += [(child, (*above, node)) for child in reversed(node.children)]


def _key(loop: ForBlock, keys: dict[str, str]) -> str:
    whole = loop.value.whole
    return _path(whole.expression, keys) if whole is not None and whole.expression is not None else ""


def _path(expression: Expression, keys: dict[str, str]) -> str:
    """The path of an expression that is nothing else; names of loops stand for theirs."""
    match expression:
        case Name(name):
            return keys.get(name, _escaped(name))
        case Member(inner, name):
            path = _path(inner, keys)
            return f"{path}.{_escaped(name)}" if path else ""
        case Index(inner, Literal(value)):
            path = _path(inner, keys)
            return _member(path, value) if path else ""
    return ""


def _member(path: str, index: object) -> str:
    if isinstance(index, (int, float)) and not isinstance(index, bool):
        return f"{path}[{int(index)}]"
    return f"{path}.{_escaped(index)}" if isinstance(index, str) and index else ""


def _escaped(name: str) -> str:
    """As setData reads it."""
    return "".join(f"\\{sign}" if sign in "\\.[]" else sign for sign in name)
