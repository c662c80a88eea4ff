"""Small programs without semicolons whose names log what is done to them, for comparing two forms of one program.

A program is a list of statements, each in two forms: as a developer writes it, and as plain JavaScript that means the
same with every semicolon written out. Statements begin and end with the tokens that automatic semicolons depend on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import quickjs
from hypothesis import strategies as st

from runtime.compiler.script.compile import compile_script
from runtime.compiler.script.syntax import Dialect

NAMES = ("f", "g", "h")

_PRELUDE = """
var log = [];
function __async(fn, args) { return Reflect.apply(fn, undefined, args); }
function tell(text) { if (log.length < 400) log.push(text); }
function probe(name) {
  return new Proxy(function () {}, {
    apply: function (_f, self, args) { tell(name + '(' + args.length + (self === undefined ? '' : ',this') + ')');
                                       return probe(name + '()'); },
    construct: function () { tell('new ' + name); return probe('new ' + name); },
    get: function (_f, key) {
      if (key === Symbol.toPrimitive) return function () { tell('value ' + name); return 1; };
      if (typeof key === 'symbol') return undefined;
      tell(name + '.' + key);
      return probe(name + '.' + key);
    },
  });
}
var lib = {f: probe('f'), g: probe('g'), h: probe('h')};
"""


@dataclass(frozen=True, slots=True)
class Statement:
    """`written` may be followed by a line break alone if the next line does not begin with one of `joins`."""

    written: str
    plain: str
    joins: str = ""


def run(code: str) -> object:
    """What a script with `lib` does: its log, and what it throws."""
    context = quickjs.Context()
    context.set_time_limit(5)
    body = f"(function (require, module, exports) {{{code}\n}})"
    context.eval(_PRELUDE)
    call = f"try {{ (0, eval)({json.dumps(body)})(() => lib, {{}}, {{}}) }} catch (e) {{ tell(String(e)) }}"
    context.eval(call)
    return json.loads(context.eval("JSON.stringify(log)"))


def compiled(text: str, dialect: Dialect) -> str:
    """The compiled form of a script; lines must stay."""
    script = compile_script("a.ts" if dialect == "typescript" else "a.js", text, dialect)
    assert script.diagnostics == (), text
    assert script.code.count("\n") == text.count("\n"), text
    return script.code


def join(statements: list[Statement]) -> tuple[str, str]:
    """The program as it is written and in its plain form."""
    statements = [
        Statement(part.written.replace(NUMBER, str(index)), part.plain.replace(NUMBER, str(index)), part.joins)
        for index, part in enumerate(statements)
    ]
    written = ""
    for statement, following in zip(statements, [*statements[1:], None], strict=True):
        is_open = following is not None and following.written[:1] in statement.joins
        written += statement.written + (";\n" if is_open else "\n")
    return written, "\n".join(f"{statement.plain};" for statement in statements)


def _chosen(*values: str) -> st.SearchStrategy[str]:
    return st.sampled_from(values)


NAME = _chosen(*NAMES)
JOINS = "([`"
NUMBER = "_number"


@st.composite
def expressions(draw: st.DrawFn) -> str:
    """An expression that begins with an imported name, a bracket or a template."""
    name, other = draw(NAME), draw(NAME)
    head = draw(
        _chosen(f"{name}()", f"{name}(1, {other})", f"{name}`t`", f"{name}.p", f"({name})(1)", f"[{name}][0]()")
    )
    tail = draw(_chosen("", "", f".q({other})", "[0]", " + 1", f" && {other}()", f" ? {other}() : 0"))
    return draw(_chosen(head + tail, f"`${{{name}}}`", f"new {name}(2)", f"{name}?.()", f"typeof {name}", head + tail))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A statement of JavaScript; both forms are the same."""
    number, name = NUMBER, draw(NAME)
    value, other = draw(expressions()), draw(expressions())
    forms = {
        value: 6,
        f"var v{number} = {value}": 2,
        f"let v{number}": 1,
        f"var i{number} = 1; i{number}++": 1,
        f"if ({name}) {value}": 1,
        f"if (!{name}) ; else {value}": 1,
        f"var a{number} = () => {value}": 1,
        f"var o{number} = {{{name}, b: {name}}}": 1,
        f"var u{number} = function () {{ return {value}\n{other} }}": 1,
        f"try {{ throw {value} }} catch (e) {{ {other} }}": 1,
        f"l{number}: for (;;) {{ {value}\nbreak l{number}\n{other} }}": 1,
        f"switch (1) {{ case 1: {value}\ncase 2: {other}\ndefault: {value} }}": 1,
        f"do {value}\nwhile (false)": 1,
        f"class C{number} extends {name} {{ a = {name}()\nb = {name}.x }}": 1,
        f"async function s{number}() {{ await {value}\n{other} }}\ns{number}()": 1,
        f"function r{number}() {{ return\n{value} }}\nr{number}()": 1,
        f"{{ {value}\n{other} }}": 1,
    }
    text = draw(st.sampled_from([text for text, weight in forms.items() for _ in range(weight)]))
    return Statement(text, text, JOINS)


