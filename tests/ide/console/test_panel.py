"""The console as a widget: real mouse and key events, and 100,000 rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ide.models.console.lines import Content, Source, Toggle
from ide.panels.console.panel import ConsolePanel
from ide.panels.console.presenter import ConsolePresenter
from ide.panels.console.rows_view import CACHED_LAYOUTS
from tests.ide.console.records import api, bridge, launch, log
from tests.support.debug_target import FakeDesk


class CountingPresenter(ConsolePresenter):
    """Counts how many rows were laid out."""

    laid_out = 0

    def content(self, index: int) -> Content:
        self.laid_out += 1
        return super().content(index)


class Paints(QObject):
    """Counts the paint events of a widget."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def panel(qtbot: QtBot, desk: FakeDesk) -> ConsolePanel:
    panel = ConsolePanel(CountingPresenter(desk.panel_desk), desk.appearance)
    qtbot.addWidget(panel)
    panel.resize(800, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def show(panel: ConsolePanel, *records: object) -> None:
    panel.presenter.receive(records)  # type: ignore[arg-type]
    panel.presenter.flush()


def click(qtbot: QtBot, panel: ConsolePanel, index: int, action: Source | Toggle) -> None:
    place = panel.rows.action_point(index, action)
    assert place is not None
    qtbot.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())


def laid_out(panel: ConsolePanel) -> int:
    assert isinstance(panel.presenter, CountingPresenter)
    return panel.presenter.laid_out


def test_records_appear_by_themselves(qtbot: QtBot, panel: ConsolePanel) -> None:
    panel.presenter.receive([log(1, "a")])
    qtbot.waitUntil(lambda: len(panel.rows.visible_rows()) == 1)


def test_a_click_on_the_place_opens_the_source(qtbot: QtBot, panel: ConsolePanel, desk: FakeDesk) -> None:
    show(panel, log(1, "text before"), log(2, "\U0001f600 emoji", {"a": 1}))
    click(qtbot, panel, 1, Source("pages/index/index.js", 3, 9))
    assert desk.opened == [("pages/index/index.js", 3, 9)]


def test_a_click_on_the_triangle_opens_the_object(qtbot: QtBot, panel: ConsolePanel) -> None:
    show(panel, log(1, "\U0001f600\U0001f600", {"a": {"b": 1}}), log(2, "next"))
    before = panel.rows.action_point(1, Source("pages/index/index.js", 3, 9))
    click(qtbot, panel, 0, Toggle(("1",)))
    click(qtbot, panel, 0, Toggle(("1", "a")))
    after = panel.rows.action_point(1, Source("pages/index/index.js", 3, 9))
    assert len(panel.presenter.content(0).lines) == 3
    assert before is not None
    assert after is not None
    assert after.y() > before.y()


def test_the_list_follows_the_newest_row_only_at_the_end(panel: ConsolePanel) -> None:
    bar = panel.rows.verticalScrollBar()
    show(panel, *(log(n, n) for n in range(1, 101)))
    assert bar.value() == bar.maximum() > 0
    bar.setValue(200)
    show(panel, *(log(n, n) for n in range(101, 201)))
    assert bar.value() == 200
    panel.rows.scroll_to_end()
    show(panel, log(201, "x\n" * 40))
    assert bar.value() == bar.maximum()
    assert panel.rows.visible_rows()[-1] == 200


def test_errors_below_what_is_scrolled_to_are_on_the_tab(panel: ConsolePanel) -> None:
    badges: list[int] = []
    panel.presenter.badged.connect(lambda badge: badges.append(badge.count))
    show(panel, *(log(number, f"row {number}") for number in range(1, 400)), log(400, "seen", level="error"))
    assert badges == []
    panel.rows.verticalScrollBar().setValue(0)
    show(panel, log(401, "unseen", level="error"))
    assert badges == [1]
    panel.rows.scroll_to_end()
    assert badges == [1, 0]
    panel.hide()
    show(panel, log(402, "hidden", level="error"))
    assert badges == [1, 0, 1]
    panel.show()
    assert badges == [1, 0, 1, 0]


