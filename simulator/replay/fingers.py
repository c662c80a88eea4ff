"""What a user's finger and keyboard have changed on a screen, as actions that change it again: text in fields, the
focus, how far something is scrolled.

A screen keeps these by itself, so nobody sends them to it; the events that the program heard tell of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from runtime.protocol import view
from runtime.protocol.automation import AutomationAction, Blur, Focus, Input, Scroll
from runtime.protocol.events import ViewEvent

_events = msgspec.json.Decoder(list[ViewEvent])


class _Scrolled(Struct, rename="camel"):
    scroll_top: float | None = None
    scroll_left: float | None = None


class _Typed(Struct):
    value: str


class _Keyboard(Struct):
    height: float


def actions(message: view.ViewToHost) -> Iterator[tuple[int, AutomationAction]]:
    """Actions with the pages that they are for. Raises msgspec.MsgspecError for events that are none."""
    if isinstance(message, view.PageSignal) and message.name == "onPageScroll":
        scrolled = msgspec.json.decode(message.detail, type=_Scrolled)
        yield message.page_id, Scroll(top=scrolled.scroll_top)
    elif isinstance(message, view.Events):
        for event in _events.decode(message.events):
            action = _action(event)
            if action is not None:
                yield message.page_id, action


def _action(event: ViewEvent) -> AutomationAction | None:
    if event.type == "blur":
        return Blur()
    if event.type == "keyboardheightchange" and (keyboard := _as(event.detail, _Keyboard)) is not None:
        return Blur() if keyboard.height == 0 else None
    if event.type == "focus":
        return Focus(id=event.id, node=event.node)
    if event.type == "input" and (typed := _as(event.detail, _Typed)) is not None:
        return Input(id=event.id, node=event.node, value=typed.value)
    if event.type == "scroll" and (scrolled := _as(event.detail, _Scrolled)) is not None:
        return Scroll(id=event.id, node=event.node, top=scrolled.scroll_top, left=scrolled.scroll_left)
    return None


def _as(detail: Any, kind: type[Any]) -> Any:
    """Other elements have events of the same name."""
    try:
        return msgspec.convert(detail, kind)
    except msgspec.ValidationError:
        return None
