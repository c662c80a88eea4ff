"""Parses the inside of a mustache. Never raises: a mistake becomes a diagnostic, and the expression None.

The language is the platform's (both template compilers taken together): no assignments, no globals, no functions;
reserved words are ordinary names; `?.8` is a number behind a question mark; a mustache can be the inside of an object.
"""

from __future__ import annotations

import re
from typing import Literal as Choice

from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.expressions.refusals import OLDER, Refusals
from runtime.compiler.wxml.expressions.syntax import (
    UNDEFINED,
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
from runtime.compiler.wxml.expressions.tokens import Token, number_value, string_value, tokens_of

# Where a mustache stands: `data` of <template> is an object without braces; others may be one.
Position = Choice["text", "attribute", "template-data"]

MAX_NESTING = 40
MAX_CHAIN = 60

_PATH = re.compile(r"\s*([A-Za-z_$][A-Za-z0-9_$]*)((?:\.[A-Za-z_$][A-Za-z0-9_$]*)*)\s*\Z")
_RESERVED = frozenset({"true", "false", "null", "undefined"})
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_NEWER_UNARY = {"typeof", "void"}
_PRECEDENCE = {
    "??": 1, "||": 2, "&&": 3, "|": 4, "^": 5, "&": 6,
    "==": 7, "!=": 7, "===": 7, "!==": 7,
    "<": 8, ">": 8, "<=": 8, ">=": 8, "instanceof": 8,
    "<<": 9, ">>": 9, ">>>": 9, "+": 10, "-": 10, "*": 11, "/": 11, "%": 11,
}  # fmt: skip
_FOREIGN = {"=>", "**"}


def parse_expression(text: str, offset: int, position: Position = "text") -> tuple[Expression | None, list[Finding]]:
    """The expression in `text` (what stands between `{{` and `}}`), which starts at `offset` in the file.

    An empty text is None without a finding.
    """
    path = _PATH.match(text)
    is_plain = path is not None and position != "template-data" and path[2].count(".") < MAX_CHAIN
    if path is not None and is_plain and not (path[2] and path[1] in _RESERVED):
        return _path(path, offset), []
    parser = _Parser(tokens_of(text, offset), position)
    try:
        return parser.parse(), parser.findings
    except _Mistake as mistake:
        return None, [*parser.findings, mistake.finding]


def _path(match: re.Match[str], offset: int) -> Expression:
    start = offset + match.start(1)
    members = match[2].split(".")[1:]
    expression = _name(match[1], start)
    for member in members:
        expression = Member(expression, member, start)
    return expression


def _name(name: str, start: int) -> Expression:
    if name in _CONSTANTS:
        return Literal(_CONSTANTS[name], start)
    return Literal(UNDEFINED, start) if name == "undefined" else Name(name, start)


class _Mistake(Exception):
    def __init__(self, finding: Finding) -> None:
        self.finding = finding


class _Parser:
    def __init__(self, tokens: list[Token], position: Position) -> None:
        self.tokens = tokens
        self.position = position
        self.at = 0
        self.depth = 0
        self.findings: list[Finding] = []
        self.refusals = Refusals(self.findings)

    def peek(self) -> Token:
        return self.tokens[self.at]

    def parse(self) -> Expression | None:
        if self.peek().kind == "end":
            return None
        start = self.peek()
        if self._is_object_form():
            if self.position != "template-data":
                self.refusals.add("{{a: b}}", start.start, self.tokens[-1].end, OLDER)
            return ObjectLiteral(self._entries("end"), start.start, braces=False)
        if self.position == "template-data":
            self.refusals.add('data="{{(…)}}"', start.start, self.tokens[-1].end, OLDER)
        expression = self._expression()
        if self.peek().kind != "end":
            raise self._unexpected("wxml/expected-operator")
        return expression

    # -- object form: {{a, b: x, ...o}}

    def _is_object_form(self) -> bool:
        if self.peek().text == "...":
            return True
        following = self.tokens[self.at + 1]
        if self.peek().kind not in ("name", "string", "number"):
            return False
        if following.text in (":", ",") and following.kind == "operator":
            return True
        return self.position == "template-data" and self.peek().kind == "name" and following.kind == "end"

    # -- expressions

    def _expression(self) -> Expression:
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise self._too_deep()
        test = self._binary(0)
        if self._take("?"):
            yes = self._expression()
            self._expect(":")
            no = self._expression()
            test = Conditional(test, yes, no, test.start)
        self.depth -= 1
        return test

    def _binary(self, minimum: int) -> Expression:
        left = self._unary()
        length = 0
        while True:
            operator = self.peek()
            precedence = _PRECEDENCE.get(operator.text, 0) if operator.kind in ("operator", "name") else 0
            if precedence <= minimum:
                return left
            length += 1
            if length > MAX_CHAIN:
                raise self._too_deep()
            self.refusals.operator(operator)
            self.at += 1
            left = Binary(operator.text, left, self._binary(precedence), left.start)

    def _unary(self) -> Expression:
        token = self.peek()
        if token.kind == "operator" and token.text in ("!", "-", "+", "~"):
            self.depth += 1
            if self.depth > MAX_NESTING:
                raise self._too_deep()
            self.refusals.unary(self.tokens, self.at)
            self.at += 1
            operand = self._unary()
            self.depth -= 1
            return Unary(token.text, operand, token.start)
        if token.kind == "name" and token.text in _NEWER_UNARY and self._starts_operand(self.tokens[self.at + 1]):
            self.refusals.operator(token)
            self.at += 1
            return Unary(token.text, self._unary(), token.start)
        return self._postfix()

    def _starts_operand(self, token: Token) -> bool:
        return token.kind in ("name", "number", "string") and token.text != "instanceof"

    def _postfix(self) -> Expression:
        first = self.peek()
        expression = self._primary()
        self.refusals.member(first, self.peek(), is_literal=isinstance(expression, Literal | ObjectLiteral))
        length = 0
        while self.peek().kind == "operator":
            token = self.peek()
            length += 1
            if length > MAX_CHAIN:
                raise self._too_deep()
            if token.text == "?.":
                self.findings.append(self._finding("wxml/unsupported-syntax", token))
                if self.tokens[self.at + 1].text in ("[", "("):
                    self.at += 1
                    continue
            if token.text in (".", "?."):
                self.at += 1
                if self.peek().kind != "name":
                    raise self._unexpected("wxml/expected-name")
                self.refusals.name(self.peek())
                expression = Member(expression, self._next().text, expression.start)
            elif token.text == "[":
                self.at += 1
                key = self._expression()
                self._expect("]")
                expression = Index(expression, key, expression.start)
            elif token.text == "(":
                self.at += 1
                arguments = tuple(self._arguments())
                expression = Call(expression, arguments, expression.start, self.tokens[self.at - 1].end)
            else:
                break
        return expression

    def _arguments(self) -> list[Expression]:
        arguments: list[Expression] = []
        while not self._take(")"):
            arguments.append(self._expression())
            if self.peek().text != ")":
                self._expect(",", "wxml/expected-token", ")")
                self.refusals.comma(self.peek(), ")", "f(a,)")
        return arguments

    def _primary(self) -> Expression:
        token = self.peek()
        if token.kind == "name":
            self.refusals.name(token)
            self.at += 1
            return _name(token.text, token.start)
        if token.kind == "number":
            self.refusals.number(token)
            self.at += 1
            return Literal(number_value(token.text), token.start)
        if token.kind == "string":
            self.refusals.string(token)
            self.at += 1
            return Literal(string_value(token.text), token.start)
        if self._take("("):
            expression = self._expression()
            self._expect(")")
            return expression
        if self._take("["):
            return ArrayLiteral(tuple(self._items()), token.start)
        if self._take("{"):
            return ObjectLiteral(self._entries("}"), token.start)
        raise self._unexpected("wxml/expected-value")

    def _items(self) -> list[Expression | Spread | None]:
        items: list[Expression | Spread | None] = []
        while not self._take("]"):
            start = self.peek()
            if self._take(","):
                self.refusals.add("[,]", start.start, start.end, OLDER)
                items.append(None)
                continue
            if start.text == "...":
                self.refusals.add("[...a]", start.start, start.end, OLDER)
            items.append(Spread(self._expression(), start.start) if self._take("...") else self._expression())
            if self.peek().text != "]":
                self._expect(",", "wxml/expected-token", "]")
                self.refusals.comma(self.peek(), "]", "[a,]")
        return items

    def _entries(self, closing: str) -> tuple[Property | Spread, ...]:
        entries: list[Property | Spread] = []
        opening = self.tokens[self.at - 1]
        while not self._take_closing(closing):
            token = self.peek()
            if self._take("..."):
                entries.append(Spread(self._expression(), token.start))
            elif token.kind in ("name", "string", "number"):
                self.at += 1
                entries.append(self._property(token))
            else:
                raise self._unexpected("wxml/expected-name")
            if not self._is_closing(closing):
                self._expect(",", "wxml/expected-token", "}" if closing == "}" else "}}")
                if self._is_closing(closing):
                    self.refusals.add("{a,}", self.tokens[self.at - 1].start, self.peek().start, OLDER)
        if closing == "}":
            self.refusals.end_of_object(opening, self.tokens[self.at - 1], self.peek(), is_empty=not entries)
        return tuple(entries)

    def _property(self, token: Token) -> Property:
        key = string_value(token.text) if token.kind == "string" else token.text
        if token.kind == "number":
            key = f"{number_value(token.text):g}"
        self.refusals.key(token)
        if self._take(":"):
            return Property(key, self._expression())
        if token.kind != "name":
            raise self._unexpected("wxml/expected-token", token=":")
        return Property(key, _name(token.text, token.start))

    # -- tokens

    def _next(self) -> Token:
        token = self.peek()
        if token.kind != "end":
            self.at += 1
        return token

    def _take(self, operator: str) -> bool:
        if self.peek().kind == "operator" and self.peek().text == operator:
            self.at += 1
            return True
        return False

    def _is_closing(self, closing: str) -> bool:
        token = self.peek()
        return token.kind == "end" if closing == "end" else token.kind == "operator" and token.text == closing

    def _take_closing(self, closing: str) -> bool:
        if not self._is_closing(closing):
            return False
        if closing != "end":
            self.at += 1
        return True

    def _expect(self, operator: str, code: str = "wxml/expected-token", shown: str = "") -> None:
        if not self._take(operator):
            raise self._unexpected(code, token=shown or operator)

    # -- mistakes

    def _unexpected(self, code: str, *, token: str = "") -> _Mistake:
        found = self.peek()
        if found.kind == "unknown" and found.text in "\"'":
            code = "wxml/unterminated-string"
        elif found.kind == "unknown" or found.text in _FOREIGN:
            code = "wxml/unsupported-syntax"
        finding = self._finding(code, found)
        return _Mistake(Finding(finding.code, finding.start, finding.end, {**finding.args, "token": token}))

    def _too_deep(self) -> _Mistake:
        return _Mistake(self._finding("wxml/too-deep", self.peek()))

    def _finding(self, code: str, token: Token) -> Finding:
        return Finding(code, token.start, max(token.end, token.start + 1), {"found": token.text or "}}"})
