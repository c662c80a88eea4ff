"""ES modules run as the language wants it: live bindings, circles, interop with CommonJS, order of evaluation."""

from __future__ import annotations

import json
from typing import Any

import pytest
import quickjs

from runtime.compiler.script.compile import compile_script

LOADER = """
var loaded = {}, order = [];
function __async(fn, args) { return Reflect.apply(fn, undefined, args); }
function require(name) {
  name = name.replace(/^\\.\\//, '');
  if (loaded[name]) return loaded[name].exports;
  var module = loaded[name] = {exports: {}};
  order.push(name);
  new Function('require', 'module', 'exports', sources[name])(require, module, module.exports);
  return module.exports;
}
"""


def run(expression: str, **files: str) -> Any:
    """Evaluates `expression` with `m` = the exports of the module `main`."""
    sources = {}
    for name, source in files.items():
        script = compile_script(f"{name}.js", source, "javascript")
        assert script.diagnostics == ()
        sources[name] = script.code
    context = quickjs.Context()
    context.eval(f"var sources = {json.dumps(sources)};{LOADER}")
    return json.loads(context.eval(f"var m = require('main'); JSON.stringify({expression})"))


@pytest.mark.parametrize(
    ("main", "lib", "expression", "value"),
    [
        (
            "import d, {n} from './lib'\nexport const out = [d, n]",
            "export default 1; export const n = 2",
            "m.out",
            [1, 2],
        ),
        (
            "import {n, up} from './lib'\nexport const out = [n, (up(), n)]",
            "export let n = 1; export function up() { n++ }",
            "m.out",
            [1, 2],
        ),
        ("import d from './lib'\nexport const out = d.a", "module.exports = {a: 5}", "m.out", 5),
        ("import * as n from './lib'\nexport const out = [n.a, n.default.a]", "exports.a = 5", "m.out", [5, 5]),
        ("import {a} from './lib'\nexport {a as b}", "exports.a = 5", "m.b", 5),
        (
            "export * from './lib'\nexport const a = 1",
            "export const a = 2, b = 3; export default 4",
            "m",
            {"a": 1, "b": 3},
        ),
        ("export {default} from './lib'", "export default class { static x = 1 }", "m.default.x", 1),
        (
            "import f from './lib'\nexport default f.call(3)",
            "export default function () { return +this }",
            "m.default",
            3,
        ),
        (
            "import {f} from './lib'\nexport const out = f()",
            "exports.f = function () { return this === exports }",
            "m.out",
            False,
        ),
        ("const d = require('./lib').default\nexports.out = d", "export default {x: 1}", "m.out", {"x": 1}),
        (
            "export const out = typeof g\ntry { g = 1 } catch (e) { order.push(e.name) }",
            "",
            "order",
            ["main", "ReferenceError"],
        ),
        (
            "import {a} from './lib'\nfunction f(a) { return a }\nexport const out = [a, f(1)]",
            "exports.a = 2",
            "m.out",
            [2, 1],
        ),
        (
            "// c\n'use strict'\nimport('./lib')\nexports.out = (function () { return this })() === undefined",
            "",
            "m.out",
            True,
        ),
        ("import {a} from './lib'\n(function () { exports.out = a })()", "exports.a = 2", "m.out", 2),
    ],
)
def test_modules(main: str, lib: str, expression: str, value: object) -> None:
    assert run(expression, main=main, lib=lib) == value


def test_circles_see_functions_and_late_values() -> None:
    assert (
        run(
            "m.ask()",
            main="import {answer} from './b'\nexport function base() { return 40 }\nexport const two = 2\n"
            "export const ask = () => answer()",
            b="import {base, two} from './main'\nconst early = base()\nexport const answer = () => early + two",
        )
        == 42
    )


def test_imports_run_before_the_code_around_them() -> None:
    assert run(
        "order",
        main="order.push('code')\nimport './a'\nimport './b'",
        a="order.push('in a')",
        b="",
    ) == ["main", "a", "in a", "b", "code"]
