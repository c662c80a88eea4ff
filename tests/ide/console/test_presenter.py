"""The console's behaviour without a widget."""

from __future__ import annotations

import io
import json

from ide.models.console.lines import Source, Toggle
from ide.models.console.timeline import Change
from runtime.mocks.model import MockRule
from simulator.debug.debugger import Evaluation
from tests.ide.console.records import FRAME, api, bridge, launch, log, presenter_with
from tests.support.debug_target import FakeDesk


class View:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.rows: list[int] = []
        self.is_at_end = False

    def shows_end(self) -> bool:
        return self.is_at_end

    def rows_changed(self, change: Change) -> None:
        self.changes.append(change)

    def row_changed(self, index: int) -> None:
        self.rows.append(index)

    def state_changed(self) -> None: ...
    def stirred(self) -> None: ...


def test_records_wait_for_the_flush() -> None:
    presenter = presenter_with(FakeDesk())
    view = View()
    presenter.attach(view)
    presenter.receive([log(1, "a")])
    presenter.receive([log(2, "b")])
    assert view.changes == []
    presenter.flush()
    assert view.changes == [Change(added=2)]


def test_paused_records_come_later() -> None:
    presenter = presenter_with(FakeDesk())
    presenter.set_paused(True)
    presenter.receive([log(1, "a")])
    presenter.flush()
    assert (len(presenter.timeline), presenter.waiting) == (0, 1)
    presenter.set_paused(False)
    assert (len(presenter.timeline), presenter.waiting) == (1, 0)


def test_errors_are_on_the_tab_until_their_rows_are_before_the_eyes() -> None:
    presenter, view, badges = presenter_with(FakeDesk()), View(), []
    presenter.badged.connect(lambda badge: badges.append(badge.count))
    presenter.attach(view)

    def comes(number: int) -> int:
        presenter.receive([log(number, "e", level="error")])
        presenter.flush()
        return badges[-1] if badges else 0

    assert [comes(1), comes(2)] == [1, 2]
    view.is_at_end = True
    presenter.look()
    assert badges == [1, 2, 0]
    comes(3)
    assert badges == [1, 2, 0]
    presenter.set_paused(True)
    assert comes(4) == 1
    presenter.set_paused(False)
    assert badges[-1] == 0
    presenter.set_text("nothing has this")
    assert comes(5) == 1
    presenter.set_text("")
    assert badges[-1] == 0
    presenter.toggle_level("error")
    assert comes(6) == 1
    presenter.clear()
    assert badges[-1] == 0


def test_preserve_keeps_the_log_over_a_launch() -> None:
    presenter = presenter_with(FakeDesk(), [log(1, "a")])
    presenter.set_preserving(True)
    presenter.receive([launch(2)])
    presenter.flush()
    assert len(presenter.timeline) == 2
    presenter.set_preserving(False)
    presenter.receive([launch(3)])
    presenter.flush()
    assert len(presenter.timeline) == 1


def test_a_click_on_a_place_opens_it() -> None:
    desk = FakeDesk()
    presenter = presenter_with(desk, [log(1, "a")])
    presenter.click(0, Source("app.js", 3, 1))
    assert desk.opened == [("app.js", 3, 1)]
    assert presenter.place_of(0) == Source(FRAME.file, FRAME.line, FRAME.column)


def test_members_are_fetched_once_and_shown() -> None:
    desk = FakeDesk()
    values = desk.target.values
    values.holds_members = True
    presenter = presenter_with(desk, [log(1, {"t": "object", "cls": "Object", "id": 7, "more": True, "props": []})])
    view = View()
    presenter.attach(view)
    presenter.click(0, Toggle(("0",), 7))
    presenter.click(0, Toggle(("0",), 7))
    presenter.click(0, Toggle(("0",), 7))
    assert values.asked == [(7, 0)]
    values.held[0]({"t": "object", "cls": "Object", "props": [["a", {"t": "null"}]]})
    assert presenter.content(0).lines[1].text().strip() == "a: null"
    assert view.rows == [0, 0, 0, 0]


