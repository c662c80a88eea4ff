"""What letters look like: on a phone they have no serifs, whatever fonts a program names."""

from __future__ import annotations

import pytest

from tests.runtime.js.view.page_harness import PageHarness, page_of

pytestmark = pytest.mark.browser

TEXT = "The quick brown fox 0123456789"
LISTS = {
    "plain": "",
    "one": "font-family: 'PingFang SC'",
    "several": "font-family: -apple-system-font, 'Helvetica Neue'",
    "unknown": "font-family: 'No Such Font'",
    "generic": "font-family: sans-serif",
    "serif": "font-family: serif",
}


def test_a_list_of_fonts_that_are_not_there_ends_without_serifs(harness: PageHarness) -> None:
    views = [("view", {"style": f"{style}; width: max-content", "id": name}, TEXT) for name, style in LISTS.items()]
    harness.open(page_of(*views), stream=[])
    width = {name: harness.run(f"return $('#{name}').getBoundingClientRect().width") for name in LISTS}
    assert {width[name] for name in LISTS if name != "serif"} == {width["generic"]}
    assert width["serif"] != width["generic"]


def test_emoji_are_coloured_pictures(harness: PageHarness) -> None:
    harness.open(page_of(("view", {"id": "e", "style": "font-size: 40px; width: max-content"}, "🎁📋💳")), stream=[])
    harness.run("await frames(2)")
    image = harness.view.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 120, 2) for y in range(0, 50, 2)}
    coloured = [name for name in colours if len({name[1:3], name[3:5], name[5:7]}) > 1]
    assert len(coloured) > 50, "there is no font with emoji; python dev.py test installs one, or names its package"
