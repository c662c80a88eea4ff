"""The toolbar of the console: clear, pause, toggles, text filter, levels, and the menu with the rest."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from ide.models.console.filters import GROUPS, LEVEL_GROUPS
from ide.models.console.look import Look
from ide.panels.console.icons import ConsoleIcons
from ide.panels.console.presenter import ConsolePresenter
from ide.widgets.plain_text import plain_tip

NARROW_WIDTH = 640


class ConsoleToolbar(QWidget):
    """Shows the presenter's state and passes on what the user does."""

    export_wanted = Signal()
    live_wanted = Signal()
    copy_all_wanted = Signal()

    def __init__(self, presenter: ConsolePresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consoleToolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter = presenter
        self._icons = ConsoleIcons(look)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 3, 6, 3)
        self._row.setSpacing(2)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumWidth(NARROW_WIDTH // 2)
        self.clear = self._button("console_clear", presenter.clear)
        self.pause = self._button(
            "console_pause", lambda: presenter.set_paused(not presenter.is_paused), checkable=True
        )
        self.live = self._button("console_live", self.live_wanted.emit)
        self._separator()
        self.groups = {}
        for group in GROUPS:
            self.groups[group] = self._button(
                f"console_{group}", lambda name=group: presenter.toggle_group(name), checkable=True
            )
        self._separator()
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(60)
        self.filter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.filter.textChanged.connect(presenter.set_text)
        self._row.addWidget(self.filter, 1)
        self.levels = self._menu_button("console_levels")
        self.preserve = self._button(
            "console_preserve", lambda: presenter.set_preserving(not presenter.is_preserving), checkable=True
        )
        self.more = self._menu_button("console_more")
        self._level_actions = {
            level: self._choice(self.levels, lambda _checked, name=level: presenter.toggle_level(name))
            for level in LEVEL_GROUPS
        }
        self._preserve = self._choice(self.more, presenter.set_preserving)
        self._stamps = self._choice(self.more, presenter.set_stamped)
        self._routine = self._choice(self.more, presenter.set_routine)
        self.more.menu().addSeparator()
        self._copy_all = self.more.menu().addAction("", self.copy_all_wanted.emit)
        self._export = self.more.menu().addAction("", self.export_wanted.emit)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draws with other colours."""
        self._icons = ConsoleIcons(look)
        self.clear.setIcon(self._icons.icon("clear"))
        self.live.setIcon(self._icons.icon("live"))
        self.more.setIcon(self._icons.icon("more"))
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(16, 16))
            button.setFixedHeight(look.sizes["button"])
        self.filter.setFixedHeight(look.sizes["button"])
        self.retranslate()

    def retranslate(self) -> None:
        """Puts in the words of the language."""
        texts = self._presenter.texts
        self.clear.setToolTip(texts("console.clear"))
        self.live.setToolTip(texts("console.live"))
        self.more.setToolTip(texts("console.more"))
        self.filter.setPlaceholderText(texts("console.filter"))
        self.preserve.setText(texts("console.preserve"))
        self.preserve.setToolTip(texts("console.preserve_tip"))
        self._preserve.setText(texts("console.preserve"))
        self._stamps.setText(texts("console.timestamps"))
        self._routine.setText(texts("console.routine"))
        self._copy_all.setText(texts("console.copy_all"))
        self._export.setText(texts("console.export"))
        for level, action in self._level_actions.items():
            action.setText(texts(f"console.level.{level}"))
        for group, button in self.groups.items():
            button.setToolTip(texts(f"console.group_tip.{group}"))
        self.refresh()

    def refresh(self) -> None:
        """Shows the presenter's state."""
        presenter, texts = self._presenter, self._presenter.texts
        chosen = presenter.timeline.filter
        self.pause.setChecked(presenter.is_paused)
        self.pause.setIcon(self._icons.icon("resume" if presenter.is_paused else "pause"))
        key = "console.resume" if presenter.is_paused else "console.pause"
        self.pause.setToolTip(plain_tip(texts(key, count=presenter.waiting)))
        self.preserve.setChecked(presenter.is_preserving)
        self._preserve.setChecked(presenter.is_preserving)
        for group, button in self.groups.items():
            count = presenter.timeline.counts[group]
            name = texts(f"console.group.{group}")
            button.setText(texts("console.group_count", name=name, count=count) if count else name)
            button.setChecked(group in chosen.groups)
        for level, action in self._level_actions.items():
            action.setChecked(level in chosen.levels)
        key = "all" if len(chosen.levels) == len(LEVEL_GROUPS) else "some" if chosen.levels else "none"
        self.levels.setText(texts(f"console.levels.{key}") + " ▾")
        is_valid = chosen.is_text_valid()
        self.filter.setToolTip("" if is_valid else texts("console.filter_invalid"))
        if self.filter.property("invalid") != (not is_valid):
            self.filter.setProperty("invalid", not is_valid)
            self.filter.style().polish(self.filter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preserve.setVisible(event.size().width() >= NARROW_WIDTH)
        self.levels.setVisible(event.size().width() >= NARROW_WIDTH * 3 // 4)

    def _button(self, name: str, clicked: object, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: clicked())  # type: ignore[operator]
        self._row.addWidget(button)
        return button

    def _menu_button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        self._row.addWidget(button)
        return button

    def _choice(self, button: QToolButton, toggled: object) -> QAction:
        action = QAction(button)
        action.setCheckable(True)
        action.triggered.connect(toggled)
        button.menu().addAction(action)
        return action

    def _separator(self) -> None:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.VLine)
        line.setFixedHeight(16)
        self._row.addWidget(line)
