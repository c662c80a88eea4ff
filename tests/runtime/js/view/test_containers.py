"""Built-in containers and contents: scroll-view, swiper, image, rich-text, text, movable-view."""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, block, node, on, page_of

pytestmark = pytest.mark.browser


def details(harness: PageHarness, *types: str) -> list[tuple[str, Any]]:
    return [(event["type"], event["detail"]) for event in harness.events(*types)]


def test_scroll_view_reports_scrolling_and_its_ends(harness: PageHarness) -> None:
    rows = [("view", {"id": f"r{number}", "style": "height:100px"}, str(number)) for number in range(10)]
    view = {
        "id": "s",
        "scrollY": True,
        "style": "height:200px",
        "events": on("scroll", "scrolltoupper", "scrolltolower"),
    }
    harness.open(page_of(("scroll-view", view, *rows)), stream=[])
    harness.run("await view.automate({name: 'scroll', selector: '#s', top: 300}); await frames(3)")
    harness.run("await view.automate({name: 'scroll', selector: '#s', top: 800}); await frames(3)")
    harness.run("await view.automate({name: 'scroll', selector: '#s', top: 0}); await frames(3)")
    events = details(harness)
    assert [kind for kind, _ in events] == ["scroll", "scroll", "scrolltolower", "scroll", "scrolltoupper"]
    assert events[0][1]["scrollTop"] == 300
    assert events[0][1]["deltaY"] == -300
    assert events[2][1] == {"direction": "bottom"}
    harness.press("#s")
    for _ in range(4):
        harness.move(0, -20)
    harness.release()
    assert harness.run("return $('.wx-scroll-view').scrollTop") >= 60
    assert harness.run("return doc.scrollingElement.scrollTop") == 0


def test_scroll_view_follows_its_attributes(harness: PageHarness) -> None:
    view = block(
        [[0, [[1, []], [2, []]]]],
        [
            node("scroll-view", style="height:200px", attrs={"scrollY": True}),
            node("view", 0, style="height:700px"),
            node("view", 0, id="goal", style="height:500px"),
        ],
        [[0, "attr", "scrollTop", 1], [0, "attr", "scrollIntoView", 1]],
    )
    harness.open(view, stream=[50, ""])
    assert harness.run("return $('.wx-scroll-view').scrollTop") == 50
    harness.apply(["U", 1, [0, "200rpx"]])
    assert harness.run("return $('.wx-scroll-view').scrollTop") == 100
    harness.apply(["U", 1, [1, "goal"]])
    assert harness.run("await 0; return $('.wx-scroll-view').scrollTop") == 700


def test_scroll_view_refresher(harness: PageHarness) -> None:
    types = ("refresherpulling", "refresherrefresh", "refresherrestore")
    view = block(
        [[0, [[1, []]]]],
        [
            node(
                "scroll-view",
                id="s",
                style="height:200px",
                attrs={"scrollY": True, "refresherEnabled": True},
                events=on(*types),
            ),
            node("view", 0, style="height:700px"),
        ],
        [[0, "attr", "refresherTriggered", 1]],
    )
    harness.open(view, stream=[False])
    harness.press("#s")
    for _ in range(6):
        harness.move(0, 30)
    harness.release()
    assert [kind for kind, _ in details(harness)][-1] == "refresherrefresh"
    harness.apply(["U", 1, [0, True]], ["U", 1, [0, False]])
    assert [kind for kind, _ in details(harness)] == ["refresherrestore"]


