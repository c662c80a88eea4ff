"""Components that are first laid out while they are hidden come right when they are shown."""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, block, node, on
from tests.runtime.js.view.test_form_controls import details

pytestmark = pytest.mark.browser

SHOWN, HIDDEN = "display: block", "display: none"


def opened(
    harness: PageHarness, tree: list[Any], nodes: list[dict[str, Any]], binds: list[list[Any]], *values: Any
) -> None:
    """A hidden view (node 0) around the tree."""
    page = block([[0, tree]], [node("view"), *nodes], [[0, "style", "", 1], *binds])
    harness.open(page, stream=[HIDDEN, *values])
    harness.run("await frames(2)")


def show(harness: PageHarness) -> None:
    harness.apply(["U", 1, [0, SHOWN]])
    harness.run("await frames(2)")


def hide(harness: PageHarness) -> None:
    harness.apply(["U", 1, [0, HIDDEN]])
    harness.run("await frames(2)")


def rows(parent: int, count: int) -> list[dict[str, Any]]:
    return [node("view", parent, style="height: 30px", id=f"r{number}") for number in range(count)]


def wheel(harness: PageHarness, value: list[int], column_style: str = "") -> None:
    nodes = [
        node("picker-view", 0, style="height: 240px", attrs={"indicatorStyle": "height: 40px"}, events=on("change")),
        node("picker-view-column", 1, style=column_style),
        *rows(2, 5),
    ]
    opened(harness, [[1, [[2, [[number, []] for number in range(3, 8)]]]]], nodes, [[1, "attr", "value", 1]], value)


def chosen(harness: PageHarness) -> str:
    """The row under the indicator."""
    code = """
      const i = $(".wx-picker-view-indicator").getBoundingClientRect();
      const middle = (e) => { const b = e.getBoundingClientRect(); return [b.height, b.top + b.height / 2, b.width]; };
      const rows = [...doc.querySelectorAll(".wx-picker-view-content > *")];
      const row = rows.find((e) => middle(e)[1] === i.top + i.height / 2);
      return row ? [row.id, ...middle(row).toSpliced(1, 1)] : null;
    """
    return str(harness.run(code))


def test_a_wheel(harness: PageHarness) -> None:
    wheel(harness, [2])
    show(harness)
    assert chosen(harness) == "['r2', 40, 375]"
    harness.press(".wx-picker-view-content")
    for _ in range(4):
        harness.move(0, -10)
    harness.release()
    ((kind, detail),) = details(harness)
    assert (kind, detail["value"][0] > 2) == ("change", True)
    hide(harness)
    harness.apply(["U", 1, [1, [1]]])
    show(harness)
    assert chosen(harness) == "['r1', 40, 375]"
    harness.apply(["U", 1, [0, HIDDEN]], ["U", 1, [1, [3]]])
    show(harness)
    assert chosen(harness) == "['r3', 40, 375]"


@pytest.mark.parametrize("display", ["flex", "flex; flex-direction: column; align-items: center", "block", "grid"])
def test_a_wheel_with_a_display_of_its_own(harness: PageHarness, display: str) -> None:
    wheel(harness, [1], f"display: {display}; justify-content: center")
    show(harness)
    assert chosen(harness) == "['r1', 40, 375]"


def test_a_movable_view(harness: PageHarness) -> None:
    nodes = [
        node("movable-area", 0, style="width: 200px; height: 100px"),
        node("movable-view", 1, style="width: 40px; height: 40px", attrs={"direction": "all"}, events=on("change")),
    ]
    opened(harness, [[1, [[2, []]]]], nodes, [[2, "attr", "x", 1], [2, "attr", "y", 1]], 60, 30)
    place = "const b = $('wx-movable-view').getBoundingClientRect(); return [b.left, b.top]"
    show(harness)
    assert harness.run(place) == [60, 30]
    assert details(harness) == [("change", {"x": 60, "y": 30, "source": ""})]
    hide(harness)
    harness.apply(["U", 1, [1, 500]])
    show(harness)
    harness.run("await until(() => $('wx-movable-view').getBoundingClientRect().left === 160, 'the edge')")
    harness.run("$('wx-movable-area').style.width = '100px'; await frames(2)")
    assert harness.run(place) == [60, 30]
    harness.run("$('wx-movable-area').style.width = '150px'; await frames(2)")
    assert harness.run(place) == [110, 30]


