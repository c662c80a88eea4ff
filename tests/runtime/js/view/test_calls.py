"""View calls, styles, device changes, automation and the snapshot."""

from __future__ import annotations

import pytest

from tests.runtime.js.view.page_harness import PageHarness, block, node, on, page_of

pytestmark = pytest.mark.browser

OF_ELEMENT = "view.call({name: 'element', id: 1, node: 0, call: "


def test_query(harness: PageHarness) -> None:
    harness.open(
        page_of(
            ("view", {"style": "width:100px;height:50px;margin:10px;color:rgb(1,2,3)"}),
            ("scroll-view", {"scrollY": True, "style": "height:100px"}, ("view", {"style": "height:300px"})),
        ),
        stream=[],
    )
    first, missing, viewport, scroll = harness.run(
        "return view.call({name: 'query', requests: ["
        "{nodes: [[1, 0]], fields: {rect: true, size: true, computedStyle: ['color']}},"
        "{nodes: null, fields: {rect: true}}, {nodes: 'viewport', fields: {size: true, scrollOffset: true}},"
        "{nodes: [[1, 1]], all: true, fields: {scrollOffset: true, properties: ['scroll-y', 'scroll-x']}}]})"
    )
    assert first == {
        "left": 10,
        "top": 10,
        "right": 110,
        "bottom": 60,
        "width": 100,
        "height": 50,
        "color": "rgb(1, 2, 3)",
    }
    assert missing is None
    assert viewport["width"] == 375
    assert viewport["scrollTop"] == 0
    assert scroll == [
        {"scrollLeft": 0, "scrollTop": 0, "scrollWidth": 375, "scrollHeight": 300, "scrollY": True, "scrollX": None}
    ]


def test_intersection_observer(harness: PageHarness) -> None:
    harness.open(page_of(("view", {"style": "height:900px"}), ("view", {"style": "height:100px"})), stream=[])
    harness.run("view.call({name: 'observe', key: 'k', nodes: [[1, 1]], thresholds: [0, 0.5]})")
    assert harness.run("await frames(2); return sent.length") == 0
    harness.run("doc.scrollingElement.scrollTop = 400; await until(() => sent.length > 0, 'observer')")
    (event,) = harness.events("observer")
    assert event["id"] == 0
    assert event["detail"]["key"] == "k"
    assert event["detail"]["intersectionRatio"] == 1
    harness.run("view.call({name: 'unobserve', key: 'k'}); doc.scrollingElement.scrollTop = 0; await frames(3)")
    assert harness.events("observer") == []


def test_media_query_and_page_scroll(harness: PageHarness) -> None:
    harness.open(page_of(("view", {"style": "height:900px"}), ("view", {"style": "height:900px"})), stream=[])
    harness.run("view.call({name: 'mediaQuery', key: 1, descriptor: {minWidth: 300, maxWidth: 400}}); await 0")
    assert harness.events("observer")[0]["detail"]["matches"] is True
    scroll = "{name: 'pageScroll', rectOf: [1, 1], offsetTop: -10, duration: 30}"
    assert harness.run(f"return await view.call({scroll})") == {}
    assert harness.run("return doc.scrollingElement.scrollTop") == 890


def test_styles_cascade_and_follow_the_width(harness: PageHarness) -> None:
    harness.open(
        block([[0, []]], [node("view", id="v", **{"class": "x"})], [[0, "style", None, 1]]),
        stream=["margin-left: 20rpx"],
        styles=[
            {"path": "app.wxss", "kind": "app", "parts": [".x{width:", 100, ";height:", 1, ";color:red}"]},
            {"path": "pages/a/a.wxss", "kind": "page", "parts": [".x{color:blue}"]},
        ],
    )
    look = "const s = frame.contentWindow.getComputedStyle($('#v')); return [s.width, s.height, s.color, s.marginLeft]"
    assert harness.run(look) == ["50px", "1px", "rgb(0, 0, 255)", "10px"]
    harness.run("view.setDevice({windowWidth: 750})")
    assert harness.run(look) == ["100px", "1px", "rgb(0, 0, 255)", "20px"]
    harness.run("view.setStyle({path: 'app.wxss', kind: 'app', parts: ['.x{width:7px;color:green}']})")
    assert harness.run(look)[:3:2] == ["7px", "rgb(0, 0, 255)"]


