"""What class, style, `let:` and `data:` of a node become."""

from __future__ import annotations

import pytest

from tests.support.component_page import NEWER, start


@pytest.mark.parametrize(
    ("value", "older", "newer"),
    [
        ("'a b'", "a b", "a b"), ("['a', on ? 'b' : '']", "a b", "a b"),
        ("['a', ['b', ['c d']]]", "a b c d", "a b c d"),
        ("[0, 'a', null, false, none]", "0 a false", "0 a false"), ("true", "true", "true"), ("1", "1", "1"),
        ("false", "", "false"), ("0", "", "0"), ("none", "", ""), ("nothing", "", ""), ("''", "", ""),
        ("['on', 'off']", "on off", "on off"), ("{a: 1}", "[object Object]", "[object Object]"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("expression", ["%s", "on ? %s : 0"])
def test_what_a_class_may_be(expression: str, value: str, older: str, newer: str) -> None:
    for app, text in (({}, older), (NEWER, newer)):
        bound = "{{" + (expression % value) + "}}"
        program = start(f'<view class="{bound}"/><c class="{bound}"/>', data="{on: 1, none: null}", app=app, c_wxml="c")
        assert [(attributes.get("class") or "") for _tag, attributes, *_ in program.view.tree()] == [text, text]
        for name in text.split() if "[" not in text else []:
            assert program.evaluate(f"page.selectAllComponents('.{name}').length") == 1


def test_a_component_of_the_newer_generation_may_take_class_and_style() -> None:
    files = {
        "c_js": "Component({properties: {style: String}, externalClasses: ['class']})",
        "c_wxml": '<view class="class own">{{style}}</view>',
    }
    for app, shown, external in ((NEWER, "color:red", {"class": "k"}), ({}, "", {})):
        program = start('<c class="k" style="color:{{s}}"/>', data="{s: 'red'}", app=app, **files)
        assert program.view.text() == shown
        assert [scope["ext"] for scope in program.view.scopes.values()] == [external]
        program.call("set", {"s": "blue"})
        assert program.view.text() == shown.replace("red", "blue")


def test_each_let_sees_those_before_it() -> None:
    page = '<block let:a="{{v + 1}}" let:b="{{a * 2}}"><block let:a="{{a + b}}">{{a}}</block> {{a}} {{b}}</block>'
    program = start(page, data="{v: 1}", app=NEWER)
    assert program.view.text() == "6 2 4"
    program.call("set", {"v": 2})
    assert program.view.text() == "9 3 6"


def test_data_with_a_colon_keeps_its_name() -> None:
    page = '<c data:userName="{{v}}" data:user-name="2" data-user-id="3" bind:go="go"/>'
    program = start(
        page, data="{v: 1}", app=NEWER, methods="go(e) { console.log(e.target.dataset) }",
        c_js="Component({ attached() { this.triggerEvent('go') } })",
    )  # fmt: skip
    assert program.logs() == [{"userName": 1, "user-name": "2", "userId": "3"}]
