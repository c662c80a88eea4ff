"""What a program hears of routes; routers of pages and components. Source: reference, route listeners and Router."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from runtime.api.table import table
from runtime.platform.wechat import WECHAT
from tests.support.logic_program import LogicProgram

EVENTS = """
for (const name of ['BeforeAppRoute', 'AppRoute', 'AppRouteDone', 'BeforePageLoad', 'AfterPageLoad',
  'BeforePageUnload', 'AfterPageUnload', 'PageNotFound'])
  wx['on' + name]((result) => { events.push([name, result]); console.log(name + ' ' + result.path); });
const events = [];
App({ events,
  onLaunch() { console.log('onLaunch'); }, onPageNotFound({ path, query, isEntryPage }) {
    console.log('not found', path, query.a, isEntryPage); } });
"""
PAGE = """
const path = '%s';
const page = {};
for (const name of ['onLoad', 'onShow', 'onHide', 'onUnload', 'onRouteDone'])
  page[name] = () => console.log(name + ' ' + path);
Page({ ...page, byPage() { this.pageRouter.navigateTo({ url: '../q/q?x=a/../b' }); },
  byComponent() { this.selectComponent('#c').go(); } });
"""


class Recorder(LogicProgram):
    """Keeps the arguments of what is asked of the host."""

    @cached_property
    def asked(self) -> list[tuple[str, Any]]:
        """Names and arguments, in order."""
        return []

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        """Notes the call; nobody answers."""
        self.asked.append((name, json.loads(args)))
        return ""


FILES = {
    "app.js": EVENTS,
    "app.json": json.dumps({"pages": ["pages/p/p", "pages/q/q"]}),
    "pages/p/p.wxml": '<c id="c"/>',
    "pages/p/p.js": PAGE % "p",
    "pages/p/p.json": '{"usingComponents":{"c":"/parts/c/c"}}',
    "pages/q/q.wxml": "q",
    "pages/q/q.js": PAGE % "q",
    "parts/c/c.wxml": "c",
    "parts/c/c.js": """Component({ methods: { go() { this.router.redirectTo({ url: './d' }); } },
      pageLifetimes: { routeDone() { console.log('routeDone c'); } } })""",
}


def program() -> Recorder:
    return Recorder(FILES, settings={"apis": table(WECHAT.registry)})


def test_the_events_of_a_route_come_in_order() -> None:
    running = program()
    running.launch("pages/p/p")
    assert running.logs() == [
        "onLaunch", "BeforeAppRoute pages/p/p", "BeforePageLoad pages/p/p", "onLoad p", "onShow p",
        "AfterPageLoad pages/p/p", "AppRoute pages/p/p",
    ]  # fmt: skip
    load = {"step": "load", "page_id": 2, "path": "pages/q/q", "query": {"x": "1"}}
    unload = {"step": "unload", "page_id": 1, "path": "pages/p/p"}
    running.route("redirectTo", [unload, load, {"step": "show", "page_id": 2}], [2])
    assert running.logs() == [
        "BeforeAppRoute pages/q/q", "BeforePageUnload pages/p/p", "onUnload p", "AfterPageUnload pages/p/p",
        "BeforePageLoad pages/q/q", "onLoad q", "onShow q", "AfterPageLoad pages/q/q", "AppRoute pages/q/q",
    ]  # fmt: skip
    running.call("onRouteDone")
    assert running.logs() == ["onRouteDone q", "AppRouteDone pages/q/q"]
    ids = running.evaluate("getApp().events.slice(4).map(([, result]) => result.routeEventId)")
    assert len(ids) == 7
    assert len(set(ids)) == 1
    last = running.evaluate("(({ page, ...rest }) => rest)(getApp().events.find((e) => e[0] === 'AppRoute')[1])")
    del last["routeEventId"]
    assert last == {
        "path": "pages/p/p", "query": {}, "openType": "appLaunch", "webviewId": 1, "renderer": "webview",
    }  # fmt: skip
    assert running.evaluate("getApp().events.find((e) => e[0] === 'AfterPageLoad')[1].page.route") == "pages/p/p"


def test_leaving_the_program_is_no_route() -> None:
    running = program()
    running.launch("pages/p/p")
    running.logs()
    running.route("hide", [{"step": "hide", "page_id": 1}, {"step": "app-hide"}], [1])
    running.route("appLaunch", [{"step": "app-show"}, {"step": "show", "page_id": 1}], [1])
    assert running.logs() == ["onHide p", "onShow p"]


def test_the_end_of_a_transition_reaches_components() -> None:
    running = program()
    running.launch("pages/p/p")
    running.logs()
    running.call("onRouteDone")
    assert running.logs() == ["onRouteDone p", "routeDone c", "AppRouteDone pages/p/p"]


def test_a_missing_first_page_is_told() -> None:
    running = program()
    missing = {"step": "not-found", "path": "pages/z/z", "query": {"a": "1"}}
    running.route("appLaunch", [{"step": "app-launch"}, {"step": "app-show"}, missing], [])
    assert running.logs() == [
        "onLaunch", "BeforeAppRoute pages/z/z", ["not found", "pages/z/z", "1", True], "PageNotFound pages/z/z",
        "AppRoute pages/z/z",
    ]  # fmt: skip


def test_routers_count_from_their_own_file() -> None:
    running = program()
    running.launch("pages/p/p")
    running.call("byPage")
    running.call("byComponent")
    assert running.asked == [
        ("navigateTo", {"url": "/pages/q/q?x=a/../b"}),
        ("redirectTo", {"url": "/parts/c/d"}),
    ]
    assert running.evaluate("[getCurrentPages()[0].__wxWebviewId__, page.renderer]") == [1, "webview"]


REWRITE = """wx.onBeforeAppRoute(({ path }) => {
  if (path === 'pages/q/q') wx.rewriteRoute({ url: '/pages/p/p', complete: (r) => console.log(r.errMsg) });
}); 0"""
LATE = "wx.rewriteRoute({ url: '/pages/p/p', fail: (r) => console.log(r.errMsg) }); 0"


class Rewriting(Recorder):
    """The host lets routes be led elsewhere, or not."""

    answer = '{"ok":true,"result":{"value":true,"errMsg":"rewriteRoute:ok"}}'

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        """Answers at once."""
        self.asked.append((name, json.loads(args)))
        return self.answer if name == "rewriteRoute" else ""


def test_a_route_is_led_to_another_page_and_stays_one_route() -> None:
    running = Rewriting(FILES, settings={"apis": table(WECHAT.registry)})
    running.launch("pages/p/p")
    running.evaluate(REWRITE)
    running.logs()
    steps = [{"step": "hide", "page_id": 1}, {"step": "load", "page_id": 2, "path": "pages/q/q"}]
    running.route("navigateTo", [*steps, {"step": "show", "page_id": 2}], [1, 2])
    assert running.asked == [("rewriteRoute", {"url": "/pages/p/p", "preserveQuery": False, "pageId": 2})]
    assert running.logs() == ["BeforeAppRoute pages/q/q", "onHide p", "rewriteRoute:ok"]
    load = {"step": "load", "page_id": 3, "path": "pages/p/p", "query": {"x": "1"}}
    running.route("navigateTo", [load, {"step": "show", "page_id": 3}], [1, 3])
    assert running.logs() == [
        "BeforePageLoad pages/p/p", "onLoad p", "onShow p", "AfterPageLoad pages/p/p", "AppRoute pages/p/p",
    ]  # fmt: skip
    ids = running.evaluate("getApp().events.slice(4).map(([, result]) => result.routeEventId)")
    assert len(set(ids)) == 1
    # The next route is one of its own.
    running.route("navigateBack", [{"step": "unload", "page_id": 3}, {"step": "show", "page_id": 1}], [1])
    assert running.logs()[0] == "BeforeAppRoute pages/p/p"


def test_a_route_that_the_host_does_not_lead_elsewhere_goes_on() -> None:
    running = Rewriting(FILES, settings={"apis": table(WECHAT.registry)})
    running.answer = '{"ok":false,"result":{"errMsg":"rewriteRoute:fail no"}}'
    running.launch("pages/p/p")
    running.evaluate(REWRITE)
    running.logs()
    load = {"step": "load", "page_id": 2, "path": "pages/q/q"}
    running.route("navigateTo", [load, {"step": "show", "page_id": 2}], [1, 2])
    logs = running.logs()
    assert logs[:3] == ["BeforeAppRoute pages/q/q", "BeforePageLoad pages/q/q", "onLoad q"]
    assert logs[-1] == "rewriteRoute:fail no"


def test_outside_of_the_listener_nothing_is_led_elsewhere() -> None:
    running = Rewriting(FILES, settings={"apis": table(WECHAT.registry)})
    running.launch("pages/p/p")
    running.logs()
    running.evaluate(LATE)
    assert running.logs() == ["rewriteRoute:fail can only be called in the callback of wx.onBeforeAppRoute"]
    assert running.asked == []
