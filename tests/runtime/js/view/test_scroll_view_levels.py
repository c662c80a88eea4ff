"""`scroll-view`: the two levels of its refresher, its scroll bar, how far and how fast, reversed and nested areas."""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, on, page_of

pytestmark = pytest.mark.browser

EVENTS = "refresherpulling refresherwillrefresh refresherrefresh refresherrestore refresherabort refresherstatuschange"
PULL = {
    "id": "s", "scrollY": True, "style": "height:400px", "refresherEnabled": True, "refresherTwoLevelEnabled": True,
    "events": on(*EVENTS.split()),
}  # fmt: skip


def area(harness: PageHarness, **given: Any) -> None:
    harness.open(page_of(("scroll-view", {**PULL, **given}, ("view", {"style": "height:900px"}))), stream=[])


def pull(harness: PageHarness, *ways: int) -> list[str]:
    """What is told while a finger pulls to these distances and leaves; `status n` for a change of status."""
    steps = "".join(f"r.dragged({{ totalY: {way} }});" for way in ways)
    harness.run(f"const r = $('#s').__builtIn.refresher; {steps} r.dropped();")
    return told(harness)


def told(harness: PageHarness) -> list[str]:
    names = {"refresherstatuschange": "status {status}"}
    found = [names.get(e["type"], e["type"][9:]).format(**e["detail"]) for e in harness.events()]
    return [one for one in found if one != "pulling"]


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ((40,), ["abort"]),
        ((100,), ["willrefresh", "status 1", "status 2", "refresh"]),
        ((100, 40), ["willrefresh", "status 1", "status 0", "abort"]),
        ((100, 320), ["willrefresh", "status 1", "status 5", "status 6"]),
    ],
)
def test_how_far_a_finger_pulls(harness: PageHarness, ways: tuple[int, ...], expected: list[str]) -> None:
    area(harness)
    assert pull(harness, *ways) == expected


def test_the_second_level_opens_and_a_finger_closes_it(harness: PageHarness) -> None:
    area(harness)
    pull(harness, 320)
    harness.run("await until(() => $('#s').__builtIn.refresher.status === 7, 'the second level')")
    assert told(harness) == ["status 7"]
    assert harness.run("return $('#s').__builtIn.canDrag('y', -1)") is True
    assert pull(harness, -50) == []
    assert pull(harness, -90) == ["status 8"]
    harness.run("await until(() => $('#s').__builtIn.refresher.status === 0, 'the first level')")


@pytest.mark.parametrize(
    ("given", "orders", "expected"),
    [
        ({}, ["triggerRefresh", "closeRefresh"], ["status 2", "refresh", "status 3", "status 0", "restore"]),
        ({}, ["triggerTwoLevel", "closeTwoLevel"], ["status 6", "status 8"]),
        ({}, ["closeTwoLevel", "closeRefresh", "nonsense"], []),
        ({"refresherEnabled": False}, ["triggerRefresh", "triggerTwoLevel"], []),
    ],
)
def test_orders_of_the_context(
    harness: PageHarness, given: dict[str, Any], orders: list[str], expected: list[str]
) -> None:
    area(harness, **given)
    for order in orders:
        harness.run(f"$('#s').__builtIn.invoke('{order}', [{{ duration: 5000 }}])")
    assert told(harness) == expected


def test_the_second_level_follows_its_attribute(harness: PageHarness) -> None:
    area(harness, refresherTwoLevelTriggered=True)
    assert told(harness) == ["status 6"]
    harness.run("$('#s').__builtIn.assign('refresherTwoLevelTriggered', false)")
    assert told(harness)[-1] == "status 8"


def scrolled(harness: PageHarness, top: int) -> None:
    harness.run(f"$('#s').__builtIn.area.scrollTop = {top}; await frames(2)")


def test_a_bar_shows_where_the_area_is_while_it_moves(harness: PageHarness) -> None:
    area(harness)
    scrolled(harness, 250)
    look = "const b = $('.wx-scroll-view-bar'); return b && [b.className, b.style.height, b.style.transform]"
    assert harness.run(look) == ["wx-scroll-view-bar shown", "177.778px", "translateY(111.111px)"]
    area(harness, showScrollbar=False)
    scrolled(harness, 250)
    assert harness.run(look) is None


def test_a_reversed_area_begins_at_its_end_and_stays_there(harness: PageHarness) -> None:
    area(harness, reverse=True, events=on("scroll"))
    top = "return $('#s').__builtIn.area.scrollTop"
    harness.run("await until(() => $('#s').__builtIn.area.scrollTop === 500, 'the end')")
    harness.run("$('.wx-scroll-view-content').firstElementChild.style.height = '1000px'; await frames(3)")
    assert harness.run(top) == 600
    harness.events()
    scrolled(harness, 400)
    [event] = harness.events("scroll")
    assert event["detail"]["scrollTop"] == 200


def swipe(harness: PageHarness, selector: str, dy: int) -> None:
    harness.run(f"await view.automate({{name: 'swipe', selector: '{selector}', dy: {dy}, steps: 10, duration: 2000}})")


def test_a_finger_that_does_not_go_far_moves_nothing(harness: PageHarness) -> None:
    area(harness, refresherEnabled=False, minDragDistance=60)
    swipe(harness, "#s", -40)
    assert harness.run("return $('#s').__builtIn.area.scrollTop") == 0
    swipe(harness, "#s", -200)
    assert harness.run("return $('#s').__builtIn.area.scrollTop") > 0


def test_the_outer_of_nested_areas_scrolls_first(harness: PageHarness) -> None:
    inner = ("scroll-view", {"id": "i", "scrollY": True, "style": "height:300px"}, ("view", {"style": "height:2000px"}))
    header = ("nested-scroll-header", {}, ("view", {"style": "height:100px"}))
    given = {"id": "s", "scrollY": True, "type": "nested", "style": "height:300px"}
    harness.open(page_of(("scroll-view", given, header, ("nested-scroll-body", {}, inner))), stream=[])
    swipe(harness, "#i", -160)
    tops = "return ['#s', '#i'].map((id) => Math.round($(id).__builtIn.area.scrollTop))"
    outer, own = harness.run(tops)
    assert outer == 100
    assert own > 20


def test_what_is_thrown_may_be_held(harness: PageHarness) -> None:
    area(harness, enhanced=True)
    assert harness.run("return $('#s').__builtIn.friction ?? null") is None
    harness.run("$('#s').__builtIn.setSwitch('fastDeceleration', true)")
    assert harness.run("return $('#s').__builtIn.friction") == 0.99
    harness.run("$('#s').__builtIn.setSwitch('decelerationDisabled', true)")
    assert harness.run("return $('#s').__builtIn.friction") == 0
