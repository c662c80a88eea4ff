"""Components of the Skyline renderer, drawn as their relatives."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, on, page_of

pytestmark = pytest.mark.browser

BOX = "const b = $(%r).getBoundingClientRect(); return [b.x, b.y, b.width, b.height].map(Math.round)"


def box(harness: PageHarness, selector: str) -> list[int]:
    found: list[int] = harness.run(BOX % selector)
    return found


def cells(count: int) -> list[Any]:
    return [("view", {"id": f"c{number}", "style": "height:40px"}) for number in range(count)]


def grid(harness: PageHarness, **given: Any) -> None:
    harness.open(page_of(("view", {"style": "width:300px"}, ("grid-view", {"id": "g", **given}, *cells(3)))), stream=[])
    harness.run("await frames(2)")


def test_a_list_has_its_padding(harness: PageHarness) -> None:
    harness.open(page_of(("list-view", {"id": "l", "padding": [1, 2, 3, 4]}, *cells(1))), stream=[])
    assert box(harness, "#c0") == [4, 1, 369, 40]
    harness.open(page_of(("list-view", {"id": "l", "padding": "x"}, *cells(1))), stream=[])
    assert box(harness, "#c0") == [0, 0, 375, 40]


@pytest.mark.parametrize(
    ("given", "second", "third"),
    [
        ({}, [150, 0, 150, 40], [0, 40, 150, 40]),
        ({"crossAxisCount": 3}, [100, 0, 100, 40], [200, 0, 100, 40]),
        ({"crossAxisGap": 20, "mainAxisGap": 5}, [160, 0, 140, 40], [0, 45, 140, 40]),
        ({"maxCrossAxisExtent": 120}, [100, 0, 100, 40], [200, 0, 100, 40]),
        ({"crossAxisCount": -5}, [0, 40, 300, 40], [0, 80, 300, 40]),
    ],
)
def test_the_columns_of_a_grid(
    harness: PageHarness, given: dict[str, Any], second: list[int], third: list[int]
) -> None:
    grid(harness, **given)
    assert [box(harness, "#c1"), box(harness, "#c2")] == [second, third]


def test_masonry_puts_each_cell_into_the_shortest_column(harness: PageHarness) -> None:
    heights = (40, 100, 30, 20)
    cells_of = [("view", {"id": f"c{number}", "style": f"height:{height}px"}) for number, height in enumerate(heights)]
    grid_view = ("grid-view", {"type": "masonry", "mainAxisGap": 10, "crossAxisGap": 20}, *cells_of)
    harness.open(page_of(("view", {"style": "width:300px"}, grid_view)), stream=[])
    harness.run("await frames(2)")
    expected = [[0, 0, 140, 40], [160, 0, 140, 100], [0, 50, 140, 30], [0, 90, 140, 20]]
    assert [box(harness, f"#c{number}") for number in range(4)] == expected
    harness.run(
        "$('#c0').style.height = '120px'; await until(() => $('#c2').getBoundingClientRect().y > 60, 'the cells')"
    )
    assert box(harness, "#c2") == [160, 110, 140, 30]


@pytest.mark.parametrize("tag", ["list-builder", "grid-builder"])
def test_a_builder_tells_of_its_items(harness: PageHarness, tag: str) -> None:
    events = on("itembuild", "itemdispose")
    harness.open(page_of((tag, {"events": events, "padding": [5, 0, 0, 7]}, *cells(2))), stream=[])
    assert [(event["type"], event["detail"]["index"]) for event in harness.events()] == [
        ("itembuild", 0),
        ("itembuild", 1),
    ]
    assert box(harness, "#c0")[:2] == [7, 5]


def test_a_header_sticks_while_its_section_is_there(harness: PageHarness) -> None:
    header = {"id": "h", "offsetTop": 10, "events": on("stickontopchange")}
    section = ("sticky-section", {}, ("sticky-header", header, ("view", {}, "head")), *cells(8))
    area = {"id": "s", "scrollY": True, "style": "height:200px"}
    before, after = (("view", {"style": f"height:{height}px"}) for height in (50, 600))
    harness.open(page_of(("scroll-view", area, before, section, after)), stream=[])
    assert box(harness, "#h")[1] == 50
    for top, place, is_stuck in ((100, 10, True), (0, 50, False)):
        harness.run(f"$('#s').__builtIn.area.scrollTop = {top};await until(() => sent.length > 0, 'the change')")
        assert box(harness, "#h")[1] == place
        assert [event["detail"] for event in harness.events()] == [{"isStickOnTop": is_stuck}]
    harness.run("$('#s').__builtIn.area.scrollTop = 500; await frames(2)")
    assert box(harness, "#h")[1] < 0


SHEET = {"id": "d", "minChildSize": 0.2, "maxChildSize": 0.8, "snap": True, "snapSizes": [0.5]}


def sheet(harness: PageHarness, **given: Any) -> None:
    inside = ("scroll-view", {"id": "s", "scrollY": True, "style": "height:100%"}, ("view", {"style": "height:2000px"}))
    place = {"style": "position:relative;height:500px"}
    harness.open(page_of(("view", place, ("draggable-sheet", {**SHEET, **given}, inside))), stream=[])


def swipe(harness: PageHarness, dy: int) -> None:
    how = f"{{name: 'swipe', selector: '#s', dy: {dy}, steps: 10, duration: 300}}"
    harness.run(f"await view.automate({how}); await view.automate({{name: 'rect', selector: '#d'}})")


def test_a_sheet_is_dragged_before_its_inside_scrolls(harness: PageHarness) -> None:
    sheet(harness, snap=False)
    assert box(harness, "#d")[3] == 250
    swipe(harness, -100)
    assert box(harness, "#d")[3] > 300
    assert harness.run("return $('#s').__builtIn.area.scrollTop") == 0
    swipe(harness, -200)
    assert box(harness, "#d")[3] == 400
    swipe(harness, -60)
    assert harness.run("return $('#s').__builtIn.area.scrollTop") > 0


def test_a_sheet_rests_at_one_of_its_sizes(harness: PageHarness) -> None:
    sheet(harness, initialChildSize=0.7)
    swipe(harness, 40)
    harness.run("await until(() => [100, 250, 400].includes(Math.round($('#d').offsetHeight)), 'a size of the sheet')")


@pytest.mark.parametrize(
    ("options", "height"),
    [
        ({"size": 0.6}, 300), ({"pixels": 200}, 200), ({"size": 2}, 400), ({"size": 0}, 100),
        ({"size": "much"}, 250), ({}, 250), (None, 250), ({"size": 0.6, "easingFunction": "url(x)"}, 300),
    ],
    ids=["a share", "pixels", "more than it may", "less than it may", "no number", "nothing", "null", "no curve"],
)  # fmt: skip
def test_a_program_moves_a_sheet(harness: PageHarness, options: object, height: int) -> None:
    sheet(harness)
    given = json.dumps({**options, "animated": False} if isinstance(options, dict) else options)
    harness.run(f"$('#d').__builtIn.invoke('scrollTo', [{given}])")
    assert box(harness, "#d")[3] == height


def test_an_open_container_looks_closed(harness: PageHarness) -> None:
    given = {"id": "o", "closedColor": "rgb(1, 2, 3)", "closedBorderRadius": 8, "closedElevation": 4}
    harness.open(page_of(("open-container", given, "text")), stream=[])
    look = "[s.backgroundColor, s.borderRadius, s.boxShadow]"
    color, radius, shadow = harness.run(f"const s = frame.contentWindow.getComputedStyle($('#o')); return {look}")
    assert (color, radius) == ("rgb(1, 2, 3)", "8px")
    assert shadow != "none"


def test_one_notice_says_what_differs(harness: PageHarness) -> None:
    harness.open(page_of(("list-view", {}), ("list-view", {}), ("grid-view", {})), stream=[])
    told = [entry[1] for entry in harness.run("return logs") if "Skyline" in entry[1]]
    assert len(told) == 1
