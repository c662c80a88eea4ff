"""Positions and structure of the parsed tree; what is wrong with a text and where, are the case folders' matter."""

from __future__ import annotations

import pytest

from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.syntax import Comment, Element, Mustache, Skipped, Text
from tests.support.work import work

SOURCE = "<view\n  class='a {{b}}'\n>\n  数{{ c }}\n  <!-- x --><image src=\"s\" />\n</view >\n</text>"


def test_positions_are_lines_and_columns() -> None:
    document = parse("a.wxml", SOURCE)
    [view] = [node for node in document.children if isinstance(node, Element)]
    assert document.source.span(view.start, view.name_end) == document.source.span(0, 5)
    [attribute] = view.attributes
    span = document.source.span(attribute.start, attribute.end)
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 3, 2, 18)
    text = view.children[0]
    assert isinstance(text, Text)
    mustache = text.value.pieces[1]
    assert isinstance(mustache, Mustache)
    assert mustache.expression is not None
    span = document.source.span(mustache.expression.start, mustache.end)
    assert (span.line, span.column, span.end_column) == (4, 7, 11)


def test_structure() -> None:
    document = parse("a.wxml", SOURCE)
    view, blank, stray = document.children
    assert isinstance(view, Element)
    assert isinstance(blank, Text)
    assert isinstance(stray, Skipped)
    assert [type(child) for child in view.children] == [Text, Comment, Element, Text]
    assert view.static("class") == "a {{b}}"
    assert [element.tag for element in document.elements()] == ["view", "image"]


def test_a_wxs_element_holds_raw_text() -> None:
    document = parse("a.wxml", "<wxs module='m'>a < b && '{{x}}</view>'</wxs ><view/>")
    wxs, view = document.elements()
    [content] = wxs.children
    assert isinstance(content, Text)
    assert content.value.raw == "a < b && '{{x}}</view>'"
    assert view.tag == "view"
    assert document.diagnostics == ()


def test_values_say_whether_they_are_static() -> None:
    document = parse("a.wxml", "<a b c='' d='x' e='{{y}}' f='x{{y}}'/>")
    [element] = document.elements()
    values = {attribute.name: attribute.value for attribute in element.attributes}
    assert values["b"] is None
    described = {name: (value.static, value.whole is not None) for name, value in values.items() if value is not None}
    assert described == {"c": ("", False), "d": ("x", False), "e": (None, True), "f": (None, False)}


@pytest.mark.parametrize("value", ["{{ a\n  <b ? 1 : 2 }}", "{{\n<b<c}}", '\\"{{ a === "b" }}'])
def test_a_value_goes_on_behind_what_its_mustaches_hold(value: str) -> None:
    [view, _] = parse("a.wxml", f'<view a="{value}"/>\n').children
    assert isinstance(view, Element)
    [attribute] = view.attributes
    assert attribute.value is not None
    assert attribute.value.raw == value


def test_many_attributes_are_read_one_by_one() -> None:
    def calls(count: int) -> int:
        text = f"<view {' '.join(f'a{number}' for number in range(count))}/>"
        with work() as done:
            parse("a.wxml", text)
        return done.calls

    # A look at all those before for each of them is a hundred times as much.
    assert calls(2000) < 12 * calls(200)
