"""Answers what pages ask of `handset://media`: opens sources, gives the next thing of a stream, takes orders.

open?source=URL      -> {"id": n} | {"plays": "browser"} | {"failed": code}
sound?source=URL     -> its sound as a WAV file
<id>/next            -> a list of `MediaNews`, or a JPEG
<id>/do?order=JSON   -> {}; a `MediaOrder`
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import msgspec
from PySide6.QtCore import QObject, QTimer

from runtime.protocol.media import Close, MediaOrder
from simulator.media.containers import HEAD_BYTES, player_for
from simulator.media.decoder_process import DecoderProcess
from simulator.media.source import Source
from simulator.media.stream import Question, Stream
from simulator.media.unpacking import Unpacking

MAX_STREAMS = 16
"""Assumed: a phone plays no more films at once; each is a process here."""
MAX_UNPACKED = 4
"""So many sounds are unpacked at once."""
READY_STREAMS = 4
"""So many show their first picture before somebody plays them: a page may have dozens."""
SPARE_DELAY_MS = 1500

_order: msgspec.json.Decoder[MediaOrder] = msgspec.json.Decoder(MediaOrder)


class Asked(Question, Protocol):
    """A question of a page; `gone` is called when nobody waits for its answer any more."""

    def value(self, value: Any) -> None:
        """Answers with JSON."""

    def sound(self, file: bytes) -> None:
        """Answers with a WAV file."""

    def on_gone(self, gone: Callable[[], None]) -> None:
        """Says whom to tell."""


class MediaHost(QObject):
    """The streams of one phone. `open_source` finds a source, or None: there is none, or it is kept from the phone."""

    def __init__(self, open_source: Callable[[str], Source | None], parent: QObject) -> None:
        super().__init__(parent)
        self._open_source = open_source
        streams: dict[int, Stream] = {}
        self.streams = streams
        self.unpacked: set[Unpacking] = set()
        # Pages may give questions up when all of this is gone.
        self.destroyed.connect(lambda *_: streams.clear())
        self._last = 0
        self._spare: DecoderProcess | None = None
        self._prepare = QTimer(self, singleShot=True, interval=SPARE_DELAY_MS)
        self._prepare.timeout.connect(self.prepare)

    def prepare(self) -> None:
        """Starts a process ahead: the next film begins sooner."""
        if self._spare is None or not self._spare.is_alive:
            self._spare = DecoderProcess(self)

    def ask(self, path: str, query: dict[str, str], asked: Asked) -> None:
        """Answers a question, at once or later."""
        place, _, verb = path.partition("/")
        stream = self.streams.get(int(place)) if place.isdecimal() else None
        if path == "open":
            is_wanted = query.get("wanted") == "1"
            if not is_wanted and len(self.streams) >= READY_STREAMS:
                return asked.value({"later": True})
            self._open(query.get("source", ""), asked)
        elif path == "sound":
            self._unpack(query.get("source", ""), asked)
        elif stream is None:
            asked.refuse()
        elif verb == "next":
            asked.on_gone(lambda: self._left(int(place), asked))
            stream.next(asked)
        elif verb == "do":
            self._do(stream, query.get("order", ""), asked)
        else:
            asked.refuse()
        return None

    def close_all(self) -> None:
        """The phone shows another program, or none."""
        for stream in list(self.streams.values()):
            stream.close()
        for unpacking in list(self.unpacked):
            unpacking.end(None)
        self._prepare.stop()
        if self._spare is not None:
            self._spare.end()
            self._spare = None

    def _open(self, url: str, asked: Asked) -> None:
        source = self._open_source(url)
        if source is None or len(self.streams) >= MAX_STREAMS:
            return asked.value({"failed": "MEDIA_ERR_SRC_NOT_SUPPORTED"})

        def looked(head: bytes | None) -> None:
            if head is None:
                return asked.value({"failed": "MEDIA_ERR_NETWORK"})
            match player_for(head):
                case None:
                    source.close()
                    asked.value({"failed": "MEDIA_ERR_SRC_NOT_SUPPORTED"})
                case "browser":
                    source.close()
                    asked.value({"plays": "browser"})
                case "decoder":
                    asked.value({"id": self._start(source)})
            return None

        source.read(0, HEAD_BYTES, looked)
        return None

    def _unpack(self, url: str, asked: Asked) -> None:
        source = self._open_source(url)
        if source is None or len(self.unpacked) >= MAX_UNPACKED:
            return asked.refuse()

        def looked(head: bytes | None) -> None:
            if head is None or player_for(head) is None:
                source.close()
                return asked.refuse()

            def done(file: bytes | None) -> None:
                self.unpacked.discard(unpacking)
                asked.refuse() if file is None else asked.sound(file)

            unpacking = Unpacking(self._decoder(), source, done, self)
            self.unpacked.add(unpacking)
            asked.on_gone(lambda: unpacking.end(None))
            return None

        source.read(0, HEAD_BYTES, looked)
        return None

    def _decoder(self) -> DecoderProcess:
        self.prepare()
        decoder, self._spare = self._spare, None
        assert decoder is not None
        self._prepare.start()
        return decoder

    def _start(self, source: Source) -> int:
        decoder = self._decoder()
        self._last += 1
        number = self._last

        def over() -> None:
            stream = self.streams.pop(number, None)
            if stream is not None:
                stream.deleteLater()

        self.streams[number] = Stream(decoder, source, over, self)
        return number

    def _left(self, number: int, asked: Asked) -> None:
        stream = self.streams.get(number)
        if stream is not None:
            stream.left(asked)

    def _do(self, stream: Stream, text: str, asked: Asked) -> None:
        try:
            order = _order.decode(text)
        except msgspec.MsgspecError:
            return asked.refuse()
        asked.value({})
        if isinstance(order, Close):
            stream.close()
        else:
            stream.order(order)
        return None
