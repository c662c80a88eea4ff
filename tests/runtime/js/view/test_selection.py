"""`selection`: its event, the orders of SelectionContext, and the user's own selection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from runtime.platform.wechat import WECHAT
from tests.runtime.js.view.page_harness import PageHarness, on, page_of

pytestmark = pytest.mark.browser

METHODS = {
    "selectRange": ("[2, 8]", "cdefgh"),
    "setBaseAndExtent": ("['b', 0, 'b', 3]", "fgh"),
    "removeSelection": ("[]", ""),
}


@pytest.fixture
def page(harness: PageHarness) -> Iterator[PageHarness]:
    texts = (("text", {"id": "a"}, "abcde"), ("view", {}, ("text", {"id": "b"}, "fghij")))
    harness.open(page_of(("selection", {"id": "v", "events": on("selectionchange")}, *texts)), stream=[])
    harness.run("window.v = $('#v').__builtIn")
    yield harness
    harness.run("view.destroy()")


def told(page: PageHarness) -> list[Any]:
    page.run("await frames(2)")
    return [event["detail"] for event in page.events("selectionchange")]


def test_every_method_and_event_is_there() -> None:
    names = {name.split(".")[1] for name in WECHAT.registry.entries if name.startswith("SelectionContext.")}
    assert names == set(METHODS)
    assert set(WECHAT.components["selection"]["events"]) == {"selectionchange"}


@pytest.mark.parametrize("method", METHODS)
def test_the_program_selects(page: PageHarness, method: str) -> None:
    arguments, selected = METHODS[method]
    page.run(f"await v.invoke('selectRange', [0, 1]); await v.invoke('{method}', {arguments})")
    assert page.run("return doc.getSelection().toString().replace(/\\s/g, '')") == selected


def test_the_event_says_where_a_selection_begins_and_ends(page: PageHarness) -> None:
    page.run("await v.invoke('setBaseAndExtent', ['a', 1, 'b', 2])")
    (detail,) = told(page)
    rect = detail.pop("firstRangeRect")
    assert detail == {
        "isCollapsed": False, "selectedString": "bcdefg", "firstNodeId": "a", "firstOffset": 1, "lastNodeId": "b",
        "lastOffset": 2,
    }  # fmt: skip
    assert rect["width"] > 10
    page.run("await v.invoke('removeSelection', [])")
    (detail,) = told(page)
    assert (detail["isCollapsed"], detail["selectedString"]) == (True, "")


def test_the_user_selects_with_the_mouse_and_what_is_outside_is_not_told(page: PageHarness) -> None:
    page.run("doc.body.append('outside'); doc.getSelection().selectAllChildren(doc.body)")
    assert told(page) == []
    page.run("doc.getSelection().removeAllRanges()")
    x, y = page.run("const b = $('#a').getBoundingClientRect(); return [b.width / 2, b.height / 2]")
    page.press("#a")
    page.move(round(x) + 4, 0)
    page.run("await until(() => doc.getSelection().toString() !== '', 'a selection')")
    page.release()
    assert "de" in told(page)[-1]["selectedString"]
    assert y > 0


@pytest.mark.parametrize(
    ("method", "arguments", "why"),
    [
        ("setBaseAndExtent", "['x\"]', 0, 'b', 1]", 'no element inside has the id x"]'),
        ("nothing", "[]", "a selection has no nothing"),
        ("selectRange", "['x', {}]", ""),
        ("selectRange", "[-5, 1e9]", ""),
    ],
)
def test_wrong_arguments_fail_or_mean_the_nearest_place(
    page: PageHarness, method: str, arguments: str, why: str
) -> None:
    code = f"return await v.invoke('{method}', {arguments}).then(() => '', (error) => error.message)"
    assert page.run(code) == why
