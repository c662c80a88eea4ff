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
_SIGNS = frozenset({"!", "-", "+", "~"})
_POSTFIXES = frozenset({".", "?.", "[", "("})
_FOREIGN = {"=>", "**"}
# Between such a token and such a text (the last one is that of the end) there is nothing more of an expression.
_OPERANDS = frozenset({"name", "string", "number"})
_BEHIND_EXPRESSIONS = frozenset({",", ")", "]", "}", ":", ""})


def parse_expression(text: str, offset: int, position: Position = "text") -> tuple[Expression | None, list[Finding]]:
    """The expression in `text` (what stands between `{{` and `}}`), which starts at `offset` in the file.

    An empty text is None without a finding.
    """
    path = _PATH.match(text) if position != "template-data" else None
    if path is not None:
        name, members = path.groups()
        if not members:
            return _name(name, offset + path.start(1)), []
        if name not in _RESERVED and members.count(".") < MAX_CHAIN:
            return _path(name, members, offset + path.start(1)), []
    parser = _Parser(tokens_of(text, offset), position)
    try:
        return parser.parse(), parser.findings
    except _Mistake as mistake:
        return None, [*parser.findings, mistake.finding]


def _path(name: str, members: str, start: int) -> Expression:
    expression: Expression = Name(name, start)
    for member in members.split(".")[1:]:
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
        self.token = tokens[0]
        self.depth = 0
        self.findings: list[Finding] = []
        self.refusals = Refusals(self.findings)

    def parse(self) -> Expression | None:
        start = self.token
        if start.kind == "end":
            return None
        if self._is_object_form():
            if self.position != "template-data":
                self.refusals.add("{{a: b}}", start.start, self.tokens[-1].end, OLDER)
            return ObjectLiteral(self._entries("end"), start.start, braces=False)
        if self.position == "template-data":
            self.refusals.add('data="{{(…)}}"', start.start, self.tokens[-1].end, OLDER)
        expression = self._expression()
        if self.token.kind != "end":
            raise self._unexpected("wxml/expected-operator")
        return expression

    # -- object form: {{a, b: x, ...o}}

    def _is_object_form(self) -> bool:
        if self.token.text == "...":
            return True
        following = self.tokens[self.at + 1]
        if self.token.kind not in ("name", "string", "number"):
            return False
        if following.text in (":", ",") and following.kind == "operator":
            return True
        return self.position == "template-data" and self.token.kind == "name" and following.kind == "end"

    # -- expressions

    def _expression(self) -> Expression:
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise self._too_deep()
        if self.token.kind in _OPERANDS and self.tokens[self.at + 1].text in _BEHIND_EXPRESSIONS:
            self.depth -= 1
            return self._primary()
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
            operator = self.token
            precedence = _PRECEDENCE.get(operator.text, 0)
            if precedence <= minimum:
                return left
            length += 1
            if length > MAX_CHAIN:
                raise self._too_deep()
            self.refusals.operator(operator)
            self._advance()
            left = Binary(operator.text, left, self._binary(precedence), left.start)

    def _unary(self) -> Expression:
        token = self.token
        if token.text in _SIGNS:
            self.depth += 1
            if self.depth > MAX_NESTING:
                raise self._too_deep()
            self.refusals.unary(self.tokens, self.at)
            self._advance()
            operand = self._unary()
            self.depth -= 1
            return Unary(token.text, operand, token.start)
        if token.kind == "name" and token.text in _NEWER_UNARY and self._starts_operand(self.tokens[self.at + 1]):
            self.refusals.operator(token)
            self._advance()
            return Unary(token.text, self._unary(), token.start)
        return self._postfix()

    def _starts_operand(self, token: Token) -> bool:
        return token.kind in ("name", "number", "string") and token.text != "instanceof"

    def _postfix(self) -> Expression:
        first = self.token
        expression = self._primary()
        if self.token.text not in _POSTFIXES:
            return expression
        self.refusals.member(first, self.token, is_literal=isinstance(expression, Literal | ObjectLiteral))
        length = 0
        while (token := self.token).text in _POSTFIXES:
            length += 1
            if length > MAX_CHAIN:
                raise self._too_deep()
            if token.text == "?.":
                self.findings.append(self._finding("wxml/unsupported-syntax", token))
                if self.tokens[self.at + 1].text in ("[", "("):
                    self._advance()
                    continue
            if token.text in (".", "?."):
                self._advance()
                if self.token.kind != "name":
                    raise self._unexpected("wxml/expected-name")
                self.refusals.name(self.token)
                expression = Member(expression, self.token.text, expression.start)
                self._advance()
            elif token.text == "[":
                self._advance()
                key = self._expression()
                self._expect("]")
                expression = Index(expression, key, expression.start)
            else:
                self._advance()
                arguments = tuple(self._arguments())
                expression = Call(expression, arguments, expression.start, self.tokens[self.at - 1].end)
        return expression

    def _arguments(self) -> list[Expression]:
        arguments: list[Expression] = []
        while not self._take(")"):
            arguments.append(self._expression())
            if self.token.text != ")":
                self._expect(",", "wxml/expected-token", ")")
                self.refusals.comma(self.token, ")", "f(a,)")
        return arguments

    def _primary(self) -> Expression:
        token = self.token
        if token.kind == "name":
            self.refusals.name(token)
            self._advance()
            return _name(token.text, token.start)
        if token.kind == "number":
            self.refusals.number(token)
            self._advance()
            return Literal(number_value(token.text), token.start)
        if token.kind == "string":
            self.refusals.string(token)
            self._advance()
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
            start = self.token
            if self._take(","):
                self.refusals.add("[,]", start.start, start.end, OLDER)
                items.append(None)
                continue
            if start.text == "...":
                self.refusals.add("[...a]", start.start, start.end, OLDER)
            items.append(Spread(self._expression(), start.start) if self._take("...") else self._expression())
            if self.token.text != "]":
                self._expect(",", "wxml/expected-token", "]")
                self.refusals.comma(self.token, "]", "[a,]")
        return items

    def _entries(self, closing: str) -> tuple[Property | Spread, ...]:
        entries: list[Property | Spread] = []
        opening = self.tokens[self.at - 1]
        while not self._take_closing(closing):
            token = self.token
            if self._take("..."):
                entries.append(Spread(self._expression(), token.start))
            elif token.kind in ("name", "string", "number"):
                self._advance()
                entries.append(self._property(token))
            else:
                raise self._unexpected("wxml/expected-name")
            if not self._is_closing(closing):
                self._expect(",", "wxml/expected-token", "}" if closing == "}" else "}}")
                if self._is_closing(closing):
                    self.refusals.add("{a,}", self.tokens[self.at - 1].start, self.token.start, OLDER)
        if closing == "}":
            self.refusals.end_of_object(opening, self.tokens[self.at - 1], self.token, is_empty=not entries)
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

    def _advance(self) -> None:
        self.at += 1
        self.token = self.tokens[self.at]

    def _take(self, operator: str) -> bool:
        # Only an operator has the text of one: strings have their quotation marks.
        if self.token.text != operator:
            return False
        self._advance()
        return True

    def _is_closing(self, closing: str) -> bool:
        token = self.token
        return token.kind == "end" if closing == "end" else token.kind == "operator" and token.text == closing

    def _take_closing(self, closing: str) -> bool:
        if not self._is_closing(closing):
            return False
        if closing != "end":
            self._advance()
        return True

    def _expect(self, operator: str, code: str = "wxml/expected-token", shown: str = "") -> None:
        if not self._take(operator):
            raise self._unexpected(code, token=shown or operator)

    # -- mistakes

    def _unexpected(self, code: str, *, token: str = "") -> _Mistake:
        found = self.token
        if found.kind == "unknown" and found.text in "\"'":
            code = "wxml/unterminated-string"
        elif found.kind == "unknown" or found.text in _FOREIGN:
            code = "wxml/unsupported-syntax"
        finding = self._finding(code, found)
        return _Mistake(Finding(finding.code, finding.start, finding.end, {**finding.args, "token": token}))

    def _too_deep(self) -> _Mistake:
        return _Mistake(self._finding("wxml/too-deep", self.token))

    def _finding(self, code: str, token: Token) -> Finding:
        return Finding(code, token.start, max(token.end, token.start + 1), {"found": token.text or "}}"})
