"""Mock as a widget: toolbar, list of rules, the form of the chosen one. Made by `meta`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.mocks.drafts import RuleDraft
from ide.models.mocks.lists import RuleRow
from ide.panels.mock.presenter import MockPresenter
from ide.panels.mock.rule_form import RuleForm
from ide.panels.mock.rule_list import RuleList
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.icons import Icons
from ide.widgets.live_panel import LivePanel
from ide.widgets.plain_text import PlainLabel
from ide.widgets.widget_keys import on_keys

PAUSE_MS = 150
_BUTTONS = {
    "add": "new-file", "remove": "close", "up": "arrow-up", "down": "arrow-down", "open": "file-json",
    "import": "folder-open", "export": "save-file",
}  # fmt: skip


class MockPanel(LivePanel):
    """The view of a `MockPresenter`."""

    def __init__(self, presenter: MockPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("mock_panel")
        self.presenter = presenter
        self._appearance = appearance
        self.all_on = QCheckBox(self)
        self.search_box = QLineEdit(self)
        self.search_box.setClearButtonEnabled(True)
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self.warning = PlainLabel(parent=self)
        self.warning.setObjectName("mock_warning")
        self.warning.setWordWrap(True)
        self.rules = RuleList(presenter, appearance, self)
        self.form = RuleForm(presenter, appearance, self)
        self._list = QStackedWidget(self)
        self._list.addWidget(self.rules)
        self._list.addWidget(EmptyText("mock.empty", appearance, self))
        self._list.addWidget(EmptyText("mock.nothing_found", appearance, self))
        self._side = QStackedWidget(self)
        self._side.addWidget(EmptyText("mock.none_chosen", appearance, self))
        self._side.addWidget(self.form)
        self._lay_out()
        self.search_box.textChanged.connect(presenter.filter)
        self.all_on.clicked.connect(lambda is_on: presenter.switch_all(is_on=is_on))
        actions: dict[str, Callable[[], object]] = {
            "add": self.add, "remove": presenter.remove, "up": lambda: presenter.move_chosen(-1),
            "down": lambda: presenter.move_chosen(1), "open": presenter.open_file, "import": self._choose_import,
            "export": self._choose_export,
        }  # fmt: skip
        for name, act in actions.items():
            self.buttons[name].clicked.connect(lambda _checked=False, act=act: act())
        on_keys(self, QKeySequence.StandardKey.Find, self.search_box.setFocus, with_children=True)
        self.setFocusProxy(self.rules)
        dress(self, appearance, self._dress)
        presenter.attach(self)
        self.show_draft(presenter.draft)

    def add(self) -> None:
        """Begins a new rule."""
        self.presenter.add()
        self.form.lines["api"].setFocus()
        self.form.lines["api"].selectAll()

    # -- MockView

    def show_rows(self, rows: Sequence[RuleRow]) -> None:
        """The list, and what may be done."""
        self.rules.show_rows(rows)
        self._list.setCurrentIndex(0 if rows else 2 if self.presenter.needle else 1)
        self.all_on.setChecked(self.presenter.is_on)
        self.all_on.setEnabled(self.presenter.may_switch)
        self.warning.setText(self.presenter.warning)
        self.warning.setVisible(bool(self.presenter.warning))
        self._enable()

    def show_draft(self, draft: RuleDraft | None) -> None:
        """The form of the chosen rule, or of a new one."""
        self._side.setCurrentIndex(0 if draft is None else 1)
        if draft is not None:
            self.form.show_fault("", "")
            self.form.show_draft(draft)
        self._enable()

    def show_fault(self, field: str, what: str) -> None:
        """In the form."""
        self.form.show_fault(field, what)

    def show_tried(self, text: str, *, is_good: bool) -> None:
        """In the form."""
        self.form.show_tried(text, is_good=is_good)

    # -- within

    def _enable(self) -> None:
        for name in ("remove", "up", "down"):
            self.buttons[name].setEnabled(self.presenter.chosen is not None)

    def _choose_import(self) -> None:
        texts = self._appearance.texts
        dialog = QFileDialog(self, texts("mock.import"), "", texts("mock.files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.presenter.take_in(Path(path)))
        dialog.open()

    def _choose_export(self) -> None:
        texts = self._appearance.texts
        dialog = QFileDialog(self, texts("mock.export"), "mocks.json", texts("mock.files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(lambda path: self.presenter.write_out(Path(path)))
        dialog.open()

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.all_on)
        for name, button in self.buttons.items():
            button.setObjectName(f"mock_{name}")
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
        row.addWidget(self.search_box, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list)
        splitter.addWidget(self._side)
        splitter.setSizes([400, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.warning)
        layout.addWidget(splitter, 1)

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(texts(f"mock.{name}"))
            self.buttons[name].setAccessibleName(texts(f"mock.{name}"))
        self.all_on.setText(texts("mock.all_on"))
        self.search_box.setPlaceholderText(texts("mock.search"))
        self.search_box.setAccessibleName(texts("mock.search"))
        if self.isVisible():
            self.presenter.refresh()
