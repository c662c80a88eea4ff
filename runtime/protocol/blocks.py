"""Block definitions: pieces of markup of fixed structure (resources/docs/wire.md, "Block definitions").

The compiler writes them into template modules, the logic layer sends them to the view, both read them.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct, field

VNode = Any
"""A static text, `["$", value]`, `["?", region]`, or `[node, [vnode, …]]`."""

Listener = tuple[str, str, str, int]
"""Type, form (bind, catch, mut-bind, with capture-), handler, index of the value or -1."""

Bind = tuple[int, str, str, int]
"""Node (-1: a text), kind, name, line."""

WxsFunction = tuple[str, str]
"""Module and function."""


class _Part(Struct, frozen=True, rename="camel", omit_defaults=True, forbid_unknown_fields=True):
    """Base: frozen."""


class Node(_Part, frozen=True, kw_only=True):
    """One element. `host`: it may be a custom component. Attribute names are camelCase; a bare attribute is true."""

    tag: str
    parent: int
    line: int
    host: bool = False
    id: str | None = None
    classes: str | None = field(default=None, name="class")
    style: str | None = None
    hidden: Any = None
    slot: str | None = None
    attrs: dict[str, Any] = {}
    data: dict[str, Any] = {}
    mark: dict[str, Any] = {}
    events: list[Listener] = []
    generics: dict[str, str] = {}
    model: dict[str, Any] = {}
    change: dict[str, WxsFunction] = {}
    wxs_events: dict[str, WxsFunction] = {}
    wxs: dict[str, str] = {}
    file: str = ""
    content: list[int] = []


class Region(_Part, frozen=True, kw_only=True):
    """Where children stand that come and go. `node`: the element that holds the anchor, -1 = the block's top level."""

    kind: Literal["if", "for", "slot", "template", "content", "part"]
    node: int
    blocks: list[int] = []
    key: str | None = None
    name: str | None = None
    slot: str | None = None
    at: int | None = None
    template: str | None = field(default=None, name="is")
    line: int = 0
    source: str | None = field(default=None, name="from")


class Definition(_Part, frozen=True, kw_only=True):
    """One block. The first `wire` values travel to the view."""

    file: str
    tree: list[VNode]
    nodes: list[Node]
    wire: int
    binds: list[Bind]
    regions: list[Region]
    hosts: list[int]
    slot_vars: list[str] = []
    divided: bool = False
    wxs: dict[str, str] = {}
