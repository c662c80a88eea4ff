"""ES modules as CommonJS: what the code becomes, and that lines stay."""

from __future__ import annotations

import pytest

from runtime.compiler.script.compile import compile_script
from runtime.compiler.script.edits import source_column
from runtime.compiler.script.syntax import Dialect

HEAD = '"use strict";Object.defineProperty(exports,"__esModule",{value:true});'


def compiled(source: str) -> str:
    """The code without the head and the helpers in it."""
    code = compile_script("a.js", source, "javascript").code
    assert code.count("\n") == source.count("\n")
    head, _, rest = code.partition("/*!*/")
    return rest if rest else head


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("import a from 'x'\na()", "(0,__mod1d.default)()"),
        ("import {b} from 'x'\nb.c", "__mod1.b.c"),
        ("import {b as c} from 'x'\nf({c})", "f({c:__mod1.b})"),
        ("import * as n from 'x'\nn.a", "n.a"),
        ("import {default as d} from 'x'\n`${d}`", "`${__mod1d.default}`"),
        ("import {'a-b' as c} from 'x'\nc", '__mod1["a-b"]'),
        ("import {b} from 'x'\nfunction f(b) { return b }", "function f(b) { return b }"),
        ("export const a = 1, {b, c: [d]} = e", "const a = 1, {b, c: [d]} = e"),
        ("x\nexport default {a: 1}", "exports.default={a: 1}"),
        ("x\nexport default () => 1", "exports.default=() => 1"),
    ],
)
def test_imports_and_their_uses(source: str, code: str) -> None:
    last = compiled(source).split("\n")[-1]
    assert code in last


def test_functions_are_exported_before_anything_runs() -> None:
    code = compiled("run()\nexport function f() {}\nexport default async function g() {}\nexport {f as h}")
    first, *rest = code.split("\n")
    assert "exports.f=f;exports.h=f;" in first
    assert "exports.default=g;" in first
    assert [line.strip()[:13] for line in rest] == ["function f() ", "function g(){", ";"]


def test_values_are_exported_behind_their_statement() -> None:
    code = compiled("export class A {}\nexport const b = 1\nconst c = 2\nexport {c as d}\nexport let n = 0; n++")
    assert [line.strip() for line in code.split("\n")][1:4] == [
        "const b = 1;exports.b=b;",
        "const c = 2;exports.d=c;",
        ";",
    ]
    assert '__get("n",function(){return n})' in code


def test_exports_from_elsewhere() -> None:
    code = compiled("export {a as b, default} from './x'\nexport * from './y'\nexport * as z from './z'")
    assert '__get("b",function(){return __mod_0.a})' in code
    assert '__star(require(\'./y\'),["b","default"]);' in code
    assert "exports.z=__all(require('./z'));" in code


def test_imports_below_other_code_run_first() -> None:
    first, *rest = compiled("const a = 1\nimport './late'\nf(a)").split("\n")
    assert first.endswith("require('./late');const a = 1")
    assert [line.strip() for line in rest] == [";", "f(a)"]


def test_plain_scripts_pass_untouched() -> None:
    source = "const a = require('./a')\n// import x from 'y'\nmodule.exports = {export: 1, important: a}"
    assert compile_script("a.js", source, "javascript").code == source


def test_import_call_works_in_any_script() -> None:
    code = compile_script("a.js", "import('./a').then(f)", "javascript").code
    assert code.endswith("__import('./a').then(f)")
    assert "use strict" not in code


def test_columns_lead_back_to_the_source() -> None:
    script = compile_script("a.js", "import {fetch} from './x'\nfetch(a, fetch); b", "javascript")
    line = script.code.split("\n")[1]
    for name in ("a", "b"):
        at = line.replace("fetch", "_____").rindex(name) + 1
        assert source_column(script.column_maps[0], 2, at) == "fetch(a, fetch); b".rindex(name) + 1


@pytest.mark.parametrize(
    ("code", "made"),
    [
        ("export const a = 1 // x\nf()", "const a = 1;exports.a=a; // x\nf()"),
        ("export const a = 1 /* x */\nf()", "const a = 1;exports.a=a; /* x */\nf()"),
        ("export let a = b//", "let a = b;exports.a=a;//"),
    ],
)
def test_a_comment_behind_an_export_without_semicolon_swallows_nothing(code: str, made: str) -> None:
    assert compile_script("a.js", code, "javascript").code.endswith(made)


@pytest.mark.parametrize(
    ("code", "made"),
    [
        ("namespace N{export const a = 1 // x\n}//y", "const a = 1;N.a=a; // x\n;return N})({});//y"),
        ("class P extends Q{constructor(private a){super() // x\n}}", "super();this.a=a; // x\n}}"),
    ],
)
def test_a_comment_behind_a_typescript_statement_swallows_nothing(code: str, made: str) -> None:
    assert compile_script("a.ts", code, "typescript").code.endswith(made)


def test_a_default_export_is_no_declaration_of_variables() -> None:
    (found,) = compile_script("a.js", "export default const a = 1", "javascript").diagnostics
    assert (found.code, found.span.column, found.args) == ("script/syntax-error", 16, {"found": "const"})


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("@a class B {}", 1),
        ("import { a } from './a'\n@a() class B {}", 2),
        ("@a.b({ c: 1 })\nexport default class B {}", 1),
        ("class B {\n  @a() c() {}\n}", 2),
        ("class B {\n  @a c = 1\n}", 2),
    ],
)
@pytest.mark.parametrize("dialect", ["javascript", "typescript"])
def test_a_decorator_is_found_before_an_engine_stumbles_over_it(code: str, line: int, dialect: Dialect) -> None:
    (found,) = compile_script("a.ts", code, dialect).diagnostics
    assert (found.code, found.span.line) == ("script/decorator", line)


def test_an_at_sign_elsewhere_is_none() -> None:
    assert not compile_script("a.js", "/** @type {a} */\nvar b = '@a' // @b", "javascript").diagnostics


@pytest.mark.parametrize("code", ["#!/usr/bin/env node\nimport './a'", "#!/usr/bin/env node\nvar a = 1", "#!"])
def test_a_first_line_for_the_shell_is_a_comment(code: str) -> None:
    compiled = compile_script("a.js", code, "javascript")
    assert not compiled.diagnostics
    assert "#!" not in compiled.code
    assert compiled.code.count("\n") == code.count("\n")