@st.composite
def module_statements(draw: st.DrawFn) -> Statement:
    """A statement that only a module has. None of them joins a bracket in the next line."""
    number, name, value = NUMBER, draw(NAME), draw(expressions())
    forms = [
        (f"export {{{name} as x{number}}}", ""),
        (f"export {{\n{name} as y{number}\n}} // c", ""),
        ("export * from './lib'", ""),
        (f"export {{f as z{number}}} from './lib'", ""),
        (f"import n{number} from './lib'", ""),
        ("import './lib' /* c */", ""),
        (f"export function e{number}() {{ {value} }}", f"function e{number}() {{ {value} }}"),
        (f"export class K{number} extends {name} {{}}", f"class K{number} extends {name} {{}}"),
        ("export default function () {}", ""),
        ("export default async function () {}", ""),
        (f"export default class extends {name} {{ x = {value} }}", f"(class extends {name} {{}})"),
        (f"export default class D{number} extends {name} {{}}", f"class D{number} extends {name} {{}}"),
    ]
    return Statement(*draw(st.sampled_from(forms)))


TYPE = _chosen("any", "T<string>", "A | B", "() => void", "{\n a: 1\n}", "keyof typeof x", "'a'", "N.B[]")


@st.composite
def typed_statements(draw: st.DrawFn) -> Statement:
    """A statement of TypeScript."""
    number, name, kind = NUMBER, draw(NAME), draw(TYPE)
    value, other = draw(expressions()), draw(expressions())
    call = f"a{number}({name})"
    closed = [
        (f"type T{number} = {kind}", ""),
        (f"interface I{number}<T> {{ a: {kind} }}", ""),
        (f"declare const z{number}: {kind}", ""),
        # A block after it would be its body.
        (f"declare function d{number}(): void;", ""),
        ("import type {T} from './t'", ""),
        ("export type {T} from './t'", ""),
        ("import {U} from './u'", ""),
        (f"let l{number}: {kind}", f"let l{number}"),
        (f"var c{number} = ({value}) as {kind}", f"var c{number} = {value}"),
        (f"({name}) as {kind} // c", f"({name})"),
        (f"{name} satisfies {kind}", name),
        (f"import A{number} = {name}.B", f"var A{number} = {name}.B"),
        (f"const enum F{number} {{\n A\n}}", ""),
        (f"namespace N{number} {{ export const a = {value};\n{other} }}", f"{value}; {other}"),
        (f"abstract class B{number}<T> extends {name}<T> implements I {{}}", f"class B{number} extends {name} {{}}"),
    ]
    opened = [
        (f"enum E{number} {{ A = 1, B }}\n{name}(E{number}.B)", f"{name}(2)"),
        (f"({value} as {kind}).q()", f"({value}).q()"),
        (f"{name}!(1)", f"{name}(1)"),
        (f"{name}<{name}>(1)", f"{name}(1)"),
        (f"var n{number}: {kind} = {value}", f"var n{number} = {value}"),
        (f"const a{number} = (b: {kind}, c?: T): {kind} => {value}\n{call}", f"const a{number} = b => {value};{call}"),
        (f"const a{number} = async <\nT\n>(b: T) => {value}\n{call}", f"const a{number} = async b => {value};{call}"),
        (f"function a{number}(this: any) {{ return <\nT\n>({value}) }}\n{call}.x", f"({value}).x"),
        (f"function a{number}<T>(b: T): T {{ return <T,>(\n) => {value} }}\n{call}()", f"({value})"),
    ]
    field = draw(_chosen("x", "get", "static", "set"))
    members = [
        ("private *m() {}", "*m() {}"),
        (f"readonly [{name}.k]: {kind} = {name}.l", f"[{name}.k] = {name}.l"),
        (f"{field}?: {kind}", f"{field}"),
        (f"abstract x: {kind}", ""),
        (f"b = {name}.y as {kind}", f"b = {name}.y"),
        ("n(): void\nn(a?: T) {}", "n() {}"),
        ("constructor(private a: T, b?: T) {}", "constructor(a) { this.a = a }"),
        ("[k: string]: any", ""),
    ]
    chosen = draw(st.lists(st.sampled_from(members), min_size=1, max_size=4, unique=True))
    written, plain = join([Statement(*form, "[" * form[0].startswith("readonly")) for form in chosen])
    opened.append((f"class C{number} {{ {written}}}\nnew C{number}({name})", f"new (class {{ {plain}}})"))
    form = draw(st.sampled_from([*closed, *opened]))
    return Statement(*form, JOINS if form in opened else "")