def test_swiper_by_finger_by_attribute_and_by_itself(harness: PageHarness) -> None:
    items = [[number, [str(number)]] for number in (1, 2, 3)]
    swiper = block(
        [[0, items]],
        [
            node(
                "swiper", id="s", attrs={"indicatorDots": True, "duration": 50, "interval": 100},
                events=on("change", "animationfinish"),
            ),
            *(node("swiper-item", 0, attrs={"itemId": f"item{number}"}) for number in range(3)),
        ],
        [[0, "attr", "current", 1], [0, "attr", "autoplay", 1]],
    )  # fmt: skip
    harness.open(swiper, stream=[0, False])
    harness.press("#s")
    for _ in range(5):
        harness.move(-40, 0)
    harness.release()
    harness.run("await until(() => sent.length === 2, 'change and animationfinish')")
    detail = {"current": 1, "currentItemId": "item1", "source": "touch"}
    assert details(harness) == [("change", detail), ("animationfinish", detail)]
    harness.apply(["U", 1, [0, 2]])
    harness.run("await until(() => sent.length === 2, 'change and animationfinish')")
    assert details(harness, "change") == [("change", {"current": 2, "currentItemId": "item2", "source": ""})]
    harness.apply(["U", 1, [1, True]])
    harness.run("await until(() => sent.length >= 1, 'change')")
    assert details(harness)[0] == ("change", {"current": 0, "currentItemId": "item0", "source": "autoplay"})
    assert harness.run("return doc.querySelectorAll('.wx-swiper-dot').length") == 3


def test_swiper_items_from_a_loop(harness: PageHarness) -> None:
    swiper = block(
        [[0, [["?", 0]]]], [node("swiper", attrs={"indicatorDots": True})],
        regions=[{"kind": "for", "node": 0, "blocks": [2]}],
    )  # fmt: skip
    item = block([[0, [["$", 0]]]], [node("swiper-item")], [[-1, "text", None, 1]])
    harness.open(swiper, item, stream=[0])
    harness.apply(["C", 1, 0, 0, 0, [2, 2, 2, "a", 2, "b"]])
    shifts = "return [...doc.querySelectorAll('wx-swiper-item')].map((e) => e.style.transform)"
    assert harness.run(shifts) == ["translate(0%, 0px)", "translate(100%, 0px)"]
    assert harness.run("return doc.querySelectorAll('.wx-swiper-dot').length") == 2


def test_image_load_error_and_modes(harness: PageHarness) -> None:
    harness.open(
        page_of(
            (
                "image",
                {"id": "ok", "src": "/img/a.svg", "mode": "widthFix", "style": "width:60px", "events": on("load")},
            ),
            ("image", {"id": "no", "src": "../../img/none.png", "events": on("error")}),
        ),
        stream=[],
    )
    harness.run("await until(() => sent.length === 2, 'load and error'); await frames(1)")
    found = dict(details(harness))
    assert found["load"] == {"width": 120, "height": 60}
    assert "404" in found["error"]["errMsg"]
    assert harness.run("const b = $('#ok').getBoundingClientRect(); return [b.width, b.height]") == [60, 30]
    assert harness.run("const b = $('#no').getBoundingClientRect(); return [b.width, b.height]") == [320, 240]
    assert harness.run("return $('#no img').style.visibility") == "hidden"


def test_rich_text_keeps_trusted_markup_only(harness: PageHarness) -> None:
    html = "<p class=a onclick='x()'>1 &amp; <b>2</b><script>alert(1)</script><a href='http://x'>l</a></p>"
    harness.open(page_of(("rich-text", {"nodes": html})), stream=[])
    assert harness.run("return $('.wx-rich-text-content').innerHTML") == '<p class="a">1 &amp; <b>2</b><a>l</a></p>'


def test_text_spaces_entities_and_lines(harness: PageHarness) -> None:
    text = block([[0, [["$", 0]]]], [node("text", attrs={"decode": True, "space": "nbsp"})], [[-1, "text", None, 1]])
    harness.open(text, stream=["a  b&lt;&nbsp;\nc"])
    assert harness.run("return $('wx-text').textContent") == "a\u00a0\u00a0b<\u00a0\nc"
    assert harness.run("return frame.contentWindow.getComputedStyle($('wx-text')).whiteSpace") == "pre-line"


