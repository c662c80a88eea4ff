"""Attributes that are true or false: empty text, 0 and null are false, any other text is true. For every built-in."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness, block, node, on, page_of

pytestmark = pytest.mark.browser

COMPONENTS = json.loads((files("resources") / "spec" / "components.json").read_text("utf-8"))["components"]
SEEN = {
    "button": {"disabled", "loading", "plain"},
    "checkbox": {"checked", "disabled"},
    "input": {"disabled", "password"},
    "page-container": {"overlay", "round"},
    "picker": {"disabled"},
    "progress": {"active", "showInfo"},
    "radio": {"checked", "disabled"},
    "rich-text": {"userSelect"},
    "root-portal": {"enable"},
    "scroll-view": {"refresherEnabled", "scrollX", "scrollY"},
    "slider": {"disabled", "showValue"},
    "swiper": {"indicatorDots", "vertical"},
    "switch": {"checked", "disabled"},
    "text": {"selectable", "userSelect"},
    "textarea": {"autoHeight", "disabled"},
}
"""Attributes of which the DOM tells whether they are true."""


def camel(name: str) -> str:
    head, *rest = name.split("-")
    return head + "".join(part.title() for part in rest)


BOOLEANS = {
    tag: [camel(name) for name, facts in entry.get("attributes", {}).items() if facts.get("type") == "boolean"]
    for tag, entry in COMPONENTS.items()
}
FALSE: list[Any] = [False, "", 0, None]
TRUE: list[Any] = [True, "false", "0", 1]
GIVEN = {"percent": 30, "value": "a", "nodes": "a", "range": ["a"], "title": "a"}
DRAWN = """
  const attributes = (e) => [...e.attributes].map((a) => `${a.name}=${a.value}`).sort();
  const plain = (e) => [e.localName, attributes(e), [...e.children].map(plain)];
  await frames(1);
  return [...doc.querySelectorAll("[sample]")].map((e) => JSON.stringify(plain(e.firstChild)));
"""


def drawn(harness: PageHarness, tag: str, name: str, first: list[Any], later: list[Any]) -> list[str]:
    """The DOM of elements with the values of `first`, changed to those of `later`."""
    nodes, binds, tree = [], [], []
    for number in range(len(first)):
        nodes += [node("view", data={}), node(tag, 2 * number, attrs=GIVEN)]
        binds.append([2 * number + 1, "attr", name, 1])
        tree.append([2 * number, [[2 * number + 1, []]]])
    harness.open(block(tree, nodes, binds), stream=first)
    harness.run("for (const e of doc.body.children) e.setAttribute('sample', '')")
    if later != first:
        harness.apply(["U", 1, [part for pair in enumerate(later) for part in pair]])
    return list(harness.run(DRAWN))


@pytest.mark.parametrize("tag", sorted(set(SEEN) | {"navigator", "canvas", "form", "movable-view"}))
def test_empty_values_are_false(harness: PageHarness, tag: str) -> None:
    for name in BOOLEANS[tag]:
        values = FALSE + TRUE
        at_once = drawn(harness, tag, name, values, values)
        changed = drawn(harness, tag, name, TRUE + FALSE, values)
        for seen in (at_once, changed):
            assert len(set(seen[: len(FALSE)])) == len(set(seen[len(FALSE) :])) == 1, name
        assert at_once[0] != at_once[-1] or name not in SEEN.get(tag, ()), name


def test_every_boolean_that_shows_is_known_as_one(harness: PageHarness) -> None:
    code = """
      const { builtInFor } = await import("handset://shell/components/index.js");
      return Object.fromEntries(tags.map((tag) => [tag, builtInFor({ tag, attrs: {} }, true)]).filter(([, b]) => b)
        .map(([tag, b]) => [tag, [b.reflects, b.switches]]));
    """
    known = {(tag, name) for tag, names in BOOLEANS.items() for name in names}
    for tag, (texts, switches) in harness.run(f"const tags = {json.dumps(list(COMPONENTS))};{code}").items():
        assert [name for name in texts if (tag, name) in known] == [], tag
        wrong = [name for name in switches if camel(name) in COMPONENTS[tag]["attributes"] and (tag, name) not in known]
        assert wrong == [], tag


def test_a_button_with_an_empty_disabled_is_live(harness: PageHarness) -> None:
    page = block(
        [[0, ["a"]], [1, ["b"]]],
        [node("button", id="a", events=on("tap")), node("button", id="b", events=on("tap"), attrs={"disabled": ""})],
        [[0, "attr", "disabled", 1]],
    )
    harness.open(page, stream=[0])
    harness.tap("#a")
    harness.tap("#b")
    assert [event["node"] for event in harness.events("tap")] == [0, 1]
    harness.apply(["U", 1, [0, "0"]])
    harness.tap("#a")
    assert harness.events("tap") == []


def test_an_empty_type_is_the_default(harness: PageHarness) -> None:
    empty = {"type": "", "size": "", "disabled": True}
    harness.open(page_of(("button", empty | {"id": "a"}), ("button", {"disabled": True, "id": "b"})), stream=[])
    looks = "const s = getComputedStyle($('{}')); return [s.color, s.backgroundColor, s.fontSize]"
    assert harness.run(looks.format("#a")) == harness.run(looks.format("#b"))
