"""The web view that holds the editor page, and the channel to it. Knows messages, not what they mean."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QUrl, QUrlQuery, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from ide.models.editor_messages import FromPage, PageFailed, PageReady, ToPage, decode, encode
from ide.panels.editor.key_marks import KeyMarks
from ide.panels.editor.scheme import PAGE_URL, SCHEME, EditorSchemeHandler
from simulator.phone.page_end import end_page_with


class _Bridge(QObject):
    """The one object that the page sees."""

    to_page = Signal(str)
    arrived = Signal(str)

    @Slot(str)
    def from_page(self, text: str) -> None:
        """Called by the page."""
        self.arrived.emit(text)


class _Page(QWebEnginePage):
    """Stays where it is: nothing in the editor may load another address."""

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        return QUrl(url).scheme().encode() == SCHEME


class EditorPageView(QWebEngineView):
    """Sends and receives the messages of `ide.models.editor_messages`; those sent too early wait for the page."""

    def __init__(self, monaco_language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.received: Callable[[FromPage], None] = lambda message: None
        self.crashed: Callable[[], None] = lambda: None
        self.window_keys: frozenset[str] = frozenset()
        self._waiting: list[ToPage] | None = []
        self._key_marks = KeyMarks(self)
        profile = QWebEngineProfile()
        profile.installUrlSchemeHandler(SCHEME, EditorSchemeHandler(profile))
        self._bridge = _Bridge(self)
        self._bridge.arrived.connect(self._receive)
        page = _Page(profile, self)
        end_page_with(self, page)
        channel = QWebChannel(page)
        channel.registerObject("bridge", self._bridge)
        page.setWebChannel(channel)
        self.setPage(page)
        # Children are deleted in the order in which they came, and a page must go before its profile.
        profile.setParent(self)
        url = QUrl(PAGE_URL)
        query = QUrlQuery()
        query.addQueryItem("language", monaco_language)
        url.setQuery(query)
        self.load(url)
        page.renderProcessTerminated.connect(self._start_again)

    @property
    def is_ready(self) -> bool:
        """Whether the page hears messages already."""
        return self._waiting is None

    def send(self, message: ToPage) -> None:
        """Gives a message to the page, in order; where it matters, also in the order of the keys."""
        if self._waiting is not None:
            self._waiting.append(message)
            return
        if mark := self._key_marks.before(message):
            self._bridge.to_page.emit(encode(mark))
        self._bridge.to_page.emit(encode(message))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the window stay the window's, even those that mean something to a text field of the browser."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_windows = QKeySequence(event.keyCombination()).toString() in self.window_keys
            if is_windows:
                event.ignore()
            return is_windows
        return super().eventFilter(watched, event)

    def _start_again(self) -> None:
        self._waiting = []
        self.crashed()
        self.reload()

    def _receive(self, text: str) -> None:
        try:
            message = decode(text)
        except ValueError as error:
            message = PageFailed(str(error))
        if isinstance(message, PageReady):
            waiting, self._waiting = self._waiting or [], None
            if proxy := self.focusProxy():
                proxy.installEventFilter(self)
            self._key_marks.watch(proxy)
            for one in waiting:
                self.send(one)
        self.received(message)
