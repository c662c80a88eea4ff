"""DevTools as a widget: Chrome's front end in a view of its own, loaded when somebody looks. Made by `meta`."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QShowEvent
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.panels.devtools.presenter import DevToolsPresenter
from ide.widgets.empty_text import EmptyText

SCHEME = "devtools"


class FrontEndPage(QWebEnginePage):
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


class DevToolsPanel(QWidget):
    """The view of a `DevToolsPresenter`."""

    def __init__(self, presenter: DevToolsPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("devtools_panel")
        self.presenter = presenter
        self._profile = QWebEngineProfile(self)
        # The front end comes only to a page that has another one to look at; this one is empty.
        self._nothing = QWebEnginePage(self._profile, self)
        self.page = FrontEndPage(self._profile, self)
        self.page.setInspectedPage(self._nothing)
        self.page.renderProcessTerminated.connect(presenter.reload)
        self._view = QWebEngineView(self)
        self._view.setPage(self.page)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(EmptyText("devtools.empty", appearance, self))
        self._stack.addWidget(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        presenter.attach(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.refresh()

    # -- DevToolsView

    def show_front_end(self, url: str) -> None:
        """Loads it."""
        self._stack.setCurrentIndex(1 if url else 0)
        if url:
            self.page.load(QUrl(url))
