"""What the logic layer does for wxs that runs in the view."""

from __future__ import annotations

from typing import Any

from tests.support.logic_program import LogicProgram

PAGE = """
<wxs module="m" src="./m.wxs"/><wxs module="other">module.exports = { f: function () { return 'x'; } };</wxs>
<view id="a" bindtap="{{m.tap}}" catchtap="plain" data-item="{{item}}" data-k="1">{{other.f()}}</view>
<view id="b" change:prop="{{m.watch}}" prop="{{n}}" title="{{n}}"/>
<view id="c" bindtouchmove="{{off || m.move}}" bindtap="{{name}}"/>
<c id="d" change:prop="{{m.watch}}" prop="{{n}}" bind:told="told"/>
"""
FILES = {
    "pages/p/p.wxml": PAGE,
    "pages/p/p.js": "Page({ data: { n: 1, item: { x: 1 }, off: false, name: 'plain' },"
    " plain() { console.log('plain'); }, said(v) { console.log(v); this.setData({ n: this.data.n }); },"
    " told(e) { console.log(e.detail); } })",
    "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
    "pages/p/m.wxs": "var n = require('../../n.wxs'); module.exports = { tap: n.f, watch: function () {}, move: n.f };",
    "n.wxs": "module.exports.f = function () {};",
    "unused.wxs": "module.exports = 1",
    "c/c.wxml": "<view/>",
    "c/c.js": "Component({ properties: { prop: Number }, methods: { inside(v) { console.log(['inside', v]); } } })",
}


def start() -> LogicProgram:
    program = LogicProgram(FILES)
    program.launch()
    return program


def ops(program: LogicProgram, kind: str) -> list[list[Any]]:
    return [op for message in program.of("dom") for op in message["ops"] if op[0] == kind]


def send(program: LogicProgram, type_: str, detail: dict[str, Any], **where: str) -> None:
    instance, node = program.view.find(**where) if where else (0, 0)
    event = {"type": type_, "id": instance, "node": node, "ts": 1.0, "bubbles": False, "detail": detail}
    program.send(m="view-events", page_id=program.page_id, events=[event])


def test_modules_go_to_the_view_once_and_before_their_block() -> None:
    program = start()
    assert [op[1] for op in ops(program, "V")] == ["pages/p/m.wxs", "n.wxs", "pages/p/p.wxml#other"]
    first = [op[0] for op in program.of("dom")[0]["ops"]]
    assert first.index("V") < first.index("D")
    assert ops(program, "D")[0][2]["wxs"]["m"] == "pages/p/m.wxs"
    program.open("pages/p/p")
    assert len(ops(program, "V")) == 3


def test_datasets_and_handlers_travel() -> None:
    program = start()
    definition = ops(program, "D")[0][2]
    body = program.view.body
    assert body is not None
    values = {(bind[1], bind[2]): value for bind, value in zip(definition["binds"], body.values, strict=False)}
    assert values["data", "item"] == {"x": 1}
    assert values["handler", "touchmove"] == {"$w": ["n.wxs", "f"]} or values["handler", "touchmove"] == {
        "$w": ["pages/p/m.wxs", "move"]
    }
    program.call("setData", {"off": True})
    assert program.ops[-1][2][1] is None


def test_an_observed_attribute_travels_whenever_it_is_set() -> None:
    program = start()
    program.call("setData", {"n": 1})
    (update,) = program.ops
    definition = ops(program, "D")[0][2]
    names = [tuple(definition["binds"][index][0:3]) for index in update[2][::2]]
    assert names == [(1, "attr", "prop"), (3, "attr", "prop")]
    program.call("setData", {"name": "said"})
    assert program.ops == [update]


def test_wxs_handlers_are_left_to_the_view() -> None:
    program = start()
    program.tap(id="a")
    assert program.logs() == ["plain"]
    program.tap(id="c")
    assert program.logs() == ["plain"]


def test_methods_of_pages_and_components_are_called() -> None:
    program = start()
    send(program, "callMethod", {"name": "said", "args": {"a": [1]}})
    assert program.logs() == [{"a": [1]}]
    send(program, "callMethod", {"name": "inside", "args": 5}, id="d")
    assert program.logs() == [["inside", 5]]
    send(program, "triggerEvent", {"name": "told", "detail": "news"}, id="d")
    assert program.logs() == ["news"]
    send(program, "callMethod", {"name": "nowhere", "args": None})
    assert "pages/p/p has no method" in program.notices()[-1]


def test_an_event_stopped_in_the_view_ends_there() -> None:
    files = {
        "pages/p/p.wxml": '<wxs module="m">module.exports.f = function () {};</wxs><view id="o" bindtap="outer">'
        '<view id="i" bindtap="{{m.f}}" capture-bind:tap="early"/></view>',
        "pages/p/p.js": "Page({ outer() { console.log('outer'); }, early() { console.log('early'); } })",
    }
    program = LogicProgram(files)
    program.launch()
    instance, node = program.view.find(id="i")
    event = {"type": "tap", "id": instance, "node": node, "ts": 1.0, "bubbles": True, "detail": {}}
    for stop, said in ((None, ["early", "outer"]), ([instance, node, False], ["early"])):
        program.send(m="view-events", page_id=program.page_id, events=[{**event, "stop": stop}])
        assert program.logs() == said


def test_a_changed_module_goes_to_the_view_again() -> None:
    program = start()
    assert program.patch({**FILES, "n.wxs": "module.exports.f = function () { return false; };"})["ok"]
    assert [op[1] for op in ops(program, "V")][3:] == ["pages/p/m.wxs", "n.wxs", "pages/p/p.wxml#other"]
    assert program.ops[0] == ["K"]


def test_a_catch_without_a_handler_catches_nothing() -> None:
    files = {
        "pages/p/p.wxml": '<view bindtap="outer"><view id="i" catchtap="{{on ? \'inner\' : \'\'}}"/></view>',
        "pages/p/p.js": "Page({ data: { on: false }, outer() { console.log('outer'); },"
        " inner() { console.log('inner'); } })",
    }
    program = LogicProgram(files)
    view = program.launch()
    assert view.body is not None
    assert view.body.values == [""]
    program.tap(id="i")
    assert program.logs() == ["outer"]
    program.call("setData", {"on": True})
    program.tap(id="i")
    assert program.logs() == ["inner"]


def test_an_included_file_has_its_own_modules_in_the_newer_generation() -> None:
    module = '<wxs module="m">module.exports.f = function () {};</wxs>'
    program = LogicProgram({
        "app.json": '{"pages": ["pages/p/p"], "componentFramework": "glass-easel"}',
        "pages/p/p.wxml": f'{module}<include src="q"/>',
        "pages/p/p.js": "Page({})",
        "pages/p/q.wxml": f'{module}<view bindtap="{{{{m.f}}}}" change:n="{{{{m.f}}}}" n="1"/>',
    })  # fmt: skip
    program.launch()
    definition = ops(program, "D")[0][2]
    (view,) = definition["nodes"]
    assert [definition["wxs"][name] for name, _ in (view["wxsEvents"]["tap"], view["change"]["n"])] == [
        "pages/p/q.wxml#m",
        "pages/p/q.wxml#m",
    ]
