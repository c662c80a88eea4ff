"""Problems as a widget: severity buttons, a filter, the list. Made by `meta`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.problems import SEVERITIES, Problem, ProblemGroup
from ide.panels.problems.presenter import ProblemsPresenter
from ide.panels.problems.rows import ProblemPainter, ProblemRows
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel
from runtime.diagnostics import Severity


class ProblemsPanel(QWidget):
    """The view of a `ProblemsPresenter`; choosing a row opens it."""

    def __init__(self, presenter: ProblemsPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems_panel")
        self._appearance = appearance
        self._counts: Mapping[Severity, int] = dict.fromkeys(SEVERITIES, 0)
        self.presenter = presenter
        self.buttons = {severity: QToolButton(self) for severity in SEVERITIES}
        self.filter_box = QLineEdit(self)
        self.filter_box.setClearButtonEnabled(True)
        self.filter_box.textChanged.connect(self.presenter.filter)
        self.list = QListView(self)
        self._rows = ProblemRows(self.list)
        self.list.setObjectName("problems_list")
        self.list.setModel(self._rows)
        # Long texts take more lines in a narrow panel.
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self._painter = ProblemPainter(appearance, self.list)
        self.list.setItemDelegate(self._painter)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._empty = PlainLabel(parent=self)
        self._empty.setObjectName("empty_text")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self._lay_out()
        dress(self, appearance, self._dress)
        presenter.attach(self)
        presenter.refresh()

    @property
    def shown(self) -> list[Problem]:
        """The findings in open groups, as listed."""
        return [row for row in self._rows.rows if isinstance(row, Problem)]

    def show_problems(self, groups: Sequence[ProblemGroup], counts: Mapping[Severity, int]) -> None:
        """Draws the list and the counts; the place in it stays."""
        self._counts = counts
        row, place = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        self._rows.replace(groups)
        self.list.setCurrentIndex(self._rows.index(min(row, self._rows.rowCount() - 1)))
        self.list.verticalScrollBar().setValue(place)
        self._stack.setCurrentWidget(self.list if groups else self._empty)
        for severity, button in self.buttons.items():
            button.setText(self._appearance.texts(f"problems.{severity}", count=counts[severity]))

    def _lay_out(self) -> None:
        header = QFrame(self)
        header.setObjectName("problems_header")
        row = QHBoxLayout(header)
        row.setContentsMargins(8, 3, 8, 3)
        for severity, button in self.buttons.items():
            button.setCheckable(True)
            button.setChecked(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.toggled.connect(partial(self._toggled, severity))
            row.addWidget(button)
        row.addStretch(1)
        self.filter_box.setMaximumWidth(self._appearance.theme.sizes["tree_width"])
        row.addWidget(self.filter_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self._stack, 1)

    def _dress(self, appearance: Appearance) -> None:
        icons = Icons(appearance.theme)
        self._painter.dress(appearance)
        for severity, button in self.buttons.items():
            button.setIcon(icons.icon(severity, severity))
            button.setText(appearance.texts(f"problems.{severity}", count=self._counts[severity]))
        self.filter_box.setPlaceholderText(appearance.texts("problems.filter"))
        self._empty.setText(appearance.texts("problems.none"))
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(appearance.theme.colors["debugger"]))
        self.list.setPalette(palette)

    def _toggled(self, severity: Severity, shown: bool) -> None:
        self.presenter.show_severity(severity, shown=shown)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.rows[index.row()]
        if isinstance(row, ProblemGroup):
            self.presenter.toggle(row.file)
        else:
            self.presenter.open(row)

    def _show_menu(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        if not index.isValid():
            return
        row = self._rows.rows[index.row()]
        problems = row.problems if isinstance(row, ProblemGroup) else (row,)
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        text = "\n".join(map(_in_full, problems))
        menu.addAction(self._appearance.texts("problems.copy"), lambda: QGuiApplication.clipboard().setText(text))
        menu.popup(self.list.viewport().mapToGlobal(point))


def _in_full(problem: Problem) -> str:
    return "\n".join(filter(None, (problem.text, problem.help, f"{problem.place}  [{problem.code}]")))
