"""Values of rows, taken along: which one it is, as JSON, as a global variable; the calls that led to a row."""

from __future__ import annotations

from typing import Any

from ide.models.console.lines import Toggle
from ide.models.console.opened import Opened
from ide.models.console.values_at import first_object, preview_at
from tests.ide.console.records import FRAME, api, log, presenter_with
from tests.support.debug_target import FakeDesk

INNER: dict[str, Any] = {"t": "object", "cls": "Object", "id": 8, "props": [["b", {"t": "number", "v": 1}]]}
OUTER: dict[str, Any] = {"t": "object", "cls": "Object", "id": 7, "props": [["a", INNER]]}
RECORD = log(1, "text", OUTER)


def test_a_path_leads_to_the_value_that_was_clicked() -> None:
    assert preview_at(RECORD, ("1",), Opened()) == OUTER
    assert preview_at(RECORD, ("1", "a"), Opened()) == INNER
    assert preview_at(RECORD, ("1", "a", "b"), Opened()) == {"t": "number", "v": 1}
    for path in ((), ("9",), ("stack",), ("1", "no")):
        assert preview_at(RECORD, path, Opened()) is None
    assert preview_at(api(1), ("0",), Opened()) is None


def test_the_first_object_of_a_row_or_its_first_value() -> None:
    assert (first_object(RECORD), first_object(log(1, 7)), first_object(log(1))) == (("1",), ("0",), ())


def test_members_that_were_fetched_count() -> None:
    opened = Opened()
    more: dict[str, Any] = {"t": "object", "cls": "Object", "id": 9, "props": [["c", {"t": "null"}]]}
    opened.fetch(("1", "a"), 8, 0, lambda _id, _start, done: done(more), lambda: None)
    assert preview_at(RECORD, ("1", "a", "c"), opened) == {"t": "null"}


def test_json_comes_from_the_program_and_of_plain_values_from_here() -> None:
    desk, copied = FakeDesk(), list[str]()
    presenter = presenter_with(desk, [RECORD, log(2, "名\n")])
    desk.target.values.texts[8] = ('{"b": 1}', "")
    value = presenter.value_in(0, Toggle(("1", "a")))
    assert value is not None
    presenter.copy_json(value, copied.append)
    plain = presenter.value_in(1, None)
    assert plain is not None
    presenter.copy_json(plain, copied.append)
    assert copied == ['{"b": 1}', '"名\\n"']
    presenter.copy_json(OUTER, copied.append)
    assert (len(copied), desk.said) == (2, ["gone"])


def test_a_stored_value_is_shown_under_its_name() -> None:
    desk = FakeDesk()
    presenter = presenter_with(desk, [RECORD])
    desk.target.values.texts[7] = ("temp1", "")
    presenter.store(OUTER)
    assert [code for code, _ in desk.target.values.evaluated] == ["temp1"]
    presenter.store(INNER)
    assert desk.said == ["gone"]


def test_the_stack_as_text() -> None:
    presenter = presenter_with(FakeDesk(), [log(1, "x", stack=(FRAME, FRAME)), log(2, "y", stack=())])
    assert presenter.stack_of(0).splitlines()[1].strip() == "at onLoad (pages/index/index.js:3:9)"
    assert presenter.stack_of(1) == ""


def test_what_is_typed_sees_the_node_that_is_chosen_in_the_wxml_panel_and_is_kept() -> None:
    desk = FakeDesk()
    desk.target.pages.choose((2, 5))
    presenter_with(desk).evaluate("$0")
    assert (desk.target.values.chosen, desk.target.values.keeps) == ((2, 5), True)
