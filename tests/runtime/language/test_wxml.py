"""Places, names and classes of templates."""

from __future__ import annotations

import pytest

from runtime.compiler.wxml.parse import parse
from runtime.language.wxml.classes import classes_in
from runtime.language.wxml.pairs import tag_pair
from runtime.language.wxml.place import place_at
from runtime.language.wxml.reads import Read, reads_in


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
    ("text", "paths"),
    [
        ("{{a.b}}{{c[d].e}}{{f(g)}}", ["a.b", "c.[].e", "d", "f", "g"]),
        (
            "<view wx:for='{{list}}' a='{{item.x + y}}'>{{index}}{{z}}</view>{{item}}",
            ["list", "(list.[]).x", "y", "", "z", "item"],
        ),
        (
            "<view wx:for='{{item.rows}}' wx:for-item='row'>{{row}}{{item}}</view>",
            ["item.rows", "(item.rows.[])", "item"],
        ),
        (
            "<view wx:for='{{a}}' wx:key='id'><view wx:for='{{item.b}}'>{{item.c}}</view></view>",
            ["a", "(a.[]).id", "(a.[]).b", "(a.[].b.[]).c"],
        ),
        ("<view wx:for='{{m.f(a)}}'>{{item.b}}</view><wxs module='m'/>", ["a", ""]),
        ("<wxs module='m'/>{{m.f(a)}}", ["a"]),
        ("<template name='t'>{{a}}</template><template is='t' data='{{b, c: d, ...e}}'/>", ["b", "d", "e"]),
        ("{{ 'a' + true + {x: y, z}.x }}", ["y", "z"]),
        ("{{ a /* . */ . b ?. c }}", ["a.b.c"]),
        ("{{ a[b[c].d][0].e }}", ["a.[].[].e", "b.[].d", "c"]),
    ],
)
def test_paths_in_the_data_that_are_read(text: str, paths: list[str]) -> None:
    """What is known from the list of a loop and not written again is shown in parentheses."""
    found = list(reads_in(parse("a.wxml", text)))
    assert sorted(shown(one) for one in found) == sorted(paths)
    written = [key for one in found for key in one.keys if key.start >= 0 and key.name != "[]"]
    assert all(text[key.start : key.end] == key.name for key in written)


def shown(read: Read) -> str:
    known = [key.name for key in read.keys if key.start < 0]
    written = [key.name for key in read.keys if key.start >= 0]
    return ".".join([f"({'.'.join(known)})"] * bool(known) + written)


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
