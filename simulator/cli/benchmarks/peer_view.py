"""A view of a measured page that is not ours, driven from plain sequential code as `HeadlessProgram` drives ours."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, QTimer, QUrl
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView

from simulator.phone.bridge import Bridge
from simulator.running.steps import Deadline

TIMEOUT_S = 30.0


class PeerView:
    """One page, of the size of ours. `close` it at the end."""

    def __init__(self, file: Path, size: QSize) -> None:
        self._file = file
        self._profile = QWebEngineProfile()
        self._web = QWebEngineView()
        self._page = QWebEnginePage(self._profile, self._web)
        self._page.settings().setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, False)
        self._bridge = Bridge(self._web)
        channel = QWebChannel(self._web)
        channel.registerObject("bridge", self._bridge)
        self._page.setWebChannel(channel)
        self._page.loadStarted.connect(self._bridge.expect_loading)
        self._web.setPage(self._page)
        self._web.resize(size)
        self._web.show()

    def load(self) -> None:
        """Loads the page anew. Raises Deadline if it does not come up."""
        self._wait(self._bridge.loaded, lambda: self._web.load(QUrl.fromLocalFile(str(self._file))), "load")

    def until_painted(self, operation: str, count: int) -> float:
        """Milliseconds from asking for an operation until its result is on the screen."""
        request = json.dumps({"operation": operation, "count": count})
        started = time.perf_counter()
        answer = self._wait(self._bridge.from_view, lambda: self._bridge.to_view.emit(request), operation)
        spent_ms = (time.perf_counter() - started) * 1000
        rows = json.loads(answer)["rows"]
        expected = {"create": count, "clear": 0}.get(operation, rows)
        if rows != expected:
            raise RuntimeError(f"{self._file.name}: {operation} led to {rows} rows, not {expected}")
        return spent_ms

    def close(self) -> None:
        """Ends the page."""
        self._web.close()
        # The page must be gone before its profile.
        shiboken6.delete(self._page)
        self._web.deleteLater()
        QCoreApplication.sendPostedEvents(self._web, QEvent.Type.DeferredDelete)

    def _wait(self, signal: object, action: Callable[[], None], what: str) -> str:
        loop = QEventLoop()
        answers: list[str] = []

        def arrived(text: str) -> None:
            answers.append(text)
            loop.quit()

        signal.connect(arrived)  # type: ignore[attr-defined]
        QTimer.singleShot(int(TIMEOUT_S * 1000), loop, loop.quit)
        action()
        if not answers:
            loop.exec()
        signal.disconnect(arrived)  # type: ignore[attr-defined]
        if not answers:
            raise Deadline(f"waited {TIMEOUT_S:g} s for {self._file.name} to {what}")
        return answers[0]
