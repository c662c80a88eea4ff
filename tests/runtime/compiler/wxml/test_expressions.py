"""The language of mustaches: what expressions are worth, and what is no expression.

Vectors from the platform's data binding page and from its template compiler.
"""

from __future__ import annotations

from typing import Any

import pytest

from runtime.compiler.wxml.compiler import compile_template
from runtime.platform.wechat import WECHAT
from tests.support.template_run import render

UNDEFINED = "(undefined)"
DATA = {"a": 1, "b": "2", "o": {"x": None}, "arr": [1, 2], "n": None, "s": "hi", "f": False, "k": "x"}
RESERVED = {"class": 1, "in": 2, "new": 3, "typeof": 4, "this": 5, "default": {"x": 6}, "case": {"title": 7}}


def attribute(value: str, data: dict[str, Any] | None = None, extra: str = "") -> Any:
    tree = render(f"<view p={value}/>{extra}", DATA if data is None else data)
    return tree[0][1]["p"]


def text(value: str, data: dict[str, Any] | None = None, extra: str = "") -> str:
    tree = render(f"<view>{value}</view>{extra}", DATA if data is None else data)
    return "".join(tree[0][2:])


def codes(wxml: str) -> list[str]:
    compiled = compile_template("a.wxml", wxml, using=(), built_in=WECHAT.tags, read=lambda path: None)
    return [diagnostic.code.removeprefix("wxml/") for diagnostic in compiled.diagnostics]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{a+b}}", "12"), ("{{a-b}}", "-1"), ("{{o.x.y.z}}", ""), ("{{q[0].r}}", ""), ("{{arr}}", "1,2"),
        ("{{o}}", "[object Object]"), ("{{arr.length}}{{s.length}}{{s[0]}}", "22h"), ("v={{n}};{{q}}", "v=null;"),
        ("{{f}}", "false"), ("{{n}}", "null"), ("{{}}", ""), ("{{ }}x", "x"), ("{{a + b}} + {{a}} + d", "12 + 1 + d"),
        ("{{'}}'}}", "}}"), ('{{"{{"}}', "{{"), ("{{a }}}", "1}"), ("a}}", "a}}"), ("{ {a}}", "{ {a}}"),
        ("{{a < b}}{{a<b}}", "truetrue"), ("{{1e3}} {{0x10}} {{.5}} {{1.}} {{010}}", "1000 16 0.5 1 8"),
        ("{{a?.8:.6}}", "0.8"), ("{{1<2<3}}{{2*(3+4)%5}}{{-1*-2}}{{1 - -1}}", "true422"), ("{{1&2|3^4}}", "7"),
        ("{{1 == 1 && !0 || null}}", "true"), ("{{~a}}{{a<<2}}{{5>>1}}", "-242"), ("{{a ? n ? 1 : 2 : 3}}", "2"),
        ("{{'it\\'s'}}", "it's"), ("{{'a' + \"b\"}}", "ab"), ("{{'中文'}}", "中文"), ("{{[1,,2]}}", "1,,2"),
        ("{{'abc'.length}}{{[4,5][1]}}", "35"), ("{{ {a:7}.a }}", "7"), ("{{typeof a}} {{a ?? 2}}", "number 1"),
        ("{{a>>>0}}{{+b}}{{void a}}", "12"), ("{{a\n+\nb}}", "12"),
        ("{{true}}{{false}}{{null}}{{undefined}}", "truefalsenull"),
    ],
)  # fmt: skip
def test_text(source: str, expected: str) -> None:
    assert text(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"{{f}}"', False), ('"{{f}} "', "false "), ('" {{a}}"', " 1"), ('"p{{a}}"', "p1"), ('"{{a}}{{b}}"', "12"),
        ('"5"', "5"), ('"false"', "false"), ('""', ""), ('"{{}}"', UNDEFINED), ('"{{o}}"', {"x": None}),
        ("\"{{a ? 'x' : b}}\"", "x"), ("\"{{n || 'd'}}\"", "d"), ('"{{s && a}}"', 1), ('"{{arr[a]}}"', 2),
        ("\"{{o['x']}}\"", None), ('"{{o[k]}}"', None), ("\"{{a === '1'}}\"", False), ("\"{{a == '1'}}\"", True),
        ('"{{[1,a]}}"', [1, 1]), ('"{{[...arr,3]}}"', [1, 2, 3]), ('"{{ {k:a} }}"', {"k": 1}),
        ('"{{{k:a}}}"', {"k": 1}),
        ('"{{ {a,b} }}"', {"a": 1, "b": "2"}), ('"{{ {...o, a, k: b} }}"', {"x": None, "a": 1, "k": "2"}),
        ('"{{ {k: 1, ...o, x: 2} }}"', {"k": 1, "x": 2}), ('"{{ {...n} }}"', {}),
        ('"{{ {a:{b:[1]}} }}"', {"a": {"b": [1]}}),
        ("\"{{ {'c-d':1, 2:3} }}\"", {"c-d": 1, "2": 3}), ("'{{ \"a\" }}'", "a"), ('"{{\\"q\\"}}"', "q"),
        ('"{{ s == "hi" }}"', True), ('"{{-1}}"', -1), ('"{{null}}"', None), ('"{{undefined}}"', UNDEFINED),
        ('"{{a.b.c}}"', UNDEFINED), ('"x\\ny"', "x\ny"), ('"&lt;"', "&lt;"),
    ],
)  # fmt: skip
def test_attribute_values_keep_their_type(source: str, expected: object) -> None:
    assert attribute(source) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("{{...o, a, k: b}}", {"x": None, "a": 1, "k": "2"}), ("{{...n}}", {}), ("{{a}}", {"a": 1}),
        ("{{s: 'x'}}", {"s": "x"}),
        ("{{ {a: 5} }}", {"a": 5}), ("{{a, b: 3, ...o, x: 4}}", {"a": 1, "b": 3, "x": 4}), ("{{ a, }}", {"a": 1}),
    ],
)  # fmt: skip
def test_template_data_is_an_object(data: str, expected: dict[str, object]) -> None:
    names = "".join(f"<i k='{name}' v='{{{{{name}}}}}'/>" for name in ("a", "b", "k", "x", "s"))
    tree = render(f"<template name='t'>{names}</template><template is='t' data='{data}'/>", DATA)
    given = {node[1]["k"]: node[1]["v"] for node in tree if node[1]["v"] != UNDEFINED}
    assert given == expected


