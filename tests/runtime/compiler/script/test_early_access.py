"""Scripts that are made into ES5: what reads a variable early reads undefined, everything else is as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
import quickjs
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.compiler.script.compile import compile_script
from tests.support.script_programs import Statement, join, run, statements


def value_of(code: str, *, makes_es5: bool = True) -> Any:
    """What a CommonJS script leaves in `out`, or the name of what it throws."""
    script = compile_script("a.js", code, "javascript", makes_es5=makes_es5)
    assert script.code.count("\n") == code.count("\n")
    context = quickjs.Context()
    body = json.dumps(f"(function (require, module, exports, location) {{{script.code}\n}})")
    call = (
        f"var out; try {{ (0, eval)({body})(function () {{ return {{}} }}, {{}}, {{}}) }} catch (e) {{ out = e.name }}"
    )
    context.eval(call)
    return json.loads(context.eval("JSON.stringify(out === undefined ? 'undefined' : out)"))


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("const a = a || 5; out = a", 5),
        ("function f() { let a = a && a.b; return [a] } out = f()", [None]),
        ("out = typeof a; const a = 1", "undefined"),
        ("const f = () => a; out = [f()]; const a = 1", [None]),
        ("out = f(); const a = {}\nfunction f() { return [a] }", [None]),
        ("if (true) { const a = a ? 1 : 2; out = a }", 2),
        ("if (true) { const f = () => a; out = [f()]; const a = 1; out.push(f()) }", [None, 1]),
        ("out = []; for (const i of [1, 2]) { out.push(a); let a = i; out.push(a) }", [None, 1, None, 2]),
        ("switch (2) { case 1: let a = 1; break; case 2: a = 5; out = a }", 5),
        ("l: switch (2) { case 1: let a = 1; default: a = 5; out = a; break l }", 5),
        ("{ const {a, b = a} = {a: c}, [d] = [a], c = 1; out = [a, b, c, d] }", [None, None, 1, None]),
        ("const l = []; for (const i of [1, 2]) { l.push(() => a); const a = i } out = l.map((g) => g())", [1, 2]),
        ("out = [A]; class A {}\nout.push(new A() instanceof A, A.name)", [None, True, "A"]),
        ("const location = 3; out = location", 3),
        ("{ const a = 1; { const a = a2(); out = a } function a2() { return 4 } }", 4),
        ("const f = () => 1, g = class {}; out = [f.name, g.name]", ["f", "g"]),
    ],
)
def test_reading_early_is_undefined(code: str, value: object) -> None:
    assert value_of(code) == value


@pytest.mark.parametrize(
    "code",
    [
        "const a = a || 5",
        "typeof a; let a",
        "if (true) { const a = a }",
        "switch (2) { case 1: let a; default: a = 1 }",
    ],
)
def test_in_javascript_itself_it_stays_an_error(code: str) -> None:
    assert value_of(code, makes_es5=False) == "ReferenceError"


@pytest.mark.parametrize("code", ["const a = 1; a = 2", "const a = 1; [a] = [2]", "const a = 1; for (a of [1]) ;"])
def test_assigning_to_a_constant_stays_an_error(code: str) -> None:
    assert value_of(code) == "TypeError"


def test_in_a_circle_of_modules_what_is_exported_later_is_undefined() -> None:
    main = "import * as l from './lib'\nout.push(l.n, l.c)"
    lib = "import './main'\nearly()\nfunction early() { out.push(read('n'), read('c')) }\n"
    lib += "export let n = 1\nexport const c = 2\nn++"
    sources = {
        name: compile_script(f"{name}.js", text, "javascript", makes_es5=True).code
        for name, text in (("main", main), ("lib", lib))
    }
    context = quickjs.Context()
    context.eval(
        f"var sources = {json.dumps(sources)}, out = [], loaded = {{}};"
        "function read(name) { return loaded.lib.exports[name] }"
        "function require(name) { name = name.slice(2); if (loaded[name]) return loaded[name].exports;"
        " var module = loaded[name] = { exports: {} };"
        " new Function('require', 'module', 'exports', sources[name])(require, module, module.exports);"
        " return module.exports }"
    )
    assert json.loads(context.eval("require('./main'); JSON.stringify(out)")) == [None, None, 2, 2]


@settings(max_examples=80, deadline=None)
@given(st.lists(statements(), min_size=1, max_size=5))
def test_what_reads_nothing_early_is_as_it_was(parts: list[Statement]) -> None:
    body, _plain = join(parts)
    text = f"import {{f, g, h}} from './lib'\n{body}"
    codes = [compile_script("a.js", text, "javascript", makes_es5=one).code for one in (False, True)]
    assert run(codes[0]) == run(codes[1]), body


def test_a_bundle_costs_little_and_is_not_told_of() -> None:
    bundle = "const a = a || 1; { const b = b }\n" + "f(1)\n" * 60_000
    script = compile_script("a.js", bundle, "javascript", makes_es5=True)
    assert script.diagnostics == ()
    assert script.code.startswith("var   a = a || 1; { const b = b }")
