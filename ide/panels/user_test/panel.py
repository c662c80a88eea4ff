"""Test as a widget: buttons, the script as it grows, what its run has said. Made by `meta`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.user_tests import Expected
from ide.panels.user_test.presenter import Shown, UserTestPresenter
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel

_BUTTONS = {
    "record": "record", "pause": "pause", "undo": "time-back", "copy": "copy", "save": "save-file", "run": "play",
}  # fmt: skip
_EXPECTED: tuple[Expected, ...] = ("visible", "text", "count", "value")
_NAME_WIDTH = 150


class UserTestPanel(QWidget):
    """The view of a `UserTestPresenter`."""

    def __init__(self, presenter: UserTestPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("user_test_panel")
        self.presenter = presenter
        self._appearance = appearance
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self.expects = {name: QToolButton(self) for name in _EXPECTED}
        self.name = QLineEdit(presenter.name, self)
        self.script, self.output = QPlainTextEdit(self), QPlainTextEdit(self)
        self.said = PlainLabel(parent=self)
        self._nothing = EmptyText("user_test.empty", appearance, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        actions: dict[str, Callable[[], None]] = {
            "record": presenter.record, "pause": presenter.pause, "undo": presenter.undo, "copy": presenter.copy,
            "save": presenter.save, "run": presenter.run,
        }  # fmt: skip
        for name, act in actions.items():
            self.buttons[name].clicked.connect(lambda checked=False, act=act: act())
        for expected, button in self.expects.items():
            button.clicked.connect(lambda checked, expected=expected: presenter.pick(expected if checked else None))
        self.name.textChanged.connect(presenter.call)
        presenter.attach(self)
        dress(self, appearance, self._dress)
        presenter.refresh()

    # -- UserTestView

    def show_test(self, shown: Shown) -> None:
        """Draws everything; the last line stays in sight."""
        if shown.script != self.script.toPlainText():
            self.script.setPlainText(shown.script)
            bar = self.script.verticalScrollBar()
            bar.setValue(bar.maximum())
        if shown.output != self.output.toPlainText():
            self.output.setPlainText(shown.output)
        self._stack.setCurrentWidget(self.script if shown.script else self._nothing)
        self.output.setVisible(bool(shown.output))
        self.buttons["record"].setChecked(shown.is_on)
        self.buttons["pause"].setChecked(shown.is_paused)
        self.buttons["pause"].setEnabled(shown.is_on)
        for name in ("undo", "copy", "save", "run"):
            self.buttons[name].setEnabled(shown.has_steps)
        for expected, button in self.expects.items():
            button.setEnabled(shown.is_on)
            button.setChecked(shown.picks == expected)
        state = "picks" if shown.picks else "paused" if shown.is_paused else "records" if shown.is_on else shown.run
        self.said.setText("" if state == "none" else self._appearance.texts(f"user_test.state.{state}"))

    def copy(self, text: str) -> None:
        """The script."""
        QGuiApplication.clipboard().setText(text)

    # -- within

    def _lay_out(self) -> None:
        for name in ("record", "pause"):
            self.buttons[name].setCheckable(True)
        for button in self.expects.values():
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        for text in (self.script, self.output):
            text.setReadOnly(True)
            text.setFrameShape(QFrame.Shape.NoFrame)
            text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.name.setMaximumWidth(_NAME_WIDTH)
        self.expectation = PlainLabel(parent=self)
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        before = [self.buttons[name] for name in ("record", "pause", "undo")]
        after = [self.name, *(self.buttons[name] for name in ("copy", "save", "run"))]
        for widget in (*before, self.expectation, *self.expects.values()):
            row.addWidget(widget)
        row.addWidget(self.said, 1)
        for widget in after:
            row.addWidget(widget)
        split = QSplitter(Qt.Orientation.Vertical, self)
        for shown in (self.script, self._nothing):
            self._stack.addWidget(shown)
        split.addWidget(self._stack)
        split.addWidget(self.output)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([300, 100])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(split, 1)

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(texts(f"user_test.{name}"))
            self.buttons[name].setAccessibleName(texts(f"user_test.{name}"))
        self.expectation.setText(texts("user_test.expect"))
        for expected, button in self.expects.items():
            button.setText(texts(f"user_test.expect.{expected}"))
            button.setToolTip(texts(f"user_test.expect.{expected}.tip"))
        self.name.setPlaceholderText(texts("user_test.name"))
        self.name.setAccessibleName(texts("user_test.name"))
        self.script.setAccessibleName(texts("user_test.title"))
        self.output.setAccessibleName(texts("user_test.output"))
        for text in (self.script, self.output):
            text.setFont(console_font(load_look(appearance.theme)))
        self.presenter.refresh()
