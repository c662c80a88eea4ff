"""Finds out what a film is, with a decoder that is ended as soon as that is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from runtime.protocol.media import Failed, FromDecoder, Need, Next, Open, Opened
from simulator.media.containers import HEAD_BYTES, player_for
from simulator.media.decoder_process import DecoderProcess
from simulator.media.frames import Numbered

PATIENCE_MS = 10_000


@dataclass(frozen=True, slots=True)
class Film:
    """Its facts, and its first picture as a JPEG; without bytes it has none."""

    facts: Opened
    cover: bytes


def probe(data: bytes, done: Callable[[Film | None], None], owner: QObject) -> None:
    """`done` hears once; None: it is no film, or its decoder came to no end."""
    if player_for(data[:HEAD_BYTES]) is None:
        return done(None)
    _Probe(data, done, owner)
    return None


class _Probe(QObject):
    def __init__(self, data: bytes, done: Callable[[Film | None], None], owner: QObject) -> None:
        super().__init__(owner)
        self._data, self._done = data, done
        self._facts: Opened | None = None
        self._is_over = False
        self._decoder = DecoderProcess(self)
        self._decoder.attach(self._heard, self._lost)
        self._decoder.say(Open(len(data)))
        self._decoder.say(Next())
        QTimer.singleShot(PATIENCE_MS, self, self._lost)

    def _heard(self, said: FromDecoder | Numbered) -> None:
        match said:
            case Need(offset=offset, size=size):
                self._decoder.give(offset, self._data[offset : offset + size])
            case Opened() if said.width == 0:
                self._end(Film(said, b""))
            case Opened():
                self._facts = said
            case Numbered(data=picture) if self._facts is not None:
                self._end(Film(self._facts, picture))
            case Failed():
                self._end(None)

    def _lost(self) -> None:
        # A film whose first picture does not come is a film all the same.
        self._end(None if self._facts is None else Film(self._facts, b""))

    def _end(self, film: Film | None) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._decoder.end()
        self._done(film)
        self.deleteLater()
