"""Two fingers: by the mouse with Alt held, and by the automation; what pages and components get of them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.runtime.js.view.page_harness import HEIGHT, WIDTH, PageHarness, on, page_of

pytestmark = pytest.mark.browser

ALT = Qt.KeyboardModifier.AltModifier
SHIFT_ALT = ALT | Qt.KeyboardModifier.ShiftModifier
TOUCHES = ("touchstart", "touchmove", "touchend", "touchcancel", "tap")
WHOLE = {"id": "v", "style": "height:100vh", "events": on(*TOUCHES)}
MARKS = "return doc.querySelectorAll('.wx-finger-mark').length"


def places(points: list[dict[str, Any]]) -> list[tuple[int, int, int]]:
    return [(point["identifier"], round(point["clientX"]), round(point["clientY"])) for point in points]


def pinch(harness: PageHarness, selector: str, **how: Any) -> None:
    spec = ", ".join(f"{name}: {value}" for name, value in how.items())
    harness.run(f"await view.automate({{name: 'pinch', selector: '{selector}', duration: 8, {spec}}})")


def test_alt_draws_a_mirrored_second_finger(harness: PageHarness) -> None:
    harness.open(page_of(("view", {"style": "height:100px"}), ("view", {**WHOLE, "style": "height:500px"})), stream=[])
    harness.press("#v", ALT)
    assert harness.run(MARKS) == 2
    x, y = WIDTH // 2, 350
    (began,) = harness.events("touchstart")
    one, two = places(began["touches"])
    assert (one[0], two[0]) == (0, 1)
    assert one[1:] == pytest.approx((x, y), abs=1)
    assert (one[1] + two[1], one[2] + two[2]) == pytest.approx((WIDTH, HEIGHT), abs=1)
    assert began["changedTouches"] == began["touches"]
    harness.move_with(30, 20, ALT)
    moved = harness.events("touchmove")[-1]
    assert places(moved["changedTouches"]) == [(0, one[1] + 30, one[2] + 20), (1, two[1] - 30, two[2] - 20)]
    harness.move_with(10, 10, SHIFT_ALT)
    moved = harness.events("touchmove")[-1]
    assert places(moved["touches"]) == [(0, one[1] + 40, one[2] + 30), (1, two[1] - 20, two[2] - 10)]
    harness.move_with(1, 0, Qt.KeyboardModifier.NoModifier)
    (left, *_) = harness.events("touchend")
    assert [point[0] for point in places(left["changedTouches"])] == [1]
    assert [point[0] for point in places(left["touches"])] == [0]
    assert harness.run(MARKS) == 0
    harness.release()
    assert [(e["type"], e["touches"]) for e in harness.events("touchend", "tap")] == [("touchend", [])]


def test_fingers_on_several_nodes_are_told_to_each(harness: PageHarness) -> None:
    halves = [("view", {"id": f"h{n}", "style": f"height:{HEIGHT // 2}px", "events": on(*TOUCHES)}) for n in (0, 1)]
    harness.open(page_of(*halves), stream=[])
    harness.run(
        "const { PointerEvent } = frame.contentWindow;"
        "const fire = (type, id, x, y) => doc.elementFromPoint(x, y).dispatchEvent(new PointerEvent(type, {"
        "bubbles: true, pointerId: id, pointerType: 'touch', clientX: x, clientY: y}));"
        "fire('pointerdown', 7, 50, 50); fire('pointerdown', 9, 60, 500); fire('pointerup', 7, 50, 50);"
        "fire('pointerup', 9, 60, 500)"
    )
    told = [
        (e["type"], e["node"], [p["identifier"] for p in e["touches"]], [p["identifier"] for p in e["changedTouches"]])
        for e in harness.events()
    ]
    assert told == [
        ("touchstart", 0, [0], [0]),
        ("touchstart", 1, [0, 1], [1]),
        ("touchend", 0, [1], [0]),
        ("touchend", 1, [], [1]),
    ]


def test_a_lost_window_cancels_both(harness: PageHarness) -> None:
    harness.open(page_of(("view", WHOLE)), stream=[])
    harness.press("#v", ALT)
    harness.run("frame.contentWindow.dispatchEvent(new Event('blur'))")
    (lost,) = harness.events("touchcancel")
    assert (lost["touches"], [p["identifier"] for p in lost["changedTouches"]]) == ([], [0, 1])
    assert harness.run(MARKS) == 0
    harness.release()


def test_points_of_two_fingers_on_a_canvas_are_its_own(harness: PageHarness) -> None:
    harness.open(
        page_of(("canvas", {"id": "c", "style": "width:200px;height:100px", "events": on(*TOUCHES)})), stream=[]
    )
    pinch(harness, "#c", scale=1.5)
    began, *_, last = harness.events("touchstart", "touchmove")
    assert [(p["x"], p["y"]) for p in began["changedTouches"]] == [(60, 50)]
    assert sorted((p["x"], p["y"]) for p in last["touches"]) == [(40, 50), (160, 50)]


AREA = {"style": "width:300px;height:300px"}
BOX = {"id": "m", "style": "width:100px;height:100px", "direction": "all", "scale": True, "x": 100, "y": 100,
       "animation": False, "events": on("scale", "change")}  # fmt: skip


def test_two_fingers_scale_a_movable_view_within_its_limits(harness: PageHarness) -> None:
    box = ("movable-view", {**BOX, "scaleMin": 0.5, "scaleMax": 2})
    harness.open(page_of(("movable-area", AREA, box)), stream=[])
    pinch(harness, "#m", scale=1.5)
    scales = [event["detail"] for event in harness.events("scale")]
    assert scales[-1] == {"x": 100, "y": 100, "scale": pytest.approx(1.5)}
    pinch(harness, "#m", scale=4)
    assert harness.events("scale")[-1]["detail"]["scale"] == 2
    assert harness.run("return $('#m').getBoundingClientRect().width") == pytest.approx(200)
    harness.press("#m")
    for _ in range(6):
        harness.move(-50, 0)
    harness.release()
    # As large as it is shown, it stays in the area.
    assert harness.events("change")[-1]["detail"]["x"] == 50
    pinch(harness, "#m", distance=80, scale=0.01)
    assert harness.events("scale")[-1]["detail"]["scale"] == 0.5


def test_without_scale_two_fingers_leave_a_movable_view_alone(harness: PageHarness) -> None:
    harness.open(page_of(("movable-area", AREA, ("movable-view", {**BOX, "scale": False}))), stream=[])
    pinch(harness, "#m", scale=2)
    assert harness.events("scale") == []
    assert harness.run("return $('#m').getBoundingClientRect().width") == 100


def test_a_scale_area_takes_fingers_beside_the_box(harness: PageHarness) -> None:
    area = {**AREA, "id": "a"}
    harness.open(page_of(("movable-area", area, ("movable-view", BOX))), stream=[])
    pinch(harness, "#a", y=30, distance=100, scale=2)
    assert harness.events("scale") == []
    harness.open(page_of(("movable-area", {**area, "scaleArea": True}, ("movable-view", BOX))), stream=[])
    pinch(harness, "#a", y=30, distance=100, scale=2)
    assert harness.events("scale")[-1]["detail"]["scale"] == pytest.approx(2)


@pytest.mark.parametrize(("direction", "dx", "dy"), [("h", 30, 4), ("v", 4, 30)])
def test_the_first_movement_says_which_movable_move_it_is(
    harness: PageHarness, direction: str, dx: int, dy: int
) -> None:
    both = on("htouchmove", "vtouchmove")
    box = ("movable-view", {**BOX, "x": 0, "y": 0, "events": both})
    harness.open(page_of(("movable-area", AREA, box)), stream=[])
    harness.run(f"await view.automate({{name: 'swipe', selector: '#m', dx: {dx}, dy: {dy}, steps: 2, duration: 4}})")
    assert [event["type"] for event in harness.events()] == [f"{direction}touchmove"] * 2


def test_catching_a_movable_move_catches_touchmove(harness: PageHarness) -> None:
    caught = on("htouchmove", form="catch")
    box = ("movable-view", {**BOX, "events": [*caught, *on("touchmove")]})
    harness.open(page_of(("movable-area", {**AREA, "events": on("touchmove")}, box)), stream=[])
    harness.run("await view.automate({name: 'swipe', selector: '#m', dx: 30, dy: 0, steps: 1, duration: 4})")
    moves = [(event["type"], event.get("stop")) for event in harness.events()]
    assert moves == [("htouchmove", None), ("touchmove", [1, 1, False])]


def test_pointer_events_of_the_mouse(harness: PageHarness) -> None:
    types = ("pointerdown", "pointermove", "pointerup", "pointerenter", "pointerover", "pointerleave", "pointerout")
    watched = ("view", {"id": "v", "style": "height:100px", "events": on(*types)})
    harness.open(page_of(watched, ("view", {"id": "w"}, "w")), stream=[])
    harness.tap("#v")
    harness.tap("#w")
    events = {event["type"]: event for event in harness.events()}
    assert {"pointerdown", "pointerup", "pointerenter", "pointerover", "pointerleave", "pointerout"} <= events.keys()
    assert events["pointerdown"]["detail"]["pointerType"] == "mouse"
    assert (events["pointerdown"]["bubbles"], events["pointerenter"]["bubbles"]) == (True, False)


def test_another_pressure_is_a_touchforcechange(harness: PageHarness) -> None:
    watched = {"id": "v", "style": "height:99px", "events": on("touchforcechange", "touchmove")}
    harness.open(page_of(("view", watched)), stream=[])
    harness.run(
        "const fire = (type, pressure) => $('#v').dispatchEvent(new frame.contentWindow.PointerEvent(type, {"
        "bubbles: true, pointerId: 5, pointerType: 'pen', clientX: 20, clientY: 20, pressure}));"
        "fire('pointerdown', 0.25); fire('pointermove', 0.25); fire('pointermove', 0.75); fire('pointerup', 0)"
    )
    assert [(e["type"], e["touches"][0]["force"]) for e in harness.events()] == [("touchforcechange", 0.75)]
