"""Compiling a sheet again takes over its unchanged rules and still knows every place."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from runtime.compiler.wxss.chunks import Lines, rule_begin, rule_end
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


def rules_of(css: str) -> Iterator[tuple[str, int, int]]:
    """The top-level rules with the line and column at which each begins."""
    lines = Lines(css)
    begin = rule_begin(css, 0)
    while begin >= 0:
        end = rule_end(css, begin)
        yield css[begin:end], *lines.place(begin)
        begin = rule_begin(css, end)


def test_rules_and_where_they_begin() -> None:
    css = "/* a{} */ .a{b:'}'}\n\n  @import url(x;y); @media print { .b{} }\r\n.c"
    assert list(rules_of(css)) == [
        ("/* a{} */ .a{b:'}'}", 1, 1),
        ("@import url(x;y);", 3, 3),
        ("@media print { .b{} }", 3, 21),
        (".c", 4, 1),
    ]


@given(RULES, RULES)
def test_compiling_again_is_the_same_as_compiling_afresh(before: str, after: str) -> None:
    assert compile_style("a.wxss", after, compile_style("a.wxss", before)) == compile_style("a.wxss", after)


@given(RULES)
def test_a_rule_alone_is_the_same_as_among_others(css: str) -> None:
    """Rules that need no tokenizer are cut off otherwise than the rest."""
    alone = [text_of(rule) for rule, _, _ in rules_of(css)]
    assert text_of(css) == "".join(alone)


def text_of(css: str) -> str:
    """What the sheet compiles to, without places."""
    return "".join(str(getattr(piece, "name", piece)) for piece in compile_style("a.wxss", css).pieces)


def test_unchanged_rules_are_taken_over() -> None:
    first = compile_style("a.wxss", ".a[x]{x:y}\n.b{x:y}")
    second = compile_style("a.wxss", ".new{x:y}\n.a[x]{x:y}\n.b{x:y}", first)
    assert second.chunks[".a[x]{x:y}"] is first.chunks[".a[x]{x:y}"]
    assert [rule.line for rule in second.rules if hasattr(rule, "line")] == [1, 2, 3]
