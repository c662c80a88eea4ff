"""What Handset does not carry out is drawn as the table says, and nothing of the catalogue is idle in silence."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.platform.wechat import WECHAT
from tests.runtime.js.view.page_harness import PageHarness, page_of

pytestmark = pytest.mark.browser

TABLE = WECHAT.support.components
FORMER = {"action-sheet", "loading", "modal", "toast"}
"""No longer documented, and still drawn."""
COMPILED = {"block", "slot", "template", "import", "include", "wxs", "page"}
ELEMENTS = COMPILED | {"view", "span"}
"""They need nothing but a style, or are gone once a template is compiled."""


def notices(harness: PageHarness) -> list[Any]:
    return list(harness.run("return logs.filter(([, text]) => text.includes('not supported'))"))


def test_index_and_table_agree(harness: PageHarness) -> None:
    code = """
      const { builtInFor, BUILT_INS } = await import("handset://shell/components/index.js");
      return [Object.keys(BUILT_INS), Object.fromEntries(
        tags.map((tag) => [tag, builtInFor({ tag, attrs: {} }, true)?.name ?? null]))];
    """
    indexed, classes = harness.run(f"const tags = {list(TABLE)};{code}")
    drawn = {tag for tag, support in TABLE.items() if support.is_drawn}
    assert set(indexed) - FORMER == drawn - ELEMENTS
    for tag, support in TABLE.items():
        match support.state:
            case "plain":
                assert classes[tag] == "PlainBox", tag
            case _:
                assert (classes[tag] is None) == (tag in ELEMENTS), tag
                assert classes[tag] != "PlainBox", tag


@pytest.mark.parametrize("tag", [tag for tag, support in TABLE.items() if not support.is_drawn])
def test_the_console_is_told_once_of_each_tag(harness: PageHarness, tag: str) -> None:
    harness.open(page_of((tag, {}), ("view", {}, (tag, {"key": "a"}, "text"))), stream=[])
    assert [(level, source) for level, text, source, *_ in notices(harness)] == [("warn", "environment")]
    assert f"<{tag}> is not supported" in notices(harness)[0][1]


def test_what_is_drawn_is_not_told(harness: PageHarness) -> None:
    drawn = [tag for tag, support in TABLE.items() if support.is_drawn and tag not in ELEMENTS]
    harness.open(page_of(*((tag, {}) for tag in drawn), ("my-own", {})), stream=[])
    assert notices(harness) == []


def test_a_component_of_the_program_is_not_told(harness: PageHarness) -> None:
    code = """
      const { builtInFor } = await import("handset://shell/components/index.js");
      return builtInFor({ tag: "map", attrs: {}, host: true }, true);
    """
    assert harness.run(code) is None


def test_children_of_a_plain_box_are_there(harness: PageHarness) -> None:
    harness.open(page_of(("grid-builder", {}, ("view", {"id": "a"}, "text"))), stream=[])
    assert harness.run("return $('wx-grid-builder > #a').textContent") == "text"
