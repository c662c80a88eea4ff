"""wx.* on top of the base library: the real façade, the real selectors, view calls and their answers."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.table import table
from runtime.platform.wechat import WECHAT
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
    program = LogicProgram(files, settings={"apis": table(WECHAT.registry)})
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
    assert call["call"]["requests"][0]["nodes"] == [[number, node]]
    assert program.logs() == [["x", {"k": "1"}, 10], 1]


def test_a_query_inside_a_component_stays_there() -> None:
    program = start()
    program.call("near")
    call = reply(program, [[{"width": 1}]])
    number, node = program.view.find(id="inner")
    assert call["call"]["requests"][0]["nodes"] == [[number, node]]
    assert program.logs() == [["inner"]]


def test_a_query_in_an_observer_waits_for_the_tree_of_its_component() -> None:
    component = """Component({ properties: { v: { type: Number, observer() {
      this.createSelectorQuery().select('#inner').boundingClientRect((r) => console.log(r.id)).exec(); } } } })"""
    program = start(**{"pages/p/p.wxml": '<c v="1"/>', "c/c.js": component})
    call = reply(program, [{"width": 1}])
    assert call["call"]["requests"][0]["nodes"] == [list(program.view.find(id="inner"))]
    assert program.logs() == ["inner"]


def test_observers_hear_the_view() -> None:
    program = start()
    program.call("watch")
    call = reply(program, {})
    detail = {"key": call["call"]["key"], "index": 0, "intersectionRatio": 0.5}
    program.send(
        m="view-events", page_id=1, events=[{"type": "observer", "id": 0, "node": 0, "ts": 1, "detail": detail}]
    )
    assert program.logs() == [[0.5, "x"]]


def test_animate_goes_to_the_nodes() -> None:
    program = start()
    program.call("move")
    call = reply(program, {})
    assert (call["call"]["name"], call["call"]["call"]["name"]) == ("element", "animate")
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


@pytest.mark.parametrize(
    ("open_type", "stack", "members"),
    [
        ("navigateTo", [1, 2], "function"),
        ("redirectTo", [2], "undefined"),
        ("reLaunch", [2], "undefined"),
        ("switchTab", [2], "undefined"),
    ],
)
def test_only_a_page_that_navigate_to_opened_has_a_channel(open_type: str, stack: list[int], members: str) -> None:
    script = (
        "Page({onLoad() { const c = this.getOpenerEventChannel(); console.log(typeof c, typeof c.on, typeof c.emit) }})"
    )
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": script}, settings={"apis": table(WECHAT.registry)})
    program.launch()
    assert program.logs() == [["object", "undefined", "undefined"]]
    steps = [{"step": "load", "page_id": 2, "path": "pages/p/p"}, {"step": "show", "page_id": 2, "path": "pages/p/p"}]
    program.send(m="route", open_type=open_type, steps=steps, stack=stack)
    assert program.logs() == [["object", members, members]]


def test_pages_that_are_opened_again_after_a_restart_keep_a_channel() -> None:
    script = "Page({onLoad() { console.log(typeof this.getOpenerEventChannel().on) }})"
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": script}, settings={"apis": table(WECHAT.registry)})
    steps = [{"step": "load", "page_id": page, "path": "pages/p/p"} for page in (1, 2)]
    program.send(m="route", open_type="appLaunch", steps=steps, stack=[1, 2])
    assert program.logs() == ["undefined", "function"]


# What a reactive store of a framework does: every object that is read through it comes back behind a Proxy.
WRAP = """
const wrap = (value) => value === null || typeof value !== 'object' ? value
  : new Proxy(value, { get: (target, key, self) => wrap(Reflect.get(target, key, self)) });
