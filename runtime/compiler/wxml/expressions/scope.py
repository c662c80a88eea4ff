"""What a name in a mustache means at one place of a template: wxs module, then loop variable, then data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from msgspec import Struct

from runtime.compiler.wxml.expressions.syntax import Expression


class Compiled(Struct, frozen=True):
    """JavaScript of an expression, the data names that it reads, and what it was compiled from (`touch.py`)."""

    code: str
    names: frozenset[str] = frozenset()
    sources: tuple[tuple[Expression, Scope], ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """`wxs`: modules that the file sees, with their names in `W`; `variables`: name to place in `L`; `size`: length of
    `L`; `lets`: `let:` names.

    `places`: loop variables that stand for a place in the data, with its path (`lvalue.py`).

    `is_newer`: the newer generation of the framework reads it, which calls functions held in data.
    """

    wxs: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, int] = field(default_factory=dict)
    lets: Mapping[str, Compiled] = field(default_factory=dict)
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    size: int = 0
    is_newer: bool = False

    def loop(self, item: str, index: str, steps: tuple[str, ...] | None = None) -> Scope:
        """The scope of a row; when both have the same name it means the index, as on the platform.

        `steps`: the path of the list, if it is a place in the data.
        """
        scope = self._with({item: self.size, index: self.size + 1}, 2)
        if steps is None or item == index:
            return scope
        return replace(scope, places={**scope.places, item: (*steps, f"L[{self.size + 1}]")})

    def included(self, wxs: Mapping[str, str]) -> Scope:
        """The scope of an included file in the newer generation: its own modules and the data, nothing else around."""
        return Scope(wxs=wxs, size=self.size, is_newer=self.is_newer)

    def reserve(self, count: int) -> Scope:
        """The scope of slot content, which begins with so many values of the slot."""
        return replace(self, size=self.size + count)

    def alias(self, places: Mapping[str, int]) -> Scope:
        """The scope of something that has local names for places in `L`."""
        return self._with(places, 0) if places else self

    def let(self, values: Mapping[str, Compiled]) -> Scope:
        """The scope below an element with `let:` attributes."""
        return replace(self, lets={**self.lets, **values})

    def _with(self, places: Mapping[str, int], count: int) -> Scope:
        lets = {name: value for name, value in self.lets.items() if name not in places}
        known = {name: steps for name, steps in self.places.items() if name not in places}
        variables = {**self.variables, **places}
        return replace(self, variables=variables, lets=lets, places=known, size=self.size + count)
