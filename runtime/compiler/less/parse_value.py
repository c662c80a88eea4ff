"""Reads values: lists, calculations, calls, strings, colours. Guards are in `parse_guard`."""

from __future__ import annotations

import re
from collections.abc import Callable

from runtime.compiler.less.color_names import named_color
from runtime.compiler.less.cursor import Cursor, find_end, split_top
from runtime.compiler.less.nodes import (
    Anonymous,
    Assignment,
    Call,
    Color,
    Detached,
    Dimension,
    Keyword,
    Listed,
    Lookup,
    MixinCall,
    Negative,
    Node,
    Operation,
    Parameter,
    Paren,
    PropertyReference,
    Quoted,
    Raw,
    Spaced,
    Statement,
    Url,
    Variable,
)
from runtime.compiler.less.source import LessError

ParseBody = Callable[[Cursor], tuple[Statement, ...]]

# Possessive, and no character begins two of its alternatives: a name is read in one way, however it goes on.
NAME = r"(?:[a-zA-Z0-9_\-\x80-\U0010ffff]|\\(?:[0-9a-fA-F]{1,6}+ ?|[^0-9a-fA-F\n]))++"
_STRING = re.compile(r"""~?("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""", re.DOTALL)
_DIMENSION = re.compile(r"([+-]?(?:\d*\.\d+|\d+)(?:e[+-]?\d+)?)(%|[a-zA-Z_]+|)", re.IGNORECASE)
_COLOR = re.compile(r"#([0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![\w-])")
_VARIABLE = re.compile(rf"(@@?)({NAME})")
_PROPERTY = re.compile(r"\$([\w-]+)")
_CALL = re.compile(r"(%|progid:[\w.]+|[\w-]+)\(")
_KEYWORD = re.compile(rf"\[?{NAME}\]?|\[|\]")
_SELECTOR = re.compile(rf"[.#](?!\d){NAME}(?:\.{NAME})*|{NAME}(?:\[[^\]=]*=[^\]]*\])+")
_UNICODE_RANGE = re.compile(r"U\+[0-9a-fA-F?]+(?:-[0-9a-fA-F?]+)?", re.IGNORECASE)
_URL = re.compile(r"url\(\s*", re.IGNORECASE)
_MIXIN_NAME = re.compile(rf"\s*+(?:>\s*+)?([.#]{NAME})")
_LOOKUP = re.compile(r"\[\s*+([@$]{0,2}[\w-]*+)\s*+\]")
_ASSIGNMENT = re.compile(r"(\w+)\s*=(?!=)\s*")
_OPERATOR = re.compile(r"\./|[*/]")
_DELIMITER = re.compile(r"[/:=|<>?!+%~&^;*.-]")


