"""Shapes of what the logic process answers about values and trees (resources/docs/wire.md, "Previews").

Such answers come from where a project's code runs, so they are checked where they are first looked at; whoever shows
them takes them as plain dictionaries.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from msgspec import Raw, Struct

from runtime.protocol.logic import StackFrame
from runtime.protocol.numbers import Int32


class _Preview(Struct, frozen=True):
    t: str
    v: str | float | bool | None = None
    n: Int32 = 0
    items: list[_Preview] = []
    props: list[tuple[str, _Preview]] = []
    id: Int32 = 0
    start: Int32 = 0
    more: bool = False
    cls: str = ""
    stack: list[StackFrame] = []


class _Element(Struct, frozen=True):
    tag: str
    attr: dict[str, Any]
    ref: tuple[Int32, Int32] | None = None
    file: str = ""
    line: Int32 = 0
    name: str = msgspec.field(name="is", default="")
    children: list[str | _Element] | None = None


class _Component(Struct, frozen=True):
    ref: tuple[Int32, Int32]
    name: str = msgspec.field(name="is")


_preview = msgspec.json.Decoder(_Preview | None)
_previews = msgspec.json.Decoder(list[_Preview])
_tree = msgspec.json.Decoder(list[str | _Element] | None)
_components = msgspec.json.Decoder(list[_Component] | None)
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


def components_of(answer: Raw) -> list[tuple[tuple[int, int], str]]:
    """The components of a page: where their hosts are, and what they are. Raises msgspec.ValidationError."""
    return [(one.ref, one.name) for one in _components.decode(answer) or ()]


def names_of(answer: Raw) -> list[str]:
    """The names that may be written after a value. Raises msgspec.ValidationError."""
    return _names.decode(answer) or []


def _checked(decoder: msgspec.json.Decoder[Shape], data: Raw) -> Any:
    decoder.decode(data)
    return _plain.decode(data)
