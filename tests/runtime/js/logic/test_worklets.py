"""`wx.worklet` in the logic layer: what is ordered of the view, and what the view tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runtime.api.table import table
from runtime.platform.wechat import WECHAT
from tests.support.logic_program import LogicProgram
from tests.support.wx_program import WxProgram


@pytest.fixture
def program(tmp_path: Path) -> WxProgram:
    made = WxProgram(tmp_path)
    made.run("globalThis.w = wx.worklet; globalThis.mark = library.markWorkletOf('pages/a/a.js'); return 0")
    return made


def jobs(program: WxProgram) -> list[dict[str, Any]]:
    """What has been ordered since the last look."""
    program.run("installed.flush(); return 0")
    ordered = program.run("viewCalls.splice(0).flatMap(({ call }) => call.jobs)")
    assert isinstance(ordered, list)
    return ordered


def told(program: WxProgram, **news: Any) -> None:
    program.run(f"installed.observerEvent({{ worklet: {json.dumps(news)} }}); return 0")


def test_shared_values_are_set_and_read_here_at_once(program: WxProgram) -> None:
    assert program.run("globalThis.s = w.shared(1); s.value = { a: [1] }; return s.value") == {"a": [1]}
    shared, change = jobs(program)
    assert (shared["$"], shared["value"]) == ("shared", 1)
    assert (change["$"], change["id"], change["version"]) == ("set", shared["id"], 1)
    assert change["value"] == {"$": "o", "v": {"a": [1]}}


def test_what_the_view_tells_is_read_unless_something_newer_was_set(program: WxProgram) -> None:
    program.run("globalThis.s = w.shared(1); return 0")
    [shared] = jobs(program)
    told(program, values=[[shared["id"], 0, {"$": "n", "v": "NaN"}]])
    assert program.run("Number.isNaN(s.value)") is True
    program.run("s.value = 5; return 0")
    told(program, values=[[shared["id"], 0, 3]])
    assert program.run("s.value") == 5
    told(program, values=[[shared["id"], 1, 6], [999, 1, 7]])
    assert program.run("s.value") == 6


def test_an_animation_leaves_the_value_until_the_view_tells(program: WxProgram) -> None:
    program.run("globalThis.s = w.shared(1); return 0")
    jobs(program)
    easing = "w.Easing.inOut(w.Easing.bezier(0.1, 0.2, 0.3, 0.4))"
    code = f"s.value = w.repeat(w.timing(9, {{ duration: 5, easing: {easing} }}), 3, true); return s.value"
    assert program.run(code) == 1
    [change] = jobs(program)
    repeat = change["value"]["v"]
    timing = repeat["animation"]["v"]
    assert (change["value"]["$"], repeat["kind"], repeat["times"], repeat["isReversed"]) == ("m", "repeat", 3, True)
    curve = timing["options"]["v"]["easing"]
    assert (timing["to"], curve["name"], curve["args"][0]["name"]) == (9, "inOut", "bezier")
    assert curve["args"][0]["args"] == [0.1, 0.2, 0.3, 0.4]


@pytest.mark.parametrize(
    ("curve", "at", "expected"),
    [
        ("linear", 0.3, 0.3), ("quad", 0.5, 0.25), ("cubic", 0.5, 0.125), ("sin", 1, 1), ("circle", 1, 1),
        ("exp", 1, 1),
        ("bounce", 1, 1), ("ease", 1, 1), ("poly(4)", 0.5, 0.0625), ("elastic()", 1, 1), ("back()", 1, 1),
        ("bezier(0.25, 0.1, 0.25, 1)", 0.5, 0.8024), ("cubicBezier(0, 0, 1, 1)", 0.4, 0.4),
        ("in(w.Easing.quad)", 0.5, 0.25), ("out(w.Easing.quad)", 0.5, 0.75), ("inOut(w.Easing.quad)", 0.25, 0.125),
        ("steps(4)", 0.3, 0.5), ("bezier(0.25, 0.1, 0.25, 1).factory()", 0.5, 0.8024),
    ],
)  # fmt: skip
def test_curves(program: WxProgram, curve: str, at: float, expected: float) -> None:
    assert program.run(f"w.Easing.{curve}({at})") == pytest.approx(expected, abs=1e-3)


def test_a_worklet_goes_with_its_text_and_what_was_around_it(program: WxProgram) -> None:
    program.run(
        """const config = { name: 'before' }, s = w.shared(0), g = mark((x) => x, '(x) => x', 2, {}), plain = () => 1;
           const f = mark(() => 0, '() => 0', 7, {
             config: () => config, s: () => s, g: () => g, plain: () => plain,
             timing: () => w.timing, late: () => late });
           config.name = 'after';
           let late = 4;
           w.runOnUI(f)(1, 'two');
           w.runOnUI(f)();
           return 0"""
    )
    ordered = jobs(program)
    [fn] = [job for job in ordered if job["$"] == "fn" and job["line"] == 7]
    [inner] = [job for job in ordered if job["$"] == "fn" and job["line"] == 2]
    assert (fn["text"], fn["path"]) == ("() => 0", "pages/a/a.js")
    taken = fn["taken"]
    assert taken["config"] == {"$": "o", "v": {"name": "before"}}
    assert (taken["s"]["$"], taken["g"]) == ("s", {"$": "w", "id": inner["id"]})
    assert (taken["plain"]["$"], taken["plain"]["name"], taken["timing"]) == (
        "f",
        "plain",
        {"$": "k", "name": "timing"},
    )
    assert taken["late"] == 4
    runs = [(job["fn"]["id"], job["args"]) for job in ordered if job["$"] == "run"]
    assert runs == [(fn["id"], [1, "two"]), (fn["id"], [])]


def test_functions_are_called_with_what_the_view_says(program: WxProgram) -> None:
    program.run("w.runOnUI(mark(() => 0, '', 1, { done: () => (...args) => log.push(args) }))(); return 0")
    [fn, _] = jobs(program)
    told(program, call={"fn": fn["taken"]["done"]["id"], "self": {"$": "u"}, "args": [1, {"$": "o", "v": {"a": [2]}}]})
    assert program.log() == [[1, {"a": [2]}]]
    told(program, call={"fn": 12345, "self": {"$": "u"}, "args": []})
    assert program.log() == []


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("(() => { const a = {}; a.a = a; return a })()", "contains itself"),
        ("new Array(30000).fill({})", "too large"),
        ("'x'.repeat(3000000)", "too large"),
        ("JSON.parse('['.repeat(200) + ']'.repeat(200))", "too deep"),
        ("({ get a() { throw new Error('no') } })", "cannot be read"),
    ],
)
def test_what_is_too_large_is_told_and_goes_as_nothing(program: WxProgram, value: str, reason: str) -> None:
    program.run("w.runOnUI(mark(() => 0, '', 1, { big: () => globalThis.big }))(); return 0")
    program.run(f"globalThis.big = {value}; w.runOnUI(mark(() => 0, '', 3, {{ big: () => big }}))(); return 0")
    fn = next(job for job in jobs(program) if job["$"] == "fn" and job["line"] == 3)
    assert fn["taken"]["big"] == {"$": "u"}
    notes = [text for kind, text in program.log() if kind == "complain"]
    assert any('"big"' in note and "pages/a/a.js:3" in note for note in notes), notes
    assert any(reason in note for note in notes)


@pytest.mark.parametrize("code", ["w.runOnUI(() => 0)()", "w.derived(() => 0)", "w.runOnUI(null)()", "w.derived(5)"])
def test_what_is_no_worklet_is_told(program: WxProgram, code: str) -> None:
    program.run(f"{code}; return 0")
    notes = [text for kind, text in program.log() if kind == "complain"]
    assert any("'worklet'" in note for note in notes)


PAGE = """
const { shared } = wx.worklet
Page({
  data: { list: [7] },
  onLoad() {
    this.x = shared(1)
    this.applyAnimatedStyle('.box', () => { 'worklet'; return { left: this.x.value + this.data.list[0] } }, {}, (r) => {
      this.style = r.styleId
    })
  },
  handlePan(e) { 'worklet'; this.x.value = e.deltaX; this.other(e) },
  other(e) { 'worklet'; this.x.value += this.step },
  step: 3,
  clear() { this.clearAnimatedStyle('.box', [this.style], () => console.log('cleared')) },
})
"""
MARKUP = '<view class="box"/><pan-gesture-handler worklet:ongesture="handlePan"><view/></pan-gesture-handler>'


@pytest.fixture
def page() -> LogicProgram:
    files = {"pages/p/p.wxml": MARKUP, "pages/p/p.js": PAGE}
    program = LogicProgram(files, settings={"apis": table(WECHAT.registry)})
    program.launch()
    return program


def ordered(program: LogicProgram, kind: str) -> list[dict[str, Any]]:
    calls = [message["call"] for message in program.of("view-call") if message["call"]["name"] == "worklets"]
    return [job for call in calls for job in call["jobs"] if job["$"] == kind]


def test_an_updater_goes_with_the_elements_that_are_there(page: LogicProgram) -> None:
    [style] = ordered(page, "style")
    [fn] = [job for job in ordered(page, "fn") if job["id"] == style["fn"]]
    [instance] = ordered(page, "instance")
    assert style["nodes"] == [[1, 0]]
    assert fn["taken"] == {"this": {"$": "i", "id": instance["id"]}}
    assert instance["members"]["data.list"] == [7]
    assert instance["members"]["x"]["$"] == "s"
    page.call("clear")
    assert ordered(page, "unstyle") == [{"$": "unstyle", "id": style["id"]}]
    assert page.logs() == ["cleared"]


def test_handlers_of_an_element_come_when_the_view_asks(page: LogicProgram) -> None:
    node = {"handlers": {"ongesture": "handlePan", "nope": "missing"}}
    page.event("worklet", node, bubbles=False, tag="pan-gesture-handler")
    [handlers] = ordered(page, "handlers")
    [name] = handlers["handlers"]
    handler = handlers["handlers"][name]
    members = {key: value for job in ordered(page, "instance") for key, value in job["members"].items()}
    assert (name, handler["name"]) == ("ongesture", "handlePan")
    # What a method names that another method names is there, too.
    assert members["step"] == 3
    assert members["other"]["$"] == "w"
    assert any("missing" in note for note in complaints(page))


def complaints(program: LogicProgram) -> list[str]:
    return [str(entry["args"][0]) for entry in program.of("log") if entry["source"] == "handset"]


ROUTES = {
    "pages/p/p.wxml": "p",
    "pages/p/p.js": """
