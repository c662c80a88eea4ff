"""A window for one part of the main window: the phone, or a panel. What the part is it does not know."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.widgets.icons import Icons

_BUTTONS = {"on_top": "keep", "put_back": "put-back"}


class PartWindow(QWidget):
    """`closed`: the user wants the part back in the main window, whose keys count here as well.

    `kept_on_top` carries whether it is to stay above all others.
    """

    closed = Signal()
    kept_on_top = Signal(bool)

    def __init__(self, appearance: Appearance, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setObjectName("part_window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.addActions(owner.actions())
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(6, 2, 6, 2)
        row.addStretch(1)
        for name, button in self.buttons.items():
            button.setObjectName(f"part_{name}")
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(bar)
        self.buttons["on_top"].setCheckable(True)
        self.buttons["on_top"].clicked.connect(self._pin)
        self.buttons["put_back"].clicked.connect(self.close)
        self._stop = appearance.changed.connect(self._dress)
        self._dress(appearance)

    def hold(self, part: QWidget) -> None:
        """Shows the part."""
        self._column.addWidget(part, 1)
        part.show()

    def keep_on_top(self, *, is_kept: bool) -> None:
        """Above all other windows, or as any other."""
        was_shown = self.isVisible()
        self.buttons["on_top"].setChecked(is_kept)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, is_kept)
        if was_shown:
            self.appear()

    def appear(self) -> None:
        """Shows itself beside the main window, not always above it as a child of it would be."""
        self.create()
        self.windowHandle().setTransientParent(None)  # type: ignore[arg-type]
        self.show()

    def leave(self) -> None:
        """Goes away; what it held has been taken from it."""
        self._stop()
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        # The part goes back first: the holder takes this window away.
        event.ignore()
        self.closed.emit()

    def _pin(self, is_kept: bool) -> None:
        self.keep_on_top(is_kept=is_kept)
        self.kept_on_top.emit(is_kept)

    def _dress(self, appearance: Appearance) -> None:
        icons = Icons(appearance.theme)
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(appearance.texts(f"part.{name}"))
