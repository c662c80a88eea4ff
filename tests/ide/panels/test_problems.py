"""The Problems panel's presenter: what is listed, counted and opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ide.models.panel_presenter import Badge
from ide.models.problems import Problem
from ide.panels.problems.presenter import ProblemsPresenter
from runtime.diagnostics import Diagnostic, Severity, Span
from tests.support.debug_target import FakeDesk

UNCLOSED = Diagnostic("wxml/unclosed-tag", Span("a.wxml", 1, 1, 1, 6), {"tag": "view"})
LOOKBEHIND = Diagnostic("ios/regex-lookbehind", Span("a.js", 2, 3, 2, 9), {})


class View:
    def __init__(self) -> None:
        self.shown: Sequence[Problem] = ()
        self.counts: Mapping[Severity, int] = {}

    def show_problems(self, problems: Sequence[Problem], counts: Mapping[Severity, int]) -> None:
        self.shown, self.counts = problems, counts


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
