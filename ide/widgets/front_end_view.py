"""The front end of Chrome's debugger, as Qt ships it, in a view. What it debugs is in its address."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from simulator.phone.page_end import end_page_with

SCHEME = "devtools"


class _Page(QWebEnginePage):
    """Shows nothing but the front end."""

    def acceptNavigationRequest(
        self, url: QUrl | str, navigation: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Links lead nowhere."""
        return QUrl(url).scheme() == SCHEME or not is_main_frame

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override]
        """No further windows."""
        return None

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """The front end tells how long it took to start, and which commands it has missed."""


class FrontEndView(QWebEngineView):
    """`died`: its process has ended."""

    died = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Without a parent: it has to outlive the pages.
        self._profile = QWebEngineProfile()
        self._nothing = QWebEnginePage(self._profile, self)
        page = _Page(self._profile, self)
        for ending in (page, self._nothing):
            end_page_with(self, ending)
        page.renderProcessTerminated.connect(self.died)
        self.setPage(page)
        # The front end comes only to a page that has another one to look at, which here is empty; and it has a size
        # only if it had a view before.
        page.setInspectedPage(self._nothing)

    def show_front_end(self, url: str) -> None:
        """Loads it."""
        self.page().load(QUrl(url))
