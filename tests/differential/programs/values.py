"""Random values and expressions.

A field's name begins with its kind: n number, s text, b boolean, l list of rows `{k, v, on}`, o object `{x, y: {z}}`.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

FIELDS = ("n0", "s0", "b0", "l0", "o0", "n1", "s1", "b1", "l1", "o1", "n2", "s2")
KEYS = "abcdefgh"
Scope = list[tuple[str, str]]  # names that a template sees, with their kinds; rows have the kind r


class Values:
    """Draws from a source of chance. `is_included`: an included file of the newer generation is being written."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.is_included = False

    def one(self, *options: Any) -> Any:
        return self.random.choice(options)

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def some(self, options: Any, most: int) -> list[Any]:
        options = list(options)
        return self.random.sample(options, min(len(options), self.random.randint(0, most)))

    # ------------------------------------------------------------ values

    def value(self, name: str) -> Any:
        return json.loads(self.literal(name))

    def literal(self, name: str) -> str:
        kind = name[0]
        if kind == "n":
            return self.number()
        if kind == "s":
            return self.text()
        if kind == "b":
            return str(self.one("true", "false"))
        if kind == "l":
            return f"[{', '.join(self.row(key) for key in self.some(KEYS[:6], 4))}]"
        return f'{{ "x": {self.number()}, "y": {{ "z": {self.text()} }} }}'

    def number(self) -> str:
        return str(self.random.randint(0, 4))

    def text(self) -> str:
        return f'"{self.one("", "p", "q", "a", "b", "k0")}"'

    def row(self, key: str) -> str:
        return f'{{ "k": "{key}", "v": {self.number()}, "on": {self.one("true", "false")} }}'

    # ------------------------------------------------------------ expressions

    def expression(self, kind: str, scope: Scope) -> str:
        names = [name for name, of in scope if of == kind]
        rows = [name for name, of in scope if of == "r"]
        objects = [name for name, of in scope if of == "o"]
        numbers = [name for name, of in scope if of == "n"]
        options = [*names, *names, *names]
        if kind == "n":
            options += [f"{row}.v" for row in rows] + [f"{name}.x" for name in objects] + ["1"]
            options += [f"{name} + 1" for name in numbers] + self.by_wxs("inc", numbers)
            options += [f"{name}.length" for name, of in scope if of == "l"]
        elif kind == "s":
            options += [f"{row}.k" for row in rows] + [f"{name}.y.z" for name in objects] + ["'p'"]
            options += [f"'x' + {name}" for name in numbers] + self.by_wxs("tag", numbers)
        elif kind == "b":
            options += [f"{row}.on" for row in rows] + [f"{name} > 1" for name in numbers]
            options += [f"!{name}" for name in names]
        elif kind == "o":
            options += rows
        if not options:
            return {"l": "[]", "o": "null", "b": "true"}.get(kind, "0")
        return str(self.one(*options))

    def by_wxs(self, function: str, names: list[str]) -> list[str]:
        """An included file sees the includer's wxs modules in the older generation alone."""
        return [] if self.is_included else [f"m.{function}({name})" for name in names]

    def bound(self, kind: str, scope: Scope) -> str:
        return f"{{{{{self.expression(kind, scope)}}}}}"
