"""wx.getPerformance: what is told of a program's run. Source: reference, PerformanceEntry and PerformanceObserver."""

from __future__ import annotations

import json
from typing import Any

from runtime.api.table import table
from runtime.platform.wechat import WECHAT
from tests.support.logic_program import LogicProgram

APP = """
const performance = wx.getPerformance();
const seen = [];
const observer = performance.createObserver((list) => seen.push(list.getEntries().map((one) => one.name)));
observer.observe({ entryTypes: ['render', 'navigation'] });
App({ performance, observer, seen });
"""
PAGE = "Page({ back() { wx.navigateBack(); } })"


def program() -> LogicProgram:
    files = {
        "app.js": APP,
        "app.json": json.dumps({"pages": ["pages/p/p", "pages/q/q"]}),
        "pages/p/p.wxml": "p",
        "pages/p/p.js": PAGE,
        "pages/q/q.wxml": "q",
        "pages/q/q.js": PAGE,
    }
    return LogicProgram(files, settings={"apis": table(WECHAT.registry)})


def entries(program: LogicProgram, code: str = "getEntries()") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(program.evaluate(f"JSON.stringify(getApp().performance.{code})"))
    return found


def test_a_launch_and_a_route_are_told() -> None:
    started = program()
    started.launch()
    started.open("pages/q/q")
    started.send(m="page-event", page_id=started.page_id, name="onRouteDone", detail={})
    told = entries(started)
    assert [(one["name"], one["entryType"]) for one in told] == [
        ("evaluateScript", "script"), ("evaluateScript", "script"), ("firstRender", "render"), ("firstPaint", "render"),
        ("appLaunch", "navigation"), ("evaluateScript", "script"), ("firstRender", "render"), ("firstPaint", "render"),
        ("route", "navigation"),
    ]  # fmt: skip
    assert all(one["startTime"] > 1_600_000_000_000 and one["duration"] >= 0 for one in told)
    launch, route = told[4], told[8]
    assert (launch["path"], launch["navigationType"]) == ("pages/p/p", "appLaunch")
    assert (route["path"], route["referrerPath"], route["navigationType"]) == ("pages/q/q", "pages/p/p", "navigateTo")
    assert launch["startTime"] <= told[2]["startTime"]
    assert told[0]["fileList"] == ["app.js"]


def test_observers_hear_of_their_types_until_they_disconnect() -> None:
    started = program()
    started.launch()
    assert [name for batch in started.evaluate("getApp().seen") for name in batch] == [
        "firstRender", "firstPaint", "appLaunch",
    ]  # fmt: skip
    started.evaluate("getApp().observer.disconnect()")
    started.open("pages/q/q")
    assert len(started.evaluate("getApp().seen").pop()) == 3


def test_entries_are_found_by_name_and_type() -> None:
    started = program()
    started.launch()
    assert [one["entryType"] for one in entries(started, "getEntriesByName('firstRender')")] == ["render"]
    assert entries(started, "getEntriesByName('firstRender', 'script')") == []
    assert [one["name"] for one in entries(started, "getEntriesByType('navigation')")] == ["appLaunch"]


def test_the_buffer_keeps_the_newest() -> None:
    started = program()
    started.launch()
    started.evaluate("getApp().performance.setBufferSize(2)")
    assert [one["name"] for one in entries(started)] == ["firstPaint", "appLaunch"]
    started.evaluate("getApp().performance.setBufferSize(0)")
    assert entries(started) == []


def test_an_observer_of_one_type_may_ask_for_what_has_been() -> None:
    started = program()
    started.launch()
    started.evaluate(
        "getApp().late = []; getApp().performance.createObserver((list) => getApp().late.push(...list.getEntries()))"
        ".observe({ type: 'script', buffered: true })"
    )
    started.run_timers(10)
    assert len(started.evaluate("getApp().late")) == 2
