"""`page-meta` and the `navigation-bar` inside it. Source: their reference pages."""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, block, node, on, page_of
from tests.runtime.js.view.test_form_controls import details

pytestmark = pytest.mark.browser

ATTRIBUTES = (
    "pageStyle", "pageFontSize", "rootFontSize", "rootBackgroundColor", "backgroundColor", "backgroundColorTop",
    "backgroundTextStyle", "scrollTop", "scrollDuration", "pageOrientation",
)  # fmt: skip
BAR = ("title", "loading", "frontColor", "backgroundColor", "colorAnimationDuration", "colorAnimationTimingFunc")
ABSENT = {"$u": 1}


def opened(harness: PageHarness, **given: Any) -> None:
    """A tall page with a page-meta; attributes that are not given are absent."""
    meta = node("page-meta", events=on("scroll", "scrolldone", "resize"))
    page = block(
        [[0, []], [1, []]],
        [meta, node("view", id="tall", style="height: 3000px; width: 1rem")],
        [[0, "attr", name, 1] for name in ATTRIBUTES],
    )
    values = [given.get(name, ABSENT) for name in ATTRIBUTES]
    harness.open(page, stream=values, device={"fontSize": 19, "platform": "ios", "pixelRatio": 2})


def change(harness: PageHarness, name: str, value: Any) -> None:
    harness.apply(["U", 1, [ATTRIBUTES.index(name), value]])


def computed(harness: PageHarness, element: str, *names: str) -> list[str]:
    return [harness.run(f"return getComputedStyle(doc.{element})['{name}']") for name in names]


def test_it_dresses_the_page(harness: PageHarness) -> None:
    opened(harness, pageStyle="padding-top: 25rpx; color: red", rootFontSize="40rpx", rootBackgroundColor="#00ff00")
    assert computed(harness, "body", "paddingTop", "color", "fontSize") == ["12px", "rgb(255, 0, 0)", "16px"]
    assert computed(harness, "documentElement", "fontSize", "backgroundColor") == ["20px", "rgb(0, 255, 0)"]
    change(harness, "pageFontSize", "13px")
    change(harness, "rootFontSize", "system")
    assert computed(harness, "body", "paddingTop", "fontSize") == ["12px", "13px"]
    assert computed(harness, "documentElement", "fontSize") == ["19px"]
    change(harness, "pageFontSize", "system")
    assert computed(harness, "body", "fontSize") == ["19px"]


def test_a_page_without_it_looks_as_before(harness: PageHarness) -> None:
    opened(harness, pageStyle="color: red", rootFontSize="20px", rootBackgroundColor="#00ff00")
    harness.apply(["D", 2, block([[0, []]], [node("view")])], ["B", 0, [5, 2]])
    assert computed(harness, "body", "color") == ["rgb(0, 0, 0)"]
    assert computed(harness, "documentElement", "backgroundColor") == ["rgba(0, 0, 0, 0)"]
    assert harness.run("return view.meta") is None


def test_the_window_behind_follows(harness: PageHarness) -> None:
    opened(harness, backgroundColor="#111111", backgroundTextStyle="light")
    change(harness, "backgroundColorTop", "#222222")
    change(harness, "backgroundColor", "#333333")
    assert harness.run("return backgrounds") == [
        {"backgroundColor": "#111111", "backgroundTextStyle": "light"},
        {"backgroundColorTop": "#222222"},
        {"backgroundColor": "#333333"},
    ]


def test_it_wishes_an_orientation(harness: PageHarness) -> None:
    opened(harness)
    assert harness.run("return orientations") == []
    change(harness, "pageOrientation", "landscape")
    change(harness, "pageOrientation", "landscape")
    change(harness, "pageOrientation", ABSENT)
    change(harness, "pageOrientation", "auto")
    harness.apply(["B", 0, [5, 1, *(ABSENT for _ in ATTRIBUTES)]])
    assert harness.run("return orientations") == ["landscape", "", "auto", ""]


def test_it_scrolls_and_tells(harness: PageHarness) -> None:
    opened(harness, scrollTop="0", scrollDuration=0)
    assert harness.run("await frames(3); return doc.scrollingElement.scrollTop") == 0
    change(harness, "scrollTop", "300")
    harness.run("await until(() => sent.some((e) => e.type === 'scrolldone'), 'scrolldone')")
    assert details(harness) == [("scroll", {"scrollTop": 300}), ("scrolldone", {})]
    assert harness.run("return signals") == [["onPageScroll", {"scrollTop": 300}]]
    change(harness, "scrollTop", "300")
    harness.run("doc.scrollingElement.scrollTop = 0; await frames(3)")
    assert details(harness) == [("scroll", {"scrollTop": 0})]
    change(harness, "scrollTop", "200rpx")
    assert harness.run("await until(() => doc.scrollingElement.scrollTop === 100, 'its place'); return 1")