def test_a_moved_view_stays_where_the_finger_left_it(harness: PageHarness) -> None:
    nodes = [
        node("movable-area", 0, style="width: 200px; height: 100px"),
        node("movable-view", 1, style="width: 40px; height: 40px", attrs={"direction": "all", "x": 10}),
    ]
    opened(harness, [[1, [[2, []]]]], nodes, [])
    show(harness)
    harness.press("wx-movable-view")
    for _ in range(5):
        harness.move(10, 0)
    harness.release()
    before = harness.run("return $('wx-movable-view').style.transform")
    assert before != "translate(10px, 0px) scale(1)"
    hide(harness)
    show(harness)
    assert harness.run("return $('wx-movable-view').style.transform") == before


@pytest.mark.parametrize(
    ("attributes", "place"),
    [({"scrollTop": 60}, 60), ({"scrollIntoView": "r4"}, 120), ({"scrollTop": "100rpx"}, 50), ({}, 0)],
)
def test_a_scroll_view(harness: PageHarness, attributes: dict[str, Any], place: int) -> None:
    view = node("scroll-view", 0, style="height: 90px", attrs={"scrollY": True, **attributes})
    content = [[number, []] for number in range(2, 14)]
    opened(harness, [[1, content]], [view, *rows(1, 12)], [[1, "attr", "scrollLeft", 1]], 0)
    show(harness)
    assert harness.run("return $('.wx-scroll-view').scrollTop") == place
    harness.run("$('.wx-scroll-view').scrollTop = 77; await frames(2)")
    hide(harness)
    show(harness)
    assert harness.run("return $('.wx-scroll-view').scrollTop") == 77


def test_a_scroll_view_that_is_told_where_while_it_is_hidden(harness: PageHarness) -> None:
    view = node("scroll-view", 0, style="height: 90px", attrs={"scrollY": True})
    content = [[number, []] for number in range(2, 14)]
    opened(harness, [[1, content]], [view, *rows(1, 12)], [[1, "attr", "scrollTop", 1]], 0)
    show(harness)
    harness.run("$('.wx-scroll-view').scrollTop = 77; await frames(2)")
    harness.apply(["U", 1, [0, HIDDEN]], ["U", 1, [1, 30]])
    show(harness)
    assert harness.run("return $('.wx-scroll-view').scrollTop") == 30


@pytest.mark.parametrize("is_vertical", [False, True])
def test_a_swiper(harness: PageHarness, is_vertical: bool) -> None:
    nodes = [
        node("swiper", 0, style="height: 80px", attrs={"current": 1, "vertical": is_vertical}, events=on("change")),
        *(node("swiper-item", 1, id=f"s{number}") for number in range(3)),
    ]
    opened(harness, [[1, [[2, []], [3, []], [4, []]]]], nodes, [])
    show(harness)
    assert harness.run("const b = $('#s1').getBoundingClientRect(); return [b.left, b.top, b.width, b.height]") == [
        0, 0, 375, 80,
    ]  # fmt: skip
    assert details(harness) == []


def test_a_slider_a_progress_and_a_textarea(harness: PageHarness) -> None:
    nodes = [
        node("slider", 0, attrs={"value": 50}),
        node("progress", 0, attrs={"percent": 40}),
        node("textarea", 0, style="width: 100%", attrs={"autoHeight": True, "value": "a\nb\nc"}),
    ]
    opened(harness, [[1, []], [2, []], [3, []]], nodes, [])
    show(harness)
    middle = "const m = (e) => { const b = $(e).getBoundingClientRect(); return b.left + b.width / 2 };"
    assert harness.run(f"{middle} return m('.wx-slider-thumb') === m('.wx-slider-handle-wrapper')")
    assert harness.run("return $('.wx-progress-inner-bar').getBoundingClientRect().width") == 375 * 0.4
    assert harness.run("const t = $('textarea'); return t.clientHeight === t.scrollHeight && t.clientHeight > 50")
