"""What a template compiler of the platform refuses though it has a meaning here.

There are two, one for each generation of the component framework, and each is a judge of its own. What they were
asked and what they answered is the table `tests/differential/expressions.json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.expressions.tokens import Token
from runtime.diagnostics import Diagnostic

Generation = Literal["older", "newer"]
CODE = "wxml/phone-refuses"
COMPILERS: Mapping[Generation, str] = {"older": "wcc, 2020", "newer": "glass-easel 1.1"}
OLDER: tuple[Generation, ...] = ("older",)
NEWER: tuple[Generation, ...] = ("newer",)
BOTH: tuple[Generation, ...] = ("older", "newer")
_NEWER_OPERATORS = frozenset({"??", ">>>", "instanceof", "typeof", "void"})
_CONSTANTS = frozenset({"true", "false", "null", "undefined"})


def of_generation(diagnostics: Iterable[Diagnostic], generation: Generation) -> Iterator[Diagnostic]:
    """The diagnostics without what only the other compiler refuses. Each form is told once in a file."""
    told: set[str] = set()
    for one in diagnostics:
        if one.code != CODE:
            yield one
        elif generation in one.args["by"].split() and one.args["found"] not in told:
            told.add(one.args["found"])
            yield replace(one, args={"found": one.args["found"], "compiler": COMPILERS[generation]})


class Refusals:
    """What the parser comes by, as findings with the generations whose compiler refuses it."""

    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings

    def add(self, found: str, start: int, end: int, by: tuple[Generation, ...]) -> None:
        """Compilers refuse the form `found`, which stands there."""
        self._findings.append(Finding(CODE, start, max(end, start + 1), {"found": found, "by": " ".join(by)}))

    def operator(self, token: Token) -> None:
        """An operator between two operands, or a word in front of one."""
        if token.text in _NEWER_OPERATORS:
            self.add(token.text, token.start, token.end, OLDER)

    def unary(self, tokens: Sequence[Token], at: int) -> None:
        """The sign `tokens[at]` in front of an operand."""
        token, after = tokens[at], tokens[at + 1]
        is_doubled = at > 0 and tokens[at - 1].text == token.text and tokens[at - 1].end == token.start
        if token.text == "+":
            self.add("++" if is_doubled else "+a", token.start, token.end, BOTH if is_doubled else OLDER)
        elif token.text == "-" and is_doubled:
            self.add("--", token.start, token.end, NEWER)
        elif token.text == "-" and after.text in ("!", "~"):
            self.add(f"-{after.text}a", token.start, after.end, OLDER)

    def member(self, first: Token, following: Token, *, is_literal: bool) -> None:
        """What follows an operand that began with the token `first`: members are of names, lists and members alone."""
        if not (is_literal or first.text == "(") or following.kind != "operator" or following.text not in _MEMBERS:
            return
        is_glued = first.kind == "number" and following.text == "." and first.end == following.start
        shown = "(a)" if first.text == "(" else "1." if is_glued else first.text[:12]
        found = shown + _MEMBERS[following.text]
        self.add(found, first.start, following.end, BOTH if is_glued else OLDER)

    def name(self, token: Token) -> None:
        """The name of a value or of a member."""
        if token.kind == "name" and not token.text.isascii():
            self.add(token.text, token.start, token.end, BOTH)

    def number(self, token: Token) -> None:
        """A number as it is written."""
        lowered = token.text.lower()
        is_hexadecimal = lowered.startswith("0x")
        if is_hexadecimal or "e" in lowered:
            is_for_nobody = token.text[1] == "X" if is_hexadecimal else "E" in token.text or "e+" in lowered
            self.add(token.text, token.start, token.end, BOTH if is_for_nobody else OLDER)

    def string(self, token: Token) -> None:
        """A text as it is written; in an attribute `\\n` has become a line feed by now."""
        if "\n" in token.text.replace("\\\n", ""):
            self.add("'\\n'", token.start, token.end, OLDER)

    def comma(self, following: Token, closing: str, found: str) -> None:
        """A comma after which nothing comes any more."""
        if following.kind == "operator" and following.text == closing:
            self.add(found, following.start, following.end, OLDER)

    def key(self, token: Token) -> None:
        """The key of a member of an object."""
        self.name(token)
        if token.kind != "name":
            self.add("{'a': b}", token.start, token.end, BOTH)
        elif token.text in _CONSTANTS:
            self.add(f"{{{token.text}: a}}", token.start, token.end, OLDER)

    def end_of_object(self, opening: Token, brace: Token, following: Token, *, is_empty: bool) -> None:
        """The closing brace of an object: with another one behind it, it ends the mustache."""
        if is_empty:
            self.add("{}", opening.start, brace.end, OLDER)
        if following.start == brace.end and (following.kind == "end" or following.text == "}"):
            self.add("{a: b}}}", brace.start, brace.end, OLDER)


_MEMBERS: Mapping[str, str] = {".": ".b", "[": "[b]", "(": "(b)"}
