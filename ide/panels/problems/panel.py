"""Problems as a widget: severity buttons, a filter, the list. Made by `meta`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.problems import SEVERITIES, Problem
from ide.panels.problems.presenter import ProblemsPresenter
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel, plain_tip
from runtime.diagnostics import Severity

_Index = QModelIndex | QPersistentModelIndex
_PROBLEM_ROLE = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 26


class _Rows(QAbstractListModel):
    """The listed problems."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.problems: list[Problem] = []

    def replace(self, problems: Sequence[Problem]) -> None:
        """Shows these."""
        self.beginResetModel()
        self.problems = list(problems)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.problems)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        problem = self.problems[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{problem.text}  {problem.place}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(_in_full(problem))
        return problem if role == _PROBLEM_ROLE else None


class _Painter(QStyledItemDelegate):
    """Draws a row: icon, text, code and place in the dim colour."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icons = Icons(appearance.theme)

    def dress(self, appearance: Appearance) -> None:
        """Another theme."""
        self._icons = Icons(appearance.theme)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        problem = index.data(_PROBLEM_ROLE)
        assert isinstance(problem, Problem)
        colors = self._appearance.theme.colors
        state = option.state
        rect = option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colors["selected"]))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colors["hover"]))
        icon = self._icons.icon(problem.severity, problem.severity)
        icon.paint(painter, rect.left() + 10, rect.top() + 5, 16, 16)
        metrics = option.fontMetrics
        center = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        left = rect.left() + 34
        room = max(rect.width() - 44 - metrics.horizontalAdvance(problem.place) - 12, 120)
        text = metrics.elidedText(problem.text, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(colors["text"]))
        painter.drawText(rect.adjusted(left - rect.left(), 0, 0, 0), center, text)
        painter.setPen(QColor(colors["text_dim"]))
        offset = left - rect.left() + metrics.horizontalAdvance(text) + 12
        painter.drawText(rect.adjusted(offset, 0, -6, 0), center, problem.place)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, _ROW_HEIGHT)


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
        self._rows = _Rows(self)
        self.list = QListView(self)
        self.list.setObjectName("problems_list")
        self.list.setModel(self._rows)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self._painter = _Painter(appearance, self)
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
        """The rows, as listed."""
        return list(self._rows.problems)

    def show_problems(self, problems: Sequence[Problem], counts: Mapping[Severity, int]) -> None:
        """Draws the list and the counts."""
        self._counts = counts
        self._rows.replace(problems)
        self._stack.setCurrentWidget(self.list if problems else self._empty)
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
        self.presenter.open(self._rows.problems[index.row()])

    def _show_menu(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = _in_full(self._rows.problems[index.row()])
        menu.addAction(self._appearance.texts("problems.copy"), lambda: QGuiApplication.clipboard().setText(text))
        menu.popup(self.list.viewport().mapToGlobal(point))


def _in_full(problem: Problem) -> str:
    return "\n".join(filter(None, (problem.text, problem.help, f"{problem.place}  [{problem.code}]")))
