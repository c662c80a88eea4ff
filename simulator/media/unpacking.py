"""The sound of one source as a WAV file, by a decoder that is ended as soon as all of it is there."""

from __future__ import annotations

import struct
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from runtime.protocol.media import Failed, FromDecoder, Need, Said, Sampled, Unpack
from simulator.media.decoder_process import DecoderProcess
from simulator.media.frames import Numbered
from simulator.media.source import Source

SILENCE_MS = 10_000
"""Assumed: nothing that is being unpacked needs so long for the next samples."""
LARGEST_BYTES = 128 * 1024 * 1024
"""Ten minutes in two channels as fractions, and a little more."""
LARGEST_PIECE = 4 * 1024 * 1024


class Unpacking(QObject):
    """`done` hears once: the file, or None if it is no sound, is too long, or its decoder came to no end."""

    def __init__(
        self, decoder: DecoderProcess, source: Source, done: Callable[[bytes | None], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._decoder, self._source, self._done = decoder, source, done
        self._form: Sampled | None = None
        self._samples = bytearray()
        self._is_over = False
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(lambda: self.end(None))
        decoder.setParent(self)
        decoder.attach(self._heard, lambda: self.end(None))
        decoder.say(Unpack(source.size))
        self._silence.start()

    @property
    def decoder(self) -> DecoderProcess:
        """The process that unpacks."""
        return self._decoder

    def end(self, file: bytes | None) -> None:
        """Ends everything."""
        if self._is_over:
            return
        self._is_over = True
        self._silence.stop()
        self._decoder.end()
        self._source.close()
        self._done(file)
        self.deleteLater()

    def _heard(self, said: FromDecoder | Numbered) -> None:
        if self._is_over:
            return
        self._silence.start()
        match said:
            case Need(offset=offset, size=size):
                self._silence.stop()
                self._source.read(offset, min(size, LARGEST_PIECE), lambda piece: self._give(offset, piece))
            case Sampled():
                self._form = said
            case Numbered(data=samples):
                self._samples += samples
                if len(self._samples) > LARGEST_BYTES:
                    self.end(None)
            case Said(what="ended"):
                self.end(None if self._form is None else wav(self._form, bytes(self._samples)))
            case Failed():
                self.end(None)

    def _give(self, offset: int, piece: bytes | None) -> None:
        if self._is_over:
            return
        if piece is None:
            return self.end(None)
        self._silence.start()
        self._decoder.give(offset, piece)
        return None


def wav(form: Sampled, samples: bytes) -> bytes:
    """A WAV file of samples."""
    width = form.width * form.channels
    kind = 3 if form.is_float else 1
    head = struct.pack("<HHIIHH", kind, form.channels, form.rate, form.rate * width, width, 8 * form.width)
    size = len(samples)
    return b"RIFF%bWAVEfmt %b%bdata%b%b" % (_long(size + 36), _long(16), head, _long(size), samples)


def _long(value: int) -> bytes:
    return struct.pack("<I", value)
