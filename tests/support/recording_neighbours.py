"""The two neighbours of the host, without a word of their own: a phone that draws nothing, a link to no process.

They keep what they were told last; what they would have said a test says for them, by their signals. Everything between
is the real thing.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from runtime.protocol import codec, logic, view
from simulator.device import Device

KEPT = 1000


class IdlePicker(QObject):
    """Nobody points at anything."""

    moved = Signal(QPointF)
    picked = Signal(QPointF)
    left = Signal()

    def start(self) -> None: ...
    def stop(self) -> None: ...


class RecordingStandstill:
    """`told`: what a page that stands in wxs was told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.stands = False

    def begin(self) -> None:
        self.stands = True

    def say(self, text: str) -> None:
        self.told.append(text)

    def end(self) -> None:
        self.stands = False


class RecordingPhone(QObject):
    """A `simulator.phone.protocol.Phone`, with what the window asks of a `PhoneView` besides."""

    message = Signal(str)
    ready = Signal()
    crashed = Signal(str)
    hung = Signal(str)
    swollen = Signal(int)
    gone = Signal()
    dropped = Signal()

    def __init__(self, device: Device, *_words: Any) -> None:
        super().__init__()
        self.device = device
        self.told: deque[str | bytes] = deque(maxlen=KEPT)
        self.revivals = 0
        self.picker = IdlePicker(self)
        self.standstill = RecordingStandstill()

    def send(self, text: str | bytes) -> None:
        self.told.append(text)

    def heard(self) -> list[view.HostToView]:
        """The messages since the last look."""
        heard = [codec.decode_for_view(text) for text in self.told]
        self.told.clear()
        return heard

    def says(self, message: view.ViewToHost) -> None:
        """The phone speaks."""
        self.message.emit(codec.encode(message).decode())

    def set_device(self, device: Device, page_id: int = 0) -> None:
        self.device = device

    def revive(self) -> None:
        self.revivals += 1

    def mark(self, area: QRectF | None, label: str = "") -> None: ...

    def to_phone(self, point: QPointF) -> QPointF:
        return point

    def close(self) -> None: ...


class RecordingLink(QObject):
    """Takes what `LogicLink` takes."""

    received = Signal(object, bytes)
    misunderstood = Signal(str)
    answered = Signal(float)
    lost = Signal(str)
    hung = Signal(str)
    recovered = Signal()

    def __init__(self, **_words: Any) -> None:
        super().__init__()
        self.told: deque[bytes] = deque(maxlen=KEPT)
        self.starts = 0
        self.has_launched = False
        self.has_warm_spare = True
        self.is_up = True
        self.is_stopped = False

    def send(self, encoded: bytes) -> None:
        self.told.append(encoded)

    def heard(self) -> list[logic.HostToLogic]:
        """The messages since the last look."""
        heard = [codec.decode_for_logic(data) for data in self.told]
        self.told.clear()
        return heard

    def says(self, message: logic.LogicToHost) -> None:
        """The logic process speaks."""
        self.has_launched = self.has_launched or isinstance(message, logic.Launched)
        self.received.emit(message, codec.encode(message))

    def start_fresh(self) -> None:
        self.starts += 1
        self.has_launched = False

    def stop(self) -> None:
        self.is_stopped = True

    def warm_up(self) -> None: ...
    def ping(self) -> None: ...
    def close(self) -> None: ...
    def limit_memory(self, limit_mb: int) -> None: ...
