"""Lengths in rpx on a page: style sheets, inline styles and attributes alike. Oracle: the official style compiler."""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, block, node

pytestmark = pytest.mark.browser

SHEET = {"kind": "page", "path": "pages/a/a.wxss", "parts": ["#sheet { width: ", 1, "; margin-left: ", -25, " }"]}
PAGE = block(
    [[0, []], [1, []], [2, []], [3, []]],
    [
        node("view", id="sheet"),
        node("view", id="inline", style="width: .5rpx; height: 25rpx"),
        node("view", id="bound"),
        node("progress", attrs={"strokeWidth": "1rpx"}),
    ],
    [[2, "style", "", 1]],
)
WIDTHS = (
    "const width = (id) => getComputedStyle($(id)).width;"
    "return [width('#sheet'), width('#inline'), width('#bound'), $('.wx-progress-bar').style.height]"
)


@pytest.mark.parametrize(
    ("device", "least"),
    [
        ({"platform": "ios", "pixelRatio": 2}, "0.5px"),
        ({"platform": "ios", "pixelRatio": 3}, "0.5px"),
        ({"platform": "ios", "pixelRatio": 1}, "1px"),
        ({"platform": "android", "pixelRatio": 3}, "1px"),
        ({}, "1px"),
    ],
)
def test_a_length_never_vanishes(harness: PageHarness, device: dict[str, Any], least: str) -> None:
    harness.open(PAGE, stream=["width: 1rpx"], styles=[SHEET], device=device)
    assert harness.run(WIDTHS) == [least, least, least, least]
    # Everything else is floored, as below zero.
    measures = "return [getComputedStyle($('#inline')).height, getComputedStyle($('#sheet')).marginLeft]"
    assert harness.run(measures) == ["12px", "-13px"]


def test_another_phone_has_other_lengths(harness: PageHarness) -> None:
    harness.open(PAGE, stream=["width: 1rpx"], styles=[SHEET], device={"platform": "ios", "pixelRatio": 2})
    harness.run("view.setDevice({windowWidth: 750, platform: 'android', pixelRatio: 2})")
    lengths = "return [$('#inline').style.height, getComputedStyle($('#sheet')).marginLeft]"
    assert harness.run(lengths) == ["25px", "-25px"]
    harness.run("view.setDevice({windowWidth: 375, platform: 'android', pixelRatio: 2})")
    assert harness.run(WIDTHS)[:3] == ["1px", "1px", "1px"]
