"""What the rules read off scripts without running them, and where they give up."""

from __future__ import annotations

import pytest

from runtime.compiler.lint.script.api_uses import api_uses
from runtime.compiler.lint.script.instance_leaks import has_instance_leak
from runtime.compiler.lint.script.object_literal import Imported
from runtime.compiler.lint.script.shapes import read_shapes
from runtime.compiler.script.syntax import Dialect, parse_script


def methods(code: str, dialect: Dialect = "javascript") -> list[str] | None:
    shape = read_shapes(parse_script("a.js", code, dialect)).main
    return None if shape is None or shape.methods is None else sorted(shape.methods)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("Page({ a() {}, b: 1, async c() {}, 'd': x, e })", ["a", "b", "c", "d", "e"]),
        ("const p = { a() {} }; Page(p)", ["a"]),
        ("const more = { b() {} }; Page({ a() {}, ...more })", ["a", "b"]),
        ("Component({ methods: { a() {} } })", ["a"]),
        ("const methods = { a() {} }; Component({ methods })", ["a"]),
        ("Component({})", []),
    ],
)
def test_methods_that_are_certain(code: str, found: list[str]) -> None:
    assert methods(code) == found


def test_types_do_not_hide_methods() -> None:
    assert methods("Page<Data, Custom>({ a() {} } as any)", "typescript") == ["a"]
    assert methods("const o = { a(this: X): void {} } satisfies Y; Page(o)", "typescript") == ["a"]


@pytest.mark.parametrize(
    "code",
    [
        "Page(make({ a() {} }))",
        "Page({ [name]() {} })",
        "Page({ ...mixin() })",
        "const p = {}; p[name] = f; Page(p)",
        "const p = {}; extend(p, more); Page(p)",
        "let p = {}; p = other; Page(p)",
        "import p from './p'; Page(p)",
        "Page({}); Page({})",
        "Component({ methods: make() })",
        "Component({ definitionFilter() {} })",
        "Component().methods({}).register()",
        "create.Page({ a() {} })",
        "function make(o) { Page(o) }",
    ],
)
def test_methods_that_are_not_certain(code: str) -> None:
    assert methods(code) is None


def test_properties_with_classes_and_what_is_observed() -> None:
    code = "Component({ properties: { a: String }, externalClasses: ['b-c'], observers: { 'd, e.f': f } })"
    shape = read_shapes(parse_script("a.js", code, "javascript")).main
    assert shape is not None
    assert shape.properties == {"a", "b-c", "d", "e"}


def test_behaviors_and_where_they_come_from() -> None:
    code = """
        import b from './b'
        const { c } = require('./c')
        const d = Behavior({ methods: { e() {} } })
        Component({ behaviors: [b, c, d, 'wx://form-field', require('./f')] })
    """
    shape = read_shapes(parse_script("a.js", code, "javascript")).main
    assert shape is not None
    assert shape.behaviors is not None
    b, c, d, field, f = shape.behaviors
    assert (b, c, field, f) == (
        Imported("./b", "default"),
        Imported("./c", "c"),
        "wx://form-field",
        Imported("./f", "*"),
    )
    assert getattr(d, "methods", None) == {"e"}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("module.exports = Behavior({})", ["*"]),
        ("export default Behavior({})", ["default"]),
        ("export const a = Behavior({})", ["a"]),
        ("const a = Behavior({}); export { a as b }", ["b"]),
        ("exports.a = Behavior({})", ["a"]),
        ("const a = Behavior({}); module.exports = { a, b: 1 }", ["a"]),
        ("module.exports = make(Behavior({}))", []),
    ],
)
def test_exported_behaviors(code: str, names: list[str]) -> None:
    assert sorted(read_shapes(parse_script("a.js", code, "javascript")).exports) == names


@pytest.mark.parametrize(
    ("code", "leaks"),
    [
        ("Page({ onLoad() { fn.call(this, 1) } })", False),
        ("Page({ onLoad() { wx.createCanvasContext('id', this) } })", False),
        ("Page({ onLoad() { wx.createSelectorQuery().in(this) } })", False),
        ("Page({ onLoad() { this['a'] = 1 } })", False),
        ("Page({ onLoad() { new Refresher(this) } })", True),
        ("Page({ onLoad() { var that = this; parse('x', that) } })", True),
        ("Page({ onLoad() { let that; that = this; that[name] = f } })", True),
    ],
)
def test_instances_that_are_handed_out(code: str, *, leaks: bool) -> None:
    assert has_instance_leak(parse_script("a.js", code, "javascript")) is leaks


@pytest.mark.parametrize(
    ("code", "is_guarded"),
    [
        ("wx.a()", False),
        ("if (x) wx.a()", False),
        ("if (wx.a) wx.a()", True),
        ("wx.a && wx.a()", True),
        ("wx.a?.()", True),
        ("typeof wx.a === 'function' ? wx.a() : 0", True),
        ("const f = wx.a; f && f()", True),
        ("try { wx.a() } catch (e) {}", True),
        ("if (wx.canIUse('a')) wx.a()", True),
    ],
)
def test_uses_of_wx_that_are_checked_first(code: str, *, is_guarded: bool) -> None:
    uses = [use for use in api_uses(parse_script("a.js", code, "javascript")) if use.name == "a"]
    assert uses
    assert all(use.is_guarded is is_guarded for use in uses)


@pytest.mark.parametrize(
    "code", ["const wx = {}; wx.a()", "function f(wx) { wx.a() }", "import wx from 'w'; wx.a()", "wx.a = 1"]
)
def test_a_wx_of_ones_own_is_none_of_the_platforms(code: str) -> None:
    assert api_uses(parse_script("a.js", code, "javascript")) == ()


def test_a_wx_of_ones_own_in_typescript() -> None:
    assert api_uses(parse_script("a.ts", "function f(wx: W) { wx.a() }", "typescript")) == ()
