"""DevTools as a widget: Chrome's front end, loaded when somebody looks. Made by `meta`."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.panels.devtools.presenter import DevToolsPresenter
from ide.widgets.empty_text import EmptyText
from ide.widgets.front_end_view import FrontEndView


class DevToolsPanel(QWidget):
    """The view of a `DevToolsPresenter`."""

    def __init__(self, presenter: DevToolsPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("devtools_panel")
        self.presenter = presenter
        self.front_end = FrontEndView(self)
        self.front_end.died.connect(presenter.reload)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.front_end)
        self._stack.addWidget(EmptyText("devtools.empty", appearance, self))
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
        self._stack.setCurrentIndex(0 if url else 1)
        if url:
            self.front_end.show_front_end(url)
