"""The engine: what the program can and cannot reach, and what happens when memory runs out under it."""

from __future__ import annotations

import json

from simulator.worker.library import library_end, library_files
from tests.support.logic_program import LogicProgram


def test_the_library_occupies_lines_of_its_own() -> None:
    ends = 0
    for file in library_files():
        assert file.first_line > ends
        ends = file.code.count("\n") + 1
    assert library_end() == ends


def test_the_program_sees_nothing_of_the_machinery() -> None:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": "Page({})"})
    program.launch()
    assert program.evaluate("[typeof post, typeof callApi, typeof running, typeof __handset]") == ["undefined"] * 4


def test_messages_survive_any_text() -> None:
    program = LogicProgram({"pages/p/p.wxml": "{{a}}", "pages/p/p.js": "Page({ set(v) { this.setData(v); } })"})
    program.launch()
    text = "\u0000 \u2028 \ud83d\ude00 中"
    program.call("set", {"a": text})
    assert json.dumps(program.view.text()) == json.dumps(text.encode("utf-16", "surrogatepass").decode("utf-16"))
