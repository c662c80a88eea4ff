"""The Problems panel's presenter: what is listed, counted and opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.models.panel_presenter import Badge
from ide.models.problems import Problem, ProblemGroup
from ide.panels.problems.panel import ProblemsPanel
from ide.panels.problems.presenter import ProblemsPresenter
from runtime.diagnostics import Diagnostic, Severity, Span
from tests.support.debug_target import FakeDesk

UNCLOSED = Diagnostic("wxml/unclosed-tag", Span("a.wxml", 1, 1, 1, 6), {"tag": "view"})
LOOKBEHIND = Diagnostic("ios/regex-lookbehind", Span("a.js", 2, 3, 2, 9), {})


class View:
    def __init__(self) -> None:
        self.groups: Sequence[ProblemGroup] = ()
        self.shown: Sequence[Problem] = ()
        self.counts: Mapping[Severity, int] = {}

    def show_problems(self, groups: Sequence[ProblemGroup], counts: Mapping[Severity, int]) -> None:
        self.groups, self.counts = groups, counts
        self.shown = [problem for group in groups if group.is_open for problem in group.problems]


def opened() -> tuple[ProblemsPresenter, View, FakeDesk]:
    desk, view = FakeDesk(), View()
    presenter = ProblemsPresenter(desk.panel_desk)
    presenter.attach(view)
    return presenter, view, desk


def test_the_findings_of_each_build_are_listed_and_counted() -> None:
    presenter, view, desk = opened()
    badges: list[Badge] = []
    presenter.badged.connect(badges.append)
    desk.problems.replace([LOOKBEHIND, UNCLOSED])
    assert [problem.place for problem in view.shown] == ["a.wxml:1:1", "a.js:2:3"]
    assert (view.counts["error"], view.counts["warning"]) == (1, 1)
    desk.problems.replace([])
    assert badges == [Badge(2), Badge(0)]


def test_severities_and_a_text_choose_among_them() -> None:
    presenter, view, desk = opened()
    desk.problems.replace([LOOKBEHIND, UNCLOSED])
    presenter.show_severity("error", shown=False)
    assert [problem.severity for problem in view.shown] == ["warning"]
    presenter.filter("a.wxml")
    assert list(view.shown) == []
    presenter.show_severity("error", shown=True)
    assert [problem.file for problem in view.shown] == ["a.wxml"]


def test_a_chosen_one_is_opened() -> None:
    presenter, view, desk = opened()
    desk.problems.replace([UNCLOSED])
    presenter.open(view.shown[0])
    assert desk.opened == [("a.wxml", 1, 1)]


def test_it_speaks_the_language_of_the_window_and_is_silent_when_closed() -> None:
    presenter, view, desk = opened()
    desk.problems.replace([UNCLOSED])
    english = view.shown[0].text
    desk.appearance.set_language("zh")
    assert view.shown[0].text == UNCLOSED.text("zh") != english
    assert presenter.lines() == [f"a.wxml:1:1: error: {UNCLOSED.text('zh')}"]
    presenter.close()
    desk.problems.replace([])
    assert len(view.shown) == 1


def test_findings_stand_by_file_and_those_of_packages_last_and_closed() -> None:
    presenter, view, desk = opened()
    again = Diagnostic("wxml/unclosed-tag", Span("a.wxml", 5, 1, 5, 6), {"tag": "text"})
    foreign = Diagnostic("wxml/unclosed-tag", Span("miniprogram_npm/p/i.wxml", 1, 1, 1, 6), {"tag": "view"})
    desk.problems.replace([foreign, LOOKBEHIND, UNCLOSED, again])
    shown = [(group.file, len(group.problems), group.is_open) for group in view.groups]
    assert shown == [("a.wxml", 2, True), ("a.js", 1, True), ("miniprogram_npm/p/i.wxml", 1, False)]
    presenter.toggle("miniprogram_npm/p/i.wxml")
    presenter.toggle("a.wxml")
    assert [group.is_open for group in view.groups] == [False, True, True]


def test_the_widget_opens_closes_and_wraps(qtbot: QtBot) -> None:
    presenter, _, desk = opened()
    panel = ProblemsPanel(presenter, desk.appearance)
    qtbot.addWidget(panel)
    panel.resize(700, 300)
    panel.show()
    desk.problems.replace([LOOKBEHIND, UNCLOSED])
    assert [problem.file for problem in panel.shown] == ["a.wxml", "a.js"]
    wide = panel.list.visualRect(panel.list.model().index(1, 0)).height()
    panel.resize(260, 300)
    qtbot.waitUntil(lambda: panel.list.visualRect(panel.list.model().index(1, 0)).height() > wide)
    heading = panel.list.visualRect(panel.list.model().index(0, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert [problem.file for problem in panel.shown] == ["a.js"]
    finding = panel.list.visualRect(panel.list.model().index(2, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=finding)
    assert desk.opened == [("a.js", 2, 3)]
