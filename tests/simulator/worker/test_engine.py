"""The engine: what the program can and cannot reach, and what happens when memory runs out under it."""

from __future__ import annotations

import json
from importlib.resources import files

from simulator.worker.library import FIRST_LINE, library
from tests.support.logic_program import LogicProgram


def test_the_library_occupies_lines_of_its_own() -> None:
    ends = FIRST_LINE - 1
    joined = library()
    for file in joined.files:
        assert file.first_line == ends + 1
        text = (files("runtime") / "js" / file.name).read_text("utf-8")
        assert file.last_line - file.first_line == text.count("\n") + 1
        ends = file.last_line
    assert joined.end == ends == joined.code.count("\n") + 1


def test_the_program_sees_nothing_of_the_machinery() -> None:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": "Page({})"})
    program.launch()
    assert program.evaluate("[typeof post, typeof callApi, typeof running, typeof libraryEnd]") == ["undefined"] * 4


def test_messages_survive_any_text() -> None:
    program = LogicProgram({"pages/p/p.wxml": "{{a}}", "pages/p/p.js": "Page({ set(v) { this.setData(v); } })"})
    program.launch()
    text = "\u0000 \u2028 \ud83d\ude00 中"
    program.call("set", {"a": text})
    assert json.dumps(program.view.text()) == json.dumps(text.encode("utf-16", "surrogatepass").decode("utf-16"))


def test_what_is_unreachable_is_looked_for_when_much_is_in_use() -> None:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": "Page({})"})
    program.launch()
    program.evaluate("globalThis.ring = new WeakRef((() => { const a = {}; a.a = a; return a; })()); 0")
    grow = "globalThis.kept = Array.from({ length: COUNT }, (_, i) => ({ i })); ring.deref() !== undefined"
    assert program.evaluate(grow.replace("COUNT", "20000")) is True
    assert program.evaluate(grow.replace("COUNT", "200000")) is False
