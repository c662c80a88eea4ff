"""console, timers, evaluator, inspection."""

from __future__ import annotations

import json
import time
from typing import Any

from tests.support.logic_program import LogicProgram


def start(page: str = "Page({ data: { a: 1 } })", wxml: str = "p", **files: str) -> LogicProgram:
    program = LogicProgram({"pages/p/p.wxml": wxml, "pages/p/p.js": page, **files})
    program.launch()
    return program


def run_timers(program: LogicProgram) -> None:
    """Runs timers until none is waiting."""
    while (delay := program.engine.run_task()) >= 0:
        time.sleep(delay / 1000)


def test_timers_run_in_order_with_arguments() -> None:
    program = start("""
    setTimeout((x) => console.log('b', x), 4, 2); setTimeout(console.log, 0, 'a');
    const id = setTimeout(() => console.log('never'), 1); clearTimeout(id);
    let n = 0; const i = setInterval(() => { n++; console.log('i' + n); if (n === 2) clearInterval(i); }, 2);
    setTimeout(() => { Promise.resolve().then(() => console.log('micro')); console.log('task'); }, 20);
    setTimeout('code', 1); console.log(typeof id);
    Page({})""")
    run_timers(program)
    logs = program.logs()
    assert logs[:2] == ["number", "a"]
    assert sorted(map(str, logs[2:5])) == ["['b', 2]", "i1", "i2"]
    assert logs[5:] == ["task", "micro"]
    assert "must be a function" in program.notices()[0]


def test_an_exception_in_a_timer_names_it() -> None:
    program = start("setTimeout(() => { null.x; }, 0); Page({})")
    run_timers(program)
    assert program.last("uncaught")["where"] == "setTimeout callback"


def previews(program: LogicProgram, code: str) -> Any:
    program.send(m="evaluate", request_id=1, code=code, page_id=1)
    return program.last("evaluated")["value"]


def test_previews() -> None:
    program = start()
    assert previews(program, "-0") == {"t": "number", "v": "-0"}
    assert previews(program, "10n") == {"t": "bigint", "v": "10"}
    assert previews(program, "Symbol('x')") == {"t": "symbol", "v": "Symbol(x)"}
    assert previews(program, "new Date(0)") == {"t": "date", "v": "1970-01-01T00:00:00.000Z"}
    assert previews(program, "/x/g") == {"t": "regexp", "v": "/x/g"}
    assert previews(program, "(function f() {})") == {"t": "function", "v": "f"}
    assert previews(program, "undefined") == {"t": "undefined"}
    assert previews(program, "'x'.repeat(10001)")["more"] is True
    assert previews(program, "new Map([['k', 1]])")["props"] == [["k", {"t": "number", "v": 1}]]
    assert previews(program, "new (class Point { constructor() { this.x = 1; } })")["cls"] == "Point"
    array = previews(program, "Array.from({length: 200}, (_, i) => i)")
    assert (array["n"], len(array["items"]), array["more"]) == (200, 100, True)
    getter = previews(program, "({ get x() { throw new Error('no'); } })")
    assert getter["props"][0][1]["t"] == "error"


def test_deep_values_are_fetched_by_handle() -> None:
    program = start()
    deep = previews(program, "({ a: { b: { c: { d: 1 } } } })")
    inner = deep["props"][0][1]["props"][0][1]
    assert inner["more"] is True
    program.send(m="inspect", request_id=5, what="object", object_id=inner["id"])
    assert program.last("inspected")["value"]["props"][0][0] == "c"


def test_large_values_are_fetched_page_by_page() -> None:
    program = start()
    array = previews(program, "Array.from({length: 250}, (_, i) => i)")
    program.send(m="inspect", request_id=5, what="object", object_id=array["id"], start=200)
    page = program.last("inspected")["value"]
    assert (page["start"], page["n"], [item["v"] for item in page["items"]]) == (200, 250, list(range(200, 250)))
    record = previews(program, "Object.fromEntries(Array.from({length: 150}, (_, i) => ['k' + i, i]))")
    assert (record["n"], len(record["props"])) == (150, 100)
    program.send(m="inspect", request_id=6, what="object", object_id=record["id"], start=100)
    page = program.last("inspected")["value"]
    assert (page["n"], page["props"][0], len(page["props"])) == (150, ["k100", {"t": "number", "v": 100}], 50)


def test_cyclic_values_can_be_shown() -> None:
    program = start("const o = {}; o.self = o; console.log(o); Page({})")
    assert program.errors() == []
    assert len(program.of("log")) == 1


def test_the_evaluator_knows_page_app_and_this() -> None:
    program = start(**{"app.js": "App({ globalData: { g: 2 } })"})
    assert program.evaluate("page.data.a + app.globalData.g") == 3
    assert program.evaluate("this === page") is True
    assert program.evaluate("var x = 1; for (let i = 0; i < 3; i++) x += i; x") == 4
    assert program.evaluate("kept = 5") == 5
    assert program.evaluate("kept + 1") == 6
    assert program.evaluate("await Promise.resolve(4)") == 4
    assert program.evaluate("Promise.reject(new Error('x'))") == "Error: x"
    assert "SyntaxError" in program.evaluate("1 +")


def test_console_has_levels_and_places() -> None:
    program = start(
        "console.warn('w');\nconsole.error('e'); console.assert(1, 'no'); console.count(); console.count(); Page({})"
    )
    entries = [(entry["level"], entry["args"][0]["v"], entry["stack"][0]["line"]) for entry in program.of("log")]
    assert entries == [("warn", "w", 1), ("error", "e", 2), ("log", "default: 1", 2), ("log", "default: 2", 2)]


def test_the_tree_as_json() -> None:
    program = start(
        wxml='<view class="a {{b}}" bindtap="t"><c wx:for="{{2}}">x{{item}}</c></view>',
        **{
            "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
            "c/c.wxml": "<text><slot/></text>",
            "c/c.js": "Component({})",
        },
    )
    program.send(m="inspect", request_id=1, what="tree", page_id=1)
    (view,) = program.last("inspected")["value"]
    assert (view["tag"], view["attr"]["class"], view["file"], view["line"]) == ("view", "a ", "pages/p/p.wxml", 1)
    first = view["children"][0]
    inner = first["children"][0]
    assert (first["tag"], first["is"], "in" in first, inner["in"]) == ("c", "c/c", False, first["ref"])
    slot = {"tag": "slot", "attr": {}, "children": ["x0"], "file": "c/c.wxml", "in": first["ref"]}
    assert inner["children"] == [slot]
    program.send(m="inspect", request_id=2, what="data", page_id=1)
    assert json.dumps(program.last("inspected")["value"]["props"]) == '[["a", {"t": "number", "v": 1}]]'
