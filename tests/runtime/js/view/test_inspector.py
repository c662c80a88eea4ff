"""What the view tells of an element's style, and what it tries out there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec import convert

from runtime.protocol.inspection import StyleAnswer
from tests.runtime.js.view.page_harness import PageHarness, page_of

pytestmark = pytest.mark.browser

PAGE = page_of(
    (
        "view",
        {"id": "outer", "class": "outer"},
        ("text", {"id": "inner", "class": "a b", "style": "top: 75rpx; colr: x"}, "hi"),
    ),
    ("view", {"id": "press", "class": "press", "hoverClass": "held"}),
)
SHEET: list[Any] = [
    "@media (max-width: 1px) { .a { color: black } }\n@keyframes k { from { left: 0 } }\n",
    ".a, #none::weird {\n  color: red;\n}\n",
    ".a {\n  /* a } in a comment */ color: green !important;\n  colour: blue; width: ",
    100,
    '; height: 3xx;\n}\n.b::before { content: "}" }\n.outer { color: blue; margin: 1px; --x: 1 }\n',
    "@media (min-width: 1px) { .b { padding: 2px 4px; border: 3px solid } }\n",
    ".press:active { top: 9px }\n.held { left: 8px }\n",
]


def inspect(harness: PageHarness, element: str, question: dict[str, Any]) -> Any:
    return harness.run(
        f"const e = doc.getElementById({json.dumps(element)});"
        f"return view.inspect({{ ...{json.dumps(question)}, id: e.__id, node: e.__n }})"
    )


def styled(harness: PageHarness, element: str) -> StyleAnswer:
    return convert(inspect(harness, element, {"name": "style"}), StyleAnswer)


@pytest.fixture
def opened(harness: PageHarness) -> PageHarness:
    styles = [{"path": "pages/a/a.wxss", "kind": "page", "parts": SHEET}]
    harness.open(PAGE, stream=[], styles=styles)
    return harness


def test_rules_are_numbered_as_they_are_written(opened: PageHarness) -> None:
    answer = styled(opened, "inner")
    rules = [rule for rule in answer.element.rules if rule.sheet != "phone:"]
    assert [(rule.rule, rule.selector, rule.pseudo) for rule in rules] == [
        (1, ".a, #none::weird", ""), (2, ".a", ""), (3, ".b::before", "before"), (5, ".b", ""),
    ]  # fmt: skip
    assert [rule.is_dropped for rule in rules] == [True, False, False, False]
    assert rules[3].conditions == ["@media (min-width: 1px)"]
    assert {rule.sheet for rule in rules} == {"page:pages/a/a.wxss"}


def test_declarations_say_what_they_set_and_why_they_are_dropped(opened: PageHarness) -> None:
    rule = next(rule for rule in styled(opened, "inner").element.rules if rule.selector == ".a" and not rule.is_dropped)
    assert [(one.property, one.value, one.important, one.problem, one.line) for one in rule.declarations] == [
        ("color", "green", True, "", 1), ("colour", "blue", False, "property", 2), ("width", "50px", False, "", 2),
        ("height", "3xx", False, "value", 2),
    ]  # fmt: skip
    padded = next(rule for rule in styled(opened, "inner").element.rules if rule.selector == ".b" and not rule.pseudo)
    assert padded.declarations[0].longhands == ["padding-top", "padding-right", "padding-bottom", "padding-left"]


def test_what_is_inherited_and_inline_and_computed(opened: PageHarness) -> None:
    answer = styled(opened, "inner")
    outer = next(one for one in answer.above if one.classes == "outer")
    assert [one.property for one in outer.rules[-1].declarations] == ["color", "margin", "--x"]
    assert [(one.property, one.value, one.problem) for one in answer.element.inline] == [
        ("top", "37px", ""), ("colr", "x", "property"),
    ]  # fmt: skip
    assert answer.element.style == "top: 75rpx; colr: x"
    assert answer.computed["color"] == "rgb(0, 128, 0)"
    assert (answer.box.padding.left, answer.box.border.top) == (4, 3)
    assert any(rule.sheet == "phone:" for rule in answer.element.rules)


def test_a_body_is_tried_out_until_it_is_taken_back_or_the_sheet_comes_anew(opened: PageHarness) -> None:
    tried = {
        "name": "tryRule",
        "sheet": "page:pages/a/a.wxss",
        "rule": 2,
        "body": "color: blue !important; width: 75rpx",
    }
    inspect(opened, "inner", tried)
    look = "const s = getComputedStyle($('#inner')); return [s.color, s.getPropertyValue('padding-left')]"
    assert opened.run(look) == ["rgb(0, 0, 255)", "4px"]
    rule = next(one for one in styled(opened, "inner").element.rules if one.rule == 2 and one.sheet != "phone:")
    assert [one.value for one in rule.declarations] == ["blue", "37px"]
    inspect(opened, "inner", {**tried, "body": None})
    assert opened.run(look)[0] == "rgb(0, 128, 0)"
    inspect(opened, "inner", tried)
    opened.run("view.setStyle({path: 'pages/a/a.wxss', kind: 'page', parts: ['.a { color: lime }']})")
    assert opened.run(look)[0] == "rgb(0, 255, 0)"


def test_inline_style_and_classes_are_tried_out_and_taken_back(opened: PageHarness) -> None:
    inspect(opened, "inner", {"name": "tryInline", "style": "top: 150rpx"})
    inspect(opened, "inner", {"name": "tryClass", "classes": "c"})
    look = "return [$('#inner').style.top, $('#inner').className]"
    assert opened.run(look) == ["75px", "c"]
    inspect(opened, "inner", {"name": "tryInline", "style": None})
    inspect(opened, "inner", {"name": "tryClass", "classes": None})
    assert opened.run(look) == ["37px", "a b"]


def test_a_forced_state_shows_pseudo_classes_and_hover_classes(opened: PageHarness) -> None:
    look = "const s = getComputedStyle($('#press')); return [s.top, s.left]"
    assert opened.run(look) == ["auto", "auto"]
    inspect(opened, "press", {"name": "forceStates", "states": ["active"]})
    assert opened.run(look) == ["9px", "8px"]
    answer = styled(opened, "press")
    assert answer.forced == ["active"]
    assert ".press:active" in [rule.selector for rule in answer.element.rules]
    inspect(opened, "press", {"name": "forceStates", "states": []})
    assert opened.run(look) == ["auto", "auto"]
    assert styled(opened, "press").forced == []


@pytest.mark.parametrize("text", ["{", "}}}", "a{b:c", "@media{a{", "/*", "a{b:'", "@x", "a{b:(;}c{d:e}", ",{}", "\\"])
def test_half_a_sheet_is_read_as_far_as_it_goes(harness: PageHarness, text: str) -> None:
    harness.open(PAGE, stream=[], styles=[{"path": "x.wxss", "kind": "page", "parts": [text]}])
    assert styled(harness, "inner").computed["display"]


def test_an_element_that_is_gone_is_an_error_in_words(opened: PageHarness) -> None:
    code = "try { view.inspect({ name: 'style', id: 99, node: 1 }) } catch (error) { return error.message }"
    assert opened.run(code) == "no element 99.1"
