"""The two neighbours of the host, without a word of their own: a phone that shows nothing, no logic process.

What they would have said a test says for them; what they were told is counted. Everything between is the real thing.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from simulator.device import Device


class StillPicker(QObject):
    """Nobody points at anything."""

    moved = Signal(QPointF)
    picked = Signal(QPointF)
    left = Signal()

    def start(self) -> None: ...
    def stop(self) -> None: ...


class StillPhone(QObject):
    """Takes what `PhoneView` takes."""

    message = Signal(str)
    ready = Signal()
    crashed = Signal(str)
    hung = Signal(str)
    swollen = Signal(int)
    gone = Signal()

    def __init__(self, device: Device, *_words: Any) -> None:
        super().__init__()
        self.device = device
        self.told = 0
        self.picker = StillPicker(self)

    def send(self, text: str | bytes) -> None:
        self.told += 1

    def set_device(self, device: Device, page_id: int = 0) -> None:
        self.device = device

    def mark(self, area: QRectF | None, label: str = "") -> None: ...

    def to_phone(self, point: QPointF) -> QPointF:
        return point

    def close(self) -> None: ...
    def revive(self) -> None: ...


class StillLink(QObject):
    """Takes what `LogicLink` takes."""

    received = Signal(object, bytes)
    misunderstood = Signal(str)
    lost = Signal(str)
    hung = Signal(str)
    recovered = Signal()
    has_warm_spare = True

    def __init__(self, **_words: Any) -> None:
        super().__init__()
        self.told = 0
        self.starts = 0

    def send(self, encoded: bytes) -> None:
        self.told += 1

    def start_fresh(self) -> None:
        self.starts += 1

    def warm_up(self) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...
    def limit_memory(self, limit_mb: int) -> None: ...
