"""What surrounds a block of statements while it is evaluated, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any

from runtime.compiler.less.nodes import Import, Statement
from runtime.compiler.less.output import Out, OutDeclaration
from runtime.compiler.less.scope import Frames, Scope
from runtime.compiler.less.selectors import Selector


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a block: the selectors that it nests in, media conditions, `!important` from a call."""

    parents: tuple[Selector, ...] = ()
    media: tuple[str, ...] = ()
    is_reference: bool = False
    is_important: bool = False


@dataclass
class Body:
    """What a block gives: its declarations, the rules behind it, what it defines."""

    declarations: list[OutDeclaration] = field(default_factory=list)
    outs: list[Out] = field(default_factory=list)
    scope: Scope = field(default_factory=Scope)
    frames: Frames = ()

    def add(self, other: Body) -> None:
        """Takes over what another block gave."""
        self.declarations += other.declarations
        self.outs += other.outs


Step = Generator["Step", Any, Body]
# An import → its statements, or text that goes out as it is, or None if it was there before.
Importer = Callable[[Import, str], "tuple[Statement, ...] | str | None"]
