"""TypeScript without its types: every line and, for plain types, every column stays."""

from __future__ import annotations

import pytest

from runtime.compiler.script.compile import compile_script


def compiled(source: str) -> str:
    script = compile_script("a.ts", source, "typescript")
    assert script.diagnostics == ()
    assert script.code.count("\n") == source.count("\n")
    return script.code


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("let a: number = 1", "let a         = 1"),
        ("f<string>(x as any, y!)", "f        (x       , y )"),
        ("function f(this: W, a?: string): a is string {}", "function f(         a         )              {}"),
        ("const f = <T,>(a: T): T => a", "const f =     (a   )    => a"),
        ("interface A { b: string }\nx", ";                        \nx"),
        ("type A = string", ";              "),
        ("declare const a: number", ";                      "),
        (
            "class A<T> extends B<T> implements C { private a?: T = 1 }",
            "class A    extends B                 {         a     = 1 }",
        ),
        (
            "abstract class A { abstract f(): void; declare x: 1 }",
            "         class A { ;                 ; ;            }",
        ),
        ("let v = x as any\n(f)()", "let v = x       ;\n(f)()"),
        ("let v!: T; g(<T>v satisfies U)", "let v    ; g(   v            )"),
        ("try {} catch (e: unknown) {}", "try {} catch (e         ) {}"),
        ("import fs = require('fs')", "const  fs = require('fs');"),
    ],
)
def test_types_become_spaces(source: str, code: str) -> None:
    assert compiled(source) == code


def test_enums() -> None:
    code = compiled('enum A {\n  X,\n  Y = 1 << 2,\n  Z = Y | X,\n  S = "s"\n}')
    assert code.split("\n") == [
        "var A=(function(A){",
        'A[A["X"]=0]="X";',
        'A[A["Y"]=1 << 2]="Y";',
        'A[A["Z"]=A.Y | A.X]="Z";',
        'A["S"]="s";',
        "return A})({});",
    ]


def test_namespaces_and_parameter_properties() -> None:
    assert compiled("namespace N { export const a = 1 }") == ("var N=(function(N){ const a = 1;N.a=a; ;return N})({});")
    assert compiled("class A extends B { constructor(private x: X, y: Y) { super(y); f() } }") == (
        "class A extends B { constructor(        x   , y   ) { super(y);;this.x=x; f() } }"
    )


def test_imports_that_name_only_types_are_left_out() -> None:
    script = compile_script(
        "a.ts",
        "import {T, v} from './a'\nimport type {U} from './types'\nimport {W} from './gone'\nimport './effect'\n"
        "export const x: T = v as U & W\nexport type {T}\nexport interface Z {}",
        "typescript",
    )
    assert [reference.name for reference in script.references] == ["./a", "./effect"]
    assert "gone" not in script.code
    assert "const x    = __mod1.v      " in script.code
