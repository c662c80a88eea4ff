"""What stands in a builder with `slot:item` is a loop over its list."""

from __future__ import annotations

import pytest

from runtime.compiler.wxml.compiler import compile_template
from tests.support.logic_program import LogicProgram

BUILT_IN = ("view", "list-builder", "grid-builder")


def shown(markup: str) -> str:
    page = "Page({ data: { list: [{ a: 1 }, { a: 2 }], other: ['x'] } })"
    program = LogicProgram({"pages/p/p.wxml": markup, "pages/p/p.js": page})
    program.launch()
    text: str = program.view.text()
    return text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (
            '<list-builder list="{{list}}"><view slot:item slot:index>{{item.a}}-{{index}};</view></list-builder>',
            "1-0;2-1;",
        ),
        ('<grid-builder list="{{list}}"><view slot:item="row">{{row.a}};</view></grid-builder>', "1;2;"),
        (
            '<list-builder list="{{list}}"><view slot:item="r"><list-builder list="{{other}}">'
            "<view slot:item>{{r.a}}{{item}}</view></list-builder></view></list-builder>",
            "1x2x",
        ),
        # A loop of its own, no list, and another tag stay what they are.
        ('<list-builder list="{{list}}"><view wx:for="{{other}}" slot:item>{{item}}</view></list-builder>', "x"),
        ("<list-builder><view slot:item>a{{item}}</view></list-builder>", "a"),
        ('<view list="{{list}}"><view slot:item>a</view></view>', "a"),
    ],
)
def test_items_are_drawn_for_the_list(markup: str, text: str) -> None:
    assert shown(markup) == text


def test_no_key_is_missed() -> None:
    markup = '<list-builder list="{{list}}"><view slot:item slot:index>{{index}}</view></list-builder>'
    compiled = compile_template("a.wxml", markup, using=(), built_in=BUILT_IN, read=lambda path: None)
    assert compiled.diagnostics == ()
