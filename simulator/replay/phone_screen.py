"""The phone on which a replayed session is seen: a real view, fed from the recording, that reaches nothing else.

What it says is heard by nobody. Its files are those of the recording, and it may ask the web for nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from runtime.protocol import automation, codec, view
from simulator.device import Device, find_device
from simulator.device.own_devices import known_devices
from simulator.phone import FileReaders, PhoneSettings, PhoneView
from simulator.recording.form import BadRecording, Head

MAX_SIDE_PX = 4096
MAX_PIXEL_RATIO = 6
PATIENCE_S = 30.0
_REQUEST = 2**31 - 2**20


class PhoneScreen:
    """Implements `simulator.replay.replay.Screen`. The phone is `view`; whoever shows it closes it."""

    def __init__(self, head: Head, parent: QWidget | None = None, *, animations: bool = False) -> None:
        self._files: dict[tuple[str, str], bytes | None] = {}
        self._answers: dict[int, Callable[[], None]] = {}
        self._number = _REQUEST
        self.answered: Callable[[view.Reply], object] = lambda _reply: False
        readers = FileReaders(
            project=lambda path: self._files.get(("project", path)),
            user=lambda path: self._files.get(("user", path)),
            may_ask=lambda _url: False,
        )
        settings = PhoneSettings(animations, head.clock or _clock_of(head.started_ms))
        self.view = PhoneView(find_device(known_devices(), ""), readers, settings, parent)
        self.view.message.connect(self._heard)

    def begin_anew(self) -> None:
        """An empty phone."""
        self.view.reload()

    def phone(self, data: bytes) -> None:
        """As of `Screen`."""
        try:
            device = msgspec.json.decode(data, type=Device)
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
            raise BadRecording("recording-no-entry", kind="phone", why=str(error)) from error
        sides = [side for way in (device.portrait, device.landscape) for side in (way.width, way.height)]
        if not all(0 < side <= MAX_SIDE_PX for side in sides) or not 0 < device.pixel_ratio <= MAX_PIXEL_RATIO:
            raise BadRecording("recording-no-entry", kind="phone", why="there is no phone of this size")
        self.view.set_device(device)

    def file(self, host: str, path: str, content: bytes | None) -> None:
        """As of `Screen`."""
        self._files[(host, path)] = content

    def show(self, message: view.HostToView, at_ms: int) -> None:
        """As of `Screen`."""
        self.view.send(codec.encode(message))

    def sent(self, frames: list[bytes]) -> None:
        """As of `Screen`; there is nothing to be seen of it."""

    def launched(self, launch: bytes) -> None:
        """As of `Screen`; nor of that."""

    def settle(self, done: Callable[[], None]) -> None:
        """Calls `done` when all that was sent before is on the screen."""
        self._number += 1
        self._answers[self._number] = done
        self.view.send(codec.encode(view.Automate(self._number, automation.Settled())))

    def picture(self) -> QImage:
        """What is on the screen, for callers that can wait: runs an event loop meanwhile."""
        loop = QEventLoop()
        deadline = QTimer(singleShot=True, interval=int(PATIENCE_S * 1000))
        deadline.timeout.connect(loop.quit)
        deadline.start()
        self.settle(loop.quit)
        loop.exec()
        deadline.stop()
        return self.view.screenshot()

    def _heard(self, text: str) -> None:
        if not text.startswith('{"m":"reply"'):
            return
        reply = codec.decode_from_view(text)
        done = self._answers.pop(reply.request_id, None) if isinstance(reply, view.Reply) else None
        if done is not None:
            done()
        elif isinstance(reply, view.Reply):
            self.answered(reply)


def _clock_of(started_ms: float) -> str:
    """What the phone's clock showed at first; it stands still."""
    try:
        return time.strftime("%H:%M", time.localtime(started_ms / 1000))
    except (OverflowError, ValueError, OSError):
        return "9:41"
