"""What the editor shows of debugging, and what clicks in its margin do."""

from __future__ import annotations

import pytest

from ide.models.debug_session import DebugSession, KeptDebugging, UserBreakpoint
from ide.models.editor_margin import EditorMargin
from ide.models.editor_messages import (
    BreakpointMark,
    BreakpointsMoved,
    MarginClicked,
    SetBreakpoints,
    ShowPause,
    ToPage,
    ValueAsked,
    ValueFound,
)
from ide.models.source_names import MINIFIED_LINE, SourceNames
from simulator.debug.debugger import Breakpoint, Evaluation, Frame, Pause, Scope, Script
from tests.support.debugger import FakeDebugger

FILE = "pages/a.js"
NUMBER = {"t": "number", "v": 3}
LONG = {"t": "string", "v": "x" * 99}
SCOPES = (Scope("block", "", 21), Scope("local", "", 22), Scope("global", "", 23))
PAUSE = Pause("breakpoint", (Frame(2, "tap", FILE, 7, 5, SCOPES), Frame(3, "run", "b.js", 9, 1)))


class Page:
    """An editor page that notes what it is sent."""

    def __init__(self) -> None:
        self.debugger = FakeDebugger()
        self.session = DebugSession(self.debugger, KeptDebugging())
        self.sent: list[ToPage] = []
        self.margin = EditorMargin(
            self.session, self.debugger.members, SourceNames(self.debugger).are_kept_in, self.sent.append
        )

    def marks(self) -> tuple[BreakpointMark, ...]:
        """Those told last."""
        return next(one.marks for one in reversed(self.sent) if isinstance(one, SetBreakpoints))

    def pause(self) -> ShowPause:
        """The one told last."""
        return next(one for one in reversed(self.sent) if isinstance(one, ShowPause))


@pytest.fixture
def page() -> Page:
    return Page()


def test_a_click_sets_and_removes(page: Page) -> None:
    page.margin.receive(MarginClicked(FILE, 4))
    assert page.marks() == (BreakpointMark(4, "on"),)
    page.margin.receive(MarginClicked(FILE, 4))
    assert page.marks() == ()


def test_each_kind_has_its_look(page: Page) -> None:
    page.debugger.lines[FILE] = [1, 2, 3, 4, 6]
    for one in (
        UserBreakpoint(FILE, 1),
        UserBreakpoint(FILE, 2, condition="n"),
        UserBreakpoint(FILE, 3, log_message="{n}"),
        UserBreakpoint(FILE, 4, is_on=False),
        UserBreakpoint(FILE, 5, hit_condition="5"),
        UserBreakpoint(FILE, 9),
    ):
        page.session.put(one)
    assert page.marks() == (
        BreakpointMark(1, "on"),
        BreakpointMark(2, "condition", "n"),
        BreakpointMark(3, "log", "{n}"),
        BreakpointMark(4, "off"),
        BreakpointMark(6, "condition", "5"),
        BreakpointMark(9, "pending", "no statement follows"),
    )
    page.session.activate(are_active=False)
    assert {mark.look for mark in page.marks()} == {"off"}


def test_the_other_button_wants_a_menu(page: Page) -> None:
    asked: list[object] = []
    page.margin.menu_asked = lambda *parts: asked.append(parts)
    page.margin.receive(MarginClicked(FILE, 4, with_menu=True))
    page.session.toggle(FILE, 4)
    page.margin.receive(MarginClicked(FILE, 4, with_menu=True))
    assert asked == [(FILE, 4, None), (FILE, 4, UserBreakpoint(FILE, 4))]


def test_marks_that_moved_are_asked_for_anew(page: Page) -> None:
    page.session.toggle(FILE, 4)
    page.margin.receive(BreakpointsMoved(FILE, ((4, 6),)))
    assert page.marks() == (BreakpointMark(6, "on"),)


def test_a_file_that_is_opened_later_gets_its_marks_and_the_pause(page: Page) -> None:
    page.session.toggle(FILE, 4)
    page.debugger.stop(PAUSE)
    page.sent.clear()
    page.margin.file_opened("other.js")
    page.margin.file_opened(FILE)
    assert [one for one in page.sent if isinstance(one, SetBreakpoints)] == [
        SetBreakpoints(FILE, (BreakpointMark(4, "on"),))
    ]
    assert page.pause().path == FILE


def test_a_pause_shows_its_line_and_the_values_of_inner_names_first(page: Page) -> None:
    page.debugger.member_lists = {
        (21, 0): {"t": "object", "props": [["n", NUMBER]]},
        (22, 0): {"t": "object", "props": [["n", {"t": "string", "v": "hidden"}], ["long", LONG]]},
        (23, 0): {"t": "object", "props": [["wx", NUMBER]]},
    }
    page.debugger.stop(PAUSE)
    assert page.pause() == ShowPause(FILE, 7, True, {"n": "3", "long": f"'{'x' * 59}…"})
    page.session.choose_frame(1)
    assert page.pause() == ShowPause("b.js", 9, False)
    page.debugger.go_on()
    assert page.pause() == ShowPause("")


def test_values_of_an_earlier_pause_come_too_late(page: Page) -> None:
    answers: list[object] = []
    page.margin = EditorMargin(
        page.session, lambda *parts: answers.append(parts[2]), lambda _file: True, page.sent.append
    )
    page.debugger.stop(PAUSE)
    page.debugger.go_on()
    page.sent.clear()
    for done in answers:
        done({"t": "object", "props": [["n", NUMBER]]})  # type: ignore[operator]
    assert page.sent == []


def test_the_mouse_finds_a_value_or_nothing(page: Page) -> None:
    page.debugger.stop(PAUSE)
    page.debugger.evaluations[(2, "n")] = Evaluation(NUMBER)
    page.margin.receive(ValueAsked(1, "n"))
    page.margin.receive(ValueAsked(2, "wrong"))
    assert [one for one in page.sent if isinstance(one, ValueFound)] == [ValueFound(1, "3"), ValueFound(2, "")]


def test_what_is_bound_late_is_drawn(page: Page) -> None:
    page.debugger.lines[FILE] = []
    page.session.toggle(FILE, 4)
    page.debugger.change(Breakpoint(1, FILE, 4, verified=True))
    assert page.marks() == (BreakpointMark(4, "on"),)


@pytest.mark.parametrize(
    ("script", "code", "is_shown"),
    [
        (FILE, "a" * 5 * MINIFIED_LINE, True),
        ("dist/a.js", "let n = 1\nrun(n)\n//# sourceMappingURL=data:" + "x" * 5 * MINIFIED_LINE, True),
        ("dist/a.js", "let n=1;" * MINIFIED_LINE + "\n//# sourceMappingURL=a.js.map", False),
    ],
    ids=["minified by the user", "bundled with its names", "minified bundle"],
)
def test_values_are_shown_only_where_names_are_those_of_the_source(
    page: Page, script: str, code: str, is_shown: bool
) -> None:
    page.debugger.sources[1] = code
    page.debugger.load(Script(1, script))
    page.debugger.member_lists[21, 0] = {"t": "object", "props": [["n", NUMBER]]}
    page.debugger.member_lists[22, 0] = {"t": "object", "props": []}
    page.debugger.evaluations[2, "n"] = Evaluation(NUMBER)
    page.debugger.stop(PAUSE)
    assert page.pause().values == ({"n": "3"} if is_shown else {})
    page.margin.receive(ValueAsked(7, "n"))
    assert page.sent[-1] == ValueFound(7, "3" if is_shown else "")
