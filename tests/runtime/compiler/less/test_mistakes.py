"""Mistakes in Less: each has a place, and the rest of the file is compiled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.runtime.compiler.less.compiling import codes, compile_files


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".a { b: @none; c: d }", ("less/undefined-variable", 1, 9)),
        ("@a: @b; @b: @a;\n.x { y: @a }", ("less/recursive-variable", 1, 13)),
        (".a {\n  .none();\n}", ("less/undefined-mixin", 2, 3)),
        (".m(@a) {}\n.x { .m(1, 2) }", ("less/no-matching-mixin", 2, 6)),
        (".m(@a; @b) {}\n.x { .m(1; @c: 2) }", ("less/no-such-parameter", 2, 6)),
        (".m(@a; @b) {}\n.x { .m(@a: 1; @a: 2) }", ("less/missing-argument", 2, 6)),
        (".a { b: darken(1px, 10%) }", ("less/bad-argument", 1, 16)),
        (".a { b: (c + 1) }", ("less/bad-operation", 1, 12)),
        (".a { b: (1 / 0) }", ("less/division-by-zero", 1, 12)),
        ('@import "none";', ("less/import-not-found", 1, 1)),
        ('@plugin "x";', ("less/plugin-unsupported", 1, 1)),
        (".a { b: `1 + 1` }", ("less/javascript-unsupported", 1, 9)),
        (".a { b: c", ("less/unclosed-block", 1, 4)),
        (".a { b: f(1 }", ("less/unclosed-parenthesis", 1, 11)),
        ("b: c;", ("less/declaration-at-root", 1, 1)),
        (".a { ??? }", ("less/syntax", 1, 6)),
        ("@a: 1px; .x { @a(); }", ("less/not-a-ruleset", 1, 15)),
        (".x { f(1); }", ("less/unknown-statement", 1, 8)),
        (".m() { .m() } .x { .m() }", ("less/too-deep", 1, 8)),
    ],
)
def test_mistake(source: str, expected: tuple[str, int, int]) -> None:
    assert codes(source)[0] == expected


MANY = 3_000
CHAIN = "".join(f"@a{i}: @a{i + 1};" for i in range(MANY)) + f"@a{MANY}: x;"
LAUGHS = "".join(f"@a{i}: '@{{a{i + 1}}}@{{a{i + 1}}}';" for i in range(12)) + f"@a12: '{'x' * 1000}';"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("\n.a { b: " + "(" * MANY + "1" + ")" * MANY + " }", ("less/too-deep", 2, 6)),
        ("\n.a { b: " + "1 + " * MANY + "1 }", ("less/too-deep", 2, 6)),
        ("\n.a { b: " + "f(" * 400 + "1" + ")" * 400 + " }", ("less/too-deep", 2, 6)),
        ("\n.a { b: " + "-(" * MANY + "1" + ")" * MANY + " }", ("less/too-deep", 2, 6)),
        ("\n.a when " + "not " * MANY + "(true) { b: c }", ("less/too-deep", 2, 1)),
        ("\n.a when " + "(" * MANY + "true" + ")" * MANY + " { b: c }", ("less/too-deep", 2, 1)),
        (CHAIN + "\n.a { b: @a0 }", ("less/too-deep", 2, 6)),
        (".a, .b {\n" + "& " * 40 + "{ c: d } }", ("less/too-many-selectors", 2, 1)),
        (".a {\n" + "& & {" * 60 + "c: d" + "}" * 61, ("less/too-many-selectors", 2, 86)),
        ("@media a, b {" * 12 + ".c { d: e }" + "}" * 12, ("less/too-many-selectors", 1, 144)),
        (LAUGHS + "\n.a { b: @a0 }", ("less/too-long-text", 2, 6)),
        (".a { b: extract(c d, 1e999) }", ("less/bad-argument", 1, 17)),
    ],
)  # fmt: skip
def test_what_grows_without_end(source: str, expected: tuple[str, int, int]) -> None:
    assert codes(source)[0] == expected


@pytest.mark.parametrize(
    "value",
    [
        "rgb(1e999, 0, 0)",
        "#fff * 1e999",
        "(1e308 * 10)",
        "mod(1, 0)",
        "lighten(red, 1e999)",
        "round(1, 1e9)",
        "pow(1e300, 9)",
    ],
)
def test_numbers_beyond_all_measure_are_values(value: str) -> None:
    assert codes(f".a {{ b: {value} }}") == []


@pytest.mark.parametrize(
    "text",
    [
        "数" * 60, "\\aaaaaa" * 60, "a-" * 60, "\\a " * 60 + "\\", "[" * 200, "'" * 201, '"\\' * 200,
        "url( " + " " * 4_000,
        " " * 20_000 + "x", "a" + " " * 20_000, "@{a" * 200, ":a(" * 200, ":extend(" * 200, "$a: " * 200, "a," * 2_000,
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "place", ["{}", ".a {{ {} }}", ".a {{ b: {} }}", "{} {{ b: c }}", "@media {} {{ b: c }}", ".m({}) {{}}"]
)
def test_no_pattern_reads_a_text_in_many_ways(place: str, text: str) -> None:
    compile_files({"a.less": place.format(text)})


def test_lines_are_those_of_the_editor() -> None:
    assert codes(".a {\r\n\fb: c;\r.none()\u2028}")[0] == ("less/undefined-mixin", 3, 1)


def test_what_is_right_is_compiled() -> None:
    compiled = compile_files({"a.less": ".a { b: @none; c: d }\n.e { .none(); f: g }"})
    assert "".join(compiled.css.split()) == ".a{c:d;}.e{f:g;}"


@given(st.text(alphabet="@.#&:;{}()[]'\"~,+-*/ \nabw1px!$%<>=", max_size=60))
def test_any_text_compiles(source: str) -> None:
    compiled = compile_files({"a.less": source})
    assert len(compiled.places) == len(compiled.css.split("\n")) - 1 or not compiled.places
    for found in compiled.diagnostics:
        assert found.text()
        assert 0 < found.span.line <= source.count("\n") + 1