def test_reserved_words_are_names() -> None:
    source = "{{this}}{{class}}{{in}}{{new}}{{typeof}}{{default.x}}{{case.title}}"
    assert text(source, RESERVED) == "5123467"
    assert attribute('"{{ {...default, class} }}"', RESERVED) == {"x": 6, "class": 1}


@pytest.mark.parametrize(
    "name", ["constructor", "toString", "__proto__", "hasOwnProperty", "prototype", "Math", "D", "R"]
)
def test_no_name_reaches_the_engine(name: str) -> None:
    assert text(f"{{{{{name}}}}}{{{{o.{name}}}}}{{{{o['{name}']}}}}") == ""


@pytest.mark.parametrize(
    "call", ["arr.indexOf(1)", "s.toUpperCase()", "Math.max(1, 2)", "JSON.stringify(o)", "f(1)", "q()"]
)
def test_calling_what_is_no_wxs_function_gives_nothing(call: str) -> None:
    assert text(f"|{{{{{call}}}}}|") == "||"
    assert codes(f"<view>{{{{{call}}}}}</view>") == ["method-call-on-data"]


def test_the_newer_generation_calls_functions_held_in_data() -> None:
    compiled = compile_template(
        "a.wxml", "{{f(o.g(a), b)}}", using=(), built_in=WECHAT.tags, read=lambda path: None, is_newer=True
    )
    assert compiled.diagnostics == ()
    assert 'R.d(D.f,[R.d(R.o(D.o,"g"),[D.a]),D.b])' in compiled.code


WXS = (
    "<wxs module='m'>module.exports = {f: function (x) { return x }, g: {h: function (x) { return [x] }}, s: 'q'}</wxs>"
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{m.f(a) + m.f(2)}}", "3"), ("{{m.f(m.f(4))}}", "4"), ("{{m.f({a:1}).a}}", "1"), ("{{m['f'](2)}}", "2"),
        ("{{m.s}}", "q"), ("{{m.g.h(5)[0]}}", "5"), ("{{m.none(1)}}", ""), ("{{m.f()}}", ""), ("{{m.none.x}}", ""),
    ],
)  # fmt: skip
def test_wxs(source: str, expected: str) -> None:
    assert text(source, {"a": 1, "m": {"s": "data"}}, WXS) == expected


def test_a_wxs_function_that_throws_gives_undefined() -> None:
    assert text("{{m(1)}}|", {}, "<wxs module='m'>module.exports = function () { throw new Error('x') }</wxs>") == "|"


@pytest.mark.parametrize(
    ("source", "code", "column"),
    [
        ("{{a b}}", "expected-operator", 11), ("{{a +}}", "expected-value", 12), ("{{a.}}", "expected-name", 11),
        ("{{(a}}", "expected-token", 11), ("{{[1 2]}}", "expected-token", 12), ("{{ {a b} }}", "expected-token", 13),
        ("{{`x`}}", "unsupported-syntax", 9), ("{{a?.b}}", "unsupported-syntax", 10),
        ("{{a = 1}}", "unsupported-syntax", 11),
        ("{{x => 1}}", "unsupported-syntax", 11), ("{{a ?? 1}}", "phone-refuses", 11),
        ("{{'a}}", "unterminated-string", 9),
        ("{{a", "unclosed-mustache", 7), ("{{a, b}}", "phone-refuses", 9), ("{{a; b}}", "unsupported-syntax", 10),
    ],
)  # fmt: skip
def test_mistakes_are_explained(source: str, code: str, column: int) -> None:
    compiled = compile_template(
        "a.wxml", f"<view>{source}</view>", using=(), built_in=WECHAT.tags, read=lambda path: None
    )
    [diagnostic] = compiled.diagnostics
    assert (diagnostic.code, diagnostic.span.line, diagnostic.span.column) == (f"wxml/{code}", 1, column)
    assert diagnostic.text("en") != diagnostic.text("zh")
    assert diagnostic.help("en") or code == "expected-token"


def test_optional_chaining_still_renders() -> None:
    assert text("{{o?.x}}{{o?.['x']}}") == "nullnull"