"""


def test_instances_work_behind_a_proxy() -> None:
    program = start(
        WRAP
        + """
        Page({
          data: { n: 1 },
          onReady() {
            const { page, c } = wrap({ page: this, c: this.selectComponent('#c') });
            page.setData({ n: 5 }, () => console.log('rendered'));
            console.log(this.data.n, page.data.n, page.is, c.id, page.selectComponent('#c') !== null);
            wx.createSelectorQuery().in(c).select('#inner').fields({ id: true }, (r) => console.log(r.id)).exec();
            page.own = { a: 1 };
            console.log(this.own.a, page.hasBehavior('x'), typeof page.getPageId());
          },
        })"""
    )
    reply(program, [{}])
    assert program.logs() == [[5, 5, "pages/p/p", "c", True], [1, False, "string"], "inner"]
    assert program.errors() == []


@pytest.mark.parametrize(
    "scope",
    [
        "this.selectComponent('#c')",
        "wrap({ c: this.selectComponent('#c') }).c",
        "copied(this.selectComponent('#c'))",
        "wrap({ c: copied(this.selectComponent('#c')) }).c",
    ],
)
def test_a_query_is_in_a_component_or_what_stands_for_it(scope: str) -> None:
    program = start(
        WRAP
        + """
        const copied = (one) => {
          const vm = Object.create(null);
          for (const key of ['__wxExparserNodeId__', '__wxWebviewId__']) {
            if (Object.hasOwn(one, key)) vm[key] = one[key];
          }
          return vm;
        };
        Page({ onReady() {
          wx.createSelectorQuery().in(SCOPE).select('.a').fields({ id: true }, (r) => console.log(r.id)).exec();
        } })""".replace("SCOPE", scope)
    )
    reply(program, [{}])
    assert program.logs() == ["inner"]
    assert program.notices() == []


@pytest.mark.parametrize("scope", ["{}", "undefined", "null", "5", "{__wxWebviewId__: 1, __wxExparserNodeId__: 'x'}"])
def test_a_query_in_what_is_no_component_stays_on_the_page_and_is_told_once(scope: str) -> None:
    program = start(
        "Page({ onReady() { for (let i = 0; i < 2; i++) wx.createSelectorQuery().in("
        f"{scope}).select('.a').fields({{ id: true }}, (r) => console.log(r.id)).exec(); }} }})"
    )
    reply(program, [{}])
    assert program.logs() == ["x"]
    assert [notice.partition(":")[0] for notice in program.notices()] == ["SelectorQuery.in(component)"]


def test_a_query_from_before_the_first_picture_is_answered_after_ready() -> None:
    files = {
        "pages/p/p.wxml": '<view class="a"/><c/>',
        "pages/p/p.js": "Page({ onLoad() { wx.createSelectorQuery().select('.a').fields({ size: true }, () =>"
        " console.log('answer')).exec(); }, onReady() { console.log('onReady') } })",
        "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
        "c/c.wxml": "c",
        "c/c.js": "Component({ lifetimes: { ready() { console.log('ready') } } })",
    }
    program = LogicProgram(files, settings={"apis": table(WECHAT.registry)})
    steps = [{"step": step, "page_id": 1, "path": "pages/p/p"} for step in ("load", "show")]
    program.send(m="route", open_type="appLaunch", steps=steps, stack=[1])
    reply(program, [{}])
    assert program.logs() == []
    program.send(m="painted", page_id=1, batch_id=1)
    program.send(m="page-ready", page_id=1)
    assert program.logs() == ["ready", "onReady", "answer"]


@pytest.mark.parametrize(
    ("tag", "method"),
    [
        ("video", "seek"),
        ("map", "moveToLocation"),
        ("editor", "setContents"),
        ("camera", "takePhoto"),
        ("live-player", "play"),
    ],
)
def test_a_query_gives_the_object_that_rules_an_element(tag: str, method: str) -> None:
    files = {
        "pages/p/p.wxml": f'<{tag} class="a"/>',
        "pages/p/p.js": "Page({ onReady() { wx.createSelectorQuery().select('.a').context((r) => {"
        f" console.log(typeof r.context.{method}); r.context.{method}({{}}); }}).exec(); }} }})",
    }
    program = LogicProgram(files, settings={"apis": table(WECHAT.registry)})
    program.launch()
    reply(program, [{"node": {"tag": tag}}])
    assert program.logs() == ["function"]
    assert program.errors() == []


def test_passive_events_are_told_as_they_were_set() -> None:
    program = start(
        "Page({ onLoad() { this.setPassiveEvent({ touchmove: true }); this.getPassiveEvent((r) => console.log(r)); } })"
    )
    assert program.logs() == [{"touchstart": False, "touchmove": True, "wheel": False}]


FONT = 'url("https://example.com/a.woff2")'


def test_a_font_of_the_start_waits_for_the_first_page() -> None:
    program = start(
        "Page({})",
        **{
            "app.js": f"""App({{ onLaunch() {{ wx.loadFontFace({{ family: 'own', source: '{FONT}', global: true,
              success: (r) => console.log(r.status), fail: (r) => console.log(r.status, r.errMsg) }}) }} }})"""
        },
    )
    asked = program.last("view-call")
    assert asked["call"] == {
        "name": "loadFont", "family": "own", "source": FONT.replace("\\", ""), "descriptors": {}, "isGlobal": True,
    }  # fmt: skip
    program.send(m="view-reply", request_id=asked["request_id"], error="why", result=None)
    assert program.logs() == [["error", "loadFontFace:fail why"]]
