"""The host's end of both borders: what goes out is encoded, what comes in is decoded, and the recorder sees it all.

Knows no meaning: where a message goes is for `routing`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from runtime.protocol import codec, logic, view
from simulator.bridge.notices import Notices
from simulator.bridge.record import Direction
from simulator.bridge.recorder import Recorder
from simulator.running.border import border
from simulator.session.activity import Activity


class Receiver(Protocol):
    """Who takes the messages that have come in."""

    def from_logic(self, message: logic.LogicToHost) -> None:
        """Of the logic process."""

    def from_view(self, message: view.ViewToHost) -> None:
        """Of the phone."""


class Wire:
    """`to_logic` and `to_phone` take encoded messages. `activity` follows the messages of one run."""

    def __init__(
        self,
        to_logic: Callable[[bytes], None],
        to_phone: Callable[[bytes], None],
        recorder: Recorder,
        notices: Notices,
    ) -> None:
        self._to_logic = to_logic
        self._to_phone = to_phone
        self._recorder = recorder
        self._notices = notices
        self.activity = Activity()

    def start_afresh(self) -> None:
        """Another run begins: nothing of the former one is under way."""
        self.activity = Activity()

    def send_to_logic(self, message: logic.HostToLogic) -> None:
        """To the logic process."""
        self.activity.to_logic(message, _now_ms())
        encoded = codec.encode(message)
        self._recorder.record(Direction.HOST_TO_LOGIC, message, encoded)
        self._to_logic(encoded)

    def send_to_view(self, message: view.HostToView) -> None:
        """To the phone."""
        encoded = codec.encode(message)
        self._recorder.record(Direction.HOST_TO_VIEW, message, encoded)
        self._to_phone(encoded)

    def take_from_logic(self, message: logic.LogicToHost, encoded: bytes, receiver: Receiver) -> None:
        """A message of the logic process; its link has decoded it."""
        self.activity.from_logic(message, _now_ms())
        with border(self._notices, "logic"):
            self._recorder.record(Direction.LOGIC_TO_HOST, message, encoded)
            receiver.from_logic(message)

    def take_from_view(self, text: str, receiver: Receiver) -> None:
        """Text of the phone."""
        encoded = codec.well_formed(text.encode("utf-8", "replace"))
        with border(self._notices, "view"):
            message = codec.decode_from_view(encoded)
            self.activity.from_view(message, _now_ms())
            self._recorder.record(Direction.VIEW_TO_HOST, message, encoded)
            receiver.from_view(message)


def _now_ms() -> float:
    return time.perf_counter() * 1000
