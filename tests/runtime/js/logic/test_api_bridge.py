"""wx.* on top of the base library: the real façade, the real selectors, view calls and their answers."""

from __future__ import annotations

from typing import Any

from runtime.api.registry import default_registry
from runtime.api.table import table
from tests.support.logic_program import LogicProgram

PAGE = """
Page({
  data: { n: 1 },
  query() {
    this.setData({ n: 2 });
    wx.createSelectorQuery().select('.a').boundingClientRect((r) => console.log(r.id, r.dataset, r.width)).exec(
      (all) => console.log(all.length));
  },
  near() { this.selectComponent('#c').query(); },
  watch() {
    this.createIntersectionObserver().relativeToViewport().observe('.a', (r) => console.log(r.intersectionRatio, r.id));
  },
  move() { this.animate('.a', [{ opacity: 0 }, { opacity: 1 }], 100, () => console.log('moved')); },
  tapped() { console.log('tap', typeof wx.navigateTo); },
})
"""


def start(page: str = PAGE, **more: str) -> LogicProgram:
    files = {
        "pages/p/p.wxml": '<view id="x" class="a" data-k="1" bindtap="tapped">{{n}}</view><c id="c"/>',
        "pages/p/p.js": page,
        "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
        "c/c.wxml": '<view id="inner" class="a"/>',
        "c/c.js": """Component({ methods: { query() {
          this.createSelectorQuery().selectAll('.a')
            .boundingClientRect((r) => console.log(r.map((n) => n.id))).exec(); } } })""",
        **more,
    }
    program = LogicProgram(files, settings={"apis": table(default_registry())})
    program.launch()
    return program


def reply(program: LogicProgram, result: Any, error: str = "") -> dict[str, Any]:
    call = program.last("view-call")
    program.send(m="view-reply", request_id=call["request_id"], result=result, error=error)
    return call


def test_a_query_runs_after_what_was_set() -> None:
    program = start()
    program.call("query")
    kinds = [message["m"] for message in program.messages if message["m"] in ("dom", "view-call")]
    assert kinds[-2:] == ["dom", "view-call"]
    call = reply(program, [{"left": 0, "top": 0, "width": 10, "height": 5}])
    number, node = program.view.find(class_="a", id="x")
    assert call["params"][0]["nodes"] == [[number, node]]
    assert program.logs() == [["x", {"k": "1"}, 10], 1]


def test_a_query_inside_a_component_stays_there() -> None:
    program = start()
    program.call("near")
    call = reply(program, [[{"width": 1}]])
    number, node = program.view.find(id="inner")
    assert call["params"][0]["nodes"] == [[number, node]]
    assert program.logs() == [["inner"]]


def test_a_query_in_an_observer_waits_for_the_tree_of_its_component() -> None:
    component = """Component({ properties: { v: { type: Number, observer() {
      this.createSelectorQuery().select('#inner').boundingClientRect((r) => console.log(r.id)).exec(); } } } })"""
    program = start(**{"pages/p/p.wxml": '<c v="1"/>', "c/c.js": component})
    call = reply(program, [{"width": 1}])
    assert call["params"][0]["nodes"] == [list(program.view.find(id="inner"))]
    assert program.logs() == ["inner"]


def test_observers_hear_the_view() -> None:
    program = start()
    program.call("watch")
    call = reply(program, {})
    detail = {"key": call["params"]["key"], "index": 0, "intersectionRatio": 0.5}
    program.send(
        m="view-events", page_id=1, events=[{"type": "observer", "id": 0, "node": 0, "ts": 1, "detail": detail}]
    )
    assert program.logs() == [[0.5, "x"]]


def test_animate_goes_to_the_nodes() -> None:
    program = start()
    program.call("move")
    call = reply(program, {})
    assert (call["method"], call["params"]["method"]) == ("element", "animate")
    assert program.logs() == ["moved"]


def test_calls_know_whether_a_tap_caused_them() -> None:
    program = start("""Page({ tapped() {
      wx.hideToast({}); Promise.resolve().then(() => wx.hideToast({})); setTimeout(() => wx.hideToast({}), 0); } })""")
    program.tap(id="x")
    assert program.calls == [("hideToast", True), ("hideToast", True), ("hideToast", False)]


def test_listeners_of_the_app_life_cycle() -> None:
    program = start("""wx.onAppHide(() => console.log('hidden')); wx.onError((e) => console.log(e.message));
    Page({ onLoad() { throw new Error('x'); } })""")
    assert program.logs() == ["Error: x"]
    program.route("hide", [{"step": "app-hide"}], [1])
    assert program.logs() == ["hidden"]


def test_results_and_events_reach_their_callbacks() -> None:
    program = start("Page({ onLoad() { wx.getLocation({ fail: (e) => console.log(e.errMsg) }); } })")
    assert program.logs() == ["getLocation:fail not here"]
