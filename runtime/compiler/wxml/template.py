"""A compiled template before it becomes JavaScript: blocks of fixed structure, as resources/docs/wire.md draws them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import Struct

from runtime.compiler.wxml.expressions.scope import Compiled
from runtime.compiler.wxml.expressions.touch import NEVER, Touch
from runtime.diagnostics import Span

# JSON of a block definition: nodes and trees have the shape that the wire prescribes.
Json = Any


class Bind(Struct, frozen=True):
    """One dynamic value. `node` is -1 for text."""

    node: int
    kind: str
    name: str
    line: int
    value: Compiled


class Region(Struct, frozen=True):
    """A place whose children come and go. `functions` are those beside the static part; `names` what they read.

    `touch`: the part of what was set (`expressions/touch.py`) that matters for what is told to components inside.
    """

    static: Mapping[str, Json]
    functions: Mapping[str, str] = msgspec.field(default_factory=dict)
    names: frozenset[str] = frozenset()
    touch: Touch = NEVER


class Block(Struct, frozen=True):
    """`definition` is what logic layer and view share; `all_names` also covers the blocks inside.

    `told`: values that are given on whenever something behind them was set, changed or not, with what is behind them.
    `is_telling`: there are such in it, or inside; uses of templates may have them.
    """

    definition: Mapping[str, Json]
    values: tuple[Compiled, ...]
    regions: tuple[Region, ...]
    names: frozenset[str]
    all_names: frozenset[str]
    told: Mapping[int, Touch]
    is_telling: bool


@dataclass(frozen=True, slots=True)
class InlineWxs:
    """The text of a `<wxs module="name">` element and where it starts in the template."""

    source: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Handler:
    """A method named by a template: `bindtap="name"`."""

    name: str
    event: str
    span: Span


@dataclass(frozen=True, slots=True)
class Template:
    """One `.wxml` file, analysed."""

    path: str
    imports: tuple[str, ...]
    wxs: Mapping[str, str]
    templates: Mapping[str, int]
    main: int
    blocks: tuple[Block, ...]