def test_movable_view_stays_in_its_area(harness: PageHarness) -> None:
    harness.open(
        page_of(
            (
                "movable-area",
                {"style": "width:200px;height:100px"},
                (
                    "movable-view",
                    {"id": "m", "x": 10, "direction": "all", "style": "width:50px;height:50px", "events": on("change")},
                ),
            )
        ),
        stream=[],
    )
    harness.press("#m")
    harness.move(20, 0)
    harness.move(300, 0)
    harness.release()
    events = details(harness)
    assert events[-1] == ("change", {"x": 150, "y": 0, "source": "touch"})


def test_animation_steps_are_played(harness: PageHarness) -> None:
    step = {
        "animates": [{"type": "translate", "args": [30, "20rpx"]}, {"type": "style", "args": ["opacity", 0.5]}],
        "option": {
            "transformOrigin": "50% 50% 0",
            "transition": {"duration": 20, "timingFunction": "ease", "delay": 0},
        },
    }
    view = block([[0, []]], [node("view", id="a", events=on("transitionend"))], [[0, "animation", None, 1]])
    harness.open(view, stream=[None])
    harness.apply(["U", 1, [0, {"actions": [step]}]])
    harness.run("await until(() => sent.length > 0, 'transitionend')")
    assert harness.run("return [$('#a').style.transform, $('#a').style.opacity]") == ["translate(30px, 10px)", "0.5"]


def test_an_enhanced_scroll_view_reports_dragging(harness: PageHarness) -> None:
    view = {"id": "s", "scrollY": True, "enhanced": True, "style": "height:200px"}
    events = on("dragstart", "dragging", "dragend")
    harness.open(page_of(("scroll-view", {**view, "events": events}, ("view", {"style": "height:900px"}))), stream=[])
    harness.press("#s")
    for _ in range(3):
        harness.move(0, -30)
        harness.run("await frames(1)")
    harness.release()
    found = details(harness)
    assert [kind for kind, _ in found] == ["dragstart", "dragging", "dragging", "dragend"]
    assert set(found[-1][1]) == {"scrollTop", "scrollLeft", "velocity"}


def test_an_action_sheet_tag_of_old_projects(harness: PageHarness) -> None:
    harness.open(
        page_of(
            (
                "action-sheet",
                {"events": on("change")},
                ("action-sheet-item", {"id": "one", "events": on("tap")}, "one"),
                ("action-sheet-cancel", {"id": "no"}, "no"),
            )
        ),
        stream=[],
    )
    harness.tap("#one")
    harness.tap("#no")
    assert [kind for kind, _ in details(harness)] == ["tap", "change"]


@pytest.mark.parametrize(
    ("style", "tops", "lefts"),
    [
        ("", [0, 30], [0, 0]),
        ("display:flex", [0, 0], [0, 50]),
        ("display:flex;flex-direction:column;align-items:center", [0, 30], [75, 75]),
        ("display:flex;justify-content:flex-end;align-items:center;height:90px", [30, 30], [100, 150]),
        ("display:flex;flex-wrap:wrap;row-gap:5px;width:60px", [0, 35], [0, 0]),
    ],
)
@pytest.mark.parametrize("enabled", [True, False])
def test_a_scroll_view_is_a_flex_container_where_it_says_display_flex(
    harness: PageHarness, style: str, tops: list[int], lefts: list[int], enabled: bool
) -> None:
    # Source: reference, scroll-view, enable-flex: a node that declares display:flex becomes a flex container.
    box = {"style": f"width:200px;{style}", "scrollY": True, **({"enableFlex": True} if enabled else {})}
    rows = [("view", {"class": "i", "style": "width:50px;height:30px;flex:none"}) for _ in range(2)]
    harness.open(page_of(("scroll-view", box, *rows)), stream=[])
    places = harness.run("return [...doc.querySelectorAll('.i')].map((e) => [e.offsetTop, e.offsetLeft])")
    assert places == ([list(pair) for pair in zip(tops, lefts, strict=True)] if enabled else [[0, 0], [30, 0]])
