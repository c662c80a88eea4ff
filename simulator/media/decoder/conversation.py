"""The conversation of a decoder with the host: one thread reads the pipe, the main thread plays."""

from __future__ import annotations

import os
import threading
from typing import BinaryIO

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from runtime.protocol.media import Need, ToDecoder, Unpack
from simulator.media.decoder.player import Player
from simulator.media.decoder.unpacker import Unpacker
from simulator.media.frames import (
    PICTURE,
    SAMPLES,
    BrokenFrame,
    Numbered,
    message_frame,
    numbered_frame,
    read_frame,
    to_decoder,
)


class _Orders(QObject):
    """Carries orders into the main thread, to whoever they are for."""

    came = Signal(object)

    def __init__(self, player: Player, unpacker: Unpacker) -> None:
        super().__init__()
        self._player, self._unpacker = player, unpacker
        self.came.connect(self._carry_out)

    def deliver(self, piece: Numbered) -> None:
        """Bytes of the source, for who reads it; in any thread."""
        device = self._unpacker.device or self._player.device
        if device is not None:
            device.deliver(piece.number, piece.data)

    def _carry_out(self, order: ToDecoder) -> None:
        if isinstance(order, Unpack):
            self._unpacker.begin(order)
        else:
            self._player.order(order)


def converse(incoming: BinaryIO, outgoing: BinaryIO, *, is_silent: bool) -> None:
    """Plays, or unpacks, until the host has gone; does not return."""
    application = QGuiApplication(["decoder"])
    lock = threading.Lock()

    def send(frame: bytes) -> None:
        try:
            with lock:
                outgoing.write(frame)
                outgoing.flush()
        except OSError:
            # The host has gone; threads of the player may wait for it.
            os._exit(0)

    def tell(message: msgspec.Struct) -> None:
        send(message_frame(message))

    def ask(offset: int, size: int) -> None:
        tell(Need(offset, size))

    player = Player(
        tell, lambda position, picture: send(numbered_frame(PICTURE, position, picture)), ask, is_silent=is_silent
    )
    unpacker = Unpacker(tell, lambda offset, samples: send(numbered_frame(SAMPLES, offset, samples)), ask)
    orders = _Orders(player, unpacker)
    threading.Thread(target=_read, args=(incoming, orders), name="decoder-read", daemon=True).start()
    application.exec()
    os._exit(0)


def _read(incoming: BinaryIO, orders: _Orders) -> None:
    try:
        while (frame := read_frame(incoming)) is not None:
            said = to_decoder(*frame)
            if isinstance(said, Numbered):
                orders.deliver(said)
            else:
                orders.came.emit(said)
    except (BrokenFrame, OSError):
        pass
    os._exit(0)
