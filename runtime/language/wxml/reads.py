"""Every read of data and of loop variables in a template, as the whole path in the data that it goes along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from runtime.compiler.wxml.expressions.syntax import Call, Expression, Index, Member, Name, Property, Spread
from runtime.compiler.wxml.expressions.tokens import Token, tokens_of
from runtime.compiler.wxml.syntax import Attribute, Document, Element, Mustache, Node, Text, Value
from runtime.language.documents import Documents
from runtime.language.scripts.data_paths import ITEM, PathKey
from runtime.language.wxml.scope import OF_THE_LOOP, Part, loop_of, modules_of, parts_of


@dataclass(frozen=True, slots=True)
class LoopName:
    """A variable of the loop that the element from `start` on runs."""

    name: str
    start: int
    is_index: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """One path. `keys`: of the data, empty where it is not known what the loop goes over.

    `loop`: the variable that the path begins with, at `place`. `is_key`: the first name is also the key of the member
    that it makes (`{{a}}` in `data`). `is_handed_on`: the value is given to code that may read any of its keys.
    """

    keys: tuple[PathKey, ...]
    loop: LoopName | None = None
    place: PathKey | None = None
    is_key: bool = False
    is_handed_on: bool = False


@dataclass(frozen=True, slots=True)
class _Variable:
    """What a name stands for here; `keys` None for a wxs module."""

    loop: LoopName | None = None
    keys: tuple[PathKey, ...] | None = None


_Scope = Mapping[str, _Variable]


def reads_in(document: Document) -> Iterator[Read]:
    """All reads, named templates left out: they have data of their own."""
    return _Reader(document).read()


def reads_of(documents: Documents, path: str) -> tuple[Read, ...]:
    """The reads of a template of the program."""
    document = documents.template(path)
    return documents.keep("reads", path, lambda: tuple(reads_in(document)) if document is not None else ())


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.source.text

    def read(self) -> Iterator[Read]:
        modules: _Scope = {name: _Variable() for name in modules_of(self.document)}
        waiting: list[tuple[Node, _Scope]] = [(node, modules) for node in self.document.children]
        while waiting:
            node, known = waiting.pop()
            if isinstance(node, Text):
                yield from self._in_value(node.value, known)
            if not isinstance(node, Element) or node.tag == "wxs":
                continue
            if node.tag == "template" and node.attribute("name") is not None:
                continue
            inner = self._inside(node, known)
            for attribute in node.attributes:
                yield from self._in_attribute(node, attribute, known, inner)
            waiting += [(child, inner) for child in node.children]

    def _inside(self, element: Element, known: _Scope) -> _Scope:
        loop = loop_of(element)
        if loop is None:
            return known
        whole = loop.value.whole
        listed = self._path(whole.expression, known) if whole is not None and whole.expression is not None else None
        keys = (*(PathKey(one.name) for one in listed.keys), PathKey(ITEM)) if listed and listed.keys else ()
        return {
            **known,
            loop.index: _Variable(LoopName(loop.index, element.start, is_index=True), ()),
            loop.item: _Variable(LoopName(loop.item, element.start), keys),
        }

    def _in_attribute(self, element: Element, attribute: Attribute, known: _Scope, inner: _Scope) -> Iterator[Read]:
        value = attribute.value
        if value is None:
            return
        if attribute.name == "wx:key" and value.raw.isidentifier():
            loop = loop_of(element)
            item = inner[loop.item] if loop is not None and loop.item in inner else None
            if item is not None and item.keys:
                yield Read((*item.keys, PathKey(value.raw, value.start, value.end)))
        is_given = not attribute.name.startswith("wx:")
        scope = known if attribute.name in OF_THE_LOOP else inner
        yield from self._in_value(value, scope, is_given=is_given, is_data=element.tag == "template")

    def _in_value(
        self, value: Value, scope: _Scope, *, is_given: bool = False, is_data: bool = False
    ) -> Iterator[Read]:
        for piece in value.pieces:
            if isinstance(piece, Mustache) and piece.expression is not None:
                yield from self._in_expression(piece.expression, scope, is_given=is_given, is_data=is_data)

    def _in_expression(self, expression: Expression, scope: _Scope, *, is_given: bool, is_data: bool) -> Iterator[Read]:
        # What stands for the value as a whole is given to whom the attribute belongs; a part of it is only looked at.
        waiting: list[tuple[Part, bool, bool]] = [(expression, is_given, False)]
        while waiting:
            node, is_handed_on, is_key = waiting.pop()
            if isinstance(node, Name | Member | Index):
                read = self._path(node, scope, is_key=is_key, is_handed_on=is_handed_on or is_data)
                if read is not None:
                    yield read
                waiting += [(key, False, False) for key in _indices(node)]
                continue
            is_handed_on = isinstance(node, Call | Spread) or is_data
            for part in parts_of(node):
                is_short = isinstance(node, Property) and isinstance(part, Name) and self._is_short(node, part)
                waiting.append((part, is_handed_on, is_short))

    def _is_short(self, entry: Property, name: Name) -> bool:
        return entry.key == name.name and self.text[: name.start].rstrip()[-1:] != ":"

    def _path(
        self, expression: Expression, scope: _Scope, *, is_key: bool = False, is_handed_on: bool = False
    ) -> Read | None:
        """The path of `a.b[c].d`; None for what begins otherwise, and for what belongs to a wxs module."""
        root, members = _chain(expression)
        # Where backslashes were resolved the offsets are not those of the text.
        if root is None or not self.text.startswith(root.name, root.start):
            return None
        variable = scope.get(root.name)
        if variable is not None and variable.keys is None:
            return None
        place = PathKey(root.name, root.start, root.start + len(root.name))
        written = self._members(place.end, members)
        if variable is None:
            return Read((place, *written), None, None, is_key, is_handed_on)
        keys = (*variable.keys, *written) if variable.keys else ()
        return Read(keys, variable.loop, place, is_key, is_handed_on)

    def _members(self, at: int, members: list[str]) -> tuple[PathKey, ...]:
        """The places of members that stand one behind the other from an offset on."""
        found: list[PathKey] = []
        limit = self.text.find("}}", at)
        tokens = tokens_of(self.text[at:limit], at) if members and limit >= 0 else []
        index = 0
        for name in members:
            if name == ITEM:
                index = _closing(tokens, index)
                end = tokens[index - 1].end if 0 < index <= len(tokens) else at
                found.append(PathKey(ITEM, end, end))
                continue
            index += 2
            token = tokens[index - 1] if index - 1 < len(tokens) else None
            if token is None or token.text != name:
                break
            found.append(PathKey(name, token.start, token.end))
        return tuple(found)


def _chain(expression: Expression) -> tuple[Name | None, list[str]]:
    members: list[str] = []
    while isinstance(expression, Member | Index):
        members.append(expression.name if isinstance(expression, Member) else ITEM)
        expression = expression.object
    return (expression if isinstance(expression, Name) else None), members[::-1]


def _indices(expression: Expression) -> Iterator[Expression]:
    """What stands in the brackets of a path, and what it begins with if that is no name."""
    while isinstance(expression, Member | Index):
        if isinstance(expression, Index):
            yield expression.key
        expression = expression.object
    if not isinstance(expression, Name):
        yield expression


def _closing(tokens: list[Token], index: int) -> int:
    depth = 0
    for at in range(index, len(tokens)):
        depth += {"[": 1, "]": -1}.get(tokens[at].text, 0)
        if depth == 0:
            return at + 1
    return len(tokens)