def test_a_hundred_thousand_rows_cost_what_is_visible(panel: ConsolePanel) -> None:
    paints = Paints()
    panel.rows.viewport().installEventFilter(paints)
    widgets = len(panel.findChildren(QWidget))
    for start in range(1, 100_001, 5_000):
        show(panel, *(log(n, f"row {n}", {"n": n}) for n in range(start, start + 5_000)))
        QGuiApplication.processEvents()
    assert len(panel.presenter.timeline) == 100_000
    bar = panel.rows.verticalScrollBar()
    for step in range(50):
        bar.setValue(bar.maximum() * step // 50)
        QGuiApplication.processEvents()
    per_screen = panel.rows.viewport().height() // 15
    assert laid_out(panel) <= (20 + 50 + 2) * per_screen
    assert paints.count <= 2 * (20 + 50)
    assert len(panel.findChildren(QWidget)) == widgets
    assert CACHED_LAYOUTS < 1000


def test_rows_dropped_at_the_top_do_not_move_the_view(panel: ConsolePanel) -> None:
    show(panel, *(log(n, n) for n in range(1, 100_001)))
    bar = panel.rows.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    first = panel.presenter.timeline.record(panel.rows.visible_rows()[0]).title
    show(panel, *(log(n, n) for n in range(100_001, 100_101)))
    assert len(panel.presenter.timeline) < 100_000
    assert panel.presenter.timeline.record(panel.rows.visible_rows()[0]).title == first


def test_enter_evaluates_and_arrows_call_back(qtbot: QtBot, panel: ConsolePanel, desk: FakeDesk) -> None:
    line = panel.evaluator.line
    qtbot.keyClicks(line, "1 +")
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(line, "2")
    assert desk.target.values.evaluated == []
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.target.values.evaluated[0][0] == "1 +\n2"
    assert line.toPlainText() == ""
    qtbot.keyClicks(line, "dra")
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert line.toPlainText() == "1 +\n2"
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.toPlainText() == "dra"


def test_toggles_filter_and_levels(qtbot: QtBot, panel: ConsolePanel) -> None:
    show(panel, launch(1), log(2, "hello"), bridge(3), api(4, outcome="ok"), log(5, "bad", level="error"))
    rows = panel.presenter.timeline
    assert len(rows) == 3
    qtbot.mouseClick(panel.toolbar.groups["api"], Qt.MouseButton.LeftButton)
    assert len(rows) == 4
    qtbot.mouseClick(panel.toolbar.groups["bridge"], Qt.MouseButton.LeftButton)
    assert len(rows) == 5
    qtbot.mouseClick(panel.toolbar.groups["logs"], Qt.MouseButton.LeftButton)
    assert len(rows) == 3
    qtbot.mouseClick(panel.toolbar.groups["logs"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.toolbar.filter, "/^hel/")
    assert len(rows) == 2
    panel.toolbar.filter.clear()
    panel.presenter.toggle_level("error")
    assert len(rows) == 4
    qtbot.mouseClick(panel.toolbar.clear, Qt.MouseButton.LeftButton)
    assert len(rows) == 0


def test_an_invalid_expression_is_marked(qtbot: QtBot, panel: ConsolePanel) -> None:
    qtbot.keyClicks(panel.toolbar.filter, "/(/")
    assert panel.toolbar.filter.property("invalid")
    panel.toolbar.filter.setText("(")
    assert not panel.toolbar.filter.property("invalid")


def test_selected_rows_are_copied(qtbot: QtBot, panel: ConsolePanel) -> None:
    show(panel, log(1, "a"), log(2, "b"), log(3, "c"))
    viewport = panel.rows.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, 5))
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(200, 27))
    qtbot.keyClick(panel.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "a  index.js:3\nb  index.js:3"


def test_export_is_a_file_of_lines(panel: ConsolePanel, tmp_path: Path) -> None:
    show(panel, log(1, "你好"))
    panel.export_to(tmp_path / "out.ndjson")
    assert json.loads((tmp_path / "out.ndjson").read_text("utf-8"))["title"] == "你好"


def test_theme_and_language_change_at_once(qtbot: QtBot, desk: FakeDesk) -> None:
    appearance = desk.appearance
    panel = ConsolePanel(ConsolePresenter(desk.panel_desk), appearance)
    qtbot.addWidget(panel)
    appearance.set_language("zh")
    assert panel.toolbar.preserve.text() == "保留日志"
    dark = panel.grab().toImage().pixelColor(400, 200)
    appearance.set_theme("light")
    assert panel.grab().toImage().pixelColor(400, 200).lightness() > dark.lightness() + 100


def test_text_within_rows_is_selected_by_dragging_and_copied(qtbot: QtBot, panel: ConsolePanel) -> None:
    show(panel, log(1, "\U0001f600 hello world"), log(2, "second"))
    viewport = panel.rows.viewport()
    left = 30
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(left, 10))
    drag(viewport, QPoint(760, 32))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(760, 32))
    text = panel.rows.selected_text()
    assert "hello world  index.js:3\nsecond" in text
    panel.copy_selected()
    assert QGuiApplication.clipboard().text() == text


def test_a_double_click_selects_a_word(qtbot: QtBot, panel: ConsolePanel) -> None:
    show(panel, log(1, "alpha beta"))
    qtbot.mouseDClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert panel.rows.selected_text() == "alpha"


def drag(widget: QWidget, to: QPoint) -> None:
    """A move of the mouse with the left button down."""
    place = QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, QPointF(widget.mapToGlobal(to)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QGuiApplication.sendEvent(widget, event)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_names_are_offered_and_tab_takes_the_first(qtbot: QtBot, panel: ConsolePanel, desk: FakeDesk) -> None:
    line = panel.evaluator.line
    line.setFocus()
    qtbot.keyClicks(line, "pag")
    assert line.names.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.toPlainText() == "page"
    desk.target.values.names_of = {"page": ["data", "dataset"]}
    qtbot.keyClicks(line, ".da")
    assert line.names.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.target.values.evaluated[-1][0] == "page.da"