class ValueParser:
    """Reads one stretch of a file. `parse_body` reads the statements of a detached ruleset."""

    def __init__(self, cursor: Cursor, parse_body: ParseBody) -> None:
        self.cursor, self.parse_body = cursor, parse_body

    def whole(self) -> Node:
        """The whole stretch as a value; raises LessError if it is none."""
        value = self.value()
        self.cursor.skip_space()
        if not self.cursor.at_end:
            raise self.cursor.fail()
        return value

    def value(self) -> Node:
        """Values with commas between them."""
        items = [self.spaced()]
        while self._after_space(","):
            self.cursor.skip_space()
            if self.cursor.at_end:
                break
            items.append(self.spaced())
        return items[0] if len(items) == 1 else Listed(tuple(items))

    def spaced(self) -> Node:
        """Values with spaces between them."""
        items: list[Node] = []
        cursor = self.cursor
        cursor.skip_space()
        while not cursor.at_end and not cursor.peek(",") and not cursor.peek(")"):
            item = self.addition()
            if item is None:
                delimiter = cursor.take(_DELIMITER)
                if delimiter is None:
                    break
                item = Keyword(delimiter[0])
            items.append(item)
            cursor.skip_space()
        if not items:
            raise cursor.fail()
        return items[0] if len(items) == 1 else Spaced(tuple(items))

    def addition(self) -> Node | None:
        """A sum, or None if nothing begins here."""
        left = self._product()
        cursor = self.cursor
        while left is not None:
            start = cursor.position
            is_spaced = cursor.skip_space()
            operator = next((sign for sign in "+-" if cursor.peek(sign)), "")
            following = cursor.source.text[cursor.position + 1 : cursor.position + 2]
            if not operator or (is_spaced and not following.isspace()):
                cursor.position = start
                break
            place = cursor.place
            cursor.accept(operator)
            cursor.skip_space()
            right = self._product()
            if right is None:
                cursor.position = start
                break
            left = Operation(operator, left, right, is_spaced, place)
        return left

    def _product(self) -> Node | None:
        left = self.operand()
        cursor = self.cursor
        while left is not None:
            start = cursor.position
            is_spaced = cursor.skip_space()
            place = cursor.place
            operator = cursor.take(_OPERATOR)
            if operator is None:
                cursor.position = start
                break
            cursor.skip_space()
            right = self.operand()
            if right is None:
                cursor.position = start
                break
            left = Operation(operator[0], left, right, is_spaced, place)
        return left

    def operand(self) -> Node | None:
        """One member of a calculation."""
        cursor = self.cursor
        following = cursor.source.text[cursor.position + 1 : cursor.position + 2]
        if cursor.peek("-") and following in ("@", "(", "$") and following:
            cursor.accept("-")
            value = self.operand()
            return Negative(value) if value is not None else None
        if cursor.accept("("):
            return self._in_parentheses()
        return self._entity()

    def _in_parentheses(self) -> Node:
        value = self.value()
        if not self._after_space(")"):
            raise self.cursor.fail()
        return Paren(value)

    def _entity(self) -> Node | None:
        cursor = self.cursor
        start = cursor.position
        if cursor.peek("`") or cursor.peek("~`"):
            raise cursor.fail("less/javascript-unsupported")
        if match := cursor.take(_STRING):
            text = match[1]
            return Quoted(text[0], text[1:-1], match[0].startswith("~"))
        place = cursor.place
        if match := cursor.take(_VARIABLE):
            return self._variable(Variable(match[2], place, match[1] == "@@"))
        if match := cursor.take(_PROPERTY):
            return PropertyReference(match[1], place)
        if match := cursor.take(_COLOR):
            if not (cursor.peek("(") or cursor.peek(".")):
                return parse_color(match[1])
            cursor.position = start
        if cursor.peek(".") or cursor.peek("#"):
            lookup = self._mixin_lookup()
            if lookup is not None:
                return lookup
            cursor.position = start
        if match := cursor.take(_SELECTOR):
            return Keyword(match[0])
        if match := cursor.take(_UNICODE_RANGE):
            return Anonymous(match[0])
        if match := cursor.take(_DIMENSION):
            return Dimension(float(match[1]), match[2])
        if cursor.take(_URL):
            return self._url()
        if match := cursor.take(_CALL):
            return self._call(match[1])
        if match := cursor.take(_KEYWORD):
            return _keyword(match[0].rstrip())
        return None

    def _variable(self, variable: Variable) -> Node:
        cursor = self.cursor
        keys = []
        if cursor.peek("()"):
            cursor.accept("()")
        while match := cursor.take(_LOOKUP):
            keys.append(match[1])
        return Lookup(variable, tuple(keys), variable.place) if keys else variable

    def _mixin_lookup(self) -> Node | None:
        cursor, place = self.cursor, self.cursor.place
        path: list[str] = []
        while match := cursor.take(_MIXIN_NAME):
            path.append(match[1])
        arguments: tuple[Parameter, ...] = ()
        is_call = bool(path) and cursor.peek("(")
        if is_call:
            _, close = find_end(cursor.source, cursor.position + 1, cursor.end, ")")
            arguments = parse_arguments(Cursor(cursor.source, cursor.position + 1, close), self.parse_body)
            cursor.position = close + 1
        keys = []
        while match := cursor.take(_LOOKUP):
            keys.append(match[1])
        if is_call and not keys:
            return Detached((MixinCall(tuple(path), arguments, False, place),))
        if not path or not keys:
            return None
        return Lookup(MixinCall(tuple(path), arguments, False, place), tuple(keys), place)

    def _url(self) -> Node:
        cursor = self.cursor
        place = cursor.place
        value: Quoted | Raw | Anonymous | Variable
        if match := cursor.take(_STRING):
            value = Quoted(match[1][0], match[1][1:-1], match[0].startswith("~"))
        elif (match := cursor.take(_VARIABLE)) and self._after_space(")"):
            return Url(Variable(match[2], place, match[1] == "@@"))
        else:
            cursor.position = place.offset
            close = cursor.source.text.find(")", cursor.position, cursor.end)
            close = close if close >= 0 else cursor.end
            value = Raw(cursor.source.text[cursor.position : close].strip(), has_bare_variables=False)
            cursor.position = close
        if not self._after_space(")"):
            raise cursor.fail()
        return Url(value)

    def _call(self, name: str) -> Node:
        from runtime.compiler.less.parse_guard import GuardParser

        cursor = self.cursor
        place = cursor.place
        found, close = find_end(cursor.source, cursor.position, cursor.end, ")")
        if not found:
            raise cursor.fail("less/unclosed-parenthesis")
        source, start = cursor.source, cursor.position
        cursor.position = close + 1
        separator = ";" if find_end(source, start, close, ";")[0] else ","
        arguments: list[Node] = []
        for index, (first, last) in enumerate(split_top(source, start, close, separator)):
            inner = Cursor(source, first, last)
            if name.lower() in ("if", "boolean") and index == 0:
                arguments.append(GuardParser(inner, self.parse_body).whole())
            else:
                arguments.append(self._argument(inner))
        return Call(name, tuple(arguments), place)

    def _argument(self, cursor: Cursor) -> Node:
        cursor.skip_space()
        start = cursor.position
        if cursor.peek("{") or _FUNCTION.match(cursor.source.text, cursor.position, cursor.end):
            return parse_detached(cursor, self.parse_body)
        match = cursor.take(_ASSIGNMENT)
        parser = ValueParser(cursor, self.parse_body)
        try:
            value = parser.whole()
        except LessError:
            return Raw(cursor.source.text[start : cursor.end].strip())
        return Assignment(match[1], value) if match else value

    def _after_space(self, text: str) -> bool:
        start = self.cursor.position
        self.cursor.skip_space()
        if self.cursor.accept(text):
            return True
        self.cursor.position = start
        return False


