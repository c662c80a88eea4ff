"""The sound of one source as samples, by Qt's decoder of sound: as fast as it can, not as it would be heard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

from runtime.protocol.media import Failed, MediaNews, Need, Said, Sampled, Unpack
from simulator.media.decoder.source_device import SourceDevice

_Kind = QAudioFormat.SampleFormat


class Unpacker(QObject):
    """`tell` what the samples are and how it ends, `give` samples with their offset in bytes; `ask` wants bytes of the
    source."""

    def __init__(
        self,
        tell: Callable[[MediaNews | Need | Sampled], None],
        give: Callable[[int, bytes], None],
        ask: Callable[[int, int], None],
    ) -> None:
        super().__init__()
        self._tell, self._give, self._ask = tell, give, ask
        self.device: SourceDevice | None = None
        self._decoder: QAudioDecoder | None = None
        self._given = 0
        self._is_over = False

    def begin(self, order: Unpack) -> None:
        """Carries it out."""
        self.device = SourceDevice(order.size, self._ask)
        self._decoder = QAudioDecoder(self)
        self._decoder.setSourceDevice(self.device)
        self._decoder.bufferReady.connect(self._take)
        self._decoder.finished.connect(self._finish)
        self._decoder.error.connect(lambda *_: self._fail())
        self._decoder.start()

    def _take(self) -> None:
        assert self._decoder is not None
        while self._decoder.bufferAvailable():
            buffer = self._decoder.read()
            if not buffer.isValid():
                return
            if self._given == 0:
                form = buffer.format()
                is_float = form.sampleFormat() == _Kind.Float
                self._tell(Sampled(form.sampleRate(), form.channelCount(), form.bytesPerSample(), is_float))
            data = bytes(buffer.constData())
            self._give(self._given, data)
            self._given += len(data)

    def _finish(self) -> None:
        if not self._given:
            return self._fail()
        if not self._is_over:
            self._is_over = True
            self._tell(Said("ended"))
        return None

    def _fail(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._tell(Failed("MEDIA_ERR_DECODE"))
