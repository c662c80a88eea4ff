"""Reads the conditions of guards and of `if()`."""

from __future__ import annotations

import re

from runtime.compiler.less.cursor import Cursor
from runtime.compiler.less.nodes import Comparison, Keyword, Logic, Node
from runtime.compiler.less.parse_value import ParseBody, ValueParser
from runtime.compiler.less.source import LessError

_COMPARISON = re.compile(r">=|=>|<=|=<|=|<|>")
_WORD = re.compile(r"(and|or|not)\b")
_SAME = {"=<": "<=", "=>": ">="}


class GuardParser:
    """Reads one condition."""

    def __init__(self, cursor: Cursor, parse_body: ParseBody) -> None:
        self.cursor, self.parse_body = cursor, parse_body

    def whole(self) -> Node:
        """The whole stretch; a comma means `or`. Raises LessError."""
        items = [self._any_of()]
        while self._accept(","):
            items.append(self._any_of())
        self.cursor.skip_space()
        if not self.cursor.at_end:
            raise self.cursor.fail()
        return items[0] if len(items) == 1 else Logic("or", tuple(items))

    def _any_of(self) -> Node:
        items = [self._all_of()]
        while self._word("or"):
            items.append(self._all_of())
        return items[0] if len(items) == 1 else Logic("or", tuple(items))

    def _all_of(self) -> Node:
        items = [self._one()]
        while self._word("and"):
            items.append(self._one())
        return items[0] if len(items) == 1 else Logic("and", tuple(items))

    def _one(self) -> Node:
        if self._word("not"):
            return Logic("not", (self._one(),))
        start = self.cursor.position
        if self._accept("("):
            try:
                inner = self._any_of()
                if self._accept(")") and not self._continues():
                    return inner
            except LessError:
                pass
            self.cursor.position = start
        return self._comparison()

    def _continues(self) -> bool:
        self.cursor.skip_space()
        return any(self.cursor.peek(sign) for sign in "<>=+-*/")

    def _comparison(self) -> Node:
        left = self._operand()
        self.cursor.skip_space()
        match = self.cursor.take(_COMPARISON)
        if match is None:
            return Comparison("=", left, Keyword("true"))
        return Comparison(_SAME.get(match[0], match[0]), left, self._operand())

    def _operand(self) -> Node:
        self.cursor.skip_space()
        value = ValueParser(self.cursor, self.parse_body).addition()
        if value is None:
            raise self.cursor.fail()
        return value

    def _accept(self, text: str) -> bool:
        self.cursor.skip_space()
        return self.cursor.accept(text)

    def _word(self, word: str) -> bool:
        self.cursor.skip_space()
        start = self.cursor.position
        match = self.cursor.take(_WORD)
        if match is not None and match[1] == word:
            return True
        self.cursor.position = start
        return False
