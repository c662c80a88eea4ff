"""The source of a decoder as Qt's player reads it: each read asks the host for a piece and waits.

Reads come in threads of the player, pieces in the thread that reads the pipe.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QIODevice

BLOCK_BYTES = 256 * 1024
KEPT_BLOCKS = 16


class SourceDevice(QIODevice):
    """`ask(offset, size)` asks the host; `size` -1: nobody knows, then it is read from its start to its end."""

    def __init__(self, size: int, ask: Callable[[int, int], None]) -> None:
        super().__init__()
        self._length, self._ask = size, ask
        self._came = threading.Condition()
        self._blocks: OrderedDict[int, bytes] = OrderedDict()
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def isSequential(self) -> bool:
        """Without a known end there is no way back."""
        return self._length < 0

    def size(self) -> int:
        """Bytes of the source."""
        return max(0, self._length)

    def bytesAvailable(self) -> int:
        """Behind the place of reading."""
        return max(0, self._length - self.pos()) if self._length >= 0 else BLOCK_BYTES

    def readData(self, size: int) -> bytes:
        """Waits for the host."""
        offset = self.pos()
        if 0 <= self._length <= offset or size <= 0:
            return b""
        number = offset // BLOCK_BYTES
        start = offset - number * BLOCK_BYTES
        return self._block(number)[start : start + size]

    def writeData(self, data: bytes, size: int) -> int:  # type: ignore[override]
        """Nothing is written."""
        return -1

    def deliver(self, offset: int, data: bytes) -> None:
        """A piece has come."""
        with self._came:
            self._blocks[offset // BLOCK_BYTES] = data
            self._came.notify_all()

    def _block(self, number: int) -> bytes:
        with self._came:
            if number not in self._blocks:
                self._ask(number * BLOCK_BYTES, BLOCK_BYTES)
                self._came.wait_for(lambda: number in self._blocks)
            self._blocks.move_to_end(number)
            while len(self._blocks) > KEPT_BLOCKS:
                self._blocks.popitem(last=False)
            return self._blocks[number]
