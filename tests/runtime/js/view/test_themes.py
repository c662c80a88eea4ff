"""The built-in components in both versions and both themes.

Source: guide to the dark theme: components of a program that follows the theme have default looks for each.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, page_of

pytestmark = pytest.mark.browser

PAGE = page_of(
    ("button", {"id": "default"}),
    ("button", {"id": "primary", "type": "primary"}),
    ("button", {"id": "disabled", "disabled": True}),
    ("button", {"id": "plain", "plain": True}),
    ("checkbox", {"id": "box"}),
    ("page-container", {"id": "container", "show": True}),
    ("view", {"id": "view"}),
)
LOOKS = """
  const look = (e) => { const s = getComputedStyle(e); return [s.color, s.backgroundColor]; };
  return Object.fromEntries([...doc.querySelectorAll("wx-button, wx-view")].map((e) => [e.id, look(e)]).concat([
    ["box", look(doc.querySelector("#box .wx-checkbox-input"))],
    ["container", look(doc.querySelector(".wx-page-container-content"))],
  ]));
"""


def looks(harness: PageHarness, style_version: str, theme: str, *, follows: bool = True) -> dict[str, Any]:
    config = {"styleVersion": style_version, "darkmode": follows}
    harness.open(PAGE, stream=[], window_config=config, device={"theme": theme})
    return dict(harness.run(LOOKS))


def test_the_older_looks(harness: PageHarness) -> None:
    light = looks(harness, "v1", "light")
    assert light["default"] == ["rgb(0, 0, 0)", "rgb(248, 248, 248)"]
    assert light["primary"] == ["rgb(255, 255, 255)", "rgb(26, 173, 25)"]
    assert light["box"] == ["rgb(9, 187, 7)", "rgb(255, 255, 255)"]
    dark = looks(harness, "v1", "dark")
    assert dark["default"] == ["rgba(255, 255, 255, 0.8)", "rgba(255, 255, 255, 0.08)"]
    assert dark["container"][1] == "rgb(25, 25, 25)"


def test_the_newer_looks(harness: PageHarness) -> None:
    light = looks(harness, "v2", "light")
    assert light["default"] == ["rgb(6, 174, 86)", "rgb(242, 242, 242)"]
    assert light["disabled"] == ["rgba(0, 0, 0, 0.2)", "rgb(247, 247, 247)"]
    dark = looks(harness, "v2", "dark")
    assert dark["default"] == ["rgb(37, 156, 92)", "rgba(255, 255, 255, 0.08)"]
    assert dark["primary"][1] == light["primary"][1] == "rgb(7, 193, 96)"
    assert dark["plain"][0] == "rgba(255, 255, 255, 0.8)"


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_a_program_that_does_not_follow_the_theme_is_light(harness: PageHarness, version: str) -> None:
    assert looks(harness, version, "dark", follows=False) == looks(harness, version, "light")


def test_the_theme_changes_under_a_page(harness: PageHarness) -> None:
    light, dark = looks(harness, "v2", "light"), looks(harness, "v2", "dark")
    device = "{ windowWidth: 375, windowHeight: 667, theme: '%s' }"
    harness.run(f"view.setDevice({device % 'light'})")
    assert harness.run(LOOKS) == light
    harness.run(f"view.setDevice({device % 'dark'})")
    assert harness.run(LOOKS) == dark
    assert light["view"] == dark["view"]


def test_the_version_does_not_outrank_the_program(harness: PageHarness) -> None:
    sheet = {"path": "pages/a/a.wxss", "kind": "page", "parts": ["wx-button { color: #010203; font-size: 9px }"]}
    config = {"styleVersion": "v2"}
    harness.open(PAGE, stream=[], window_config=config, styles=[sheet])
    code = "const s = getComputedStyle($('#default')); return [s.color, s.fontSize, s.width]"
    assert harness.run(code) == ["rgb(1, 2, 3)", "9px", "184px"]
