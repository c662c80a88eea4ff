"""Styles: the matched rules of the chosen element under a line with a filter and forced states."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.style_rows import StyleRow
from ide.panels.wxml.class_strip import ClassStrip
from ide.panels.wxml.presenter import WxmlPresenter
from ide.panels.wxml.styles_view import StylesView
from ide.widgets.dressing import dress
from ide.widgets.plain_text import plain_tip
from runtime.protocol.inspection import PseudoClass

STATES: tuple[PseudoClass, ...] = ("active", "hover", "focus")


class StylesTab(QWidget):
    """The view of the styles of a `WxmlPresenter`."""

    def __init__(self, presenter: WxmlPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.filter = QLineEdit(self)
        self.filter.setObjectName("wxml_style_filter")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(presenter.styles.filter)
        self.states = {state: self._state(state) for state in STATES}
        self.classes = ClassStrip(appearance, self)
        self.classes.hide()
        self.classes.switched.connect(lambda name, is_on: presenter.style_editing.set_class(name, is_on=is_on))
        self.classes_button = QToolButton(self)
        self.classes_button.setObjectName("wxml_classes_button")
        self.classes_button.setText(".cls")
        self.classes_button.setCheckable(True)
        self.classes_button.toggled.connect(self.classes.setVisible)
        self.new_rule = QToolButton(self)
        self.new_rule.setObjectName("wxml_new_rule")
        self.new_rule.setText("+")
        self.new_rule.clicked.connect(self._begin_rule)
        self.list = StylesView(appearance, presenter.style_editing.words_for, self)
        self.list.linked.connect(presenter.styles.open_row)
        editing = presenter.style_editing
        self.list.typed.connect(editing.typed)
        self.list.committed.connect(editing.commit)
        self.list.left.connect(editing.leave)
        self.list.toggled.connect(editing.toggle)
        self.list.undone.connect(lambda is_back: editing.undo() if is_back else editing.redo())
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(2)
        row.addWidget(self.filter, 1)
        for button in self.states.values():
            row.addWidget(button)
        row.addWidget(self.classes_button)
        row.addWidget(self.new_rule)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.classes)
        layout.addWidget(self.list, 1)
        dress(self, appearance, self._dress)

    def show_rows(self, rows: Sequence[StyleRow], forced: Sequence[PseudoClass]) -> None:
        """Shows the rules, and which states are forced."""
        self.list.show_rows(rows)
        self.classes.show_classes(self._presenter.style_editing.classes())
        for state, button in self.states.items():
            button.setChecked(state in forced)

    def _begin_rule(self) -> None:
        self._presenter.add_rule()
        end = next((number for number, row in enumerate(self.list.rows[:2]) if row.kind == "end"), -1)
        self.list.edit_part(end, "text")

    def _state(self, state: PseudoClass) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"wxml_state_{state}")
        button.setText(f":{state}")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._presenter.styles.force(self._checked()))
        return button

    def _checked(self) -> list[PseudoClass]:
        return [state for state, button in self.states.items() if button.isChecked()]

    def _dress(self, appearance: Appearance) -> None:
        self._presenter.styles.redraw()
        self.filter.setPlaceholderText(appearance.texts("wxml.filter"))
        self.new_rule.setToolTip(appearance.texts("wxml.new_rule"))
        self.classes_button.setToolTip(appearance.texts("wxml.classes"))
        for state, button in self.states.items():
            button.setToolTip(plain_tip(appearance.texts("wxml.force", state=f":{state}")))
