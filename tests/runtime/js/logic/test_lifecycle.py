"""Orders of life-cycle calls. Source: component and page life-cycle guides."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.support.logic_program import LogicProgram

TRACED = """
const n = '%s';
const lifetimes = {};
for (const k of ['created', 'attached', 'ready', 'moved', 'detached']) lifetimes[k] = () => console.log(`${n}.${k}`);
Component({
  properties: { v: { type: Number, observer(now, old) { console.log(`${n}.prop ${old}>${now}`); } } },
  observers: { v(v) { console.log(`${n}.observer ${v}`); } },
  lifetimes,
  pageLifetimes: { show() { console.log(`${n}.show`); }, hide() { console.log(`${n}.hide`); } },
});
"""
NAMED = """Component({ properties: { n: String }, lifetimes: { created() { console.log('created'); },
  attached() { console.log('attached ' + this.data.n); }, detached() { console.log('detached ' + this.data.n); },
  moved() { console.log('moved ' + this.data.n); } } });"""
PAGE = """
const p = {};
for (const k of ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload']) p[k] = () => console.log(`P.${k}`);
Page({ data: { x: 1, on: true, list: [1, 2, 3] }, ...p, set(v) { this.setData(v, () => console.log('cb')); } });
"""
USING = '{"usingComponents":{"c1":"/c/c1","c2":"/c/c2"}}'


def traced(page: str, **files: str) -> dict[str, str]:
    return {
        "pages/p/p.wxml": page,
        "pages/p/p.js": PAGE,
        "pages/p/p.json": USING,
        "c/c1.wxml": "<view><slot/></view><c3/>",
        "c/c1.json": '{"component":true,"usingComponents":{"c3":"c3"}}',
        "c/c2.wxml": "<slot/>",
        "c/c3.wxml": "c3",
        **{f"c/{name}.js": TRACED % name for name in ("c1", "c2", "c3")},
        **files,
    }


def start(files: Mapping[str, str]) -> LogicProgram:
    program = LogicProgram(files)
    program.launch()
    return program


def test_create_attach_show_ready_unload() -> None:
    program = start(traced('<c1 v="{{x}}"><c2/></c1>'))
    assert program.logs() == [
        "c3.created", "c1.created", "c1.observer 1", "c1.prop 0>1", "c2.created",
        "c1.attached", "c3.attached", "c2.attached", "P.onLoad",
        "P.onShow", "c1.show", "c2.show", "c3.show",
        "c1.ready", "c3.ready", "c2.ready", "P.onReady",
    ]  # fmt: skip
    program.route("reLaunch", [{"step": "unload", "page_id": 1}], [])
    assert program.logs() == ["P.onUnload", "c2.detached", "c3.detached", "c1.detached"]


def test_set_data_runs_observers_template_property_observer_then_callback() -> None:
    program = start(traced('<c1 v="{{x}}"/>'))
    program.logs()
    program.call("set", {"x": 2})
    assert program.logs() == ["c1.observer 2", "c1.prop 1>2"]
    program.paint()
    assert program.logs() == ["cb"]


def test_if_creates_and_destroys_components() -> None:
    program = start(traced('<c2 wx:if="{{on}}"/>'))
    program.logs()
    program.call("set", {"on": False})
    assert program.logs() == ["c2.detached"]
    program.call("set", {"on": True})
    assert program.logs() == ["c2.created", "c2.attached"]
    program.paint()
    assert program.logs() == ["cb", "c2.ready", "cb"]


def test_keyed_rows_move_and_keep_their_components() -> None:
    program = start(traced('<c2 wx:for="{{list}}" wx:key="*this"/>'))
    program.logs()
    program.call("set", {"list": [3, 1, 2]})
    assert program.logs() == ["c2.moved"]
    assert [op for op in program.ops if op[0] != "G"] == [["M", 1, 0, 2, 0]]


def test_hiding_and_coming_back() -> None:
    program = start(traced("<c2/>", **{"pages/q/q.wxml": "q", "pages/q/q.js": "Page({})"}))
    program.logs()
    program.open("pages/q/q")
    assert program.logs() == ["P.onHide", "c2.hide"]
    program.back()
    assert program.logs() == ["P.onShow", "c2.show"]


def test_app_comes_first_and_pages_know_each_other() -> None:
    files = {
        "app.js": """App({ globalData: { a: 1 },
          onLaunch(o) { console.log('launch', o.scene); }, onShow(o) { console.log('show', o.scene); } })""",
        "pages/p/p.wxml": "p",
        "pages/p/p.js": """const app = getApp(); Page({ onLoad(query) {
          console.log(app.globalData.a, getCurrentPages().length, getCurrentPages()[0] === this, query, this.route);
          console.log(this.options.id); } })""",
    }
    program = LogicProgram(files)
    program.launch(query={"id": "%20"})
    logs = program.logs()
    assert logs[:2] == [["launch", 1001], ["show", 1001]]
    assert logs[2:] == [[1, 1, True, {"id": "%20"}, "pages/p/p"], "%20"]


def test_fields_of_a_page_are_its_own() -> None:
    files = {"pages/p/p.wxml": "p", "pages/p/p.js": "Page({ list: [], onLoad() { this.list.push(1); } })"}
    program = start(files)
    program.open("pages/p/p")
    assert program.evaluate("page.list.length") == 1


def test_a_page_made_with_component() -> None:
    files = {
        "pages/p/p.wxml": "{{id}}{{n + 1}}",
        "pages/p/p.js": """Component({ properties: { id: String, n: Number },
          methods: { onLoad(q) { console.log('load', this.data.id, this.properties.n); }, onShow() { console.log('show'); } },
          lifetimes: { attached() { console.log('attached', this.data.id); } } })""",  # noqa: E501
        "pages/p/p.json": '{"component":true}',
    }
    program = LogicProgram(files)
    program.launch(query={"id": "a", "n": "7"})
    assert program.logs() == [["attached", "a"], ["load", "a", 7], "show"]
    assert program.view.text() == "a8"


def test_nothing_breaks_after_detaching() -> None:
    files = {
        "pages/p/p.wxml": "{{n}}",
        "pages/p/p.js": "Page({ data: { n: 0 }, onUnload() { this.setData({ n: 1 }); console.log(this.data.n); } })",
    }
    program = start(files)
    program.route("reLaunch", [{"step": "unload", "page_id": 1}], [])
    assert program.logs() == [1]
    assert program.errors() == []


def test_a_page_may_have_a_field_named_id() -> None:
    program = start(
        {
            "pages/p/p.wxml": "<view/>",
            "pages/p/p.js": "Page({ id: '', dataset: 1,"
            " onLoad() { this.id = 7; console.log(this.id + this.dataset) } });",
        }
    )
    assert program.logs() == [8]
    assert program.errors() == []


def test_a_template_is_made_with_the_properties_that_were_given() -> None:
    count = "var n = 0; module.exports.next = function (v) { n += 1; return v + '#' + n; };"
    files = {
        "pages/p/p.wxml": '<c v="given"/>', "pages/p/p.js": "Page({})",
        "pages/p/p.json": '{"usingComponents": {"c": "/c/c"}}', "c/count.wxs": count,
        "c/c.wxml": '<wxs module="m" src="./count.wxs"/>{{m.next(v)}}',
        "c/c.js": "Component({properties: {v: {type: String, value: 'default'}},"
        " created() { console.log(this.data.v); }})",
    }  # fmt: skip
    program = LogicProgram(files)
    view = program.launch()
    assert program.logs() == ["default"]
    assert view.text() == "given#1"


def test_a_method_of_a_page_keeps_its_page_when_handed_on() -> None:
    program = start(
        {
            "pages/p/p.wxml": "<view/>",
            "pages/p/p.js": "Page({ n: 5, tell() { console.log(this.n) }, onLoad() { const f = this.tell; f() } });",
        }
    )
    assert program.logs() == [5]


def test_a_new_branch_is_made_before_the_old_one_goes_and_attached_after() -> None:
    page = '<c2 wx:if="{{x == 1}}" n="1"/><c2 wx:elif="{{on}}" n="2"/><c2 wx:else n="3"/>'
    program = start(traced(page, **{"c/c2.js": NAMED}))
    program.logs()
    for change, calls in (({"x": 2}, "1 2"), ({"on": False}, "2 3"), ({"x": 1}, "3 1")):
        program.call("set", change)
        old, new = calls.split()
        assert program.logs() == ["created", f"detached {old}", f"attached {new}"]


def test_a_row_that_moves_tells_what_is_inside_first() -> None:
    page = '<c1 wx:for="{{list}}" wx:key="*this"><view><c2/></view></c1>'
    program = start(traced(page))
    program.logs()
    program.call("set", {"list": [2, 1, 3]})
    assert program.logs() == ["c2.moved", "c3.moved", "c1.moved"]


def test_a_template_of_another_name_comes_in_the_same_order() -> None:
    templates = '<template name="a"><c2 n="a"/></template><template name="b"><c2 n="b"/></template>'
    program = start(traced(templates + "<template is=\"{{x == 1 ? 'a' : 'b'}}\"/>", **{"c/c2.js": NAMED}))
    program.logs()
    program.call("set", {"x": 2})
    assert program.logs() == ["created", "detached a", "attached b"]


@pytest.mark.parametrize(
    ("key", "rows", "calls"),
    [
        ("*this", [4, 3, 1, 5], ["created", "created", "attached 4", "moved 3", "detached 2", "attached 5"]),
        ("*this", [], ["detached 1", "detached 2", "detached 3"]),
        ("*this", [2, 9, 1], ["created", "moved 2", "attached 9", "detached 3"]),
        ("", [4, 3, 1, 5], ["created", "attached 5"]),
        ("", [7], ["detached 2", "detached 3"]),
    ],
)
def test_rows_come_go_and_move_in_the_order_of_the_list(key: str, rows: list[int], calls: list[str]) -> None:
    keyed = f'wx:key="{key}"' if key else ""
    program = start(traced(f'<c2 wx:for="{{{{list}}}}" {keyed} n="{{{{item}}}}"/>', **{"c/c2.js": NAMED}))
    program.logs()
    program.call("set", {"list": rows})
    program.paint()
    assert [call for call in program.logs() if call != "cb"] == calls


def test_what_attached_brings_in_is_attached_when_its_turn_comes() -> None:
    setting = """Component({ data: {on: false}, lifetimes: { attached() { console.log('%s begin');
      this.setData({on: true}); console.log('%s end'); this.ready_now = 1; } },
      methods: { link() { console.log('%s linked', this.ready_now); } } });"""
    linking = "Component({ lifetimes: { attached() { console.log('child'); this.triggerEvent('link'); } } });"
    files = {
        "pages/p/p.js": setting.replace("%s", "page"),
        "pages/p/p.json": '{"component": true, ' + USING[1:],
        "c/c1.js": setting.replace("%s", "c1"),
        "c/c1.wxml": '<c3 wx:if="{{on}}" bind:link="link"/>',
        "c/c2.js": linking, "c/c3.js": linking,
    }  # fmt: skip
    program = start(traced('<c2 wx:if="{{on}}" bind:link="link"/><c1/>', **files))
    assert program.logs() == [
        "page begin", "page end", "child", ["page linked", 1], "c1 begin", "c1 end", "child", ["c1 linked", 1],
    ]  # fmt: skip


def test_what_comes_to_a_place_that_has_been_reached_is_attached_at_once() -> None:
    files = {
        "c/c1.wxml": "c1",
        "c/c1.js": "Component({ lifetimes: { attached() { this.triggerEvent('go'); console.log('after'); } } });",
        "c/c2.js": "Component({ lifetimes: { attached() { console.log('c2'); } } });",
        "pages/p/p.js": "Page({ data: {a: false, b: false}, go() { this.setData({a: true, b: true}); } });",
    }
    program = start(traced('<c2 wx:if="{{a}}"/><c1 bind:go="go"/><c2 wx:if="{{b}}"/>', **files))
    assert program.logs() == ["c2", "after", "c2"]


def test_page_lifetimes_of_a_page_that_is_a_component() -> None:
    told = "pageLifetimes: { show() { console.log('p.show'); }, hide() { console.log('p.hide'); } }"
    files = {
        "pages/p/p.js": f"Component({{ {told}, methods: {{ onShow() {{ console.log('onShow'); }} }} }});",
        "pages/p/p.json": '{"component": true, ' + USING[1:],
        "pages/q/q.wxml": "q", "pages/q/q.js": "Page({})",
    }  # fmt: skip
    program = start(traced("<c2/>", **files))
    shown = ["onShow", "p.show", "c2.show"]
    assert [entry for entry in program.logs() if entry in shown] == shown
    program.open("pages/q/q")
    assert program.logs() == ["p.hide", "c2.hide"]
    program.back()
    assert program.logs() == shown


def test_all_options_of_a_page_stay_on_it() -> None:
    options = "properties: {tag: 't1'}, methods: {m() {}}, computed: {c: 1}, lifetimes: {}, observers: {}, events: [1]"
    files = {
        "pages/p/p.wxml": "p",
        "pages/p/p.js": f"Page({{ {options}, onLoad() {{ for (const key of ['properties', 'computed', 'lifetimes',"
        " 'observers', 'events', 'methods']) console.log(key, this[key] && JSON.stringify(this[key])); } })",
    }
    assert start(files).logs() == [
        ["properties", '{"tag":"t1"}'], ["computed", '{"c":1}'], ["lifetimes", "{}"], ["observers", "{}"],
        ["events", "[1]"], ["methods", "{}"],
    ]  # fmt: skip


def test_rows_that_change_places_before_they_are_attached_are_not_told_so() -> None:
    files = {
        "c/c1.wxml": '<c3 wx:for="{{l}}" wx:key="*this" n="{{item}}"/>',
        "c/c1.js": "Component({ properties: { l: { type: Array, value: [2, 1] } } })",
        "c/c3.js": NAMED,
    }
    program = start(traced('<c1 l="{{list}}"/>', **files))
    assert [line for line in program.logs() if line.startswith("moved")] == []
    program.call("set", {"list": [3, 2, 1]})
    assert [line for line in program.logs() if line.startswith("moved")] == ["moved 3", "moved 2"]


def test_in_the_newer_generation_a_page_lifetime_reaches_the_shadow_tree_before_the_content() -> None:
    """Source: exparser 2.29.1, which goes to the content first, and glass-easel 0.21.4."""
    newer = '{"pages":["pages/p/p"],"componentFramework":"glass-easel"}'
    program = start(traced("<c1><c2/></c1>", **{"app.json": newer}))
    assert [line for line in program.logs() if line.endswith("show")] == ["c1.show", "c3.show", "c2.show"]
