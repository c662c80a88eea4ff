"""The console's behaviour without a widget."""

from __future__ import annotations

import io
import json

from msgspec import Raw

from ide.models.console.lines import Source, Toggle
from ide.models.console.timeline import Change
from runtime.protocol.logic import Evaluated
from tests.ide.console.records import FRAME, Host, api, bridge, launch, log, presenter_with


class View:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.rows: list[int] = []

    def rows_changed(self, change: Change) -> None:
        self.changes.append(change)

    def row_changed(self, index: int) -> None:
        self.rows.append(index)

    def state_changed(self) -> None:
        pass


def test_records_wait_for_the_flush() -> None:
    presenter = presenter_with(Host())
    view = View()
    presenter.attach(view)
    presenter.receive([log(1, "a")])
    presenter.receive([log(2, "b")])
    assert view.changes == []
    presenter.flush()
    assert view.changes == [Change(added=2)]


def test_paused_records_come_later() -> None:
    presenter = presenter_with(Host())
    presenter.set_paused(True)
    presenter.receive([log(1, "a")])
    presenter.flush()
    assert (len(presenter.timeline), presenter.waiting) == (0, 1)
    presenter.set_paused(False)
    assert (len(presenter.timeline), presenter.waiting) == (1, 0)


def test_preserve_keeps_the_log_over_a_launch() -> None:
    presenter = presenter_with(Host(), [log(1, "a")])
    presenter.set_preserving(True)
    presenter.receive([launch(2)])
    presenter.flush()
    assert len(presenter.timeline) == 2
    presenter.set_preserving(False)
    presenter.receive([launch(3)])
    presenter.flush()
    assert len(presenter.timeline) == 1


def test_a_click_on_a_place_opens_it() -> None:
    host = Host()
    presenter = presenter_with(host, [log(1, "a")])
    presenter.click(0, Source("app.js", 3, 1))
    assert host.opened == [("app.js", 3, 1)]
    assert presenter.place_of(0) == Source(FRAME.file, FRAME.line, FRAME.column)


def test_members_are_fetched_once_and_shown() -> None:
    host = Host()
    presenter = presenter_with(host, [log(1, {"t": "object", "cls": "Object", "id": 7, "more": True, "props": []})])
    view = View()
    presenter.attach(view)
    presenter.click(0, Toggle(("0",), 7))
    presenter.click(0, Toggle(("0",), 7))
    presenter.click(0, Toggle(("0",), 7))
    assert [object_id for object_id, _, _ in host.inspected] == [7]
    host.inspected[0][2]({"t": "object", "cls": "Object", "props": [["a", {"t": "null"}]]})
    assert presenter.content(0).lines[1].text().strip() == "a: null"
    assert view.rows == [0, 0, 0, 0]


def test_answers_for_rows_that_are_gone_do_no_harm() -> None:
    host = Host()
    presenter = presenter_with(host, [log(1, {"t": "object", "cls": "Object", "id": 7, "more": True, "props": []})])
    presenter.click(0, Toggle(("0",), 7))
    presenter.clear()
    host.inspected[0][2](None)
    assert len(presenter.timeline) == 0


def test_rows_stay_open_while_a_filter_hides_them() -> None:
    presenter = presenter_with(Host(), [log(1, {"a": 1})])
    presenter.click(0, Toggle(("0",)))
    presenter.set_text("absent")
    presenter.set_text("")
    assert len(presenter.content(0).lines) == 2


def test_evaluation_shows_code_and_result() -> None:
    host = Host()
    presenter = presenter_with(host)
    presenter.evaluate("page.data.name")
    host.evaluated[0][1](Evaluated(1, Raw(b'{"t":"string","v":"x"}')))
    assert [presenter.content(index).text() for index in range(2)] == ["page.data.name", "'x'"]
    assert [presenter.content(index).icon for index in range(2)] == ["input", "result"]
    assert presenter.history.entries == ("page.data.name",)


def test_evaluation_errors_show_in_red() -> None:
    host = Host()
    presenter = presenter_with(host)
    presenter.evaluate("nope")
    host.evaluated[0][1](Evaluated(1, error="ReferenceError: nope is not defined"))
    assert presenter.content(1).tone == "error"
    assert presenter.content(1).text() == "ReferenceError: nope is not defined"


def test_blank_code_is_not_evaluated() -> None:
    host = Host()
    presenter_with(host).evaluate("  \n")
    assert host.evaluated == []


def test_export_writes_what_the_filter_shows() -> None:
    presenter = presenter_with(Host(), [log(1, "a"), log(2, "a"), bridge(3), api(4, outcome="ok")])
    stream = io.StringIO()
    assert presenter.export(stream) == 3
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(line["seq"], line["kind"]) for line in lines] == [(1, "log"), (2, "log"), (4, "api")]
    assert lines[0]["payload"] == [{"t": "string", "v": "a"}]


def test_copies_are_the_rows_as_text() -> None:
    presenter = presenter_with(Host(), [log(1, "a"), log(2, "b")])
    assert presenter.copied([0, 1]) == "a  index.js:3\nb  index.js:3"


def test_the_pages_of_a_long_array_are_asked_for_one_by_one() -> None:
    host = Host()
    presenter = presenter_with(host, [])
    items = [{"t": "number", "v": index} for index in range(100)]
    array = {"t": "array", "n": 250, "items": items, "id": 7, "more": True}
    presenter.evaluate("list")
    host.evaluated[0][1](Evaluated(1, Raw(json.dumps(array).encode())))
    presenter.click(1, Toggle(("0",), 7))
    host.inspected[0][2](array)
    assert [line.text().strip() for line in presenter.content(1).lines[1:]] == [
        "▸ [0 … 99]", "▸ [100 … 199]", "▸ [200 … 249]",
    ]  # fmt: skip
    second = presenter.content(1).lines[2].spans[0].action
    assert second == Toggle(("0", "\x00100-200"), 7, 100)
    presenter.click(1, second)
    assert host.inspected[1][:2] == (7, 100)
    host.inspected[1][2]({**array, "items": [{"t": "string", "v": "x"}] * 100, "start": 100})
    texts = [line.text().strip() for line in presenter.content(1).lines]
    assert texts[3] == "100: 'x'"
    assert len(texts) == 1 + 3 + 100
