"""Shapes of what the logic process answers about values and trees (resources/docs/wire.md, "Previews").

Such answers come from where a project's code runs, so they are checked where they are first looked at; whoever shows
them takes them as plain dictionaries.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from msgspec import Raw, Struct

from runtime.protocol.numbers import Int32
from runtime.protocol.program_questions import FoundNode
from runtime.protocol.stacks import StackFrame


class Preview(Struct, frozen=True, omit_defaults=True):
    """A value as far as it is shown (wire.md, "Previews"). `t`: its type; `v`: what stands for it; `id`: its handle."""

    t: str
    v: str | float | bool | None = None
    n: Int32 = 0
    items: list[Preview] = []
    props: list[tuple[str, Preview]] = []
    id: Int32 = 0
    start: Int32 = 0
    more: bool = False
    cls: str = ""
    stack: list[StackFrame] = []


class Member(Struct, frozen=True, omit_defaults=True):
    """A member as it is defined. It has a `value`, or is an accessor (`get`, `set`); `symbol`: that is its key."""

    name: str
    value: Preview | None = None
    get: Preview | None = None
    set: Preview | None = None
    symbol: Preview | None = None
    writable: bool = False
    enumerable: bool = False
    configurable: bool = False
    own: bool = False


class Members(Struct, frozen=True, omit_defaults=True):
    """What `ListMembers` asks for. `inner`: what is no member of it (its prototype, entries of a Map)."""

    members: list[Member]
    inner: list[tuple[str, Preview]] = []


class MemoryUse(Struct, frozen=True):
    """What the engine holds, and how much it may."""

    used_bytes: int
    limit_bytes: int


class HeapKind(Struct, frozen=True):
    """Values of one constructor: how many, about how many bytes they take themselves, the way to the largest."""

    name: str
    count: int
    size: int
    way: str


class HeapCensus(Struct, frozen=True):
    """The values that a program's App, pages, components, modules and globals reach. `is_cut`: there are more."""

    values: int
    is_cut: bool
    kinds: list[HeapKind]


class Element(Struct, frozen=True, omit_defaults=True, gc=False):
    """A node of the rendered tree; `ref` is its number in the page, slots have none.

    `inside`: the host of the component whose template has it, None for the page's own.
    """

    tag: str
    attr: dict[str, Any]
    ref: tuple[Int32, Int32] | None = None
    file: str = ""
    line: Int32 = 0
    name: str = msgspec.field(name="is", default="")
    inside: tuple[Int32, Int32] | None = msgspec.field(name="in", default=None)
    children: list[str | Element] | None = None


class Component(Struct, frozen=True):
    """A component of a page: where its host is, and what it is."""

    ref: tuple[Int32, Int32]
    name: str = msgspec.field(name="is")


class NodeFacts(Struct, frozen=True, omit_defaults=True):
    """What one node carries. `owner`: the page or component whose template it stands in, and where its host is; `file`,
    `line` and `tag` say where it is written, as the program names its files.

    `loop`: item and index of each list around it, the outermost first. `given`: the data of the `<template>` that it
    stands in. Of a component: its path, `[name, type, value]` of its properties, `[path, kind]` of its relations, and
    the rest of its data.
    """

    owner: str
    owner_ref: list[Int32]
    file: str
    line: Int32
    tag: str
    dataset: Preview
    mark: Preview
    handlers: list[tuple[str, str]]
    loop: list[Preview] = []
    given: Preview | None = None
    name: str = msgspec.field(name="is", default="")
    properties: list[tuple[str, str, Preview]] = []
    relations: list[tuple[str, str]] = []
    data: Preview | None = None


Looked = (
    Preview
    | Members
    | list[str | Element]
    | list[Component]
    | list[str]
    | NodeFacts
    | MemoryUse
    | HeapCensus
    | list[FoundNode]
    | str
    | None
)
"""What comes of looking into a program."""

_preview = msgspec.json.Decoder(Preview | None)
_previews = msgspec.json.Decoder(list[Preview])
_tree = msgspec.json.Decoder(list[str | Element] | None)
_components = msgspec.json.Decoder(list[Component] | None)
_memory = msgspec.json.Decoder(MemoryUse)
_heap = msgspec.json.Decoder(HeapCensus)
_members = msgspec.json.Decoder(Members | None)
_facts = msgspec.json.Decoder(NodeFacts | None)
_names = msgspec.json.Decoder(list[str] | None)
_plain: msgspec.json.Decoder[Any] = msgspec.json.Decoder()
Shape = TypeVar("Shape")


def preview_of(answer: Raw) -> dict[str, Any] | None:
    """A preview, or None if there is no such value. Raises msgspec.ValidationError naming the path."""
    value: dict[str, Any] | None = _checked(_preview, answer)
    return value


def previews_of(arguments: Raw) -> list[dict[str, Any]]:
    """The previews of a console call. Raises msgspec.ValidationError."""
    values: list[dict[str, Any]] = _checked(_previews, arguments)
    return values


def tree_of(answer: Raw) -> list[Any] | None:
    """The elements of a page, texts among them, or None if there is no such page. Raises msgspec.ValidationError."""
    nodes: list[Any] | None = _checked(_tree, answer)
    return nodes


def elements_of(answer: Raw) -> list[str | Element] | None:
    """The same as values of their own, for whoever searches a large tree. Raises msgspec.ValidationError."""
    nodes: list[str | Element] | None = _tree.decode(answer)
    return nodes


def components_of(answer: Raw) -> list[tuple[tuple[int, int], str]]:
    """The components of a page: where their hosts are, and what they are. Raises msgspec.ValidationError."""
    return [(one.ref, one.name) for one in _components.decode(answer) or ()]


def members_of(answer: Raw) -> Members | None:
    """The members of a value, or None if it is no longer kept. Raises msgspec.ValidationError."""
    members: Members | None = _members.decode(answer)
    return members


def facts_of(answer: Raw) -> dict[str, Any] | None:
    """What a node carries (`NodeFacts`), or None if it is not there. Raises msgspec.ValidationError."""
    facts: dict[str, Any] | None = _checked(_facts, answer)
    return facts


def memory_of(answer: Raw) -> MemoryUse:
    """What the engine holds. Raises msgspec.ValidationError."""
    use: MemoryUse = _memory.decode(answer)
    return use


def census_of(answer: Raw) -> HeapCensus:
    """What can be seen of what the engine holds. Raises msgspec.ValidationError."""
    census: HeapCensus = _heap.decode(answer)
    return census


def names_of(answer: Raw) -> list[str]:
    """The names that may be written after a value. Raises msgspec.ValidationError."""
    return _names.decode(answer) or []


def _checked(decoder: msgspec.json.Decoder[Shape], data: Raw) -> Any:
    decoder.decode(data)
    return _plain.decode(data)
