"""One source that plays for a page: its decoder, what the page has not fetched yet, and the watch over both.

A page asks for the next thing and gets news if there are any, else the next picture. A decoder that is owed nothing and
says nothing while it should is taken for hung.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QTimer

from runtime.protocol.media import (
    Failed,
    FromDecoder,
    MediaNews,
    MediaOrder,
    Need,
    Next,
    Open,
    Opened,
    Play,
    Said,
    Sampled,
    Time,
)
from simulator.media.decoder_process import DecoderProcess
from simulator.media.frames import Numbered
from simulator.media.source import Source

SILENCE_MS = 10_000
"""Assumed: nothing that plays needs so long to say how far it is."""
PAGE_GONE_MS = 20_000
WAITING_MS = 300
LARGEST_PIECE = 4 * 1024 * 1024


class Question(Protocol):
    """What a page has asked; it may be gone before there is an answer."""

    def news(self, text: bytes) -> None:
        """Answers with a list of news, JSON."""

    def picture(self, position_ms: int, jpeg: bytes) -> None:
        """Answers with a picture."""

    def refuse(self) -> None:
        """There is nothing more."""


class Stream(QObject):
    """`over` hears of its end, however that comes."""

    def __init__(self, decoder: DecoderProcess, source: Source, over: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._decoder, self._source, self._over = decoder, source, over
        self._news: list[MediaNews] = []
        self._picture: Numbered | None = None
        self._question: Question | None = None
        self._is_picture_owed = self._is_open = self._is_playing = self._is_waiting = self._is_over = False
        self._needs = 0
        self._silence = self._timer(SILENCE_MS, self._hung)
        self._page = self._timer(PAGE_GONE_MS, self.close)
        self._wait = self._timer(WAITING_MS, self._waits)
        decoder.setParent(self)
        decoder.attach(self._heard, self._died)
        decoder.say(Open(source.size))
        self._watch()
        self._page.start()

    @property
    def decoder(self) -> DecoderProcess:
        """The process that plays it."""
        return self._decoder

    def next(self, question: Question) -> None:
        """The page wants the next thing. An older question is refused."""
        if self._question is not None:
            self._question.refuse()
        self._question = question
        self._page.stop()
        self._answer()
        if self._question is not None and not self._is_picture_owed and not self._is_over:
            self._is_picture_owed = True
            self._decoder.say(Next())

    def left(self, question: Question) -> None:
        """The page does not wait for this answer any more."""
        if self._question is question:
            self._question = None
            self._page.start()

    def order(self, order: MediaOrder) -> None:
        """The page wants something done."""
        if self._is_over:
            return
        if isinstance(order, Play):
            self._is_playing = True
            self._watch()
        self._decoder.say(order)

    def close(self) -> None:
        """Ends everything."""
        if not self._is_over:
            self._finish()
            self._decoder.end()
        self._page.stop()
        if self._question is not None:
            self._question.refuse()
            self._question = None
        over, self._over = self._over, lambda: None
        over()

    def _heard(self, said: FromDecoder | Numbered) -> None:
        match said:
            case Numbered():
                self._is_picture_owed = False
                self._picture = said
                self._answer()
            case Need(offset=offset, size=size):
                self._give(offset, min(size, LARGEST_PIECE))
            case Sampled():
                # Only who unpacks is told so.
                pass
            case Time(position_ms=position):
                self._tell(Time(position, self._source.share))
            case _:
                self._note(said)
                self._tell(said)
        self._watch()

    def _watch(self) -> None:
        """Begins to wait for a word, if the decoder owes one: it opens or plays, and has what it has asked for."""
        if not self._is_over and self._needs == 0 and (self._is_playing or not self._is_open):
            self._silence.start()
        else:
            self._silence.stop()

    def _note(self, news: MediaNews) -> None:
        if isinstance(news, Opened):
            self._is_open = True
        if isinstance(news, Said) and news.what in ("pause", "ended"):
            self._is_playing = False
        if isinstance(news, Failed):
            self._finish()
            self._decoder.end()

    def _give(self, offset: int, size: int) -> None:
        self._needs += 1
        self._wait.start()

        def come(piece: bytes | None) -> None:
            self._needs -= 1
            if self._is_over:
                return
            if piece is None:
                return self._fail("MEDIA_ERR_NETWORK")
            if self._needs == 0:
                self._wait.stop()
            if self._is_waiting:
                self._is_waiting = False
                self._tell(Said("playing"))
            self._decoder.give(offset, piece)
            self._watch()
            return None

        self._source.read(offset, size, come)

    def _waits(self) -> None:
        if self._is_playing and self._is_open:
            self._is_waiting = True
            self._tell(Said("waiting"))

    def _tell(self, news: MediaNews) -> None:
        self._news.append(news)
        self._answer()

    def _answer(self) -> None:
        if self._question is None or not (self._news or self._picture or self._is_over):
            return
        question, self._question = self._question, None
        self._page.start()
        if self._news:
            news, self._news = self._news, []
            question.news(msgspec.json.encode(news))
        elif self._picture is not None:
            picture, self._picture = self._picture, None
            question.picture(picture.number, picture.data)
        else:
            question.refuse()

    def _fail(self, code: str) -> None:
        self._finish()
        self._decoder.end()
        self._tell(Failed(code))

    def _hung(self) -> None:
        self._fail("MEDIA_ERR_DECODE")

    def _died(self) -> None:
        if not self._is_over:
            self._finish()
            self._tell(Failed("MEDIA_ERR_DECODE" if self._is_open else "MEDIA_ERR_SRC_NOT_SUPPORTED"))

    def _finish(self) -> None:
        self._is_over = True
        for timer in (self._silence, self._wait):
            timer.stop()
        self._source.close()

    def _timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(act)
        return timer
