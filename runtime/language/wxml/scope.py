"""What names in mustaches mean at a place: loop variables, wxs modules, else data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from runtime.compiler.wxml.directives import ForBlock, read_directives
from runtime.compiler.wxml.expressions.syntax import (
    ArrayLiteral,
    Binary,
    Call,
    Conditional,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    ObjectLiteral,
    Property,
    Spread,
    Unary,
)
from runtime.compiler.wxml.expressions.tokens import Token, tokens_of
from runtime.compiler.wxml.paths import resolve
from runtime.compiler.wxml.syntax import Attribute, Document, Element

OF_THE_LOOP = frozenset({"wx:for", "wx:for-items"})


def loop_of(element: Element) -> ForBlock | None:
    """The loop that an element runs."""
    return read_directives(element, lambda finding: None).for_block


def loops_at(above: tuple[Element, ...], element: Element | None, attribute: Attribute | None) -> list[ForBlock]:
    """The loops around a place, innermost first. The list of a loop is outside of it."""
    around = list(above)
    if element is not None and element not in above and (attribute is None or attribute.name not in OF_THE_LOOP):
        around.append(element)
    found = [loop for one in around if (loop := loop_of(one)) is not None]
    return found[::-1]


def is_in_template(above: tuple[Element, ...]) -> bool:
    """Whether a place is part of a named template, which sees nothing but what it is given."""
    return any(one.tag == "template" and one.attribute("name") is not None for one in above)


def modules_of(document: Document) -> dict[str, tuple[Element, str]]:
    """The wxs modules of a template by name: the element and the file, "" for one that stands in the template."""
    found: dict[str, tuple[Element, str]] = {}
    for element in document.elements():
        name = (element.static("module") or "").strip() if element.tag == "wxs" else ""
        if name:
            src = element.static("src")
            found[name] = (element, resolve(document.source.path, src, ".wxs") or "" if src is not None else "")
    return found


def chain_at(text: str, start: int, end: int, offset: int) -> list[Token]:
    """The names of `a.b.c` up to the one at the offset; the last token is empty where a name could be typed."""
    tokens = [token for token in tokens_of(text[start:end], start) if token.kind != "end"]
    index = next((i for i, one in enumerate(tokens) if one.kind == "name" and one.start <= offset <= one.end), None)
    if index is None:
        if any(token.start < offset < token.end for token in tokens):
            return []
        index = sum(token.end <= offset for token in tokens)
        tokens.insert(index, Token("name", "", offset, offset))
    chain = [tokens[index]]
    while index >= 2 and tokens[index - 1].text in (".", "?.") and tokens[index - 2].kind in ("name", "operator"):
        index -= 2
        if tokens[index].text == "]":
            index = _opening(tokens, index) - 1
            if index < 0 or tokens[index].kind != "name":
                return []
            chain.insert(0, Token("operator", "[]", tokens[index].end, tokens[index].end))
        elif tokens[index].kind != "name":
            return []
        chain.insert(0, tokens[index])
    return [] if index >= 1 and tokens[index - 1].text in (".", "?.") else chain


def _opening(tokens: list[Token], closing: int) -> int:
    depth = 0
    for index in range(closing, -1, -1):
        depth += {"]": 1, "[": -1}.get(tokens[index].text, 0)
        if depth == 0:
            return index
    return 0


def texts_in(expression: Expression) -> Iterator[Literal]:
    """The texts in quotation marks that an expression may come to; not those that it calls or looks up with."""
    waiting: list[Part] = [expression]
    while waiting:
        node = waiting.pop()
        match node:
            case Literal(str(), _):
                yield node
            case Member() | Index() | Call():
                pass
            case _:
                waiting += parts_of(node)


Part = Expression | Spread | Property | None


def parts_of(node: Part) -> tuple[Part, ...]:
    """What an expression is made of."""
    match node:
        case Property(_, value) | Spread(value, _) | Member(value, _, _) | Unary(_, value, _):
            return (value,)
        case Index(inner, key, _):
            return inner, key
        case Call(callee, arguments, _, _):
            return callee, *arguments
        case Binary(_, left, right, _):
            return left, right
        case Conditional(test, yes, no, _):
            return test, yes, no
        case ArrayLiteral(items, _):
            return items
        case ObjectLiteral(entries, _, _):
            return entries
        case Name() | Literal() | None:
            return ()
        case _:
            assert_never(node)
