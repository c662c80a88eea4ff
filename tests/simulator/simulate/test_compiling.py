"""What a test in Node.js mounts, compiled: components of a library and those that the test defines."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runtime.platform.wechat import WECHAT
from simulator.simulate.compiling import CannotCompile, Compiling, Part, Request
from simulator.simulate.serving import LONGEST_LINE, serve
from simulator.styles.process import StyleProcess
from tests.support.project_folder import write_project

LIBRARY = {
    "button/index.json": '{"component": true}',
    "button/index.wxml": "<view class='button'>{{text}}</view>",
    "button/index.js": "Component({ properties: { text: String } });",
}


@pytest.fixture
def compiling() -> Iterator[Compiling]:
    with StyleProcess() as styles:
        yield Compiling(styles)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "library", LIBRARY)


def test_a_component_of_a_library_is_compiled_by_its_path(compiling: Compiling, root: Path) -> None:
    made = compiling.answer(Request(str(root), [Part("a", str(root / "button/index"))]))
    assert made["errors"] == []
    assert made["entry"] == "button/index"
    assert made["entry"] in made["program"]["components"]
    assert made["root"] == str(root)


def test_a_definition_of_the_test_uses_what_it_has_loaded(compiling: Compiling, root: Path) -> None:
    parts = [Part("a", template="<t-b text='{{a}}'/>", uses={"t-b": "b"}), Part("b", str(root / "button/index"))]
    made = compiling.answer(Request(str(root), parts))
    assert made["errors"] == []
    assert made["program"]["components"][made["entry"]]["using"] == {"t-b": "button/index"}
    again = compiling.answer(Request(str(root), [Part("c", template="<view/>"), *parts[1:]]))
    assert again["errors"] == []


def test_scripts_are_left_to_the_tests(compiling: Compiling, root: Path) -> None:
    write_project(root, {"button/index.js": "import a from './nowhere'; Component({"})
    made = compiling.answer(Request(str(root), [Part("a", str(root / "button/index"))]))
    assert made["errors"] == []
    assert made["program"]["scripts"] == {}


def test_what_is_wrong_with_a_template_says_where(compiling: Compiling, root: Path) -> None:
    made = compiling.answer(Request(str(root), [Part("a", template="<view>")]))
    assert made["errors"][0].startswith("handset-simulate/parta.wxml:1:")


def test_a_component_outside_of_the_root_is_refused(compiling: Compiling, root: Path, tmp_path: Path) -> None:
    for outside in (tmp_path / "elsewhere/index", root / "../../elsewhere", Path("/etc/passwd")):
        with pytest.raises(CannotCompile, match="lies outside of the root"):
            compiling.answer(Request(str(root), [Part("a", str(outside))]))


def test_a_link_out_of_the_root_is_refused(compiling: Compiling, root: Path, tmp_path: Path) -> None:
    outside = write_project(tmp_path / "outside", LIBRARY)
    (root / "linked").symlink_to(outside)
    with pytest.raises(CannotCompile, match="lies outside of the root"):
        compiling.answer(Request(str(root), [Part("a", str(root / "linked/button/index"))]))


def test_a_test_puts_other_components_in_the_place_of_those_used(compiling: Compiling, tmp_path: Path) -> None:
    root = write_project(tmp_path / "library", {
        **LIBRARY,
        "form/index.json": '{"component": true, "usingComponents": {"x-button": "../button/index", "x-row": "./row"}}',
        "form/index.wxml": "<x-button/><x-row/>", "form/index.js": "Component({});",
        "form/row.json": '{"component": true, "usingComponents": {"x-button": "../button/index"}}',
        "form/row.wxml": "<x-button/>", "form/row.js": "Component({});",
    })  # fmt: skip
    parts = [Part("a", str(root / "form/index"), uses={"x-button": "b"}), Part("b", template="<slot/>")]
    made = compiling.answer(Request(str(root), parts))
    using = {path: component.get("using") for path, component in made["program"]["components"].items()}
    assert using["form/index"] == {"x-button": "handset-simulate/partb", "x-row": "form/row"}
    assert using["form/row"] == {"x-button": "handset-simulate/partb"}
    untouched = compiling.answer(Request(str(root), [Part("a", str(root / "form/index"))]))
    assert untouched["program"]["components"]["form/row"]["using"] == {"x-button": "button/index"}


def test_a_component_for_every_template(compiling: Compiling, root: Path) -> None:
    write_project(root, {"button/index.wxml": "<my-own/>"})
    parts = [Part("a", str(root / "button/index")), Part("b", template="<slot/>")]
    made = compiling.answer(Request(str(root), parts, everywhere={"my-own": "b"}))
    assert made["program"]["components"]["button/index"]["using"] == {"my-own": "handset-simulate/partb"}


def test_style_sheets_are_told_apart(compiling: Compiling, root: Path) -> None:
    write_project(root, {"button/index.wxss": "@w: 10rpx; .a { .b { width: @w } }"})
    parts = [Part("a", str(root / "button/index"))]
    styles = compiling.answer(Request(str(root), parts, styles=True, is_less=True))["styles"]
    assert styles["button/index"] == [".", None, "a .", None, "b {\n  width: ", 10, ";\n}\n"]


def test_a_request_without_parts_is_refused(compiling: Compiling, root: Path) -> None:
    with pytest.raises(CannotCompile, match="no component"):
        compiling.answer(Request(str(root), []))


def test_lines_are_answered_whatever_they_are() -> None:
    lines = [
        b'{"hello":true}',
        b"nonsense",
        b'{"root": 1}',
        b'{"call":"getSystemInfoSync","args":"[]","callId":1,"sync":true}',
    ]
    out = io.BytesIO()
    serve(WECHAT, {"view"}, io.BytesIO(b"\n".join(lines) + b"\n"), out)
    hello, nonsense, wrong, called = map(json.loads, out.getvalue().splitlines())
    assert hello["tags"] == ["view"]
    assert "mount" in hello["library"]
    assert "malformed" in nonsense["error"]
    assert "$.root" in wrong["error"]
    answer: dict[str, Any] = json.loads(called["answer"])
    assert answer["ok"]
    assert answer["result"]["value"]["statusBarHeight"] == 20


HOSTILE = {
    "a null byte": b'{"root":"\\u0000","parts":[{"id":"a","template":"<view/>"}]}',
    "a relative root": b'{"root":"..","parts":[{"id":"a","template":"<view/>"}]}',
    "a name that is a path": b'{"root":"/tmp","parts":[{"id":"../../a"}]}',
    "a part beyond the root": b'{"root":"/tmp/x","parts":[{"id":"a","path":"/tmp/x/../../etc/passwd"}]}',
    "nesting": b"[" * 100_000,
    "arguments that are no JSON": b'{"call":"setStorageSync","args":"a","callId":1,"sync":true}',
    "no line at all": b"",
    "bytes": bytes(range(128, 256)),
    "too long a line": b"x" * (LONGEST_LINE + 1),
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_done_is_told_and_the_next_line_is_answered(line: bytes) -> None:
    out = io.BytesIO()
    serve(WECHAT, {"view"}, io.BytesIO(line + b'\n{"hello":true}\n'), out)
    wrong, hello = map(json.loads, out.getvalue().splitlines())
    assert wrong["error"]
    assert "library" in hello


class Gone(io.BytesIO):
    def flush(self) -> None:
        raise BrokenPipeError


def test_it_ends_when_nobody_reads() -> None:
    asked = io.BytesIO(b'{"hello":true}\n' * 5)
    serve(WECHAT, {"view"}, asked, Gone())
    assert asked.read() != b""


def test_the_storage_of_one_test_file_is_not_that_of_the_next() -> None:
    def call(name: str, args: str) -> bytes:
        return json.dumps({"call": name, "args": args, "callId": 1, "sync": True}).encode()

    lines = [b'{"hello":true}', call("setStorageSync", '{"key": "a", "data": 1}'), call("getStorageInfoSync", "{}")]
    out = io.BytesIO()
    serve(WECHAT, {"view"}, io.BytesIO(b"\n".join([*lines, *lines[::2]]) + b"\n"), out)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert '"a"' in answers[2]["answer"]
    assert '"a"' not in answers[4]["answer"]