def test_automation_and_snapshot(harness: PageHarness) -> None:
    harness.open(
        page_of(
            ("view", {"class": "row", "events": on("tap")}, "one"),
            ("view", {"class": "row", "events": on("tap")}, ("text", {}, "two")),
            ("input", {"id": "i", "events": on("input", "confirm")}),
        ),
        stream=[],
    )
    harness.run("view.automate({name: 'tap', selector: 'view.row', index: 1})")
    harness.run("view.automate({name: 'input', selector: '#i', value: 'typed', confirm: true})")
    events = harness.events()
    assert [(event["type"], event["node"]) for event in events] == [("tap", 1), ("input", 3), ("confirm", 3)]
    assert harness.run("return view.automate({name: 'text', selector: '.row', index: 1})") == "two"
    assert harness.run("return view.automate({name: 'count', selector: 'view'})") == 2
    tree = harness.run("return view.automate({name: 'tree'})")
    assert tree["tag"] == "page"
    assert [child["tag"] for child in tree["children"]] == ["view", "view", "input"]
    assert tree["children"][0]["text"] == "one"
    assert tree["children"][2]["attrs"]["value"] == "typed"


def test_definitions_are_shared_by_the_pages_of_a_run(harness: PageHarness) -> None:
    harness.open(page_of(("view", {"id": "a"})), stream=[])
    harness.run(
        "const { PageView } = await import('handset://shell/page/page_view.js');"
        "const other = document.createElement('iframe'); other.src = '/page.html'; document.body.append(other);"
        "await new Promise((resolve) => { other.onload = resolve; });"
        "const second = new PageView({window: other.contentWindow, document: other.contentDocument, pageId: 2,"
        " path: 'b', windowConfig: {}, styles: [], device: {}, port: view.port, resourceUrl: (path) => path});"
        "second.apply([['B', 0, [1, 1]]]);"
        "if (!other.contentDocument.querySelector('#a')) throw new Error('block unknown'); second.destroy()"
    )


def test_animate_outranks_styles_until_it_is_cleared(harness: PageHarness) -> None:
    harness.open(page_of(("view", {"id": "a", "style": "opacity:1"})), stream=[])
    frames = [{"opacity": 1}, {"opacity": 0.5, "translateX": 10, "rotate": 90, "ease": "ease-in"}]
    harness.run(f"await {OF_ELEMENT}{{name: 'animate', frames: {frames}, duration: 20}}}})")
    look = "const s = frame.contentWindow.getComputedStyle($('#a')); return [s.opacity, s.transform]"
    assert harness.run(look) == ["0.5", "matrix(0, 1, -1, 0, 10, 0)"]
    harness.run(OF_ELEMENT + "{name: 'clearAnimation', properties: {opacity: true}}})")
    assert harness.run(look) == ["1", "matrix(0, 1, -1, 0, 10, 0)"]
    harness.run(OF_ELEMENT + "{name: 'clearAnimation', properties: null}})")
    assert harness.run(look) == ["1", "none"]


def test_looks_of_the_newer_style_version(harness: PageHarness) -> None:
    page = page_of(("button", {"id": "b", "type": "primary"}, "go"), ("icon", {"type": "warn"}))
    look = (
        "const w = frame.contentWindow; return [w.getComputedStyle($('#b')).backgroundColor,"
        "w.getComputedStyle($('#b')).width, w.getComputedStyle($('svg')).color]"
    )
    harness.open(page, stream=[])
    assert harness.run(look) == ["rgb(26, 173, 25)", "375px", "rgb(247, 98, 96)"]
    harness.open(page, stream=[], window_config={"styleVersion": "v2"})
    assert harness.run(look) == ["rgb(7, 193, 96)", "184px", "rgb(250, 81, 81)"]


def test_a_dataset_that_travels_shows_in_the_dom(harness: PageHarness) -> None:
    view = block([[0, []]], [node("view", id="v", data={"fixed": "1"})], [[0, "data", "weuiTheme", 1]])
    harness.open(view, stream=["dark"])
    assert harness.run("return {...$('#v').dataset}") == {"fixed": "1", "weuiTheme": "dark"}


def test_the_safe_area_is_a_property_of_the_root(harness: PageHarness) -> None:
    harness.open(
        page_of(("view", {"id": "v", "style": "margin-top: env(safe-area-inset-top)", "class": "x"})),
        stream=[],
        styles=[
            {"path": "app.wxss", "kind": "app", "parts": [".x{margin-bottom:calc(env(safe-area-inset-bottom) + 1px)}"]}
        ],
    )
    harness.run("doc.documentElement.style.cssText = '--safe-area-inset-top: 9px; --safe-area-inset-bottom: 20px'")
    look = "const s = frame.contentWindow.getComputedStyle($('#v')); return [s.marginTop, s.marginBottom]"
    assert harness.run(look) == ["9px", "21px"]
