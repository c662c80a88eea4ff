"""DOM operations: what the logic layer tells a page's view to do (resources/docs/wire.md, "DOM operations").

A batch is a list of them. Each is an array with its letter in front: a batch may hold thousands. Instances of blocks
are numbered by positive integers, unique in a page; a scope is a style scope, 0 that of the page.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

Stream = list[Any]
"""New nodes as one flat list, the number of the first instance in front (wire.md says how it is read)."""

Isolation = Literal[
    "shared", "page-shared", "isolated", "page-isolated", "apply-shared", "page-apply-shared"
]  # fmt: skip


class _Operation(Struct, frozen=True, array_like=True):
    """Base of all operations: frozen, an array."""


class Scope(Struct, frozen=True, rename="camel", omit_defaults=True):
    """How classes are written in a component. `form`: what a form around it sees of its template.

    `owns_style`: the host has no inline style, since `style` is a property or an external class of the component.
    """

    path: str
    prefix: str
    mode: Isolation
    parent: int | None
    ext: dict[str, Any]
    virtual: bool
    owns_style: bool = False
    form: list[Literal["group", "button"]] = []


class Define(_Operation, frozen=True, tag="D"):
    """Defines a block (wire.md, "Block definitions"); known in every page of this run from then on."""

    block: int
    definition: dict[str, Any]


class DefineWxs(_Operation, frozen=True, tag="V"):
    """The text of a wxs module that the view runs."""

    path: str
    code: str


class DefineScope(_Operation, frozen=True, tag="P"):
    """Defines a style scope."""

    id: int
    scope: Scope


class UseStyle(_Operation, frozen=True, tag="S"):
    """The style sheet of a component is needed in this page."""

    path: str
    prefix: str
    mode: Isolation


class Body(_Operation, frozen=True, tag="B"):
    """Makes the page's body; replaces an earlier one."""

    scope: int
    stream: Stream


class Create(_Operation, frozen=True, tag="C"):
    """Inserts children into a region at `index`."""

    id: int
    region: int
    index: int
    scope: int
    stream: Stream


class Update(_Operation, frozen=True, tag="U"):
    """New values of an instance: index, value, index, value …"""

    id: int
    values: list[Any]


class Remove(_Operation, frozen=True, tag="R"):
    """Removes children of a region."""

    id: int
    region: int
    index: int
    count: int


class Move(_Operation, frozen=True, tag="M"):
    """Moves one child: taken out at `start`, then put in at `to`."""

    id: int
    region: int
    start: int
    to: int


class Host(_Operation, frozen=True, tag="H"):
    """Mounts the shadow block of a host node, also in place of an earlier one."""

    id: int
    node: int
    scope: int
    stream: Stream


class Externals(_Operation, frozen=True, tag="X"):
    """External classes of a scope have changed."""

    scope: int
    ext: dict[str, Any]


class SetValue(_Operation, frozen=True, tag="E"):
    """An `input` event's handler wants another text in the field; `cursor`: where it stands then, None = at the end."""

    id: int
    node: int
    value: Any
    cursor: Any


class Nothing(_Operation, frozen=True, tag="G"):
    """Nothing to do: `Rendered` is reported for this batch all the same."""


class KeepState(_Operation, frozen=True, tag="K"):
    """First of a template swap: typed text, focus and scroll positions are carried over to the new nodes."""


Operation = (
    Define | DefineWxs | DefineScope | UseStyle | Body | Create | Update | Remove | Move | Host | Externals
    | SetValue | Nothing | KeepState
)  # fmt: skip
