"""A phone without a screen, for runs that need a program's logic and tree alone. It starts no browser.

What is sent to be drawn counts as drawn at once. Questions about places and sizes are answered as if every element were
empty and stood at the top left; dialogs stay open until `answer`. A finger on it is an event of the tree: it reaches
the program's handlers, but no built-in component acts on it, which is left to whoever calls.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, assert_never

import msgspec
from msgspec import Raw
from PySide6.QtCore import QObject, QTimer, Signal

from runtime.protocol import automation, codec, events, phone_pages, shell, view
from runtime.protocol.version import WIRE_VERSION
from simulator.device import Device
from simulator.phone.scheme import FileReaders
from simulator.phone.settings import PhoneSettings
from simulator.session.no_screen import NotSeen, nowhere

NO_SCREEN = "there is no screen"
_ASKS = (shell.Modal, shell.ActionSheet, phone_pages.OpenSettings, phone_pages.OpenMap, phone_pages.EditImage)


class _NoPage:
    """No wxs runs in it that could stand still."""

    def begin(self) -> None:
        """It does not."""

    def say(self, text: str) -> None:
        """Nobody hears it."""

    def end(self) -> None:
        """Nothing has stood."""


class ScreenlessPhone(QObject):
    """Implements `simulator.phone.protocol.Phone`."""

    message = Signal(str)
    ready = Signal()
    crashed = Signal(str)
    hung = Signal(str)
    swollen = Signal(int)
    gone = Signal()
    dropped = Signal()

    def __init__(self, device: Device, _readers: FileReaders, _settings: PhoneSettings | None = None) -> None:
        super().__init__()
        self._device = device
        self._dialogs: dict[int, shell.ShellCall] = {}
        self._drawn: set[int] = set()
        self.standstill = _NoPage()
        QTimer.singleShot(0, self, self._begin)

    @property
    def device(self) -> Device:
        """The model, as it is held."""
        return self._device

    def set_device(self, device: Device, page_id: int = 0) -> None:
        """Another model, or the same in another state."""
        self._device = device

    def send(self, text: str | bytes) -> None:
        """One message; what it leads to comes with the next turn of the loop, as from another process."""
        message = codec.decode_for_view(text)
        QTimer.singleShot(0, self, lambda: self._take(message))

    def revive(self) -> None:
        """It is always there."""

    def show(self) -> None:
        """There is nothing to show."""

    def close(self) -> None:
        """There is nothing to close."""

    def answer(self, request_id: int, value: Mapping[str, Any]) -> None:
        """The user answers a dialog (`SHELL_ANSWERS`), which may still be on its way."""
        QTimer.singleShot(0, self, lambda: self._close(request_id, value))

    def _close(self, request_id: int, value: Mapping[str, Any]) -> None:
        if self._dialogs.pop(request_id, None) is not None:
            self._reply(request_id, value)

    def events(self, page_id: int, found: Sequence[events.ViewEvent]) -> None:
        """Events of a page's elements."""
        self._say(view.Events(page_id, Raw(msgspec.json.encode(list(found)))))

    # ------------------------------------------------------------ what it is told

    def _begin(self) -> None:
        self.ready.emit()
        self._say(view.ViewReady(WIRE_VERSION))

    def _take(self, message: view.HostToView) -> None:
        match message:
            case view.Dom(page_id, batch_id):
                self._say(view.Rendered(page_id, batch_id, first=page_id not in self._drawn))
                self._drawn.add(page_id)
            case view.ShowPages(page_id, _, closed):
                self._drawn -= set(closed)
                self._say(view.PageSignal(page_id, "onRouteDone"))
            case view.CallView():
                self._call(message)
            case view.CallShell():
                self._shell(message)
            case view.Automate(request_id, action, page_id):
                self._automate(request_id, action, page_id)
            case view.InspectPage():
                self._fail(message.request_id, NO_SCREEN)
            case view.SetDevice() | view.OpenPage() | view.ReplaceStyle() | view.WatchUser() | view.DebugWxs():
                pass
            case _:
                assert_never(message)

    def _call(self, message: view.CallView) -> None:
        try:
            answer = nowhere(msgspec.json.decode(message.call))
        except NotSeen:
            self._fail(message.request_id, NO_SCREEN)
            return
        if message.request_id:
            self._reply(message.request_id, answer)

    def _shell(self, message: view.CallShell) -> None:
        if isinstance(message.call, shell.Clear | shell.Reset):
            self._cancel_dialogs()
        if message.request_id and isinstance(message.call, _ASKS):
            self._dialogs[message.request_id] = message.call
        elif message.request_id:
            self._reply(message.request_id, None)

    def _cancel_dialogs(self) -> None:
        for request_id, call in list(self._dialogs.items()):
            cancelled = {"tapIndex": -1} if isinstance(call, shell.ActionSheet) else {"confirm": False}
            self._close(request_id, cancelled)

    def _automate(self, request_id: int, action: automation.AutomationAction, page_id: int) -> None:
        if isinstance(action, automation.PaintedNow | automation.Settled):
            self._reply(request_id, None)
        elif isinstance(action, automation.Tap | automation.LongPress) and None not in (action.id, action.node):
            kind = "tap" if isinstance(action, automation.Tap) else "longpress"
            self.events(page_id, touches(kind, (action.id or 0, action.node or 0)))
            self._reply(request_id, None)
        else:
            self._fail(request_id, f"{NO_SCREEN}, so nothing can be asked about it ({type(action).__name__})")

    def _reply(self, request_id: int, value: Any) -> None:
        self._say(view.Reply(request_id, Raw(json.dumps(value).encode())))

    def _fail(self, request_id: int, why: str) -> None:
        self._say(view.Reply(request_id, error=why))

    def _say(self, message: view.ViewToHost) -> None:
        self.message.emit(codec.encode(message).decode())


def touches(kind: str, ref: tuple[int, int]) -> list[events.ViewEvent]:
    """The events of one finger that touches an element and leaves it again."""
    finger = [events.Touch(0, 1.0, 1.0, 1.0, 1.0)]

    def event(type_: str, fingers: list[events.Touch]) -> events.ViewEvent:
        where: dict[str, Any] = {"id": ref[0], "node": ref[1], "exact": True, "ts": 1.0, "bubbles": True}
        return events.ViewEvent(
            type=type_, detail={"x": 1.0, "y": 1.0}, touches=fingers, changed_touches=finger, **where
        )

    kinds = ["longpress", "longtap"] if kind == "longpress" else []
    last = [] if kind == "longpress" else ["tap"]
    return [
        event("touchstart", finger), *(event(one, finger) for one in kinds), event("touchend", []),
        *(event(one, []) for one in last),
    ]  # fmt: skip
