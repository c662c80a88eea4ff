"""Regular expressions of the sources, and whether one can read a text in many ways.

Python's engine goes back and tries the other ways when what follows does not fit. Two ways at each character are 2^n
ways; two repeats side by side that take the same characters are n² ways. Possessive repeats (`*+`) do not go back.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from re import _constants as codes
from re import _parser
from typing import Any

from tests.arch.sources import name_of, source_files

# Characters that stand for all others: what patterns tell apart is among them.
SAMPLE = [chr(code) for code in range(128)] + list("\x85\xa0é²数\u2028\u3000\ufeff😀")
EVERY = frozenset(SAMPLE)


def module_patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns that modules hold at their top, also in tuples and tables."""
    for path in source_files(".py"):
        name = name_of(path)
        if path.stem == "__main__" or "re.compile(" not in path.read_text("utf-8"):
            continue
        module = importlib.import_module(name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        for key, value in vars(module).items():
            for pattern in _patterns(value):
                yield f"{name}: {key}", pattern


def _patterns(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _patterns(item)
    elif isinstance(value, dict):
        yield from _patterns(tuple(value.values()))


@dataclass(frozen=True)
class Part:
    """A piece of a pattern: what it can begin with, and what the repeats take that may go back, at either end."""

    first: frozenset[str]
    is_nullable: bool
    open_ends: tuple[frozenset[str], ...] = ()
    open_starts: tuple[frozenset[str], ...] = ()


def ambiguities(pattern: re.Pattern[Any]) -> list[str]:
    """What is wrong with a pattern."""
    reader = _Reader(pattern.flags)
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    reader.sequence(_parser.parse(text, pattern.flags & ~re.DEBUG))
    return reader.found


@dataclass
class _Reader:
    flags: int
    found: list[str] = field(default_factory=list)

    def sequence(self, items: Iterable[Any], *, repeats: bool = False) -> Part:
        """Items one after the other. `repeats`: they stand in a repeat that may go back."""
        whole = Part(frozenset(), True)
        for code, argument in items:
            whole = self._joined(whole, self._item(code, argument, repeats=repeats))
        return whole

    def _joined(self, left: Part, right: Part) -> Part:
        for taken in left.open_ends:
            for begun in right.open_starts:
                if taken & begun:
                    self.found.append(f"two repeats side by side take {_shown(taken & begun)}")
        return Part(
            left.first | (right.first if left.is_nullable else frozenset()),
            left.is_nullable and right.is_nullable,
            right.open_ends + (left.open_ends if right.is_nullable else ()),
            left.open_starts + (right.open_starts if left.is_nullable else ()),
        )

    def _item(self, code: Any, argument: Any, *, repeats: bool) -> Part:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            return self._repeat(code, *argument)
        if code is codes.SUBPATTERN:
            return self.sequence(argument[3], repeats=repeats)
        if code is codes.ATOMIC_GROUP:
            part = self.sequence(argument)
            return Part(part.first, part.is_nullable)
        if code is codes.BRANCH:
            return self._branch([self.sequence(one, repeats=repeats) for one in argument[1]], repeats=repeats)
        if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            return Part(frozenset(), True)
        if code is codes.GROUPREF:
            return Part(EVERY, True)
        return Part(frozenset(character for character in SAMPLE if self._takes(code, argument, character)), False)

    def _branch(self, parts: list[Part], *, repeats: bool) -> Part:
        for index, part in enumerate(parts):
            for other in parts[:index]:
                if repeats and part.first & other.first:
                    self.found.append(f"in a repeat, two branches begin with {_shown(part.first & other.first)}")
        return Part(
            frozenset().union(*(part.first for part in parts)),
            any(part.is_nullable for part in parts),
            tuple(taken for part in parts for taken in part.open_ends),
            tuple(taken for part in parts for taken in part.open_starts),
        )

    def _repeat(self, code: Any, least: int, most: Any, body: Any) -> Part:
        is_many = most is codes.MAXREPEAT or most > 20
        goes_back = code is not codes.POSSESSIVE_REPEAT
        part = self.sequence(body, repeats=is_many and goes_back)
        if is_many and goes_back:
            for taken in part.open_ends:
                if taken & part.first:
                    self.found.append(f"a repeat in a repeat takes {_shown(taken & part.first)}")
        nullable = least == 0 or part.is_nullable
        if not goes_back:
            return Part(part.first, nullable)
        if is_many:
            # Of a longer body only its whole can be given back; what it begins with stands for it.
            return Part(part.first, nullable, (part.first,), (part.first,))
        return Part(part.first, nullable, part.open_ends, part.open_starts)

    def _takes(self, code: Any, argument: Any, character: str) -> bool:
        if code is codes.ANY:
            return bool(self.flags & re.DOTALL) or character != "\n"
        if code is codes.LITERAL:
            return self._same(argument, character)
        if code is codes.NOT_LITERAL:
            return not self._same(argument, character)
        if code is codes.IN:
            negated = bool(argument) and argument[0][0] is codes.NEGATE
            inside = any(self._takes(*item, character) for item in argument if item[0] is not codes.NEGATE)
            return inside != negated
        if code is codes.RANGE:
            low, high = argument
            return any(low <= ord(one) <= high for one in self._cases(character))
        if code is codes.CATEGORY:
            return re.match(_CATEGORIES[argument], character, self.flags & re.ASCII) is not None
        raise AssertionError(code)

    def _same(self, code_point: int, character: str) -> bool:
        return chr(code_point) in self._cases(character)

    def _cases(self, character: str) -> tuple[str, ...]:
        changed = (character.lower(), character.upper()) if self.flags & re.IGNORECASE else ()
        return (character, *(one for one in changed if len(one) == 1))


_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_NOT_DIGIT: r"\D", codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S", codes.CATEGORY_WORD: r"\w", codes.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _shown(characters: frozenset[str]) -> str:
    return repr("".join(sorted(characters))[:12])
