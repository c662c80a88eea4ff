"""What the phone's pages ask the web for: an address that is out of reach is not asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

OF_THE_WEB = ("http", "https")


class WebRequests(QWebEngineUrlRequestInterceptor):
    """Of one phone view. Chromium tells the page, and the console, that the client has blocked it."""

    def __init__(self, may_ask: Callable[[str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._may_ask = may_ask

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Called by Chromium, on the GUI thread."""
        url = info.requestUrl()
        if url.scheme() in OF_THE_WEB and not self._may_ask(url.toString()):
            info.block(True)
