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
