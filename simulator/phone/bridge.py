"""The object that the shell page sees through the web channel.

A signal of the channel carries a message of 100 kB in 3.6 ms into the page, `runJavaScript` in 4.8 ms (median of
40 on two cores, with the way back), so both directions use the channel.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot


class Bridge(QObject):
    """`to_view`, `mark` (see `capture`) and `ping` (see `pulse`) are what the page hears; the slots are what it calls.

    One connection for each loading of the page: whoever says `ready` first chooses the key, and what comes with another
    one is `refused` and not heard.
    """

    to_view = Signal(str)
    mark = Signal(int)
    ping = Signal(int)
    from_view = Signal(str)
    pong = Signal(int)
    runs = Signal(str)
    loaded = Signal(str)
    refused = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._key = ""

    def expect_loading(self) -> None:
        """The page is loaded anew: the next connection is the one."""
        self._key = ""

    @Slot(str, str)
    def receive(self, key: str, text: str) -> None:
        """A message of the page."""
        if self._key and key == self._key:
            self.from_view.emit(text)
        else:
            self.refused.emit()

    @Slot(str, int)
    def answer(self, key: str, serial: int) -> None:
        """The page is alive."""
        if self._key and key == self._key:
            self.pong.emit(serial)

    @Slot(str, str)
    def running(self, key: str, what: str) -> None:
        """A function of wxs starts that is another than the last one."""
        if self._key and key == self._key:
            self.runs.emit(what)

    @Slot(str, str)
    def ready(self, key: str, text: str) -> None:
        """The page's first message: it listens from now on."""
        if self._key or not key:
            self.refused.emit()
            return
        self._key = key
        self.loaded.emit(text)
