"""The form of one mock rule: what it is for, what it answers, and a call to try it with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.mocks.drafts import KINDS, RuleDraft
from ide.panels.mock.presenter import MockPresenter
from ide.widgets.choice_box import ChoiceBox
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import PlainLabel
from ide.widgets.widget_keys import on_keys

LINES = ("api", "title", "url", "method", "delay", "fail_rate", "fail", "errno")
_Place = tuple[int, int, int]
"""Row, column of the label, columns of the field."""
_PLACES: Mapping[str, _Place] = {
    "api": (0, 0, 1), "title": (0, 2, 1), "url": (1, 0, 1), "method": (1, 2, 1), "more": (2, 0, 3), "kind": (3, 0, 1),
    "delay": (3, 2, 1), "body": (4, 0, 3), "fail_rate": (5, 0, 1), "fail": (5, 2, 1),
    "errno": (6, 0, 1),
}  # fmt: skip
_TRIAL: Mapping[str, _Place] = {"args": (0, 0, 3), "tried": (1, 0, 3)}
_AREAS = {"body": 9, "more": 2, "args": 2, "tried": 5}
"""Fields of several lines, and how many are in view."""


class RuleForm(QScrollArea):
    """Part of Mock. Ctrl+Enter saves."""

    def __init__(self, presenter: MockPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._appearance = appearance
        self.lines = {name: QLineEdit(self) for name in LINES}
        self.areas = {name: QPlainTextEdit(self) for name in _AREAS}
        self.kind = ChoiceBox(self)
        self.fault = PlainLabel(parent=self)
        self.fault.setObjectName("mock_fault")
        self.fault.setWordWrap(True)
        self.save_button, self.try_button = QPushButton(self), QPushButton(self)
        self._labels = {name: PlainLabel(parent=self) for name in (*LINES, "kind", *_AREAS)}
        self._is_showing = False
        self.areas["tried"].setReadOnly(True)
        for area in self.areas.values():
            area.setTabChangesFocus(True)
        self.areas["body"].setTabChangesFocus(False)
        self.kind.addItems(list(KINDS))
        names = QCompleter(list(presenter.names), self)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        names.setFilterMode(Qt.MatchFlag.MatchContains)
        self.lines["api"].setCompleter(names)
        self._lay_out()
        for line in self.lines.values():
            line.textChanged.connect(self._edited)
        for name in ("body", "more"):
            self.areas[name].textChanged.connect(self._edited)
        self.kind.currentIndexChanged.connect(self._edited)
        self.save_button.clicked.connect(lambda: presenter.save())
        self.try_button.clicked.connect(lambda: presenter.try_out(self.areas["args"].toPlainText()))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            on_keys(self, keys, presenter.save, with_children=True)
        dress(self, appearance, self._dress)

    def show_draft(self, draft: RuleDraft) -> None:
        """Fills the form."""
        self._is_showing = True
        for name, line in self.lines.items():
            if line.text() != getattr(draft, name):
                line.setText(getattr(draft, name))
                line.setCursorPosition(0)
        for name in ("body", "more"):
            if self.areas[name].toPlainText() != getattr(draft, name):
                self.areas[name].setPlainText(getattr(draft, name))
        self.kind.setCurrentIndex(KINDS.index(draft.kind))
        if not self.areas["args"].toPlainText() and draft.url:
            self.areas["args"].setPlainText('{"url": "' + draft.url.replace("*", "") + '"}')
        self._is_showing = False
        self._show_kind()

    def show_fault(self, field: str, what: str) -> None:
        """Says what is wrong, and marks where; an empty field: all is well."""
        widgets: dict[str, QWidget] = {**self.lines, **self.areas}
        for name, widget in widgets.items():
            widget.setProperty("tone", "bad" if name == field else "")
            widget.style().polish(widget)
        label = self._appearance.texts(f"mock.field.{field}") if field in widgets else ""
        self.fault.setText(f"{label}: {what}" if label else "")
        self.fault.setVisible(bool(label))
        if field in widgets:
            widgets[field].setFocus()
            self._to_place(field, what)

    def show_tried(self, text: str, *, is_good: bool) -> None:
        """What a call would get."""
        area = self.areas["tried"]
        area.setPlainText(text)
        area.setProperty("tone", "" if is_good else "bad")
        area.style().polish(area)

    def _to_place(self, field: str, what: str) -> None:
        line, _, column = what.partition(": ")[0].partition(":")
        if field in self.areas and line.isdecimal() and column.isdecimal():
            area = self.areas[field]
            block = area.document().findBlockByNumber(int(line) - 1)
            cursor = area.textCursor()
            cursor.setPosition(min(block.position() + int(column) - 1, block.position() + max(0, block.length() - 1)))
            area.setTextCursor(cursor)

    def _edited(self) -> None:
        draft = self._presenter.draft
        if self._is_showing or draft is None:
            return
        texts = {name: line.text() for name, line in self.lines.items()}
        areas = {name: self.areas[name].toPlainText() for name in ("body", "more")}
        kind = KINDS[self.kind.currentIndex()]
        self._presenter.edited(replace(draft, **texts, **areas, kind=kind))
        self._show_kind()

    def _show_kind(self) -> None:
        kind = KINDS[self.kind.currentIndex()]
        self.areas["body"].setVisible(kind != "none")
        self._labels["body"].setVisible(kind != "none")
        # Of a failure the body is the reason.
        self.lines["fail"].setEnabled(kind != "fail")
        self._labels["body"].setText(self._appearance.texts(f"mock.body.{kind}"))

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setObjectName("mock_body")
        layout = QVBoxLayout(body)
        layout.addLayout(self._grid({**self.lines, **self.areas, "kind": self.kind}, _PLACES))
        layout.addWidget(self.fault)
        self.fault.hide()
        layout.addLayout(_right(self.save_button))
        layout.addLayout(self._grid(self.areas, _TRIAL))
        layout.addLayout(_right(self.try_button))
        layout.addStretch(1)
        order = [*({**self.lines, **self.areas, "kind": self.kind}[name] for name in _PLACES), self.save_button]
        order += [self.areas["args"], self.try_button, self.areas["tried"]]
        for one, other in pairwise(order):
            self.setTabOrder(one, other)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def _grid(self, fields: Mapping[str, QWidget], places: Mapping[str, _Place]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(8, 6, 8, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for name, (row, column, span) in places.items():
            grid.addWidget(self._labels[name], row, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(fields[name], row, column + 1, 1, span)
            self._labels[name].setBuddy(fields[name])
        return grid

    def _dress(self, appearance: Appearance) -> None:
        texts, font = appearance.texts, console_font(load_look(appearance.theme))
        for name, label in self._labels.items():
            label.setText(texts(f"mock.field.{name}"))
        widgets: dict[str, QWidget] = {**self.lines, **self.areas, "kind": self.kind}
        for name, widget in widgets.items():
            widget.setAccessibleName(texts(f"mock.field.{name}"))
        for name in ("url", "method", "delay", "fail_rate", "fail"):
            self.lines[name].setPlaceholderText(texts(f"mock.hint.{name}"))
        self.areas["more"].setPlaceholderText(texts("mock.hint.more"))
        families = ", ".join(f'"{family}"' for family in font.families())
        for name, rows in _AREAS.items():
            # The window's style sheet has the last word on fonts.
            self.areas[name].setStyleSheet(f"font-family: {families}; font-size: {font.pixelSize()}px;")
            self.areas[name].setFixedHeight(QFontMetrics(font).lineSpacing() * rows + 14)
        for place, kind in enumerate(KINDS):
            self.kind.setItemText(place, texts(f"mock.kind.{kind}"))
        self.save_button.setText(texts("mock.save"))
        self.save_button.setToolTip(texts("mock.save_tip"))
        self.try_button.setText(texts("mock.try"))
        self._show_kind()


def _right(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(8, 0, 8, 6)
    row.addStretch(1)
    row.addWidget(button)
    return row
