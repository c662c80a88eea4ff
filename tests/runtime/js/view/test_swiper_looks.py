"""`swiper`: layouts, transitions and indicators of the Skyline renderer, row by row."""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, page_of

pytestmark = pytest.mark.browser

ITEMS = [("swiper-item", {"id": f"i{number}"}, ("view", {}, str(number))) for number in range(4)]


def swiper(harness: PageHarness, **given: Any) -> None:
    style = "width:300px;height:100px"
    harness.open(page_of(("swiper", {"id": "s", "style": style, "duration": 0, **given}, *ITEMS)), stream=[])


def look(harness: PageHarness, selector: str) -> list[Any]:
    code = f"const s = $('{selector}').style; return [s.transform, s.opacity, s.zIndex]"
    found: list[Any] = harness.run(code)
    return found


@pytest.mark.parametrize(
    ("given", "second"),
    [
        ({}, ["translate(100%, 0px)", "", ""]),
        ({"vertical": True}, ["translate(0px, 100%)", "", ""]),
        ({"layoutType": "nonsense"}, ["translate(100%, 0px)", "", ""]),
        ({"layoutType": "transformer"}, ["translate(100%, 0px) scale(0.8)", "0.5", ""]),
        ({"layoutType": "transformer", "transformerType": "zoomIn"}, ["translate(100%, 0px) scale(0.6)", "", ""]),
        ({"layoutType": "transformer", "transformerType": "zoomOut"}, ["translate(100%, 0px) scale(1.4)", "0", ""]),
        ({"layoutType": "transformer", "transformerType": "accordion"}, ["translate(100%, 0px) scaleX(0)", "", ""]),
        (
            {"layoutType": "transformer", "transformerType": "threeD"},
            ["translate(100%, 0px) perspective(800px) rotateY(60deg)", "", ""],
        ),
        (
            {"layoutType": "transformer", "transformerType": "deepthPage"},
            ["translate(0%, 0px) scale(0.75)", "0", "-1"],
        ),
        ({"layoutType": "stackRight"}, ["translate(8%, 0px) scale(0.92)", "", "-1"]),
        ({"layoutType": "stackLeft"}, ["translate(-8%, 0px) scale(0.92)", "", "-1"]),
        ({"layoutType": "tinder"}, ["translate(0px, 4%) scale(0.94)", "", "-1"]),
    ],
)
def test_how_the_next_item_is_shown(harness: PageHarness, given: dict[str, Any], second: list[Any]) -> None:
    swiper(harness, **given)
    assert look(harness, "#i1") == second


def dots(harness: PageHarness, **given: Any) -> dict[str, Any]:
    swiper(harness, indicatorDots=True, current=1, **given)
    facts = """
      const sides = ({ x, y, width, height }) => [x, y, width, height].map(Math.round);
      const box = (e) => e && sides(e.getBoundingClientRect());
      const all = [...doc.querySelectorAll('.wx-swiper-dot')];
      return { dots: all.map(box), marker: box($('.wx-swiper-dot-marker')), around: box($('.wx-swiper-dots')),
        z: $('.wx-swiper-dot-marker')?.style.zIndex };"""
    found: dict[str, Any] = harness.run(facts)
    return found


def test_dots_have_their_size_and_gap(harness: PageHarness) -> None:
    found = dots(harness, indicatorWidth=10, indicatorHeight=6, indicatorSpacing=5)
    assert [dot[2:] for dot in found["dots"]] == [[10, 6]] * 4
    assert found["dots"][1][0] - found["dots"][0][0] == 15
    assert found["marker"] is None


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({}, [134, 82]),
        ({"indicatorMargin": 20}, [134, 72]),
        ({"indicatorAlignment": [-1, -1]}, [10, 10]),
        ({"indicatorAlignment": [1, 1], "indicatorMargin": 0}, [268, 92]),
        ({"indicatorAlignment": "auto", "indicatorOffset": [5, -7]}, [139, 75]),
        ({"indicatorAlignment": [9, "x"]}, [258, 46]),
    ],
)
def test_where_the_dots_are(harness: PageHarness, given: dict[str, Any], place: list[int]) -> None:
    found = dots(harness, indicatorSpacing=0, **given)
    assert found["around"][:2] == place


@pytest.mark.parametrize("kind", ["worm", "wormThin", "jump", "jumpWithOffset", "slide", "swap", "swapYRotation"])
def test_a_marker_lies_on_the_dot_of_the_current_item(harness: PageHarness, kind: str) -> None:
    found = dots(harness, indicatorType=kind)
    assert found["marker"] == found["dots"][1]


@pytest.mark.parametrize(
    ("kind", "position", "marker"),
    [
        ("slide", 1.5, [18, 0, 8, 8]), ("worm", 1.5, [12, 0, 20, 8]), ("worm", 1.25, [12, 0, 14, 8]),
        ("wormThin", 1.5, [12, 2, 20, 4]), ("jump", 1.5, [18, -8, 8, 8]), ("slideUnderground", 9, [36, 0, 8, 8]),
    ],
)  # fmt: skip
def test_the_marker_on_its_way(harness: PageHarness, kind: str, position: float, marker: list[int]) -> None:
    dots(harness, indicatorType=kind)
    found = harness.run(
        f"""$('#s').__builtIn.indicator.follow({{ position: {position}, current: 1, shown: 1, isVertical: false }});
        const around = $('.wx-swiper-dots').getBoundingClientRect();
        const {{ x, y, width, height }} = $('.wx-swiper-dot-marker').getBoundingClientRect();
        return [x - around.x, y - around.y, width, height].map(Math.round)"""
    )
    assert found == marker


def test_the_dot_of_the_current_item_is_wider_or_larger(harness: PageHarness) -> None:
    assert [dot[2] for dot in dots(harness, indicatorType="expand")["dots"]] == [8, 24, 8, 8]
    assert [dot[2] for dot in dots(harness, indicatorType="scale")["dots"]] == [8, 11, 8, 8]
    # The current one stays in the middle of the swiper.
    assert dots(harness, indicatorType="scroll")["dots"][1][0] == 146


def test_the_first_and_last_item_snap_to_the_edges(harness: PageHarness) -> None:
    swiper(harness, previousMargin="30px", nextMargin="40px", snapToEdge=True)
    left = "return Math.round($('#i%d').getBoundingClientRect().x)"
    assert harness.run(left % 0) == 0
    harness.run(
        "$('#s').__builtIn.assign('current', 3); await until(() => $('#s').__builtIn.origin === null && "
        "$('#s').__builtIn.position === 3, 'the end')"
    )
    assert harness.run(left % 3) == 70


def test_without_animation_the_wanted_item_is_there_at_once(harness: PageHarness) -> None:
    swiper(harness, duration=100000, scrollWithAnimation=False)
    harness.run(
        "$('#s').__builtIn.assign('current', 2); await until(() => $('#s').__builtIn.position === 2, 'the item')"
    )
