"""What names mean in one block, and where blocks lie in each other. Variables are lazy: the last definition counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from runtime.compiler.less.nodes import (
    Declaration,
    MixinDefinition,
    Node,
    Ruleset,
    Statement,
    VariableDefinition,
)
from runtime.compiler.less.selectors import mixin_names, parse_selector, split_extends


@dataclass(frozen=True, eq=False, slots=True)
class Binding:
    """A variable's value; `frames` say where it is evaluated, None: where it is used."""

    value: Node
    frames: Frames | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Callable:
    """A mixin, or a ruleset that can be called as one, with the frames around its definition."""

    node: MixinDefinition | Ruleset
    names: tuple[tuple[str, ...], ...]
    frames: Frames


@dataclass(eq=False)
class Scope:
    """One block. `origin` is its statement."""

    variables: dict[str, Binding] = field(default_factory=dict)
    callables: list[Callable] = field(default_factory=list)
    properties: dict[str, Declaration] = field(default_factory=dict)
    origin: object = None

    def define(self, statements: Iterable[Statement], outer: Frames) -> Frames:
        """Takes up what the statements define; returns the frames inside of this block."""
        frames = (self, *outer)
        for statement in statements:
            if isinstance(statement, VariableDefinition):
                self.variables[statement.name] = Binding(statement.value)
            elif isinstance(statement, MixinDefinition):
                self.callables.append(Callable(statement, ((statement.name,),), frames))
            elif isinstance(statement, Ruleset):
                names = ruleset_names(statement)
                if names:
                    self.callables.append(Callable(statement, names, frames))
            elif isinstance(statement, Declaration):
                self.properties[statement.name] = statement
        return frames

    def take_from(self, other: Scope, inner: Frames) -> None:
        """Takes over what a mixin defined, unless the name is defined here."""
        for name, binding in other.variables.items():
            self.variables.setdefault(name, Binding(binding.value, binding.frames or inner))
        self.callables += other.callables


Frames = tuple[Scope, ...]


def ruleset_names(ruleset: Ruleset) -> tuple[tuple[str, ...], ...]:
    """The names by which a ruleset can be called, one for each selector that allows it."""
    found = []
    for text, _place in ruleset.selectors:
        if "@{" not in text:
            names = mixin_names(parse_selector(split_extends(text)[0]))
            if names:
                found.append(names)
    return tuple(found)


def find_variable(frames: Frames, name: str) -> Binding | None:
    """The innermost definition."""
    for scope in frames:
        binding = scope.variables.get(name)
        if binding is not None:
            return binding
    return None
