"""What a Less file consists of: statements and the values in them. Evaluated values are such nodes as well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runtime.compiler.less.source import LessSource, Place

if TYPE_CHECKING:
    from runtime.compiler.less.scope import Frames

# ---------------------------------------------------------------- values


@dataclass(frozen=True, slots=True)
class Dimension:
    """A number with a unit. `numerator` and `denominator` hold the units of a calculation."""

    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Color:
    """Channels from 0 to 255 and alpha from 0 to 1. `text`: as written, while nothing was calculated."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0
    text: str = ""

    @classmethod
    def of(cls, channels: Iterable[float], alpha: float = 1.0, text: str = "") -> Color:
        """The colour of three channels."""
        red, green, blue = channels
        return cls(red, green, blue, alpha, text)

    @property
    def channels(self) -> tuple[float, float, float]:
        """Red, green and blue."""
        return self.red, self.green, self.blue


@dataclass(frozen=True, slots=True)
class Keyword:
    """A bare word."""

    text: str


@dataclass(frozen=True, slots=True)
class Anonymous:
    """Text that goes out as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A string; `is_escaped` for `~"…"`."""

    quote: str
    text: str
    is_escaped: bool = False


@dataclass(frozen=True, slots=True)
class Raw:
    """Text in which variables are replaced wherever they stand (custom properties, at-rules)."""

    text: str
    has_bare_variables: bool = True


@dataclass(frozen=True, slots=True)
class Url:
    """`url(…)`."""

    value: Quoted | Raw | Anonymous | Variable


@dataclass(frozen=True, slots=True)
class Variable:
    """`@name`, or `@@name`."""

    name: str
    place: Place
    is_indirect: bool = False


@dataclass(frozen=True, slots=True)
class PropertyReference:
    """`$name`."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Call:
    """A function call, of Less or of CSS."""

    name: str
    arguments: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Assignment:
    """`opacity=50` in an old filter."""

    key: str
    value: Node


@dataclass(frozen=True, slots=True)
class Operation:
    """A calculation. `is_spaced`: spaces around the operator, for the case that it goes out as it is."""

    operator: str
    left: Node
    right: Node
    is_spaced: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Negative:
    """A minus before something."""

    value: Node


@dataclass(frozen=True, slots=True)
class Paren:
    """Something in parentheses."""

    value: Node


@dataclass(frozen=True, slots=True)
class Spaced:
    """Values one after the other. The text of a delimiter such as `/` is a member."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Values with commas between them."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Detached:
    """A detached ruleset. `frames`: where it was written, once evaluated."""

    body: tuple[Statement, ...]
    frames: Frames | None = None
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True)
class Lookup:
    """A member of what a mixin call or a detached ruleset gives: `.m()[@a]`, `@d[b]`."""

    target: MixinCall | Variable
    keys: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values compared, in a guard. `operator` is one of `<  >  <=  >=  =`."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Logic:
    """`and`, `or`, `not` of conditions."""

    operator: str
    items: tuple[Node, ...]


Node = (
    Dimension | Color | Keyword | Anonymous | Quoted | Raw | Url | Variable | PropertyReference | Call | Assignment
    | Operation | Negative | Paren | Spaced | Listed | Detached | Lookup | Comparison | Logic
)  # fmt: skip

# ---------------------------------------------------------------- statements


@dataclass(frozen=True, eq=False, slots=True)
class Declaration:
    """`property: value`. `merge` is `","` for `+:` and `" "` for `+_:`."""

    name: str
    value: Node
    is_important: bool
    merge: str
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class VariableDefinition:
    """`@name: value`."""

    name: str
    value: Node
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class Ruleset:
    """Selectors with a block. `selectors` are texts with their places; `guard` stands behind the last one."""

    selectors: tuple[tuple[str, Place], ...]
    guard: Node | None
    body: tuple[Statement, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter or argument of a mixin: `@name: value`, a pattern or value alone, `@name...` or `...`."""

    name: str
    value: Node | None
    is_rest: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class MixinDefinition:
    """`.name(parameters) when (guard) { … }`."""

    name: str
    parameters: tuple[Parameter, ...]
    guard: Node | None
    body: tuple[Statement, ...]
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class MixinCall:
    """`#space > .name(arguments) !important`. `path` are the names."""

    path: tuple[str, ...]
    arguments: tuple[Parameter, ...]
    is_important: bool
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class VariableCall:
    """`@detached();`."""

    name: str
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class FunctionCall:
    """A function that stands as a statement: `each(@list, {…});`."""

    value: Call
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class Extension:
    """`&:extend(.a all, .b);`."""

    text: str
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class Import:
    """`@import (options) "name" media;`."""

    name: Quoted | Url
    options: frozenset[str]
    media: str
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class AtRule:
    """Any other at-rule; `body` is None if it ends with `;`. `raw`: a block that is copied as it is."""

    name: str
    prelude: str
    body: tuple[Statement, ...] | None
    place: Place
    prelude_place: Place = field(compare=False)


Statement = (
    Declaration | VariableDefinition | Ruleset | MixinDefinition | MixinCall | VariableCall | FunctionCall
    | Extension | Import | AtRule
)  # fmt: skip


@dataclass(frozen=True, eq=False, slots=True)
class Stylesheet:
    """One parsed file."""

    source: LessSource
    body: tuple[Statement, ...]
    errors: tuple[LessErrorRecord, ...]


@dataclass(frozen=True, slots=True)
class LessErrorRecord:
    """A mistake found while parsing."""

    code: str
    place: Place
    details: tuple[tuple[str, str], ...] = ()
