"""The phone on which a replayed session is seen: a real view, fed from the recording, that reaches nothing else.

What it says is heard by nobody. Its files are those of the recording, and it may ask the web for nothing.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from runtime.protocol import automation, codec, view
from simulator.device import Device, find_device
from simulator.device.own_devices import known_devices
from simulator.phone import FileReaders, PhoneSettings, PhoneView
from simulator.recording.form import BadRecording, FileHead, Head
from simulator.replay.replayed_web import ReplayedWeb
from simulator.replay.screen_index import LOADS

MAX_SIDE_PX = 4096
MAX_PIXEL_RATIO = 6
PATIENCE_S = 30.0
LOADING_MS = 2000
"""How long a picture that was there at once may take here."""
_REQUEST = 2**31 - 2**20


class PhoneScreen:
    """Implements `simulator.replay.replay.Screen`. The phone is `view`; whoever shows it closes it."""

    def __init__(self, head: Head, parent: QWidget | None = None, *, animations: bool = False) -> None:
        self._files: dict[tuple[str, str], bytes | None] = {}
        self._web = ReplayedWeb()
        self._answers: dict[int, Callable[[], None]] = {}
        self._number = _REQUEST
        self._loading: set[int] = set()
        self._held: deque[bytes | int] = deque()
        self.answered: Callable[[view.Reply], object] = lambda _reply: False
        readers = FileReaders(
            project=lambda path: self._files.get(("project", path)),
            user=lambda path: self._files.get(("user", path)),
            may_ask=lambda _url: False,
            web=self._web,
        )
        settings = PhoneSettings(animations, head.clock or _clock_of(head.started_ms))
        self.view = PhoneView(find_device(known_devices(), ""), readers, settings, parent)
        self.view.message.connect(self._heard)
        self._late = QTimer(self.view, singleShot=True, interval=LOADING_MS)
        self._late.timeout.connect(self._give_up)

    def begin_anew(self) -> None:
        """An empty phone."""
        self._loading.clear()
        self._held.clear()
        self._late.stop()
        self._web.begin_anew()
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

    def file(self, head: FileHead, content: bytes | None) -> None:
        """As of `Screen`."""
        if head.host == "web":
            self._web.file(head, content)
        else:
            self._files[(head.host, head.path)] = content

    def show(self, message: view.HostToView, at_ms: int) -> None:
        """As of `Screen`."""
        encoded = codec.encode(message)
        if isinstance(message, view.CallView) and any(mark in encoded for mark in LOADS):
            self._loading.add(message.request_id)
        self._pass_on(encoded)

    def replied(self, request_id: int) -> None:
        """As of `Screen`. What a drawing needs must have come before what follows: it had, then."""
        if request_id in self._loading:
            self._pass_on(request_id)

    def settle(self, done: Callable[[], None]) -> None:
        """Calls `done` when all that was sent before is on the screen."""
        self._number += 1
        self._answers[self._number] = done
        self._pass_on(codec.encode(view.Automate(self._number, automation.Settled(with_files=True))))

    def ask(self, message: bytes) -> None:
        """A question, behind all that is still to be shown; `answered` hears of the answer."""
        self._pass_on(message)

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

    def _pass_on(self, message: bytes | int) -> None:
        """To the phone; a number is a call whose answer is waited for before what follows."""
        self._held.append(message)
        if len(self._held) == 1:
            self._go_on()

    def _go_on(self) -> None:
        while self._held:
            message = self._held[0]
            if isinstance(message, int):
                if message in self._loading:
                    self._late.start()
                    return
            else:
                self.view.send(message)
            self._held.popleft()

    def _loaded(self, request_id: int) -> None:
        self._loading.discard(request_id)
        if self._held and self._held[0] == request_id:
            self._late.stop()
            self._go_on()

    def _give_up(self) -> None:
        """What does not come here is not waited for any longer."""
        first = self._held[0] if self._held else None
        if isinstance(first, int):
            self._loaded(first)

    def _heard(self, text: str) -> None:
        if not text.startswith('{"m":"reply"'):
            return
        reply = codec.decode_from_view(text)
        if isinstance(reply, view.Reply) and reply.request_id in self._loading:
            self._loaded(reply.request_id)
            return
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
