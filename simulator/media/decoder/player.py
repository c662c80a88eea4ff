"""Qt's player for one source: orders in, news and pictures out. A picture is made only when the host asks for one, and
no larger than it is shown.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QAudioOutput, QMediaMetaData, QMediaPlayer, QVideoFrame, QVideoSink

from runtime.protocol.media import (
    Close,
    Failed,
    Fit,
    MediaNews,
    MediaOrder,
    Next,
    Open,
    Opened,
    Pause,
    Play,
    Said,
    Seek,
    Time,
    Tune,
)
from simulator.media.decoder.source_device import SourceDevice

MAX_PIXELS = 8192 * 4320
MAX_BOX = QSize(1920, 1920)
JPEG_QUALITY = 80
TIME_MS = 250
LATEST_SEEK_MS = 500
"""A place behind the last picture shows none."""

Status = QMediaPlayer.MediaStatus
State = QMediaPlayer.PlaybackState


class Player(QObject):
    """`tell` news, `show` a picture with its place in the film; `ask` wants bytes of the source."""

    def __init__(
        self,
        tell: Callable[[MediaNews], None],
        show: Callable[[int, bytes], None],
        ask: Callable[[int, int], None],
        *,
        is_silent: bool,
    ) -> None:
        super().__init__()
        self._tell, self._show, self._ask = tell, show, ask
        self._player, self._sink, self._sound = QMediaPlayer(self), QVideoSink(self), QAudioOutput(self)
        self._is_silent = is_silent
        self._sound.setVolume(0.0 if is_silent else 1.0)
        self._player.setVideoSink(self._sink)
        self._player.setAudioOutput(self._sound)
        self.device: SourceDevice | None = None
        self._box = MAX_BOX
        self._is_wanted = self._is_open = self._is_told = self._has_ended = self._has_failed = False
        self._frame: QVideoFrame | None = None
        self._wish: int | None = None
        self._seeking = QTimer(self, singleShot=True, interval=LATEST_SEEK_MS)
        self._seeking.timeout.connect(self._seeked)
        self._clock = QTimer(self, interval=TIME_MS)
        self._clock.timeout.connect(self._tell_time)
        self._sink.videoFrameChanged.connect(self._take)
        self._player.mediaStatusChanged.connect(self._status_changed)
        self._player.playbackStateChanged.connect(self._state_changed)
        self._player.errorOccurred.connect(lambda *_: self._fail())

    def order(self, order: MediaOrder | Open | Next) -> None:
        """Carries it out."""
        match order:
            case Open(size=size):
                self.device = SourceDevice(size, self._ask)
                self._player.setSourceDevice(self.device, QUrl("source"))
            case Next():
                self._is_wanted = True
                self._send()
            case Play():
                self._play()
            case Pause():
                self._player.pause()
            case Seek(position_ms=position):
                self._seek(position)
            case Tune(rate=rate, volume=volume):
                self._player.setPlaybackRate(rate)
                self._sound.setVolume(0.0 if self._is_silent else max(0.0, min(1.0, volume)))
            case Fit(width=width, height=height):
                self._box = QSize(max(1, width), max(1, height)).boundedTo(MAX_BOX)
            case Close():
                self._player.stop()
            case _:
                assert_never(order)

    def _play(self) -> None:
        if self._has_ended:
            self._has_ended = False
            self._player.setPosition(0)
        self._player.play()

    def _seek(self, position: int) -> None:
        if not self._is_open:
            self._wish = position
            return
        if self._has_ended:
            self._has_ended = False
            self._player.pause()
        self._player.setPosition(position)
        self._seeking.start()

    def _seeked(self) -> None:
        self._seeking.stop()
        self._tell_time()
        self._tell(Said("seeked"))

    def _take(self, frame: QVideoFrame) -> None:
        if not frame.isValid():
            return
        if frame.width() * frame.height() > MAX_PIXELS:
            return self._fail()
        self._frame = frame
        self._send()
        if self._seeking.isActive():
            self._seeked()

    def _send(self) -> None:
        if not self._is_wanted or self._frame is None:
            return
        frame, self._frame, self._is_wanted = self._frame, None, False
        self._show(max(0, frame.startTime()) // 1000, _jpeg(frame.toImage(), self._box))

    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if status in (Status.LoadedMedia, Status.BufferedMedia) and not self._is_open:
            self._opened()
        elif status == Status.EndOfMedia:
            self._has_ended = True
            self._clock.stop()
            self._tell_time()
            self._tell(Said("ended"))
        elif status == Status.InvalidMedia:
            self._fail()

    def _opened(self) -> None:
        self._is_open = True
        data = self._player.metaData()
        size = data.value(QMediaMetaData.Key.Resolution)
        size = size if isinstance(size, QSize) and self._player.hasVideo() else QSize(0, 0)
        has_nothing = not self._player.hasVideo() and not self._player.hasAudio()
        if has_nothing or size.width() * size.height() > MAX_PIXELS:
            return self._fail()
        # The value itself has a type that does not come over to Python.
        turn = data.stringValue(QMediaMetaData.Key.Orientation)
        if turn in ("90", "270"):
            size = size.transposed()
        rate = data.value(QMediaMetaData.Key.VideoFrameRate)
        self._is_told = True
        self._tell(
            Opened(
                duration_ms=max(0, self._player.duration()),
                width=size.width(),
                height=size.height(),
                rate=float(rate) if isinstance(rate, int | float) and math.isfinite(rate) else 0.0,
                turn=int(turn) if turn.isdecimal() else 0,
            )
        )
        if self._player.playbackState() == State.StoppedState:
            # Its first picture is shown before it plays.
            self._player.pause()
        if self._wish is not None:
            self._seek(self._wish)
        return None

    def _state_changed(self, state: QMediaPlayer.PlaybackState) -> None:
        if state == State.PlayingState:
            self._clock.start()
            self._tell(Said("play"))
            self._tell(Said("playing"))
        elif self._clock.isActive():
            self._clock.stop()
            if state == State.PausedState and not self._has_ended:
                self._tell_time()
                self._tell(Said("pause"))

    def _tell_time(self) -> None:
        # How much is there the host knows.
        self._tell(Time(self._player.position(), 1.0))

    def _fail(self) -> None:
        if self._has_failed:
            return
        self._has_failed = True
        self._clock.stop()
        self._tell(Failed("MEDIA_ERR_DECODE" if self._is_told else "MEDIA_ERR_SRC_NOT_SUPPORTED"))
        self._player.stop()


def _jpeg(image: QImage, box: QSize) -> bytes:
    if image.width() > box.width() or image.height() > box.height():
        image = image.scaled(box, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", JPEG_QUALITY)  # type: ignore[call-overload]
    return bytes(data.data())
