"""Events of a page's DOM (resources/docs/wire.md, "Events")."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from runtime.protocol.numbers import Int32


class Touch(Struct, frozen=True, rename="camel", omit_defaults=True):
    """One finger. px of the page, `client` of what is seen of it. `x`, `y`: in the canvas that was touched."""

    identifier: Int32
    page_x: float | None = None
    page_y: float | None = None
    client_x: float | None = None
    client_y: float | None = None
    force: float | None = None
    x: float | None = None
    y: float | None = None


class ViewEvent(Struct, frozen=True, rename="camel", omit_defaults=True):
    """One event. `id`, `node`: the nearest numbered node; `exact`: it is the target itself. `ts`: ms since page open.

    `offsets`: `"id.node"` to the offset of each node on the path that listens. `stop`: the node (and whether in the
    capture phase) at which a handler in wxs stopped the event.
    """

    type: str
    id: Int32
    node: Int32
    exact: bool
    ts: float
    bubbles: bool
    detail: Any = None
    touches: list[Touch] | None = None
    changed_touches: list[Touch] | None = None
    offsets: dict[str, tuple[float, float]] = {}
    stop: tuple[Int32, Int32, bool] | None = None
