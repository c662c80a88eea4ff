"""Chains of calls as lines of a script, broken where formatters of Python break them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.testing.script.literals import literal, spread

WIDTH = 88
"""Of a line, as formatters have it if nothing else is said. A text that is longer stays whole."""
INDENT = "    "


@dataclass(frozen=True)
class Call:
    """`name(arguments)`; `is_member` is one without brackets."""

    name: str
    arguments: tuple[str | Chain, ...] = ()
    is_member: bool = False

    def __str__(self) -> str:
        return self.name if self.is_member else f"{self.name}({_in_line(self.arguments)})"


@dataclass(frozen=True)
class Chain:
    """`page.locator(".a").tap()`."""

    calls: tuple[Call, ...]

    def then(self, *calls: Call) -> Chain:
        """The same, with more calls."""
        return Chain((*self.calls, *calls))

    def __str__(self) -> str:
        return ".".join(map(str, self.calls))


def lines_of(chain: Chain, depth: int = 1) -> list[str]:
    """As a statement, `depth` levels in."""
    indent = INDENT * depth
    whole = f"{indent}{chain}"
    if len(whole) <= WIDTH:
        return [whole]
    breakable = [number for number, call in enumerate(chain.calls) if call.arguments]
    for number in reversed(breakable):
        lines = _broken(chain, {number}, indent)
        if len(lines[0]) <= WIDTH and len(lines[-1]) <= WIDTH:
            return lines
    return _broken(chain, set(breakable), indent)


def decorated(name: str, given: Mapping[str, Any]) -> list[str]:
    """A call with these arguments as a decorator of a function."""
    whole = f"@{name}({', '.join(f'{key}={literal(value)}' for key, value in given.items())})"
    if len(whole) <= WIDTH:
        return [whole]
    arguments = [line for key, value in given.items() for line in spread(f"{key}=", value, INDENT, WIDTH)]
    return [f"@{name}(", *arguments, ")"]


def _broken(chain: Chain, places: set[int], indent: str) -> list[str]:
    """These calls with their arguments on lines of their own."""
    lines = [indent]
    for number, call in enumerate(chain.calls):
        dot = "." if number else ""
        if number in places:
            lines[-1] += f"{dot}{call.name}("
            lines += [*_arguments(call.arguments, indent + INDENT), f"{indent})"]
        else:
            lines[-1] += f"{dot}{call}"
    return lines


def _arguments(arguments: Sequence[str | Chain], indent: str) -> list[str]:
    together = f"{indent}{_in_line(arguments)}"
    if len(together) <= WIDTH:
        return [together]
    if len(arguments) > 1:
        return _each(arguments, indent)
    [only] = arguments
    return lines_of(only, len(indent) // len(INDENT)) if isinstance(only, Chain) else [together]


def _in_line(arguments: Sequence[str | Chain]) -> str:
    return ", ".join(map(str, arguments))


def _each(arguments: Sequence[str | Chain], indent: str) -> list[str]:
    return [f"{indent}{one}," for one in arguments]
