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
from simulator.simulate.serving import serve
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


def test_a_component_of_a_library_is_put_on_a_page_with_its_properties(compiling: Compiling, root: Path) -> None:
    made = compiling.program(Request(str(root), [Part(str(root / "button/index"))], 0, "main", ["text"]))
    assert made["errors"] == []
    assert set(made["program"]["components"]) >= {"button/index", made["page"]}


def test_a_definition_of_the_test_uses_what_it_has_loaded(compiling: Compiling, root: Path) -> None:
    parts = [Part(template="<t-b text='{{a}}'/>", uses={"t-b": 1}), Part(str(root / "button/index"))]
    made = compiling.program(Request(str(root), parts, 0, "main"))
    assert made["errors"] == []
    assert "__definition(0)" in made["program"]["scripts"]["handset-simulate/part0.js"]["code"]
    other = [Part(template="<view/>"), *parts[1:]]
    again = compiling.program(Request(str(root), other, 0, "main"))
    assert again["errors"] == []


def test_what_is_wrong_with_a_template_says_where(compiling: Compiling, root: Path) -> None:
    made = compiling.program(Request(str(root), [Part(template="<view>")], 0, "main"))
    assert made["errors"][0].startswith("handset-simulate/part0.wxml:1:")


def test_a_component_outside_of_the_root_is_refused(compiling: Compiling, root: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotCompile, match="lies outside of the root"):
        compiling.program(Request(str(root), [Part(str(tmp_path / "elsewhere/index"))], 0, "main"))


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
    assert hello["firstLine"] < hello["libraryEnd"]
    assert "malformed" in nonsense["error"]
    assert "$.root" in wrong["error"]
    answer: dict[str, Any] = json.loads(called["answer"])
    assert answer["ok"]
    assert answer["result"]["value"]["statusBarHeight"] == 20
