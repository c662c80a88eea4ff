"""Loop variables have their names and paths where these are certain."""

from __future__ import annotations

import pytest

from runtime.compiler.wxml.parse import parse
from runtime.inspector.scope import loop_variables

NESTED = '<block wx:for="{{ rows }}" wx:for-index="r">'
NESTED += '<view wx:for="{{item.cells}}" wx:for-item="cell"><text/></view></block>'


def variables(text: str, tag: str, *indexes: object, line: int = 1) -> list[tuple[str, str]]:
    return [(one.name, one.key) for one in loop_variables(parse("a.wxml", text), (line, tag), indexes)]


def test_nested_lists() -> None:
    expected = [("item", "rows[2]"), ("r", ""), ("cell", "rows[2].cells[0]"), ("index", "")]
    assert variables(NESTED, "text", 2, 0) == expected
    assert variables(NESTED, "view", 2, 0) == expected


def test_an_object_is_gone_through_by_its_keys() -> None:
    assert variables('<view wx:for="{{a.b}}"/>', "view", "x.y") == [("item", "a.b.x\\.y"), ("index", "")]


@pytest.mark.parametrize("value", ["{{a + b}}", "{{f(a)}}", "a{{b}}", "{{[1]}}", "abc", "{{a[i]}}", ""])
def test_computed_lists_have_no_path(value: str) -> None:
    assert variables(f'<view wx:for="{value}"/>', "view", 1)[0][1] == ""


def test_what_is_not_known_has_the_usual_names() -> None:
    assert variables("<text/>", "view", 1) == [("item", ""), ("index", "")]
    assert variables("<view/>", "view", 1, 2) == [("item", ""), ("index", "")] * 2
    assert [one.name for one in loop_variables(None, (1, "view"), [0])] == ["item", "index"]
    inside = '<template name="t"><view wx:for="{{a}}" wx:for-item="x"/></template>'
    assert variables(inside, "view", 0) == [("item", ""), ("index", "")]
