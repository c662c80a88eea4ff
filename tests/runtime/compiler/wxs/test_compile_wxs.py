"""wxs modules: what they require and what they may not use."""

from __future__ import annotations

import pytest

from runtime.compiler.wxs.compile import compile_wxs, resolve_wxs
from tests.support.project_folder import codes


def test_text_passes_and_requires_are_found() -> None:
    source = "var a = require('./b.wxs')\nmodule.exports = {f: function (x) { return a.g(x) }}"
    module = compile_wxs("m.wxs", source)
    assert (module.code, [reference.name for reference in module.references]) == (source, ["./b.wxs"])
    assert module.diagnostics == ()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("let a = 1; const b = 2", ["wxs/phone-refuses m.wxs:1:1"]),
        ("var f = (a) => a", ["wxs/phone-refuses m.wxs:1:9"]),
        ("var a = /x/", ["wxs/phone-refuses m.wxs:1:9"]),
        ("try {\n  f()\n} catch (e) {\n  throw e\n}", ["wxs/phone-refuses m.wxs:1:1", "wxs/phone-refuses m.wxs:4:3"]),
    ],
)
def test_what_the_older_compiler_refuses(source: str, found: list[str]) -> None:
    compiled = compile_wxs("m.wxs", source)
    assert codes(compiled.refused) == found
    assert compiled.diagnostics == ()


def test_mistakes() -> None:
    compiled = compile_wxs("m.wxs", "var a = {")
    assert codes(compiled.diagnostics) == ["script/syntax-error m.wxs:1:9"]
    assert compiled.refused == ()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (r"var a = getRegExp('^-?\d+(\.\d+)?$')", r"var a = getRegExp('^-?\\d+(\\.\\d+)?$')"),
        (r"var a = '\u0041' + '\x41'", r"var a = '\\u0041' + '\\x41'"),
        (r"""var a = '\n\t\r\'\"\\'""", r"""var a = '\n\t\r\'\"\\'"""),
    ],
)
def test_unknown_escapes_keep_their_backslash(source: str, code: str) -> None:
    assert compile_wxs("m.wxs", source).code == code


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("var a = x.constructor === 'Array'", "var a = x.__wxsType__ === 'Array'"),
        ("var a = x.y().constructor", "var a = x.y().__wxsType__"),
        ("var a = 'x.constructor', b = {constructor: 1}", "var a = 'x.constructor', b = {constructor: 1}"),
        ("var constructor = x.constructors // x.constructor", "var constructor = x.constructors // x.constructor"),
    ],
)
def test_the_type_of_a_value_has_a_name_of_its_own(source: str, code: str) -> None:
    assert compile_wxs("m.wxs", source).code == code


def test_resolution() -> None:
    assert resolve_wxs("../b", "pages/a/m.wxs") == "pages/b.wxs"
    assert resolve_wxs("/u/b.wxs", "pages/a/m.wxs") == "u/b.wxs"
    assert resolve_wxs("../../../b", "pages/a/m.wxs") is None
