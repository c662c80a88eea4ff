"""wxs beside the DOM: handlers, observers, and what they may do with elements."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.compiler.wxs.compile import compile_wxs
from tests.runtime.js.view.page_harness import PageHarness, block, node

pytestmark = pytest.mark.browser

MODULE = """
module.exports = {
  drag: function (event, owner) {
    var touch = event.touches[0];
    event.instance.setStyle({ left: touch.clientX + 'px', 'margin-top': '20rpx' });
    return false;
  },
  tap: function (event, owner) {
    var state = event.instance.getState();
    state.count = (state.count || 0) + 1;
    var other = owner.selectComponent('.b');
    if (other) other.addClass('on').removeClass('plain');
    owner.callMethod('told', { count: state.count, data: event.currentTarget.dataset, type: event.type });
  },
  watch: function (value, former, owner, instance) {
    var all = owner.selectAllComponents('.b');
    owner.callMethod('saw', { value: value, was: former === undefined ? 'nothing' : former, all: all.length });
  },
  world: function (event, owner) {
    owner.callMethod('world', {
      types: [[].constructor, 'a'.constructor, (1).constructor, getDate(0).constructor, getRegExp('a').constructor],
      absent: [typeof window, typeof document, typeof wx, typeof setTimeout, typeof Object, typeof eval],
      out: (function () { return this && this.top ? 'top' : 'none'; })(),
      split: 'a1b'.split(getRegExp('[0-9]')), box: event.instance.getBoundingClientRect().width,
      color: event.instance.getComputedStyle(['color']).color, has: event.instance.hasClass('w'),
    });
  },
  fail: function () {
    var nothing;

    nothing.here();
  }
};
"""
COMPILED = compile_wxs("m.wxs", MODULE).code


def page(harness: PageHarness, nodes: list[dict[str, Any]], binds: list[list[Any]], **more: Any) -> None:
    definition = {**block([[i, []] for i in range(len(nodes))], nodes, binds), "wxs": {"m": "m.wxs"}}
    definition["wire"] = more.pop("wire", len(binds))
    harness.open(definition, first=[["V", "m.wxs", COMPILED]], **more)


def calls(harness: PageHarness) -> list[tuple[str, Any]]:
    return [(e["detail"]["name"], e["detail"].get("args")) for e in harness.events("callMethod")]


def handler(type_: str, member: str, index: int = 0, form: str = "bind") -> dict[str, Any]:
    return {"events": [[type_, form, "", index]], "wxsEvents": {type_: ["m", member]}}


def test_a_drag_handler_follows_the_pointer_and_nothing_goes_to_the_logic_layer(harness: PageHarness) -> None:
    nodes = [
        node("view", id="a", style="position:relative;left:0;width:90px;height:3000px", **handler("touchmove", "drag"))
    ]
    page(harness, nodes, [[0, "wxsevent", "touchmove", 1]], wire=0, stream=[])
    harness.press("#a")
    for _ in range(3):
        harness.move(10, -20)
    x = harness._point.x()
    harness.run("await frames(1)")
    style = harness.run("return [$('#a').style.left, $('#a').style.marginTop, $('#a').style.position]")
    assert style == [f"{x}px", "10px", "relative"]
    harness.release()
    assert harness.events() == []
    assert harness.run("return doc.scrollingElement.scrollTop") == 0


def test_what_the_markup_sets_ranks_below_wxs(harness: PageHarness) -> None:
    nodes = [node("view", id="a", **handler("touchmove", "drag", 1)), node("view", style="height:99px")]
    page(
        harness,
        nodes,
        [[0, "style", "", 1], [0, "wxsevent", "touchmove", 1]],
        wire=1,
        stream=["left:1px;height:50px;color:red"],
    )
    harness.press("#a")
    harness.move(20, 0)
    harness.release()
    harness.apply(["U", 1, [0, "left:5px;height:60px"]])
    style = harness.run("const s = $('#a').style; return [s.left !== '5px', s.height, s.color]")
    assert style == [True, "60px", ""]


def test_state_classes_datasets_and_methods(harness: PageHarness) -> None:
    nodes = [
        node("view", id="a", style="height:50px", data={"k": "1"}, **handler("tap", "tap", 2)),
        node("view", id="b"),
    ]
    binds = [[0, "data", "rows", 1], [1, "class", "", 1], [0, "wxsevent", "tap", 1]]
    page(harness, nodes, binds, wire=2, stream=[[1, {"a": None}], "b plain"])
    harness.tap("#a")
    harness.tap("#a")
    data = {"k": "1", "rows": [1, {"a": None}]}
    assert calls(harness) == [("told", {"count": n, "data": data, "type": "tap"}) for n in (1, 2)]
    assert harness.run("return $('#b').className") == "b on"
    harness.apply(["U", 1, [1, "b plain more"]])
    assert harness.run("return $('#b').className") == "b more on"


def test_observers_are_called_at_first_and_whenever_the_value_comes(harness: PageHarness) -> None:
    nodes = [
        node("view", change={"prop": ["m", "watch"]}),
        node("view", **{"class": "b"}),
        node("view", **{"class": "b"}),
    ]
    page(harness, nodes, [[0, "attr", "prop", 1]], stream=[{"x": 1}])
    harness.apply(["U", 1, [0, {"x": 1}]])
    harness.apply(["U", 1, [0, {"$u": 1}]])
    assert calls(harness) == [
        ("saw", {"value": {"x": 1}, "was": "nothing", "all": 2}),
        ("saw", {"value": {"x": 1}, "was": {"x": 1}, "all": 2}),
        ("saw", {"was": {"x": 1}, "all": 2}),
    ]


def test_the_world_of_wxs_is_small(harness: PageHarness) -> None:
    nodes = [
        node("view", id="a", style="width:90px;height:50px;color:red", **{"class": "w"}, **handler("tap", "world"))
    ]
    page(harness, nodes, [[0, "wxsevent", "tap", 1]], wire=0, stream=[])
    harness.tap("#a")
    assert calls(harness) == [
        (
            "world",
            {
                "types": ["Array", "String", "Number", "Date", "RegExp"],
                "absent": ["undefined"] * 6,
                "out": "none",
                "split": ["a", "b"],
                "box": 90,
                "color": "rgb(255, 0, 0)",
                "has": True,
            },
        )
    ]


def test_an_error_says_where(harness: PageHarness) -> None:
    page(
        harness,
        [node("view", id="a", style="height:50px", **handler("tap", "fail"))],
        [[0, "wxsevent", "tap", 1]],
        wire=0,
        stream=[],
    )
    harness.tap("#a")
    place = MODULE[: MODULE.index("nothing.here")].count("\n") + 1
    level, message, source, file, line = harness.run("return logs[0]")
    assert (level, source, file, line) == ("error", "program", "m.wxs", place)
    assert message.startswith("wxs: Cannot read properties of undefined")


def test_a_dynamic_handler_is_wxs_or_a_method(harness: PageHarness) -> None:
    nodes = [node("view", id="a", style="height:50px", events=[["tap", "bind", "", 0]])]
    page(harness, nodes, [[0, "handler", "tap", 1]], stream=[{"$w": ["m.wxs", "tap"]}])
    harness.tap("#a")
    assert [event["type"] for event in harness.events()] == ["callMethod"]
    harness.apply(["U", 1, [0, "method"]])
    harness.tap("#a")
    assert [event["type"] for event in harness.events()] == ["tap"]


def test_false_stops_the_way_up_for_everybody(harness: PageHarness) -> None:
    inner = {**handler("touchmove", "drag"), "data": {}}
    nodes = [
        node("view", events=[["touchmove", "bind", "outer", -1], ["touchmove", "capture-bind", "early", -1]]),
        node("view", 0, id="a", style="height:90px;position:relative", **inner),
    ]
    definition = {**block([[0, [[1, []]]]], nodes, [[1, "wxsevent", "touchmove", 1]]), "wire": 0, "wxs": {"m": "m.wxs"}}
    harness.open(definition, first=[["V", "m.wxs", COMPILED]], stream=[])
    harness.press("#a")
    harness.move(20, 0)
    harness.release()
    (event,) = harness.events()
    assert (event["type"], event["stop"]) == ("touchmove", [1, 1, False])


def test_changed_modules_are_evaluated_again(harness: PageHarness) -> None:
    nodes = [node("view", id="a", style="height:50px", **handler("tap", "tap"))]
    page(harness, nodes, [[0, "wxsevent", "tap", 1]], wire=0, stream=[])
    harness.tap("#a")
    harness.apply(
        ["V", "m.wxs", "module.exports.tap = function (e, o) { o.callMethod('second', require('./n.wxs').n); }"]
    )
    harness.apply(["V", "n.wxs", "module.exports.n = 7"])
    harness.tap("#a")
    assert [name for name, _ in calls(harness)] == ["told", "second"]


def test_an_empty_catch_does_not_hold_the_page(harness: PageHarness) -> None:
    nodes = [node("view", id="a", style="height:3000px", events=[["touchmove", "catch", "", 0]])]
    harness.open(block([[0, []]], nodes, [[0, "handler", "touchmove", 1]]), stream=["hold"])
    harness.press("#a")
    harness.move(0, -40)
    harness.move(0, -40)
    harness.release()
    assert harness.run("return doc.scrollingElement.scrollTop") == 0
    harness.apply(["U", 1, [0, ""]])
    harness.press("#a")
    harness.move(0, -40)
    harness.move(0, -40)
    harness.release()
    assert harness.run("return doc.scrollingElement.scrollTop") > 30
