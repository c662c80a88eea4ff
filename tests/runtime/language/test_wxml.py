"""Places, names and classes of templates."""

from __future__ import annotations

import pytest

from runtime.compiler.wxml.parse import parse
from runtime.language.wxml.classes import classes_in
from runtime.language.wxml.pairs import tag_pair
from runtime.language.wxml.place import place_at
from runtime.language.wxml.scope import names_in


@pytest.mark.parametrize(
    ("marked", "kind", "inside"),
    [
        ("<vi|ew/>", "tag", "view"),
        ("<view cla|ss='a'/>", "attribute", "class"),
        ("<view class='a b|'/>", "value", "a b"),
        ("<view class='a {{ b| }}'/>", "mustache", " b "),
        ("<view class='{{ b|", "mustache", " b"),
        ("<view>{{ a.b| }}</view>", "mustache", " a.b "),
        ("<view>te|xt</view>", "text", "text"),
        ("<view>text</vi|ew>", "end-tag", "view"),
        ("<!-- a| -->", "none", ""),
        ("<view a='1'|>", "none", ""),
        ("<view a='1' |>", "attribute", ""),
        ("|", "text", ""),
    ],
)
def test_the_kind_of_a_place(marked: str, kind: str, inside: str) -> None:
    offset = marked.index("|")
    text = marked.replace("|", "", 1)
    place = place_at(parse("a.wxml", text), offset)
    assert (place.kind, text[place.start : place.end]) == (kind, inside)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{a.b}}{{c[d].e}}{{f(g)}}", ["a", "c", "d", "f", "g"]),
        ("<view wx:for='{{list}}' a='{{item.x + y}}'>{{index}}{{z}}</view>{{item}}", ["list", "y", "z", "item"]),
        ("<view wx:for='{{item}}' wx:for-item='row'>{{row}}{{item}}</view>", ["item", "item"]),
        ("<wxs module='m'/>{{m.f(a)}}", ["a"]),
        ("<template name='t'>{{a}}</template><template is='t' data='{{b, c: d, ...e}}'/>", ["b", "d", "e"]),
        ("{{ 'a' + true + {x: y, z}.x }}", ["y", "z"]),
    ],
)
def test_names_that_stand_for_data(text: str, names: list[str]) -> None:
    found = list(names_in(parse("a.wxml", text)))
    assert sorted(one.name for one in found) == sorted(names)
    assert all(text[one.start : one.end] == one.name for one in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<a class='b c' hover-class='d' title='e'/>", ["b", "c", "d"]),
        ('<a class=\'b {{c ? "d e" : ""}} f\'/>', ["b", "d", "e", "f"]),
        ("<a class='b-{{c}} {{c}}-d e{{c}}f'/>", []),
        ("<a class=\"{{['a', b ? 'c' : d]}}\"/>", ["a", "c"]),
        ("<a class='😀 中 b'/>", ["中", "b"]),
    ],
)
def test_class_names_that_are_written_whole(text: str, names: list[str]) -> None:
    found = list(classes_in(parse("a.wxml", text)))
    assert sorted(one.name for one in found) == sorted(names)
    assert all(text[one.start : one.end] == one.name for one in found)


@pytest.mark.parametrize(
    ("marked", "pair"),
    [
        ("<vi|ew><view></view></view >", ((1, 5), (21, 25))),
        ("<view><view></vi|ew></view>", ((7, 11), (14, 18))),
        ("<vi|ew/>", None),
        ("<vi|ew>", None),
        ("<view a|='1'></view>", None),
        ("<view></text|></view>", None),
    ],
)
def test_tags_of_an_element_change_together(marked: str, pair: tuple[tuple[int, int], tuple[int, int]] | None) -> None:
    assert tag_pair(parse("a.wxml", marked.replace("|", "", 1)), marked.index("|")) == pair
