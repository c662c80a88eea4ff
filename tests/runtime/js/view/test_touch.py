"""The mouse as a finger: taps, long presses, scrolling, pressed states."""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, block, node, on, page_of

pytestmark = pytest.mark.browser

TOUCHES = ("touchstart", "touchend", "tap")


def brief(events: list[dict[str, Any]]) -> list[tuple[str, int, int, bool]]:
    return [(event["type"], event["id"], event["node"], event["exact"]) for event in events]


def test_a_tap_is_delivered_with_point_offsets_and_nearest_node(harness: PageHarness) -> None:
    harness.open(
        page_of(
            ("view", {"events": on(*TOUCHES), "style": "padding:20px"}, ("view", {"id": "inner"}, "press")),
            ("view", {"id": "deaf"}, "nobody listens"),
        ),
        stream=[],
    )
    harness.tap("#inner")
    events = harness.events()
    assert brief(events) == [("touchstart", 1, 1, True), ("touchend", 1, 1, True), ("tap", 1, 1, True)]
    recorder = events[2]
    assert recorder["offsets"] == {"1.0": [0, 0]}
    assert recorder["detail"] == {"x": recorder["touches"][0]["pageX"], "y": recorder["touches"][0]["pageY"]}
    assert events[1]["touches"] == []
    assert set(recorder["touches"][0]) >= {"identifier", "pageX", "pageY", "clientX", "clientY", "force"}
    harness.tap("#deaf")
    assert harness.events() == []


def test_a_tap_in_slot_content_is_sent_where_the_slot_alone_listens(harness: PageHarness) -> None:
    main = block(
        [[0, [["?", 0]]]],
        [node("my-card", host=True, content=[0])],
        regions=[{"kind": "content", "node": 0, "blocks": [3]}],
        hosts=[0],
    )
    slot = {"kind": "slot", "node": -1, "name": "", "at": 0}
    shadow = block([["?", 0]], [node("slot", events=on("tap"))], regions=[slot])
    content = block([[0, ["inside"]]], [node("text", id="inside")])
    scope = {"path": "c/card", "parent": 0, "ext": {}}
    stream = [0, 1, 1, 2, 1, 0, 1, 3]
    harness.open(main, shadow, content, first=[["P", 1, scope]], stream=stream)
    harness.tap("#inside")
    assert [(event["type"], event["exact"], event["bubbles"]) for event in harness.events()] == [("tap", True, True)]


def test_points_of_every_touch_on_a_canvas_are_its_own(harness: PageHarness) -> None:
    types = ("touchstart", "touchmove", "touchend", "tap", "longpress", "touchcancel")
    style = "width:200px;height:100px;margin:30px 0 0 20px"
    harness.open(page_of(("canvas", {"id": "c", "style": style, "events": on(*types)})), stream=[])
    harness.tap("#c")
    places = [(e["type"], [(p["x"], p["y"]) for p in e["changedTouches"]]) for e in harness.events()]
    assert places == [(kind, [(100, 50)]) for kind in ("touchstart", "touchend", "tap")]
    harness.press("#c")
    harness.move(-110, 0)
    harness.release()
    *_, moved, ended = harness.events()
    assert [(p["x"], p["clientX"]) for p in moved["changedTouches"]] == [(-10, 10)]
    assert [(p["x"], p["clientX"]) for p in ended["changedTouches"]] == [(-10, 10)]
    assert ended["touches"] == []
    harness.press("#c")
    harness.run("frame.contentWindow.dispatchEvent(new Event('blur'))")
    cancelled = harness.events()[-1]
    assert (cancelled["type"], cancelled["touches"]) == ("touchcancel", [])
    assert [(p["x"], p["y"]) for p in cancelled["changedTouches"]] == [(100, 50)]
    harness.release()


def test_the_inside_of_a_built_in_is_not_exact(harness: PageHarness) -> None:
    harness.open(page_of(("switch", {"id": "s", "events": on("tap", "change")})), stream=[])
    harness.tap("#s")
    assert [(e["type"], e["exact"]) for e in harness.events()] == [("tap", False), ("change", True)]


def test_movement_cancels_the_tap_and_scrolls_the_page(harness: PageHarness) -> None:
    harness.open(
        page_of(("view", {"id": "tall", "style": "height:3000px", "events": on("tap", "touchmove", "touchend")})),
        stream=[],
        window_config={"onReachBottomDistance": 100},
    )
    harness.press("#tall")
    for _ in range(5):
        harness.move(0, -30)
    harness.release()
    types = [event["type"] for event in harness.events()]
    assert "tap" not in types
    assert "touchmove" in types
    assert harness.run("return doc.scrollingElement.scrollTop") > 100
    assert harness.run("await until(() => signals.some((s) => s[0] === 'onPageScroll'), 'onPageScroll'); return 1")
    harness.run("await view.call({name: 'pageScroll', scrollTop: 5000, duration: 0}); await frames(2)")
    names = harness.run("return signals.map((s) => s[0])")
    assert names.count("onReachBottom") == 1


