"""What letters look like: on a phone they have no serifs, whatever fonts a program names."""

from __future__ import annotations

import base64
import json
from importlib.resources import files
from pathlib import Path

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


FONT = next(Path(str(files("monaco"))).rglob("codicon.ttf")).read_bytes()
"""Signs of the editor."""
LOAD = """
  const call = {name: 'loadFont', descriptors: {}, isGlobal: false, ...font};
  return view.call(call).then(() => 'loaded', (e) => e.message);
"""


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        ('url("/own.ttf")', "loaded"),
        ("url(/own.ttf)", "loaded"),
        ("/own.ttf", "loaded"),
        (f"data:font/ttf;base64,{base64.b64encode(FONT).decode()}", "loaded"),
        ("/none.ttf", "the font at /none.ttf could not be loaded"),
        ("/img/a.svg", "the font at /img/a.svg could not be loaded"),
        ('x"), url("file:///etc/passwd', 'the font at x"), url("file:///etc/passwd could not be loaded'),
        ("file:///etc/passwd", "the font at file:///etc/passwd could not be loaded"),
    ],
    ids=["quoted", "plain", "bare", "data", "missing", "picture", "another", "file"],
)
def test_a_font_of_the_program(harness: PageHarness, source: str, outcome: str) -> None:
    harness.files["own.ttf"] = FONT
    harness.open(page_of(("view", {"style": "font: 20px own", "id": "a"}, "\\uea60")), stream=[])
    assert harness.run(f"const font = {json.dumps({'family': 'own', 'source': source})}; {LOAD}") == outcome
    assert harness.run("return doc.fonts.check('20px own', '\\uea60') && doc.fonts.size") == (outcome == "loaded") * 1


def test_a_font_of_all_pages_is_in_those_that_come(harness: PageHarness) -> None:
    harness.files["own.ttf"] = FONT
    harness.open(page_of(("view", {}, "")), stream=[])
    font = json.dumps({"family": "own", "source": "/own.ttf", "isGlobal": True, "descriptors": {"weight": "bold"}})
    harness.run(f"const font = {font}; {LOAD}")
    assert harness.run(
        "const { PageFonts } = await import('handset://shell/page/fonts.js');"
        "const { port, services, window, document } = view;"
        "const other = new PageFonts({ port, services, window, document });"
        "await until(() => doc.fonts.size === 2, 'the font of the other page'); other.destroy();"
        "return [...doc.fonts].map((one) => one.weight)"
    ) == ["bold", "bold"]