_FUNCTION = re.compile(r"[.#]\(")


def _keyword(text: str) -> Node:
    return named_color(text) or Keyword(text)


def parse_color(digits: str) -> Color:
    """The colour of `#` and these digits."""
    pairs = (
        [digit * 2 for digit in digits] if len(digits) <= 4 else [digits[i : i + 2] for i in range(0, len(digits), 2)]
    )
    channels = [float(int(pair, 16)) for pair in pairs]
    alpha = channels[3] / 255 if len(channels) == 4 else 1.0
    return Color(channels[0], channels[1], channels[2], alpha, "#" + digits)


def parse_detached(cursor: Cursor, parse_body: ParseBody) -> Detached:
    """`{ … }`, or `.(@a, @b) { … }` for a function with parameters."""
    parameters: tuple[Parameter, ...] = ()
    if cursor.take(_FUNCTION):
        _, close = find_end(cursor.source, cursor.position, cursor.end, ")")
        parameters = parse_arguments(Cursor(cursor.source, cursor.position, close), parse_body)
        cursor.position = close + 1
        cursor.skip_space()
    if not cursor.accept("{"):
        raise cursor.fail()
    _, close = find_end(cursor.source, cursor.position, cursor.end, "}")
    body = parse_body(Cursor(cursor.source, cursor.position, close))
    cursor.position = close + 1
    return Detached(body, parameters=parameters)


_NAMED = re.compile(rf"@({NAME})\s*:")
_REST = re.compile(rf"(?:@({NAME})\s*)?\.\.\.\s*$")


def parse_arguments(cursor: Cursor, parse_body: ParseBody) -> tuple[Parameter, ...]:
    """What stands between the parentheses of a mixin or of its call. `;` separates if there is one, else `,`."""
    source, start, end = cursor.source, cursor.position, cursor.end
    separator = ";" if find_end(source, start, end, ";")[0] else ","
    found: list[Parameter] = []
    for first, last in split_top(source, start, end, separator):
        part = Cursor(source, first, last)
        part.skip_space()
        if match := part.take(_REST):
            found.append(Parameter(match[1] or "", None, is_rest=True))
            continue
        match = part.take(_NAMED)
        part.skip_space()
        if part.peek("{") or _FUNCTION.match(source.text, part.position, last):
            value: Node = parse_detached(part, parse_body)
        else:
            value = ValueParser(part, parse_body).whole()
        found.append(Parameter(match[1] if match else "", value))
    return tuple(found)


def as_definition(parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Parameters of a definition: a lone `@name` is a name there, not a value."""
    return tuple(
        Parameter(parameter.value.name, None)
        if not parameter.name and isinstance(parameter.value, Variable) and not parameter.value.is_indirect
        else parameter
        for parameter in parameters
    )
