"""Reads a Less file into statements. A statement that cannot be read is an error of its own; the rest is read."""

from __future__ import annotations

import re

from runtime.compiler.less.cursor import MAX_DEPTH, Cursor, find_end, split_top
from runtime.compiler.less.nodes import (
    AtRule,
    Call,
    Color,
    Declaration,
    Detached,
    Dimension,
    Extension,
    FunctionCall,
    Import,
    Keyword,
    LessErrorRecord,
    Listed,
    MixinCall,
    MixinDefinition,
    Node,
    Quoted,
    Raw,
    Ruleset,
    Spaced,
    Statement,
    Stylesheet,
    Url,
    Variable,
    VariableCall,
    VariableDefinition,
)
from runtime.compiler.less.parse_guard import GuardParser
from runtime.compiler.less.parse_value import NAME, ValueParser, as_definition, parse_arguments
from runtime.compiler.less.source import LessError, LessSource, Place

_VARIABLE = re.compile(rf"@({NAME})\s*:")
_VARIABLE_CALL = re.compile(rf"@({NAME})\s*\(\s*\)\s*$")
_AT_WORD = re.compile(r"@(-?[\w-]+)")
_MIXIN_HEAD = re.compile(rf"([.#]{NAME})\s*\(")
_MIXIN_STEP = re.compile(rf"\s*+(?:>\s*+)?([.#]{NAME})")
_PROPERTY = re.compile(r"([*_]?(?:[a-zA-Z0-9_\-\x80-\U0010ffff]|[@$]\{[\w-]++\}|\\.)++)\s*+(?:(\+_?)\s*+)?:")
_IMPORTANT = re.compile(r"!\s*important\s*$", re.IGNORECASE)
_EXTEND = re.compile(r"&:extend\(")
_FUNCTION = re.compile(r"([a-z][\w-]*)\(", re.IGNORECASE)
_WHEN = re.compile(r"(?<=[\s)])when(?=[\s(])")
_OPTIONS = re.compile(r"\(([\w\s,-]*)\)\s*")
_STRING = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""", re.DOTALL)
_URL = re.compile(r"""url\(\s*+(?:"([^"]*)"\s*+|'([^']*)'\s*+|([^)]*+))\)""", re.IGNORECASE)
_CUSTOM_PROPERTY = re.compile(r"--[\w-]+\s*:")
_PLAIN = (Dimension, Color, Call, Variable, Quoted, Url, Keyword)
_MERGE = {None: "", "+": ",", "+_": " "}


def parse_less(path: str, text: str) -> Stylesheet:
    """Parses a file. Never raises."""
    source = LessSource(path, text)
    parser = _Parser()
    body = parser.statements(Cursor(source, 0, len(source.text)))
    return Stylesheet(source, body, tuple(parser.errors))


