"""A compiled script does what its source says, wherever statements end without semicolon."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.script_programs import (
    NAMES,
    Statement,
    compiled,
    join,
    module_statements,
    run,
    statements,
    typed_statements,
)

IMPORTS = "import {f, g, h} from './lib'"
LOCALS = f"'use strict'; var lib = require('./lib'), {', '.join(f'{name} = lib.{name}' for name in NAMES)};"


@settings(max_examples=150, deadline=None)
@given(st.lists(statements(), min_size=1, max_size=5), st.sampled_from(["", "\n", "// c\n"]))
def test_imported_names_are_used_like_variables(parts: list[Statement], head: str) -> None:
    # Whatever joins here joins in both forms.
    body, _plain = join([replace(part, joins="") for part in parts])
    assert run(compiled(f"{IMPORTS}\n{head}{body}", "javascript")) == run(f"{LOCALS}\n{head}{body}"), body


@settings(max_examples=150, deadline=None)
@given(st.lists(module_statements() | statements(), min_size=1, max_size=5))
def test_exports_end_where_their_statement_ends(parts: list[Statement]) -> None:
    defaults = [index for index, part in enumerate(parts) if part.written.startswith("export default")]
    written, plain = join([part for index, part in enumerate(parts) if index not in defaults[1:]])
    assert run(compiled(f"{IMPORTS}\n{written}", "javascript")) == run(f"{LOCALS}\n{plain}"), written


@settings(max_examples=150, deadline=None)
@given(st.lists(typed_statements() | statements(), min_size=1, max_size=5))
def test_types_leave_no_trace(parts: list[Statement]) -> None:
    written, plain = join(parts)
    assert run(compiled(f"{IMPORTS}\n{written}", "typescript")) == run(f"{LOCALS}\n{plain}"), written


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("var a = 1\nf(a)", "f(1)"),
        ("var a = () => {}\nf`t`", "f(1)"),
        ("var a = 1\nf?.()", "f()"),
        ("if (f)\nf()\nelse g()", "f()"),
        ("switch (1) { case 1: f()\ng() }", "f(); g()"),
        ("(f)(1)", "f(1)"),
        ("async function a() { await (f)(1) }\na()", "f(1).then"),
        ("var a = f\nimport './lib'\n(g)()", "g()"),
        ("var a = f\nexport {a}\n(g)()", "g()"),
        ("export default class {}\n(g)()", "g()"),
        ("export default function () {}\n(g)()", "g()"),
        ("let a\n(g)()", "g()"),
        ("class A { a\n*b() {} }\nnew A().b().next()\nf()", "f()"),
    ],
)
def test_statements_without_semicolons(written: str, plain: str) -> None:
    assert run(compiled(f"{IMPORTS}\n{written}", "javascript")) == run(f"{LOCALS}\n{plain}")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("var a = f as any // c\n[g][0]()", "[g][0]()"),
        ("var a = f as {\n b: 1\n}\n(g)()", "g()"),
        ("let a: T\n(g)()", "g()"),
        ("import a = f.b\n(g)()", "f.b; g()"),
        ("import {T} from './t'\n(g)()", "g()"),
        ("const a = (b: T): {\n c: 1\n} => f(b)\na(1)", "f(1)"),
        ("const a = async <\nT\n>(b: T) => f(b)\na(1)", "f(1).then"),
        ("function a() { return <\nT\n>f }\na()()", "f()"),
        ("class A { a = f\nprivate *[g.b]() {} }", "`${g.b}`"),
        ("class A { get: T\na() { f() } }\nnew A().a()", "f()"),
        ("namespace N { f()\ng() }", "f(); g()"),
    ],
)
def test_types_at_the_ends_of_statements(written: str, plain: str) -> None:
    assert run(compiled(f"{IMPORTS}\n{written}", "typescript")) == run(f"{LOCALS}\n{plain}")
