"""Rules, declarations and class names of style files, with places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.language.styles.classes import classes_in, imports_in
from runtime.language.styles.tree import read_style


@pytest.mark.parametrize(
    ("path", "text", "rules"),
    [
        ("a.wxss", ".a, .b > view { color: red; width:1px }", {".a, .b > view": ["color=red", "width=1px"]}),
        ("a.wxss", "@media (a: b) { .a { x: y } }", {"@media (a: b)": [], ".a": ["x=y"]}),
        ("a.wxss", '.a { b: url(data:a;b,{}); c: "};" }', {".a": ["b=url(data:a;b,{})", 'c="};"']}),
        ("a.wxss", ".a { /* } */ b: c", {".a": ["b=c"]}),
        ("a.wxss", ".a { b: c;; } } .d { e: f }", {".a": ["b=c"], ".d": ["e=f"]}),
        ("a.less", "// {\n.a { &:hover { b: c } .mixin(); @v: 1px; }", {".a": ["@v=1px"], "&:hover": ["b=c"]}),
        ("a.scss", ".a-#{$b} { $c: 1; d: e; // f: g\n}", {".a-#{$b}": ["$c=1", "d=e"]}),
    ],
)
def test_rules_are_read_as_they_are_written(path: str, text: str, rules: dict[str, list[str]]) -> None:
    tree = read_style(path, text)
    found = {
        tree.prelude(rule): [
            f"{one.name}={text[one.value_start : one.value_end]}" for one in rule.children if hasattr(one, "value_end")
        ]
        for rule, _ in tree.rules()
    }
    assert found == rules


@pytest.mark.parametrize(
    ("path", "text", "names"),
    [
        ("a.wxss", ".a.b:hover::after > .c-d, view.中 { x: .5 } @media { .e {} }", ["a", "b", "c-d", "中", "e"]),
        ("a.wxss", '.a[x=".b"] { } /* .c {} */', ["a"]),
        ("a.wxss", "@keyframes x { 0% { top: 0 } 12.5% { top: 1px } }", []),
        (
            "a.less",
            ".card { &-title { &-small {} } &:hover { .x {} } }",
            ["card", "card-title", "card-title-small", "x"],
        ),
        ("a.scss", ".a, .b { &__c {} }", ["a", "b", "a__c", "b__c"]),
    ],
)
def test_class_names_are_found_in_selectors(path: str, text: str, names: list[str]) -> None:
    found = list(classes_in(read_style(path, text)))
    assert [one.name for one in found] == names
    assert all(text[one.start : one.end] == one.name for one in found if not one.is_composed)


def test_imports_are_found_between_their_quotation_marks() -> None:
    text = "@import 'a.wxss';\n@import (reference) \"b\";\n@use 'c' as d;\n.x { }"
    assert [(one.name, text[one.start : one.end]) for one in imports_in(read_style("a.scss", text))] == [
        ("a.wxss", "a.wxss"), ("b", "b"), ("c", "c"),
    ]  # fmt: skip


@given(st.text(st.sampled_from("{}();:.&@#$'\"/*\\\nau ")))
def test_no_text_is_too_broken(text: str) -> None:
    tree = read_style("a.less", text)
    assert len(tree.text) == len(text)
    for rule, _ in tree.rules():
        assert 0 <= rule.start <= rule.prelude_end <= rule.body <= rule.end <= len(text)
    list(classes_in(tree))
