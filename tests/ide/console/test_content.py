"""What a row shows, as text, and what its parts do."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from ide.models.console.content import RowState, content_of
from ide.models.console.lines import Action, Content, Source, Toggle
from ide.models.console.opened import Opened
from ide.models.texts import load_texts
from runtime.protocol.stacks import StackFrame
from simulator.bridge.record import Direction, DomTiming, Record
from tests.ide.console.records import FRAME, api, bridge, launch, log

TEXTS = load_texts("en")


def shown(record: Record, opened: Opened | None = None) -> Content:
    return content_of(record, RowState(), opened or Opened(), TEXTS)


def actions(content: Content) -> list[Action]:
    return [span.action for line in content.lines for span in (*line.spans, *line.right) if span.action]


def opening(*paths: tuple[str, ...]) -> Opened:
    opened = Opened()
    for path in paths:
        opened.toggle(path)
    return opened


def test_a_log_shows_its_arguments_and_place() -> None:
    content = shown(log(1, "sum", 3, {"a": [1]}))
    assert content.text() == "sum 3 ▸ {a: Array(1)}  index.js:3"
    assert Source("pages/index/index.js", 3, 9) in actions(content)


def test_open_objects_show_their_members() -> None:
    record = log(1, {"a": {"b": "x"}, "c": 1})
    content = shown(record, opening(("0",), ("0", "a")))
    assert content.text().splitlines() == [
        "▾ {a: {…}, c: 1}  index.js:3",
        "  ▾ a: {b: 'x'}",
        "      b: 'x'",
        "    c: 1",
    ]


def test_deeper_members_are_asked_for_by_their_handle() -> None:
    record = log(1, {"t": "object", "cls": "Object", "id": 7, "more": True, "props": []})
    assert Toggle(("0",), 7) in actions(shown(record))
    opened = opening(("0",))
    assert shown(record, opened).lines[1].text().strip() == TEXTS("console.value_loading")
    answers: list[Any] = []
    opened.fetch(("0",), 7, 0, lambda _id, _start, done: answers.append(done), lambda: None)
    answers[0]({"t": "object", "cls": "Object", "props": [["deep", {"t": "number", "v": 1}]]})
    assert shown(record, opened).lines[1].text().strip() == "deep: 1"


def test_values_that_the_program_forgot_say_so() -> None:
    record = log(1, {"t": "object", "cls": "Object", "id": 7, "more": True, "props": []})
    opened = opening(("0",))
    opened.fetch(("0",), 7, 0, lambda _id, _start, done: done(None), lambda: None)
    assert shown(record, opened).lines[1].text().strip() == TEXTS("console.value_lost")


def test_long_lists_are_cut_into_hundreds() -> None:
    record = Record(1, 0, "bridge", "x", payload=msgspec.json.encode({"ops": list(range(250))}))
    content = shown(record, opening(("payload",), ("payload", "ops"), ("payload", "ops", "\x00200-250")))
    texts = [line.text().strip() for line in content.lines]
    assert texts[2:5] == ["▸ [0 … 99]", "▸ [100 … 199]", "▾ [200 … 249]"]
    assert texts[5] == "200: 200"
    assert len(texts) == 55


def test_errors_show_their_stack_at_once() -> None:
    record = Record(
        1, 0, "error", "TypeError: x", Direction.LOGIC_TO_HOST, "error",
        stack=(FRAME, StackFrame("", "", 0)), detail={"where": "pages/index/index onLoad"},
    )  # fmt: skip
    content = shown(record)
    assert content.text().splitlines() == [
        "▾ Uncaught TypeError: x  in pages/index/index onLoad  index.js:3",
        "    at onLoad (pages/index/index.js:3:9)",
        "    at (anonymous) ",
    ]
    assert (content.tone, content.icon) == ("error", "error")
    assert len(shown(record, opening(("stack",))).lines) == 1


def test_warnings_open_their_stack_when_asked() -> None:
    record = log(1, "careful", level="warn", stack=(FRAME, FRAME))
    assert len(shown(record).lines) == 1
    assert len(shown(record, opening(("stack",))).lines) == 3


def test_an_error_that_the_program_reports_shows_its_stack_at_once() -> None:
    failed: dict[str, Any] = {"t": "error", "v": "Error: x", "stack": []}
    reported = shown(log(1, failed, level="error", stack=(FRAME, FRAME)))
    assert [line.text().strip() for line in reported.lines[1:]] == [f"at onLoad ({FRAME.file}:3:9)"] * 2
    assert len(shown(log(1, "text", level="error", stack=(FRAME, FRAME))).lines) == 1


def test_error_values_open_to_their_frames() -> None:
    frame = {"function": "f", "file": "app.js", "line": 2, "column": 1}
    record = log(1, "oops", {"t": "error", "v": "Error: x", "stack": [frame]})
    assert shown(record, opening(("1",))).lines[1].text() == "  at f (app.js:2:1)"


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"outcome": "pending"}, "▸ wx.request({url: 'u'})  pending …"),
        (
            {"outcome": "ok", "result": b'{"data":1}', "duration_ms": 12.3},
            "▸ wx.request({url: 'u'}) → {data: 1}  12 ms",
        ),
        (
            {"outcome": "fail", "result": b'{"errMsg":"x"}', "api_state": "unsupported"},
            "▸ wx.request({url: 'u'}) → {errMsg: 'x'}  unsupported",
        ),
        (
            {"outcome": "fail", "result": b'{"errMsg":"x"}', "ended_by": "mock"},
            "▸ wx.request({url: 'u'}) → {errMsg: 'x'}  mock rule",
        ),
        (
            {"outcome": "ok", "result": b'{"data":1}', "ended_by": "handler"},
            "▸ wx.request({url: 'u'}) → {data: 1}",
        ),
    ],
)
def test_calls(fields: dict[str, Any], text: str) -> None:
    assert shown(api(1, **fields)).text() == text


def test_open_calls_show_arguments_and_result() -> None:
    content = shown(api(1, outcome="ok", result=b'{"data":[1]}'), opening(("api",), ("result",)))
    assert [line.text().strip() for line in content.lines[1:]] == [
        "arguments: ▸ {url: 'u'}",
        "result: ▾ {data: Array(1)}",
        "▸ data: [1]",
    ]


def test_messages_show_direction_size_and_times() -> None:
    record = bridge(
        1, direction=Direction.LOGIC_TO_HOST, size_bytes=41_000, outcome="ok", duration_ms=23.4,
        timing=DomTiming(3, 6, 5, 9.44), page="pages/a/a",
    )  # fmt: skip
    assert shown(record).text() == (
        "▸ logic → host  dom 1 updated  pages/a/a  logic 3.0 · wire 6.0 · view 5.0 · paint 9.4 ms  41.0 kB   23 ms"
    )


def test_dropped_payloads_say_so() -> None:
    content = shown(bridge(1, payload_cut=True), opening(("payload",)))
    assert content.lines[1].text().strip() == TEXTS("console.payload_dropped")


def test_text_of_several_lines_is_several_lines() -> None:
    assert [line.text() for line in shown(log(1, "a\nb")).lines] == ["a  index.js:3", "b"]


def test_of_a_long_text_the_beginning_is_shown() -> None:
    lines = shown(log(1, "a\n" * 100_000)).lines
    assert (len(lines), lines[-1].text()) == (200, "a …")
    (line,) = shown(log(1, "b" * 1_000_000)).lines
    assert len(line.text()) < 10_100
    assert [line.text() for line in shown(log(1, "a\n" * 199 + "end")).lines[-2:]] == ["a", "end"]


def test_a_launch_is_a_divider() -> None:
    assert shown(launch(1)).tone == "divider"


def test_both_languages_have_the_same_words() -> None:
    chinese = load_texts("zh")
    assert set(chinese.words) == set(TEXTS.words)
    assert content_of(api(1, outcome="pending"), RowState(), Opened(), chinese).text().endswith("等待中…")


def test_evaluated_text_is_no_place_to_open() -> None:
    record = log(1, "x", level="warn", stack=(StackFrame("", "(console)", 1), FRAME))
    assert shown(record).lines[0].right == ()
    assert Source(FRAME.file, FRAME.line, FRAME.column) in actions(shown(record, opening(("stack",))))


def test_a_finding_of_a_build_has_a_place_and_no_stack() -> None:
    place = StackFrame("", "pages/index/index.wxml", 3, 1)
    record = Record(
        1, 0.0, "error", "", level="error", code="wxml/unclosed-tag", detail={"tag": "view"}, stack=(place,)
    )
    lines = shown(record).text().splitlines()
    assert lines[0] == "<view> is never closed  index.wxml:3"
    assert not any("anonymous" in line for line in lines)


def test_frames_of_libraries_are_one_line_until_it_is_opened() -> None:
    library = StackFrame("call", "dist/taro.js", 9, 1, library=True)
    own = StackFrame("onTap", "src/a.vue", 7, 5)
    stack = (library, own, library, library, own)
    record = Record(1, 0, "error", "x", Direction.LOGIC_TO_HOST, "error", stack=stack)
    lines = shown(record).text().splitlines()
    assert lines[1:] == [
        "    ▸ 1 in libraries",
        "    at onTap (src/a.vue:7:5)",
        "    ▸ 2 in libraries",
        "    at onTap (src/a.vue:7:5)",
    ]
    assert lines[0].endswith("a.vue:7")
    assert shown(record, opening(("stack", "libraries"))).text().count("at call (dist/taro.js:9:1)") == 3


def test_a_trace_of_libraries_alone_is_shown() -> None:
    stack = (StackFrame("call", "dist/taro.js", 9, 1, library=True),)
    record = Record(1, 0, "error", "x", Direction.LOGIC_TO_HOST, "error", stack=stack)
    assert "at call (dist/taro.js:9:1)" in shown(record).text()


@pytest.mark.parametrize(
    ("payload", "result", "fields", "text"),
    [
        (b'{"key":"a"}', b'{"value":7,"errMsg":"getStorageSync:ok"}', {}, "▸ wx.getStorageSync('a') → 7  index.js:3"),
        (b'{"key":"a","data":[1]}', b'{"errMsg":"x:ok"}', {}, "▸ wx.getStorageSync('a', [1])  index.js:3"),
        (b"{}", b'{"value":{"a":1}}', {}, "▸ wx.getStorageSync() → {a: 1}  index.js:3"),
        (b"{}", b'{"errMsg":"x:fail"}', {"outcome": "fail"}, "▸ wx.getStorageSync() → 'x:fail'  index.js:3"),
        (b"[broken", b"[broken", {}, "▸ wx.getStorageSync('[broken') → '[broken'  index.js:3"),
    ],
)
def test_calls_that_answer_at_once_are_shown_as_written(
    payload: bytes, result: bytes, fields: dict[str, Any], text: str
) -> None:
    record = Record(1, 0, "api", "getStorageSync", payload=payload, result=result, detail={"sync": "1"}, stack=(FRAME,))
    assert shown(replace(record, **{"outcome": "ok", **fields})).text() == text


def test_a_table_has_its_value_below() -> None:
    lines = shown(replace(log(1, [{"a": 1}]), form="table")).text().splitlines()
    assert [line.strip() for line in lines[1:]] == ["(index) │ a", "─────────┼───", "0       │ 1", "▸ [{…}]"]
    assert shown(replace(log(1, []), form="table")).text().splitlines()[1].strip() == "[]"


def test_a_trace_shows_its_frames_at_once() -> None:
    assert len(shown(replace(log(1, "console.trace"), form="trace")).lines) == 2
