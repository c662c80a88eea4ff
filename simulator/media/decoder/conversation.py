"""The conversation of a decoder with the host: one thread reads the pipe, the main thread plays."""

from __future__ import annotations

import os
import threading
from typing import BinaryIO

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from runtime.protocol.media import Need
from simulator.media.decoder.player import Player
from simulator.media.frames import (
    PICTURE,
    BrokenFrame,
    Numbered,
    message_frame,
    numbered_frame,
    read_frame,
    to_decoder,
)


class _Orders(QObject):
    """Carries orders into the main thread."""

    came = Signal(object)


def converse(incoming: BinaryIO, outgoing: BinaryIO, *, is_silent: bool) -> None:
    """Plays until the host has gone; does not return."""
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

    player = Player(
        tell,
        lambda position, picture: send(numbered_frame(PICTURE, position, picture)),
        lambda offset, size: tell(Need(offset, size)),
        is_silent=is_silent,
    )
    orders = _Orders()
    orders.came.connect(player.order)
    threading.Thread(target=_read, args=(incoming, orders, player), name="decoder-read", daemon=True).start()
    application.exec()
    os._exit(0)


def _read(incoming: BinaryIO, orders: _Orders, player: Player) -> None:
    try:
        while (frame := read_frame(incoming)) is not None:
            said = to_decoder(*frame)
            if isinstance(said, Numbered):
                if player.device is not None:
                    player.device.deliver(said.number, said.data)
            else:
                orders.came.emit(said)
    except (BrokenFrame, OSError):
        pass
    os._exit(0)
