"""Compiling a sheet again takes over its unchanged rules and still knows every place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from runtime.compiler.wxss.chunks import split_rules
from runtime.compiler.wxss.compile import compile_style

RULES = st.lists(
    st.sampled_from(
        [
            ".a{top:1rpx}",
            " page{b:url(x.png)} ",
            "\n@import 'b.wxss';",
            "@media print{\n .x{d:1prx}\n}\n",
            "/* } */ view{\n}",
            "@import url(a;b);",
            ".bad{",
            "}",
            '.q{content:"}{"}',
        ]
    ),
    max_size=8,
).map("".join)


def test_rules_and_where_they_begin() -> None:
    css = "/* a{} */ .a{b:'}'}\n\n  @import url(x;y); @media print { .b{} }\r\n.c"
    assert list(split_rules(css)) == [
        ("/* a{} */ .a{b:'}'}", 1, 1),
        ("@import url(x;y);", 3, 3),
        ("@media print { .b{} }", 3, 21),
        (".c", 4, 1),
    ]


@given(RULES, RULES)
def test_compiling_again_is_the_same_as_compiling_afresh(before: str, after: str) -> None:
    assert compile_style("a.wxss", after, compile_style("a.wxss", before)) == compile_style("a.wxss", after)


def test_unchanged_rules_are_taken_over() -> None:
    first = compile_style("a.wxss", ".a{x:y}\n.b{x:y}")
    second = compile_style("a.wxss", ".new{x:y}\n.a{x:y}\n.b{x:y}", first)
    assert second.chunks[".a{x:y}"] is first.chunks[".a{x:y}"]
    assert [rule.line for rule in second.rules if hasattr(rule, "line")] == [1, 2, 3]
