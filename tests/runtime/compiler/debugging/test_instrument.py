"""Where probes stand, which scopes they know, and what stays as it is. That the code means the same: `test_meaning`."""

from __future__ import annotations

import pytest

from runtime.compiler.debugging.instrument import MAX_BYTES, MAX_MINIFIED_BYTES, instrument
from runtime.compiler.debugging.probed import NotDebuggable, Probed
from runtime.compiler.debugging.watched_loops import with_watched_loops
from runtime.compiler.script.edits import source_column


def places(code: str, kind: str = "statement") -> list[tuple[int, int]]:
    return sorted((probe.line, probe.column) for probe in instrument("a.js", code).probes if probe.kind == kind)


def names(made: Probed) -> list[tuple[str, tuple[str, ...]]]:
    return [(scope.kind, scope.names) for scope in made.scopes]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("a()\nb()", [(1, 1), (2, 1)]),
        ("let a; let b = 1", [(1, 8)]),
        ("'use strict'\na()", [(2, 1)]),
        ("if (a) b(); else c()", [(1, 1), (1, 8), (1, 18)]),
        ("for (;;) a()", [(1, 1), (1, 10)]),
        ("x: for (;;) { continue x }", [(1, 1), (1, 15)]),
        ("switch (a) { case 1: b(); break }", [(1, 1), (1, 22), (1, 27)]),
        ("f(x => x.y)", [(1, 1), (1, 8)]),
        ("function f() { 'use strict'; return a() }", [(1, 30)]),
        ("class A { m() { a() } static { b() } }", [(1, 1), (1, 17), (1, 32)]),
        ("class A { a = 1; b = f(); c; d = () => f(); static e = f() }", [(1, 1), (1, 15), (1, 22), (1, 40), (1, 56)]),
        ("function f(a = g(), { b = [h()] } = {}, c = 1, d = a) {}", [(1, 16), (1, 27)]),
        ("中(); b()", [(1, 1), (1, 6)]),
    ],
)
def test_each_statement_has_a_probe(code: str, found: list[tuple[int, int]]) -> None:
    assert places(code) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("a({\n  b: f(),\n  c: 1,\n})", [(2, 6)]),
        ("a(\n  [\n    f(),\n    ...g(),\n  ],\n)", [(2, 3), (3, 5)]),
        ("a = b\n  ? f()\n  : g()", [(2, 5), (3, 5)]),
        ("a = b &&\n  f()", [(2, 3)]),
        ("const a =\n  f()", [(2, 3)]),
        ("function a() { return (\n  f()\n) }", [(2, 3)]),
        ("a({ b: f(), c: [\n  d] })", []),
    ],
)
def test_a_call_on_a_line_of_its_own_has_a_place_for_breakpoints(code: str, found: list[tuple[int, int]]) -> None:
    assert places(code, "expression") == found


def test_a_function_has_a_probe_at_its_end_so_that_a_comment_there_binds_inside_it() -> None:
    made = instrument("a.js", "function f() {\n  a()\n  // nothing\n}\nb()")
    assert [(probe.line, probe.column) for probe in made.probes if probe.kind == "end"] == [(4, 1)]


def test_lines_stay_and_columns_lead_back() -> None:
    code = "function f(a) {\n  return g(a) + h(a)\n}"
    made = instrument("a.js", code)
    lines = made.code.split("\n")
    column = lines[1].index("h(a)") + 1
    assert source_column(made.columns, 2, column) == code.split("\n")[1].index("h(a)") + 1
    assert len(lines) == 4  # one more, behind everything


def test_scopes_know_their_names() -> None:
    made = instrument(
        "a.js",
        "var v\nfunction f(a, {b, c: [d = 1]}, ...e) { var g; if (a) { let h; const i = 1; f() } return arguments }\n"
        "for (const j of v) f(j)\ntry { f() } catch ({message}) { let k; f() }\nconst n = function own() { f() }",
    )
    assert names(made) == [
        ("module", ("v", "f", "n")),
        ("function", ("a", "b", "d", "e", "g", "arguments")),
        ("block", ("h", "i")),
        ("block", ("j",)),
        ("block", ()),
        ("catch", ("message", "k")),
        ("function", ("own",)),
    ]


def test_names_that_are_imported_are_read_where_the_compiler_has_put_them() -> None:
    made = instrument("a.js", "var __mod1=require('./b');f(__mod1.x)", (("x", "__mod1.x"),))
    assert made.scopes[0].names == ("x",)
    assert "case 1:return __mod1.x;" in made.code


def test_a_function_that_only_computes_gets_no_frame() -> None:
    assert "__hd.f=[" not in instrument("a.js", "f((a, b) => a - b)").code.partition("f((")[2]


def test_an_async_function_is_one_call_though_the_compiler_makes_two_of_it() -> None:
    code = 'const o = {m(__parameter0){return __async({"m":async(a)=>{await a}}["m"],arguments)}}'
    made = instrument("a.js", code)
    assert [scope.name for scope in made.scopes if scope.kind == "function"] == ["m"]
    assert "return __async(" in made.code


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("a\n" * (MAX_BYTES // 2 + 1), "too-large"),
        ("a;" * (MAX_MINIFIED_BYTES // 2 + 1), "minified"),
        ("function (", "unreadable"),
        ("var __hF1 = 1", "unreadable"),
    ],
)
def test_what_cannot_be_debugged_says_why(code: str, why: str) -> None:
    with pytest.raises(NotDebuggable, match=why):
        instrument("a.js", code)


def test_deep_nesting_is_no_matter() -> None:
    deep = "[" * 3000 + "]" * 3000
    assert instrument("a.js", f"f({deep})").probes


@pytest.mark.parametrize(
    ("code", "watched"),
    [
        ("while(1);", "while(1){__tick();;}"),
        ("for (;;) { a }", "for (;;) {__tick(); a }"),
        ("x => x", "x => (__tick(),x)"),
        ("a + b", "a + b"),
        ("a b", "a b"),
    ],
)
def test_text_that_a_user_has_typed_can_be_ended(code: str, watched: str) -> None:
    assert with_watched_loops(code) == watched