def test_a_page_starts_where_it_says(harness: PageHarness) -> None:
    opened(harness, scrollTop="250", scrollDuration=0)
    assert harness.run("await until(() => doc.scrollingElement.scrollTop === 250, 'its place'); return 1")


def test_it_tells_of_another_width(harness: PageHarness) -> None:
    opened(harness)
    harness.run("frame.style.width = '300px'; await until(() => signals.length > 0, 'onResize')")
    assert details(harness, "resize") == [("resize", {"size": {"windowWidth": 300, "windowHeight": 667}})]
    assert harness.run("return signals.map(([name]) => name)") == ["onResize"]


def test_the_navigation_bar_speaks_for_the_bar_above(harness: PageHarness) -> None:
    page = block(
        [[0, [[1, []]]]],
        [node("page-meta"), node("navigation-bar", 0)],
        [[1, "attr", name, 1] for name in BAR],
    )
    harness.open(page, stream=["one", False, "#ffffff", "#ff0000", 100, "easeIn"])
    harness.apply(["U", 1, [BAR.index("title"), "two", BAR.index("loading"), True]])
    harness.apply(["U", 1, [BAR.index("title"), ABSENT]])
    motion = {"duration": 100, "timingFunc": "easeIn"}
    assert harness.run("return bars") == [
        {"title": "one", "loading": False, "color": "#ffffff", "backgroundColor": "#ff0000", "animation": motion},
        {"title": "two", "animation": motion},
        {"loading": True, "animation": motion},
        {"animation": motion},
    ]


def test_a_component_of_that_name_is_seen(harness: PageHarness) -> None:
    page = block([[0, []]], [node("navigation-bar", host=True)], hosts=[0])
    scope = {"path": "components/navigation-bar/navigation-bar", "prefix": "", "mode": "isolated"}
    inside = block([[0, ["title"]]], [node("view", id="own")])
    harness.open(page, inside, stream=[1, 1, 2], first=[["P", 1, scope]])
    assert harness.run("return $('#own').getBoundingClientRect().height") > 0


def test_the_page_scrolls_whatever_height_it_has(harness: PageHarness) -> None:
    sheet = {"kind": "page", "path": "pages/a/a.wxss", "parts": ["body { height: 100% }"]}
    grip = node("view", id="grip", style="position: fixed; top: 200px; width: 9px; height: 9px")
    page = block([[0, []], [1, []]], [node("view", style="height: 3000px"), grip])
    harness.open(page, stream=[], styles=[sheet])
    harness.run("await view.call({name: 'pageScroll', scrollTop: 400, duration: 0 })")
    assert harness.run("await until(() => signals.length > 0, 'onPageScroll'); return signals") == [
        ["onPageScroll", {"scrollTop": 400}]
    ]
    harness.press("#grip")
    for _ in range(4):
        harness.move(0, 40)
    harness.release()
    assert harness.run("return doc.scrollingElement.scrollTop") < 300


@pytest.mark.parametrize(
    ("overflow", "moves"),
    [
        ("overflow: hidden", False), ("overflow-y: hidden", False), ("overflow: clip", False), ("overflow: auto", True),
        ("overflow-x: hidden", True), ("height: 99%; overflow: hidden", False), ("height: 99%; overflow: scroll", True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("way", ["pageStyle", "sheet"])
def test_hidden_overflow_stops_the_finger(harness: PageHarness, overflow: str, moves: bool, way: str) -> None:
    sheet = {"kind": "page", "path": "pages/a/a.wxss", "parts": [f"body {{ {overflow if way == 'sheet' else ''} }}"]}
    page = block(
        [[0, []], [1, []]],
        [node("page-meta"), node("view", id="tall", style="height: 3000px")],
        [[0, "attr", "pageStyle", 1]],
    )
    harness.open(page, stream=[overflow if way == "pageStyle" else ""], styles=[sheet])
    harness.press("#tall")
    for _ in range(4):
        harness.move(0, -40)
    harness.release()
    assert (harness.run("return doc.scrollingElement.scrollTop") > 0) is moves


def test_the_style_of_the_page_is_set_by_a_call(harness: PageHarness) -> None:
    harness.open(page_of(("view", {"id": "a"})), stream=[])
    harness.run("await view.call({ name: 'pageStyle', style: { overflow: 'hidden', backgroundColor: 'red', x: 'y' } })")
    shown = "const { overflow, backgroundColor } = getComputedStyle(document.body); return [overflow, backgroundColor]"
    assert harness.run(shown.replace("document", "view.document")) == ["hidden", "rgb(255, 0, 0)"]