def test_a_caught_touchmove_holds_the_page(harness: PageHarness) -> None:
    harness.open(
        page_of(("view", {"id": "tall", "style": "height:3000px", "events": on("touchmove", form="catch")})), stream=[]
    )
    harness.press("#tall")
    for _ in range(5):
        harness.move(0, -30)
    harness.release()
    assert harness.run("return doc.scrollingElement.scrollTop") == 0


def test_a_handled_longpress_suppresses_the_tap(harness: PageHarness) -> None:
    harness.open(
        page_of(
            ("view", {"id": "a", "events": on("tap", "longpress")}, "both"),
            ("view", {"id": "b", "events": on("tap")}, "tap only"),
        ),
        stream=[],
    )
    for selector in ("#a", "#b"):
        harness.run(f"await view.automate({{name: 'longpress', selector: '{selector}'}})")
    assert [(event["type"], event["node"]) for event in harness.events()] == [("longpress", 0), ("tap", 1)]


def test_hover_class_comes_and_goes(harness: PageHarness) -> None:
    harness.open(
        page_of(
            (
                "view",
                {"hoverClass": "outer", "style": "padding:20px"},
                (
                    "view",
                    {"id": "v", "class": "x", "hoverClass": "on", "hoverStopPropagation": True, "hoverStayTime": 1},
                ),
            )
        ),
        stream=[],
        styles=[{"path": "app.wxss", "kind": "app", "parts": ["#v { height: 40px }"]}],
    )
    harness.press("#v")
    harness.run("await until(() => $('#v').className === 'x on', 'the pressed class')")
    assert harness.run("return $('.outer')") is None
    harness.release()
    harness.run("await until(() => $('#v').className === 'x', 'the end of the pressed class')")


def test_pulling_down_at_the_top_refreshes(harness: PageHarness) -> None:
    harness.open(
        page_of(("view", {"id": "v", "style": "height:300px"})),
        stream=[],
        window_config={"enablePullDownRefresh": True},
    )
    harness.press("#v")
    for _ in range(6):
        harness.move(0, 30)
    harness.release()
    assert harness.run("return signals.map((s) => s[0])") == ["onPullDownRefresh"]
    assert harness.run("return Math.max(...pulls)") > 50


def test_disabled_scrolling(harness: PageHarness) -> None:
    harness.open(
        page_of(("view", {"id": "v", "style": "height:3000px"})), stream=[], window_config={"disableScroll": True}
    )
    harness.press("#v")
    for _ in range(5):
        harness.move(0, -30)
    harness.release()
    assert harness.run("return doc.scrollingElement.scrollTop") == 0


def test_a_transition_ends_on_its_own_node_only(harness: PageHarness) -> None:
    harness.open(
        page_of(
            (
                "view",
                {"events": on("transitionend")},
                ("view", {"id": "t", "style": "opacity:1;transition:opacity 20ms", "events": on("transitionend")}, "x"),
            )
        ),
        stream=[],
    )
    harness.run("await frames(2); $('#t').style.opacity = 0; await until(() => sent.length > 0, 'transitionend')")
    assert brief(harness.events()) == [("transitionend", 1, 1, True)]


def test_the_wheel_stops_at_a_held_layer(harness: PageHarness) -> None:
    harness.open(
        page_of(
            ("view", {"style": "height:3000px"}, "page"),
            (
                "view",
                {"id": "mask", "style": "position:fixed;inset:0", "events": on("touchmove", form="catch")},
                (
                    "scroll-view",
                    {"id": "s", "scrollY": True, "style": "height:100px"},
                    ("view", {"style": "height:300px"}),
                ),
                ("view", {"id": "plain"}, "plain"),
            ),
        ),
        stream=[],
    )
    stopped = (
        "const e = new frame.contentWindow.WheelEvent('wheel', {deltaY: 50, bubbles: true, cancelable: true});"
        "$(SELECTOR).dispatchEvent(e); return e.defaultPrevented"
    )
    assert harness.run(stopped.replace("SELECTOR", "'#plain'")) is True
    assert harness.run(stopped.replace("SELECTOR", "'#s wx-view'")) is False


def test_a_bar_that_goes_is_no_resize(harness: PageHarness) -> None:
    harness.open(page_of(("view", {})), stream=[])
    harness.run("frame.style.height = '400px'; await frames(3)")
    assert harness.run("return signals") == []
    harness.run("frame.style.width = '300px'; await until(() => signals.length > 0, 'onResize')")
    assert harness.run("return signals") == [["onResize", {"size": {"windowWidth": 300, "windowHeight": 400}}]]