const worklet = (text) => () => { 'worklet'; return {} }
wx.router.addRouteBuilder('half', (context, options) => {
  console.log(Object.keys(context).sort().join(), options.a)
  return { opaque: false, transitionDuration: 'x', barrierColor: 'red', handlePrimaryAnimation: worklet(),
    handlePreviousPageAnimation: () => ({}) }
})
Page({
  go({ routeType }) {
    wx.navigateTo({ url: '/pages/q/q', routeType, routeOptions: { a: 1 }, routeConfig: { transitionDuration: 5 } })
  },
})""",
    "pages/q/q.wxml": "q",
    "pages/q/q.js": "Page({ onLoad() { console.log(typeof wx.router.getRouteContext(this)) } })",
}


@pytest.mark.parametrize("route_type", ["half", "wx://modal", "nope"])
def test_a_route_goes_with_its_settings_and_worklets(route_type: str) -> None:
    program = LogicProgram(ROUTES, settings={"apis": table(WECHAT.registry)})
    program.launch()
    program.call("go", {"routeType": route_type})
    steps = [{"step": "load", "page_id": 2, "path": "pages/q/q"}, {"step": "show", "page_id": 2}]
    program.send(m="route", open_type="navigateTo", steps=steps, stack=[1, 2], opener_call_id=1)
    said = program.logs()
    routes = ordered(program, "route")
    if route_type == "nope":
        assert (routes, said) == ([], ["undefined"])
        assert any('"nope"' in note for note in complaints(program))
        return
    [route] = routes
    assert said[-1] == "object"
    assert route["settings"]["opaque"] is False
    assert "handlePrimaryAnimation" in route["handlers"]
    if route_type == "half":
        assert "primaryAnimation" in said[0][0]
        assert said[0][1] == 1
        assert (route["settings"]["transitionDuration"], route["settings"]["barrierColor"]) == (5, "red")
        assert any("handlePreviousPageAnimation" in note for note in complaints(program))