def test_answers_for_rows_that_are_gone_do_no_harm() -> None:
    desk = FakeDesk()
    values = desk.target.values
    values.holds_members = True
    presenter = presenter_with(desk, [log(1, {"t": "object", "cls": "Object", "id": 7, "more": True, "props": []})])
    presenter.click(0, Toggle(("0",), 7))
    presenter.clear()
    values.held[0](None)
    assert len(presenter.timeline) == 0


def test_rows_stay_open_while_a_filter_hides_them() -> None:
    presenter = presenter_with(FakeDesk(), [log(1, {"a": 1})])
    presenter.click(0, Toggle(("0",)))
    presenter.set_text("absent")
    presenter.set_text("")
    assert len(presenter.content(0).lines) == 2


def test_evaluation_shows_code_and_result() -> None:
    desk = FakeDesk()
    presenter = presenter_with(desk)
    presenter.evaluate("page.data.name")
    desk.target.values.evaluated[0][1](Evaluation({"t": "string", "v": "x"}))
    assert [presenter.content(index).text() for index in range(2)] == ["page.data.name", "'x'"]
    assert [presenter.content(index).icon for index in range(2)] == ["input", "result"]
    assert presenter.history.entries == ("page.data.name",)


def test_evaluation_errors_show_in_red() -> None:
    desk = FakeDesk()
    presenter = presenter_with(desk)
    presenter.evaluate("nope")
    desk.target.values.evaluated[0][1](Evaluation({"t": "undefined"}, "ReferenceError: nope is not defined"))
    assert presenter.content(1).tone == "error"
    assert presenter.content(1).text() == "ReferenceError: nope is not defined"


def test_blank_code_is_not_evaluated() -> None:
    desk = FakeDesk()
    presenter_with(desk).evaluate("  \n")
    assert desk.target.values.evaluated == []


def test_export_writes_what_the_filter_shows() -> None:
    presenter = presenter_with(FakeDesk(), [log(1, "a"), log(2, "a"), bridge(3), api(4, outcome="ok")])
    presenter.toggle_group("api")
    stream = io.StringIO()
    assert presenter.export(stream) == 3
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(line["seq"], line["kind"]) for line in lines] == [(1, "log"), (2, "log"), (4, "api")]
    assert lines[0]["payload"] == [{"t": "string", "v": "a"}]


def test_copies_are_the_rows_as_text() -> None:
    presenter = presenter_with(FakeDesk(), [log(1, "a"), log(2, "b")])
    assert presenter.copied([0, 1]) == "a  index.js:3\nb  index.js:3"


def test_the_pages_of_a_long_array_are_asked_for_one_by_one() -> None:
    desk = FakeDesk()
    values = desk.target.values
    values.holds_members = True
    presenter = presenter_with(desk, [])
    items = [{"t": "number", "v": index} for index in range(100)]
    array = {"t": "array", "n": 250, "items": items, "id": 7, "more": True}
    presenter.evaluate("list")
    desk.target.values.evaluated[0][1](Evaluation(array))
    presenter.click(1, Toggle(("0",), 7))
    values.held[0](array)
    assert [line.text().strip() for line in presenter.content(1).lines[1:]] == [
        "▸ [0 … 99]", "▸ [100 … 199]", "▸ [200 … 249]",
    ]  # fmt: skip
    second = presenter.content(1).lines[2].spans[0].action
    assert second == Toggle(("0", "\x00100-200"), 7, 100)
    presenter.click(1, second)
    assert values.asked[1] == (7, 100)
    values.held[1]({**array, "items": [{"t": "string", "v": "x"}] * 100, "start": 100})
    texts = [line.text().strip() for line in presenter.content(1).lines]
    assert texts[3] == "100: 'x'"
    assert len(texts) == 1 + 3 + 100


def test_a_call_becomes_a_rule() -> None:
    desk = FakeDesk()
    login = api(1, "login", outcome="ok", result=b'{"code": "x", "errMsg": "login:ok"}')
    presenter = presenter_with(desk, [login, log(2, "text")])
    presenter.toggle_group("api")
    assert [presenter.can_mock(index) for index in (0, 1)] == [True, False]
    presenter.mock(0)
    assert desk.target.mocks.mocks.rules == [MockRule("login", result={"code": "x"})]
    assert desk.said == ["“login” answers from now on; the panel Mock has the rule."]
