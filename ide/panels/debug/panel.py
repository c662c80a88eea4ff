"""Debug as a widget: calls and breakpoints, variables, watched expressions side by side. Made by `meta`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.debug_session import ExceptionPauses
from ide.panels.debug.breakpoint_list import BreakpointList
from ide.panels.debug.presenter import DebugPresenter
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel
from ide.widgets.row_tree import RowTree
from ide.widgets.widget_keys import on_keys

EXCEPTIONS: tuple[ExceptionPauses, ...] = ("none", "uncaught", "all")
_BUTTONS = {
    "go": "play", "over": "step-over", "into": "step-into", "out": "step-out", "active": "breakpoint",
}  # fmt: skip


class DebugPanel(QWidget):
    """The view of a `DebugPresenter`."""

    def __init__(self, presenter: DebugPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("debug_panel")
        self.presenter = presenter
        self._appearance = appearance
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self.exceptions = QComboBox(self)
        self.status = PlainLabel(parent=self)
        self.frames = RowTree(appearance, self)
        self.variables = RowTree(appearance, self)
        self.watches = RowTree(appearance, self)
        self.breakpoints = BreakpointList(presenter, appearance, self)
        self.new_watch = QLineEdit(self)
        self.apis = QLineEdit(self)
        self.data_paths = QLineEdit(self)
        self.events = QLineEdit(self)
        self._headings = {
            name: PlainLabel(parent=self) for name in ("frames", "breakpoints", "variables", "watches", "also")
        }
        self._lay_out()
        self._connect()
        dress(self, appearance, self._dress)
        presenter.attach(self)
        self.show_all()

    # -- DebugView

    def show_all(self) -> None:
        """Draws what the presenter has."""
        presenter, session = self.presenter, self.presenter.session
        is_paused = session.pause is not None
        self.status.setText(presenter.status)
        self.status.setProperty("tone", "bad" if session.pause and session.pause.reason == "exception" else "")
        self.status.style().polish(self.status)
        for name in ("over", "into", "out"):
            self.buttons[name].setEnabled(is_paused)
        self._dress_go(is_paused=is_paused)
        self.frames.show_rows(presenter.frames)
        if session.frame and session.pause:
            self.frames.choose((str(session.pause.frames.index(session.frame)),), tells=False)
        self.variables.show_rows(presenter.variables)
        self.watches.show_rows(presenter.watches)
        self.breakpoints.show_breakpoints(presenter.breakpoints)
        self.exceptions.setCurrentIndex(EXCEPTIONS.index(session.kept.exceptions))
        kept = session.kept
        for field, words in ((self.apis, kept.apis), (self.data_paths, kept.data_paths), (self.events, kept.events)):
            if not field.hasFocus():
                field.setText(", ".join(words))

    # -- within

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(2)
        for name, button in self.buttons.items():
            button.setObjectName(f"debug_{name}")
            button.setIconSize(QSize(16, 16))
            button.setCheckable(name == "active")
            row.addWidget(button)
        row.addWidget(self.exceptions)
        row.addSpacing(8)
        row.addWidget(self.status, 1)
        columns = QSplitter(Qt.Orientation.Horizontal, self)
        columns.setHandleWidth(1)
        columns.addWidget(self._column(("frames", self.frames, 3), ("breakpoints", self.breakpoints, 2)))
        columns.addWidget(self._column(("variables", self.variables, 1)))
        columns.addWidget(
            self._column(
                ("watches", self.new_watch, 0),
                ("", self.watches, 1),
                ("also", self.apis, 0),
                ("", self.data_paths, 0),
                ("", self.events, 0),
            )
        )
        for index in range(3):
            columns.setStretchFactor(index, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(columns, 1)

    def _column(self, *parts: tuple[str, QWidget, int]) -> QWidget:
        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(4, 0, 4, 2)
        layout.setSpacing(2)
        for heading, widget, stretch in parts:
            if heading:
                layout.addWidget(self._headings[heading])
            layout.addWidget(widget, stretch)
        return column

    def _connect(self) -> None:
        presenter, session = self.presenter, self.presenter.session
        acts: dict[str, Callable[[], None]] = {
            "go": session.go,
            "over": lambda: presenter.step("over"),
            "into": lambda: presenter.step("into"),
            "out": lambda: presenter.step("out"),
            "active": lambda: session.activate(are_active=not self.buttons["active"].isChecked()),
        }
        for name, act in acts.items():
            self.buttons[name].clicked.connect(lambda _checked=False, act=act: act())
        self.exceptions.activated.connect(lambda index: presenter.pause_on_exceptions(EXCEPTIONS[index]))
        self.frames.chosen.connect(presenter.choose_frame)
        self.variables.toggled.connect(presenter.toggle_variable)
        self.variables.edited.connect(presenter.edit_variable)
        self.watches.toggled.connect(presenter.toggle_watch)
        self.watches.edited.connect(presenter.edit_watch)
        self.new_watch.returnPressed.connect(self._add_watch)
        self.apis.editingFinished.connect(lambda: presenter.pause_on_apis(self.apis.text()))
        self.data_paths.editingFinished.connect(lambda: presenter.pause_on_data(self.data_paths.text()))
        self.events.editingFinished.connect(lambda: presenter.pause_on_events(self.events.text()))
        on_keys(self.watches, QKeySequence.StandardKey.Delete, self._delete_watch)

    def _add_watch(self) -> None:
        self.presenter.add_watch(self.new_watch.text())
        self.new_watch.clear()

    def _delete_watch(self) -> None:
        path = self.watches.chosen_path
        if path and len(path) == 1:
            self.presenter.edit_watch(path, "")

    def _dress_go(self, *, is_paused: bool) -> None:
        texts, icons = self._appearance.texts, Icons(self._appearance.theme)
        self.buttons["go"].setIcon(icons.icon("play" if is_paused else "pause"))
        self.buttons["go"].setToolTip(texts("debug.resume" if is_paused else "debug.pause"))

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(texts(f"debug.{name}"))
            self.buttons[name].setAccessibleName(texts(f"debug.{name}"))
        for name, heading in self._headings.items():
            heading.setText(texts(f"debug.{name}"))
        for name in ("frames", "breakpoints", "variables", "watches"):
            getattr(self, name).setAccessibleName(texts(f"debug.{name}"))
        index = self.exceptions.currentIndex()
        self.exceptions.clear()
        self.exceptions.addItems([texts(f"debug.exceptions.{which}") for which in EXCEPTIONS])
        self.exceptions.setCurrentIndex(max(index, 0))
        self.new_watch.setPlaceholderText(texts("debug.new_watch"))
        self.apis.setPlaceholderText(texts("debug.apis"))
        self.data_paths.setPlaceholderText(texts("debug.data_paths"))
        self.events.setPlaceholderText(texts("debug.events"))
        for field in ("new_watch", "apis", "data_paths", "events"):
            getattr(self, field).setAccessibleName(texts(f"debug.{field}"))
        self._dress_go(is_paused=self.presenter.session.pause is not None)
