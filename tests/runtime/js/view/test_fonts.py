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
    "system": "font-family: system-ui",
    "modern": "font-family: system-ui, -apple-system, sans-serif",
    "serif": "font-family: serif",
}


def test_a_list_of_fonts_that_are_not_there_ends_without_serifs(harness: PageHarness) -> None:
    views = [("view", {"style": f"{style}; width: max-content", "id": name}, TEXT) for name, style in LISTS.items()]
    harness.open(page_of(*views), stream=[])
    width = {name: harness.run(f"return $('#{name}').getBoundingClientRect().width") for name in LISTS}
    assert {width[name] for name in LISTS if name != "serif"} == {width["generic"]}
    assert width["serif"] != width["generic"]


def test_emoji_are_coloured_pictures(harness: PageHarness) -> None:
    harness.open(page_of(("view", {}, "")), stream=[])
    colours = harness.run("""
      const context = Object.assign(doc.createElement("canvas"), { width: 200, height: 60 }).getContext("2d");
      context.font = "40px sans-serif";
      context.fillText("🎁📋💳", 0, 45);
      const { data } = context.getImageData(0, 0, 200, 60);
      const found = new Set();
      for (let i = 0; i < data.length; i += 4) {
        const [red, green, blue, alpha] = data.slice(i, i + 4);
        if (alpha === 255 && new Set([red, green, blue]).size > 1) found.add(`${red} ${green} ${blue}`);
      }
      return found.size;
    """)
    assert colours > 50, "there is no font with emoji; python dev.py test installs one, or names its package"
