"""The bar over the table: clear, preserve, filter, kinds, how good the network is, what is out of reach, save."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.network.filters import GROUPS
from ide.panels.network.presenter import CONDITIONS, NetworkPresenter
from ide.widgets.choice_box import ChoiceBox
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons

NARROW_WIDTH = 760


class NetworkToolbar(QWidget):
    """Shows the presenter's state and passes on what the user does. `save_wanted`: all that is shown, into a file."""

    save_wanted = Signal()

    def __init__(self, presenter: NetworkPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.clear = QToolButton(self)
        self.preserve = _checkable(self)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.groups = {group: _checkable(self) for group in GROUPS}
        self.group = ChoiceBox(self)
        self.conditions = ChoiceBox(self)
        self.blocking = _checkable(self)
        self.save = QToolButton(self)
        self.blocked = QLineEdit(self)
        self.blocked.setClearButtonEnabled(True)
        self._lay_out()
        self.clear.clicked.connect(lambda: presenter.clear())
        self.preserve.toggled.connect(lambda on: presenter.set_preserving(preserving=on))
        self.filter.textChanged.connect(self._filter)
        for group, button in self.groups.items():
            button.clicked.connect(lambda _checked=False, group=group: self._choose(group))
        self.group.activated.connect(lambda index: self._choose(GROUPS[index]))
        self.conditions.activated.connect(lambda index: presenter.set_conditions(CONDITIONS[index]))
        self.blocking.toggled.connect(self._blocked_row.setVisible)
        self.blocked.editingFinished.connect(lambda: presenter.set_blocked(self.blocked.text()))
        self.save.clicked.connect(lambda: self.save_wanted.emit())
        dress(self, appearance, self._dress)

    def refresh(self) -> None:
        """Shows the presenter's state."""
        chosen, network = self._presenter.shown.filter, self._presenter.network
        for group, button in self.groups.items():
            button.setChecked(group == chosen.group)
        self.group.setCurrentIndex(GROUPS.index(chosen.group))
        self.conditions.setCurrentIndex(CONDITIONS.index(network.conditions))
        if not self.blocked.hasFocus():
            self.blocked.setText(" ".join(network.blocked))
        self.blocking.setText(str(len(network.blocked)) if network.blocked else "")
        is_wrong = not chosen.is_valid
        self.filter.setToolTip(self._presenter.texts("network.filter_wrong" if is_wrong else "network.filter_tip"))
        if self.filter.property("invalid") != is_wrong:
            self.filter.setProperty("invalid", is_wrong)
            self.filter.style().polish(self.filter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for a button for each kind, there is one box for all."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW_WIDTH
        self.group.setVisible(is_narrow)
        for button in self.groups.values():
            button.setVisible(not is_narrow)

    def _filter(self, text: str) -> None:
        self._presenter.set_text(text)
        self.refresh()

    def _choose(self, group: str) -> None:
        self._presenter.set_group(group)  # type: ignore[arg-type]
        self.refresh()

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(2)
        row.addWidget(self.clear)
        row.addWidget(self.preserve)
        row.addWidget(self.filter, 1)
        for button in self.groups.values():
            row.addWidget(button)
        row.addWidget(self.group)
        row.addWidget(self.conditions)
        row.addWidget(self.blocking)
        row.addWidget(self.save)
        self.filter.setMinimumWidth(60)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumWidth(NARROW_WIDTH // 2)
        self._blocked_row = QFrame(self)
        self._blocked_row.setObjectName("panel_bar")
        below = QHBoxLayout(self._blocked_row)
        below.setContentsMargins(8, 0, 8, 3)
        below.addWidget(self.blocked)
        self._blocked_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._blocked_row)

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        for button, icon, key in (
            (self.clear, "clear-list", "clear"),
            (self.preserve, "keep", "preserve"),
            (self.blocking, "blocked", "blocking"),
            (self.save, "save-file", "save"),
        ):
            button.setIcon(icons.icon(icon))
            button.setToolTip(texts(f"network.{key}"))
            button.setAccessibleName(texts(f"network.{key}"))
        for group, button in self.groups.items():
            button.setText(texts(f"network.group.{group}"))
        self.group.clear()
        self.group.addItems([texts(f"network.group.{group}") for group in GROUPS])
        self.filter.setPlaceholderText(texts("network.filter"))
        self.blocked.setPlaceholderText(texts("network.blocked"))
        self.conditions.clear()
        self.conditions.addItems([texts(f"network.conditions.{name}") for name in CONDITIONS])
        self.conditions.setToolTip(texts("network.conditions"))
        self.refresh()


def _checkable(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setCheckable(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
