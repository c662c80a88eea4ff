"""`map`: every attribute and event that has an effect, the orders of MapContext, the finger and the wheel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from runtime.platform.wechat import WECHAT
from tests.runtime.js.view.page_harness import PageHarness, on, page_of

pytestmark = pytest.mark.browser

SUPPORT = WECHAT.support.components["map"]
DOCUMENTED = WECHAT.components["map"]
HERE = {"latitude": 23.1, "longitude": 113.3}
NORTH = {"latitude": 23.11, "longitude": 113.3}
EAST = {"latitude": 23.1, "longitude": 113.31}
CENTRE = "(({latitude, longitude}) => [latitude, longitude].map((n) => +n.toFixed(3)))(v.point.centre)"


@dataclass(frozen=True)
class Row:
    """With `given`, after `before`, `asked` is `expected`."""

    given: dict[str, Any]
    asked: str
    expected: Any
    before: str = ""


def marker(**more: Any) -> dict[str, Any]:
    return {"markers": [{"id": 1, "iconPath": "/img/a.svg", **HERE, **more}]}


def seen(part: str) -> str:
    return f"[...doc.querySelectorAll('{part}')].some((one) => one.getClientRects().length > 0)"


def box(part: str) -> str:
    """Where a part is, from the middle of the map: left, right, top, bottom, whole px."""
    return (
        f"(() => {{ const b = $('{part}').getBoundingClientRect(), m = v.frame.getBoundingClientRect();"
        "const x = m.left + m.width / 2, y = m.top + m.height / 2;"
        "return [b.left - x, b.right - x, b.top - y, b.bottom - y].map(Math.round); })()"
    )


LINE = {"points": [HERE, NORTH, EAST], "color": "#ff000080", "width": 6}
PATHS = "[...v.ground.querySelectorAll('path')]"
TWICE = "for (const n of [1, 2]) v.tapped(v.frame, {clientX: 9, clientY: 9});"


def fingers(**how: float) -> str:
    """Two fingers on the map, as the automation has them."""
    spec = ", ".join(f"{name}: {value}" for name, value in how.items())
    return f"await view.automate({{name: 'pinch', selector: '#v', duration: 8, {spec}}});"


ICON_LOADED = "await until(() => $('.wx-map-marker-icon').naturalWidth > 0, 'the icon');"
ATTRIBUTES: dict[str, list[Row]] = {
    "longitude": [Row({}, CENTRE, [23.1, 113.3]), Row({}, CENTRE, [23.1, 120], "v.assign('longitude', 120);")],
    "latitude": [
        Row({}, CENTRE, [30, 113.3], "v.assign('latitude', 30);"),
        Row({"latitude": "x"}, CENTRE, [39.92, 113.3]),
        Row({}, CENTRE, [23.1, 120], "v.map.setView([23.1, 120]); v.assign('latitude', 23.1);"),
    ],
    "scale": [
        Row({}, "v.map.getZoom()", 12), Row({"scale": None}, "v.map.getZoom()", 16),
        Row({"scale": 40}, "v.map.getZoom()", 20), Row({}, "v.map.getZoom()", 5.5, "v.assign('scale', 5.5);"),
    ],
    "min-scale": [Row({"minScale": 8}, "v.map.getMinZoom()", 8)],
    "max-scale": [Row({"maxScale": 11}, "v.map.getZoom()", 11)],
    "markers": [
        Row(marker(), box(".wx-map-marker-icon"), [-60, 60, -60, 0], ICON_LOADED),
        Row(marker(width=20, height="30rpx"), box(".wx-map-marker-icon"), [-10, 10, -15, 0]),
        Row(marker(width=20, height=20, anchor={"x": 0, "y": 0.5}), box(".wx-map-marker-icon"), [0, 20, -10, 10]),
        Row(marker(alpha=0.5), "$('.wx-map-marker-icon').style.opacity", "0.5"),
        Row(marker(rotate=90), "$('.wx-map-marker-icon').style.transform", "rotate(90deg)"),
        Row(marker(callout={"content": "<b>\nx", "display": "ALWAYS"}), "$('.wx-map-callout').textContent", "<b>\nx"),
        Row(marker(callout={"content": "x"}), seen(".wx-map-callout"), False),
        Row(marker(title="x"), seen(".wx-map-callout"), True, "v.markers.open('1');"),
        Row(marker(label={"content": "l", "anchorX": 5, "anchorY": 6}), box(".wx-map-label") + ".slice(0, 1)", [5]),
        Row(marker(), "v.markers.all.size", 0, "v.assign('markers', null);"),
        Row({"markers": [None, 5, {}, {"id": 3, **HERE}]}, "v.markers.all.has('3')", True),
    ],
    "covers": [Row({"covers": [{**HERE, "iconPath": "/img/a.svg"}]}, "v.markers.all.size", 1)],
    "polyline": [
        Row({"polyline": [LINE]}, f"{PATHS}.map((p) => [p.getAttribute('stroke'), p.getAttribute('stroke-opacity')])",
            [["#ff0000", "0.5019607843137255"]]),
        Row({"polyline": [{**LINE, "dottedLine": True}]}, f"{PATHS}[0].getAttribute('stroke-dasharray')", "12 12"),
        Row({"polyline": [{**LINE, "borderWidth": 2}]}, f"{PATHS}.map((p) => p.getAttribute('stroke-width'))",
            ["10", "6"]),
        Row({"polyline": [{**LINE, "colorList": ["#111", "#222"]}]}, f"{PATHS}.map((p) => p.getAttribute('stroke'))",
            ["#111", "#222"]),
        Row({"polyline": [{**LINE, "arrowLine": True}]}, "doc.querySelectorAll('.wx-map-arrow').length", 2),
        Row({"polyline": [LINE]}, f"{PATHS}.length", 0, "v.assign('polyline', []);"),
    ],
    "circles": [Row({"circles": [{**HERE, "radius": 1000, "fillColor": "#00ff0040", "strokeWidth": 2}]},
                    f"{PATHS}[0].getAttribute('fill')", "#00ff00")],
    "polygons": [Row({"polygons": [{"points": [HERE, NORTH, EAST], "fillColor": "#0000ff", "strokeWidth": 1}]},
                     f"{PATHS}[0].getAttribute('fill')", "#0000ff")],
    "controls": [
        Row({"controls": [{"id": 1, "iconPath": "/img/a.svg", "position": {"left": 9, "top": 8, "width": 20}}]},
            "(({left, top, width}) => [left, top, width])($('.wx-map-control').style)", ["9px", "8px", "20px"]),
    ],
    "include-points": [
        Row({"includePoints": [HERE, {"latitude": 24.1, "longitude": 114.3}]},
            "v.map.getZoom() < 10 && v.map.getBounds().pad(0.01).contains([24.1, 114.3])", True),
        Row({"includePoints": "x"}, "v.map.getZoom()", 12),
    ],
    "show-location": [Row({"showLocation": True}, seen(".wx-map-user"), True), Row({}, seen(".wx-map-user"), False)],
    "rotate": [Row({"rotate": 90}, "v.point.pointOf(23.1, 113.31).y < 75", True)],
    "skew": [
        Row({"skew": 80}, "v.point.skew", 40),
        Row({"skew": 30}, "/rotateX.30deg/.test(v.ground.style.transform)", True),
    ],
    "enable-auto-max-overlooking": [Row({"skew": 80, "enableAutoMaxOverlooking": True}, "v.point.skew", 75)],
    "show-compass": [
        Row({"showCompass": True}, seen(".wx-map-compass"), True), Row({}, seen(".wx-map-compass"), False),
    ],
    "show-scale": [
        Row({"showScale": True}, "$('.wx-map-scale').innerText", "2 km"), Row({}, seen(".wx-map-scale"), False),
    ],
    "enable-zoom": [
        Row({"enableZoom": False}, "v.map.getZoom()", 12, fingers(scale=2)),
        Row({"enableZoom": False}, "v.map.getZoom()", 12, TWICE), Row({}, "v.map.getZoom()", 13, TWICE),
    ],
    "enable-rotate": [
        Row({}, "v.point.rotate", 0, fingers(rotation=40)),
        Row({"enableRotate": True}, "Math.round(v.point.rotate)", 320, fingers(rotation=40)),
    ],
    "enable-overlooking": [
        Row({}, "v.point.skew", 0, fingers(dy=-60)),
        Row({"enableOverlooking": True}, "v.point.skew > 8 && v.point.skew < 16", True, fingers(dy=-60)),
        Row({"enableOverlooking": True, "skew": 20}, "v.point.skew", 0, fingers(dy=100)),
    ],
    "enable-scroll": [Row({"enableScroll": False}, "v.canDrag('x')", False), Row({}, "v.canDrag('x')", True)],
    "enable-poi": [
        Row({}, "v.base.options.attribution.length > 0", True),
        Row({"enablePoi": False, "scale": 6}, "sent.filter((event) => event.type === 'poitap').length", 0,
            "v.tapped(v.frame, middle());"),
    ],
    "setting": [Row({"setting": {"scale": 7, "rotate": 30}}, "[v.map.getZoom(), v.point.rotate]", [7, 30])],
}  # fmt: skip
EVENTS: dict[str, Row] = {
    "tap": Row({}, "", {"latitude": 23.1, "longitude": 113.3}, "view.gestures.tap($('#v .wx-map-ground'), middle());"),
    "markertap": Row(marker(), "", {"markerId": 1}, f"{ICON_LOADED} tapAt('.wx-map-marker-icon');"),
    "labeltap": Row(marker(label={"content": "l"}), "", {"markerId": 1}, "tapAt('.wx-map-label');"),
    "callouttap": Row(
        marker(callout={"content": "c", "display": "ALWAYS"}), "", {"markerId": 1}, "tapAt('.wx-map-callout');"
    ),
    "controltap": Row(
        {"controls": [{"id": 4, "iconPath": "/img/a.svg", "clickable": True}]}, "", {"controlId": 4},
        "tapAt('.wx-map-control');",
    ),
    "updated": Row({}, "", {}),
    "anchorpointtap": Row({"showLocation": True}, "", HERE, "tapAt('.wx-map-user');"),
    "regionchange": Row({}, "", {"type": "begin", "causedBy": "update"}, "v.assign('scale', 5);"),
    "poitap": Row(
        {"latitude": 39.907, "longitude": 116.397, "scale": 8}, "",
        {"name": "北京", "latitude": 39.907, "longitude": 116.397}, "v.tapped(v.frame, middle());",
    ),
    "polylinetap": Row({"polyline": [{**LINE, "id": 7}]}, "", {"polylineId": 7}, "tapAt('path');"),
    "interpolatepoint": Row(
        marker(), "", {"markerId": 1, "animationStatus": "complete", **NORTH},
        f"await v.invoke('moveAlong', [{{markerId: 1, path: [{NORTH}], duration: 0}}]);",
    ),
}  # fmt: skip


@pytest.fixture
def page(harness: PageHarness) -> Iterator[PageHarness]:
    yield harness
    harness.run("view.destroy()")


def opened(harness: PageHarness, given: dict[str, Any], *children: Any, before: str = "", events: Any = ()) -> None:
    """A map that is there, as `v`; its user is in its middle."""
    attributes = {"id": "v", "events": on(*events), "scale": 12, **HERE, **given}
    harness.open(page_of(("map", attributes, *children)), stream=[], place=HERE)
    harness.run(
        "await until(() => (window.v = $('#v').__builtIn)?.map, 'the parts of a map');"
        "window.middle = () => { const b = v.frame.getBoundingClientRect();"
        "return {clientX: b.left + b.width / 2, clientY: b.top + b.height / 2}; };"
        "window.tapAt = (part) => { const one = $(part), b = one.getBoundingClientRect();"
        "view.gestures.tap(one, {clientX: b.left + b.width / 2, clientY: b.top + b.height / 2}); };"
        f"const v = window.v; {before}"
    )


def near(value: Any, expected: Any) -> bool:
    """Equal, numbers within a thousandth; members that are not expected do not count."""
    if isinstance(expected, dict):
        return all(near(value[name], one) for name, one in expected.items())
    if isinstance(expected, float):
        return bool(value == pytest.approx(expected, abs=1e-3))
    return bool(value == expected)


def test_the_table_has_every_attribute_and_event_with_an_effect() -> None:
    assert set(ATTRIBUTES) == set(DOCUMENTED["attributes"]) - SUPPORT.attributes
    assert set(EVENTS) == set(DOCUMENTED["events"]) - SUPPORT.events


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{name}-{number}") for name, rows in ATTRIBUTES.items() for number, row in enumerate(rows)],
)
def test_attributes(page: PageHarness, row: Row) -> None:
    opened(page, row.given, before=row.before)
    assert page.run(f"await frames(1); return {row.asked}") == row.expected


@pytest.mark.parametrize("name", EVENTS)
def test_events(page: PageHarness, name: str) -> None:
    row = EVENTS[name]
    opened(page, row.given, before=row.before, events=(name,))
    page.run(f"await until(() => sent.some((event) => event.type === '{name}'), '{name}')")
    told = page.events(name)
    assert near(told[-1 if name == "interpolatepoint" else 0]["detail"], row.expected)


def test_a_tap_on_a_marker_is_none_on_the_map(page: PageHarness) -> None:
    opened(page, marker(width=40, height=40), events=("tap", "markertap"))
    page.tap(".wx-map-marker-icon")
    page.tap("#v .wx-map-attribution")
    assert [event["type"] for event in page.events("tap", "markertap")] == ["markertap", "tap"]


def test_a_finger_moves_the_ground_and_tells_begin_and_end(page: PageHarness) -> None:
    opened(page, {}, events=("regionchange",))
    page.events()
    page.press("#v")
    page.move(30, 0)
    page.move(30, 0)
    page.run("await until(() => v.isDragged, 'the drag')")
    page.run("v.dropped({ isCancelled: true })")
    page.release()
    told = [event["detail"] for event in page.events("regionchange")]
    assert [(one["type"], one["causedBy"]) for one in told][:2] == [("begin", "gesture"), ("end", "drag")]
    assert told[1]["centerLocation"]["longitude"] < 113.3
    assert told[1]["region"]["northeast"]["latitude"] > told[1]["region"]["southwest"]["latitude"]


def test_two_fingers_scale_around_their_middle(page: PageHarness) -> None:
    opened(page, {}, events=("regionchange",))
    page.run("window.before = v.point.placeAt(90, 60)")
    page.run(fingers(scale=2, x=90, y=60, distance=50))
    assert page.run("return v.map.getZoom()") == pytest.approx(13)
    assert near(page.run("return v.point.placeAt(90, 60)"), page.run("return before"))
    told = [(event["detail"]["type"], event["detail"]["causedBy"]) for event in page.events("regionchange")]
    assert told[-2:] == [("begin", "gesture"), ("end", "scale")]


def test_the_wheel_changes_the_scale_around_the_pointer(page: PageHarness) -> None:
    opened(page, {}, events=("regionchange",))
    page.run(
        "window.before = v.point.placeAt(20, 20); const b = v.frame.getBoundingClientRect();"
        "v.element.dispatchEvent(new frame.contentWindow.WheelEvent('wheel',"
        "{deltaY: -240, clientX: b.left + 20, clientY: b.top + 20, bubbles: true, cancelable: true}));"
        "await until(() => sent.some((e) => e.detail.causedBy === 'scale'), 'the end')"
    )
    assert page.run("return v.map.getZoom()") == pytest.approx(13)
    assert near(page.run("return v.point.placeAt(20, 20)"), page.run("return before"))


@pytest.mark.parametrize("given", [{}, {"rotate": 30}, {"rotate": 200, "skew": 30}, {"skew": 20}])
def test_places_and_points_are_each_others_reverse(page: PageHarness, given: dict[str, Any]) -> None:
    opened(page, given)
    assert near(
        page.run("const {x, y} = v.point.pointOf(23.102, 113.305); return v.point.placeAt(x, y)"),
        {"latitude": 23.102, "longitude": 113.305},
    )
    drawn = page.run(
        "v.markers.show([{id: 1, latitude: 23.102, longitude: 113.305}]); await frames(2);"
        "const b = $('.wx-map-marker-body').getBoundingClientRect(), m = v.frame.getBoundingClientRect();"
        "const {x, y} = v.point.pointOf(23.102, 113.305); return [b.left - m.left - x, b.top - m.top - y]"
    )
    assert drawn == [pytest.approx(0, abs=2), pytest.approx(0, abs=2)]


def test_map_context_orders(page: PageHarness) -> None:
    opened(page, marker())
    ask = lambda method, option="{}": page.run(f"return await v.invoke('{method}', [{option}])")  # noqa: E731
    assert near(ask("getCenterLocation"), HERE)
    assert ask("getScale") == {"scale": 12}
    assert (ask("getRotate"), ask("getSkew")) == ({"rotate": 0}, {"skew": 0})
    assert near(ask("fromScreenLocation", "{x: 150, y: 75}"), HERE)
    assert ask("toScreenLocation", "{latitude: 23.1, longitude: 113.3}") == {"x": 150, "y": 75}
    region = ask("getRegion")
    assert region["southwest"]["latitude"] < 23.1 < region["northeast"]["latitude"]
    ask("moveToLocation", "{latitude: 30, longitude: 120}")
    assert near(ask("getCenterLocation"), {"latitude": 30.0, "longitude": 120.0})
    ask("includePoints", "{points: [{latitude: 20, longitude: 110}, {latitude: 30, longitude: 120}], padding: [10]}")
    assert page.run("const b = v.map.getBounds().pad(0.01); return b.contains([20, 110]) && b.contains([30, 120])")
    ask("addMarkers", "{markers: [{id: 8, latitude: 1, longitude: 2}, {id: 9, latitude: 1, longitude: 2}]}")
    page.run("v.assign('markers', [])")
    ask("removeMarkers", "{markerIds: [9, 77]}")
    assert page.run("return [...v.markers.all.keys()]") == ["8"]
    ask("addMarkers", "{markers: [{id: 5, latitude: 1, longitude: 2}], clear: true}")
    assert page.run("return [...v.markers.all.keys()]") == ["5"]
    ask("addArc", "{id: 1, start: {latitude: 20, longitude: 110}, end: {latitude: 30, longitude: 120}, angle: 45}")
    ask("addGroundOverlay", "{id: 2, src: '/img/a.svg', bounds: {southwest: {latitude: 20, longitude: 110},"
        " northeast: {latitude: 30, longitude: 120}}, opacity: 0.5}")  # fmt: skip
    assert page.run(f"return [{PATHS}.length, v.ground.querySelector('.leaflet-image-layer').style.opacity]") == [
        1,
        "0.5",
    ]
    ask("removeArc", "{id: 1}")
    ask("removeGroundOverlay", "{id: 2}")
    assert page.run(f"return [{PATHS}.length, v.ground.querySelectorAll('.leaflet-image-layer').length]") == [0, 0]
    ask("setCenterOffset", "{offset: [0.25, 9]}")
    assert page.run("const {latitude, longitude} = v.point.centre; return v.point.pointOf(latitude, longitude).x") == 75


@pytest.mark.parametrize(
    ("method", "option"),
    [
        ("moveToLocation", "{}"), ("removeArc", "{id: 1}"), ("updateGroundOverlay", "{id: 1}"),
        ("translateMarker", "{markerId: 4, destination: {}}"), ("moveAlong", "{markerId: 1, path: null}"),
        ("constructor", "{}"), ("addCustomLayer", "{}"),
    ],
)  # fmt: skip
def test_orders_that_cannot_be_carried_out_say_why(page: PageHarness, method: str, option: str) -> None:
    opened(page, marker())
    assert page.run(f"return v.invoke('{method}', [{option}]).then(() => '', (error) => error.message)")


def test_a_marker_is_moved(page: PageHarness) -> None:
    opened(page, marker())
    page.run(
        f"await v.invoke('translateMarker', [{{markerId: 1, destination: {EAST}, autoRotate: true, duration: 30}}])"
    )
    assert page.run("const {lat, lng} = v.markers.find(1).layer.getLatLng(); return [lat, lng]") == [23.1, 113.31]
    assert page.run("return Math.round(v.markers.find(1).rotate)") == 90


def test_markers_that_lie_together_join_and_part(page: PageHarness) -> None:
    several = [{"id": n, "joinCluster": True, "latitude": 23.1, "longitude": 113.3 + n / 1000} for n in range(3)]
    opened(page, {"markers": several})
    page.run("v.listeners.push({event: 'markerClusterCreate', key: 5}, {event: 'markerClusterClick', key: 6});")
    page.run("await v.invoke('initMarkerCluster', [{zoomOnClick: false}]); await frames(1)")
    assert page.run("return $('.wx-map-cluster').textContent") == "3"
    assert page.run(f"return {seen('.wx-map-marker-icon')}") is False
    page.run("tapAt('.wx-map-cluster')")
    told = [event["detail"] for event in page.events("observer")]
    assert [one["key"] for one in told] == [5, 6]
    assert told[0]["clusters"][0]["markerIds"] == [0, 1, 2]
    page.run("v.assign('scale', 19); await frames(1)")
    assert page.run(f"return [{seen('.wx-map-cluster')}, {seen('.wx-map-marker-icon')}]") == [False, True]


def test_callouts_of_the_programs_own_stand_over_their_markers(page: PageHarness) -> None:
    given = marker(width=20, height=20, customCallout={"display": "ALWAYS"})
    own = ("cover-view", {"class": "own", "markerId": 1, "style": "width:50px;height:10px"}, "c")
    other = ("cover-view", {"class": "other", "markerId": 2}, "d")
    opened(page, given, ("cover-view", {"slot": "callout"}, own, other), before="await frames(2);")
    assert page.run(f"return {box('.own')}") == [-25, 25, -36, -26]
    assert page.run(f"return {seen('.other')}") is False
    page.run("v.map.panBy([-40, 0], {animate: false}); await frames(1)")
    assert page.run(f"return {box('.own')}")[0] == 15


def test_the_user_moves(page: PageHarness) -> None:
    opened(page, {"showLocation": True})
    page.run("window.userPlace = {latitude: 23.11, longitude: 113.3}; v.placeChanged(); await frames(1)")
    assert page.run("return v.furniture.user.getLatLng().lat") == 23.11


def test_a_swapped_template_keeps_where_the_map_looks_and_another_place_does_not(page: PageHarness) -> None:
    opened(page, {}, before="v.map.setView([30, 120], 9);")
    kept = page.run("const {centre, zoom, given} = v.keep(); return [centre.lat, zoom, given]")
    assert kept == [30, 9, "23.1,113.3,12"]


def test_nothing_of_leaflet_is_within_reach_of_the_page_and_nothing_stays_behind(page: PageHarness) -> None:
    opened(page, marker())
    assert page.run("return typeof frame.contentWindow.L") == "undefined"
    page.run("v.removed(); await frames(2)")
    assert page.run("return v.isGone && v.ground.querySelectorAll('.leaflet-pane').length") == 0