class _Parser:
    def __init__(self) -> None:
        self.errors: list[LessErrorRecord] = []
        self.depth = 0

    def statements(self, cursor: Cursor) -> tuple[Statement, ...]:
        """Reads statements up to the end of the cursor's stretch."""
        found: list[Statement] = []
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self._report(LessError("less/too-deep"), cursor.place)
            cursor.position = cursor.end
        while True:
            cursor.skip_space()
            if cursor.at_end:
                break
            start = cursor.position
            try:
                statement = self._statement(cursor)
                if statement is not None:
                    found.append(statement)
            except (LessError, RecursionError) as error:
                self._report(LessError.of(error), Place(cursor.source, start))
        self.depth -= 1
        return tuple(found)

    def _report(self, error: LessError, fallback: Place) -> None:
        place = error.place or fallback
        self.errors.append(LessErrorRecord(error.code, place, tuple(error.details.items())))

    def _statement(self, cursor: Cursor) -> Statement | None:
        source, start = cursor.source, cursor.position
        stop, at = find_end(source, start, cursor.end, ";{}")
        if stop == "{" and _CUSTOM_PROPERTY.match(source.text, start, at):
            stop, at = find_end(source, start, cursor.end, ";}")
        if stop == "{":
            end_stop, close = find_end(source, at + 1, cursor.end, "}")
            cursor.position = close + 1
            inner = Cursor(source, at + 1, close)
            if not end_stop:
                self._report(LessError("less/unclosed-block"), Place(source, at))
            return self._block(Cursor(source, start, at), inner)
        cursor.position = at + 1
        if stop == "}":
            head = source.text[start:at].strip()
            if not head:
                raise LessError("less/syntax", Place(source, at), {"found": "}"})
        return self._line(Cursor(source, start, at))

    # ------------------------------------------------------------ blocks

    def _block(self, head: Cursor, inner: Cursor) -> Statement:
        place = head.place
        if match := head.take(_VARIABLE):
            if not head.rest().strip():
                return VariableDefinition(match[1], Detached(self.statements(inner)), place)
            head.position = place.offset  # `@page :first`
        if match := head.take(_AT_WORD):
            head.skip_space()
            prelude_place = head.place
            return AtRule(match[1], head.rest().strip(), self.statements(inner), place, prelude_place)
        mixin = self._mixin_definition(head, inner)
        if mixin is not None:
            return mixin
        head.position = place.offset
        return self._ruleset(head, inner)

    def _mixin_definition(self, head: Cursor, inner: Cursor) -> MixinDefinition | None:
        place = head.place
        match = head.take(_MIXIN_HEAD)
        if match is None:
            return None
        found, close = find_end(head.source, head.position, head.end, ")")
        rest = head.source.text[close + 1 : head.end].strip()
        if not found or (rest and not rest.startswith("when")):
            return None
        parameters = as_definition(parse_arguments(Cursor(head.source, head.position, close), self.statements))
        guard = None
        if rest:
            start = head.source.text.index("when", close) + len("when")
            guard = GuardParser(Cursor(head.source, start, head.end), self.statements).whole()
        return MixinDefinition(match[1], parameters, guard, self.statements(inner), place)

    def _ruleset(self, head: Cursor, inner: Cursor) -> Ruleset:
        guard = None
        place = head.place
        end = head.end
        when = next(
            (m for m in _WHEN.finditer(head.source.text, head.position, end) if m.start() > head.position), None
        )
        if when is not None:
            guard = GuardParser(Cursor(head.source, when.end(), end), self.statements).whole()
            end = when.start()
        selectors = []
        for first, last in split_top(head.source, head.position, end, ","):
            text = head.source.text[first:last]
            start = first + len(text) - len(text.lstrip())
            if text.strip():
                selectors.append((text.strip(), Place(head.source, start)))
        if not selectors:
            raise LessError("less/syntax", place, {"found": "{"})
        return Ruleset(tuple(selectors), guard, self.statements(inner), place)

    # ------------------------------------------------------------ lines

    def _line(self, cursor: Cursor) -> Statement | None:
        place = cursor.place
        if not cursor.rest().strip():
            return None
        if cursor.peek("@") and not cursor.peek("@{"):
            return self._at_line(cursor)
        if cursor.take(_EXTEND):
            _, close = find_end(cursor.source, cursor.position, cursor.end, ")")
            return Extension(cursor.source.text[cursor.position : close].strip(), place)
        if cursor.peek(".") or cursor.peek("#"):
            return self._mixin_call(cursor)
        match = cursor.take(_PROPERTY)
        if match is None:
            return self._function(cursor)
        return self._declaration(cursor, match[1], _MERGE[match[2]], place)

    def _at_line(self, cursor: Cursor) -> Statement:
        place = cursor.place
        if match := cursor.take(_VARIABLE):
            value, _ = self._value(cursor)
            return VariableDefinition(match[1], value, place)
        if match := cursor.take(_VARIABLE_CALL):
            return VariableCall(match[1], place)
        match = cursor.take(_AT_WORD)
        if match is None:
            raise cursor.fail()
        cursor.skip_space()
        if match[1] == "import":
            return self._import(cursor, place)
        if match[1] == "plugin":
            raise LessError("less/plugin-unsupported", place, {"found": cursor.rest().strip()})
        return AtRule(match[1], cursor.rest().strip(), None, place, cursor.place)

    def _import(self, cursor: Cursor, place: Place) -> Import:
        options = cursor.take(_OPTIONS)
        words = frozenset(word.strip() for word in options[1].split(",")) if options else frozenset()
        name: Quoted | Url
        if match := cursor.take(_STRING):
            name = Quoted(match[1][0], match[1][1:-1])
        elif match := cursor.take(_URL):
            name = Url(Raw(match[1] or match[2] or (match[3] or "").rstrip(), has_bare_variables=False))
        else:
            raise cursor.fail()
        return Import(name, words, cursor.rest().strip(), place)

    def _mixin_call(self, cursor: Cursor) -> MixinCall:
        place = cursor.place
        path = []
        while match := cursor.take(_MIXIN_STEP):
            path.append(match[1])
        cursor.skip_space()
        arguments: tuple = ()  # type: ignore[type-arg]
        if path and cursor.accept("("):
            found, close = find_end(cursor.source, cursor.position, cursor.end, ")")
            if not found:
                raise cursor.fail("less/unclosed-parenthesis")
            arguments = parse_arguments(Cursor(cursor.source, cursor.position, close), self.statements)
            cursor.position = close + 1
        rest = cursor.rest().strip()
        is_important = bool(_IMPORTANT.match(rest))
        if not path or (rest and not is_important):
            raise cursor.fail()
        return MixinCall(tuple(path), arguments, is_important, place)

    def _function(self, cursor: Cursor) -> FunctionCall:
        place = cursor.place
        if _FUNCTION.match(cursor.source.text, cursor.position, cursor.end):
            value = ValueParser(cursor, self.statements).whole()
            if isinstance(value, Call):
                return FunctionCall(value, place)
        raise LessError("less/syntax", place, {"found": cursor.rest().strip().split("\n")[0][:40]})

    def _declaration(self, cursor: Cursor, name: str, merge: str, place: Place) -> Declaration:
        if name.startswith("--"):
            return Declaration(name, self._custom_value(cursor), False, "", place)
        value, is_important = self._value(cursor)
        return Declaration(name, value, is_important, merge, place)

    def _custom_value(self, cursor: Cursor) -> Node:
        """A custom property holds anything; only what is a list of plain values is evaluated."""
        raw = Raw(cursor.rest().strip())
        try:
            value = ValueParser(cursor, self.statements).whole()
        except LessError:
            return raw
        return value if all(isinstance(item, _PLAIN) for item in _items(value)) else raw

    def _value(self, cursor: Cursor) -> tuple[Node, bool]:
        text = cursor.rest()
        match = _IMPORTANT.search(text)
        end = cursor.position + match.start() if match else cursor.end
        inner = Cursor(cursor.source, cursor.position, end)
        inner.skip_space()
        if inner.at_end:
            return Raw(""), match is not None
        return ValueParser(inner, self.statements).whole(), match is not None


def _items(value: Node) -> list[Node]:
    if isinstance(value, (Listed, Spaced)):
        return [found for item in value.items for found in _items(item)]
    return [value]
