"""What another session compiled is taken instead of compiling, if it fits to the letter; nothing else is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

from runtime.compiler.build import BuildResult, advise, build, to_store
from runtime.compiler.stored_units import StoredUnit, StoredUnits, inputs_text
from runtime.project.load import load_project

NOWHERE = Path("/nonexistent/program")
FILES = {
    "app.json": '{"pages": ["p", "q"], "usingComponents": {"c": "/c"}}',
    "app.js": "require('./lib'); wx.nothingLikeIt(); App({})",
    "app.wxss": '@import "base"; page { color: red; width: 10rpx; background: url(a.png) }',
    "base.wxss": ".b { top: 0.5rpx } :host { left: 0 } .b[data-k] { colr: blue }",
    "lib.js": "import x from './far'; export default x; eval('1'); require(a + b)",
    "far.js": "module.exports = 1;",
    "p.json": "{}",
    "p.wxml": '<wxs module="w" src="w.wxs"/><wxs module="v">module.exports = {}</wxs><include src="part.wxml"/>'
    '<view wx:for="{{list}}" bindtap="t" data-k="{{item}}">{{w.f(item)}}</view><c a="{{b}}"/>',
    "p.js": "const own = require('./own'); Page({ behaviors: [own], t() {} })",
    "p.wxss": ".p { left: 1px",
    "part.wxml": "<text>{{d.x}}</text><view",
    "own.js": "module.exports = Behavior({ methods: { u() {} } })",
    "w.wxs": "module.exports = { f: function (x) { return x } }; var y = require('./none.wxs')",
    "q.wxml": "<view/>",
    "q.js": "Page({})",
    "c.json": '{"component": true}',
    "c.wxml": "<slot/>",
    "c.js": "Component({ properties: { a: String } })",
    "orphan.wxml": "<view/>",
    "orphan.js": "Page({})",
}


def built(files: Mapping[str, str], stored: StoredUnits | None = None) -> BuildResult:
    return build(load_project(NOWHERE, dict(files)), stored=stored or StoredUnits())


def carried(result: BuildResult) -> StoredUnits:
    """The units, by way of bytes."""
    data = msgspec.msgpack.encode(to_store(result))
    return StoredUnits(msgspec.msgpack.decode(data, type=list[StoredUnit]))


def compiled(result: BuildResult) -> list[str]:
    assert result.lint_units is not None
    return [*result.compiled, *(f"lint {name}" for name in result.lint_units.compiled if not name.startswith("json:"))]


def test_a_project_that_was_built_before_compiles_nothing() -> None:
    first = built(FILES)
    again = built(FILES, carried(first))
    assert compiled(again) == []
    assert again.program == first.program
    assert again.styles == first.styles
    assert {path: sheet.encoded for path, sheet in again.styles.items()} == {
        path: sheet.encoded for path, sheet in first.styles.items()
    }
    assert again.diagnostics == first.diagnostics
    assert len(first.diagnostics) > 5
    assert dict(again.documents) == dict(first.documents)


def test_what_was_taken_is_left_as_it_was() -> None:
    stored = carried(built(FILES))
    assert all(unit in stored for unit in to_store(built(FILES, stored), stored))


@pytest.mark.parametrize(
    ("path", "text", "kinds"),
    [
        ("far.js", "module.exports = 2", {"script:far.js", "lint script:far.js"}),
        ("part.wxml", "<text/>", {"template:p.wxml", "template:part.wxml", "lint template:part.wxml"}),
        ("w.wxs", "", {"wxs:w.wxs"}),
        ("base.wxss", ".b { top: 1rpx }", {"style:base.wxss", "lint style:base.wxss"}),
    ],
)
def test_only_what_has_changed_is_compiled(path: str, text: str, kinds: set[str]) -> None:
    stored = carried(built(FILES))
    changed = {**FILES, path: text}
    again = built(changed, stored)
    assert kinds <= set(compiled(again))
    assert {name.split(":")[-1] for name in compiled(again)} <= {path, "p.wxml", "c.wxml", "q.wxml", "part.wxml"}
    assert again.program == built(changed).program
    assert again.diagnostics == built(changed).diagnostics


def test_other_settings_compile_anew() -> None:
    stored = carried(built(FILES))
    config = {**FILES, "project.config.json": '{"setting": {"es6": true}}'}
    assert "script:app.js" in compiled(built(config, stored))
    assert built(config, stored).program == built(config).program


def test_a_further_file_that_an_import_would_mean_counts() -> None:
    stored = carried(built(FILES))
    more = {**FILES, "none.wxs": ""}
    assert built(more, stored).diagnostics == built(more).diagnostics


@given(data=st.data())
def test_damaged_units_are_compiled_instead(data: st.DataObject) -> None:
    first = built(FILES)
    units = to_store(first)
    at = data.draw(st.integers(0, len(units) - 1))
    whole = bytes(units[at].value)
    spoilt = data.draw(
        st.one_of(
            st.integers(0, max(0, len(whole) - 1)).map(lambda end: whole[:end]),
            st.sampled_from([b"\xc0", b"\x90", b"\x80", b"\xa1x", b"\x91" * 3000, b"\xff"]),
            st.binary(max_size=20),
        )
    )
    units[at] = msgspec.structs.replace(units[at], value=Raw(spoilt))
    again = built(FILES, StoredUnits(units))
    assert again.program["scripts"].keys() == first.program["scripts"].keys()


def test_a_finding_that_has_no_words_is_not_believed() -> None:
    written, wrong = b"script/code-from-text", b"script/code-from-nowhere"[:21]
    units = to_store(built(FILES))
    (at,) = [number for number, unit in enumerate(units) if unit.space == "lint" and written in bytes(unit.value)]
    spoilt = Raw(bytes(units[at].value).replace(written, wrong))
    units[at] = msgspec.structs.replace(units[at], value=spoilt)
    again = built(FILES, StoredUnits(units))
    assert compiled(again) == ["lint script:lib.js"]
    assert again.diagnostics == built(FILES).diagnostics


def test_advice_alone_may_be_missing() -> None:
    units = [unit for unit in to_store(built(FILES)) if unit.space == "build"]
    result = build(load_project(NOWHERE, FILES), stored=StoredUnits(units), advises=False)
    assert result.compiled == ()
    assert advise(result).diagnostics == built(FILES).diagnostics


@pytest.mark.parametrize(
    ("inputs", "equal"),
    [
        (({"a": 1, "b": 2}, frozenset({"x", "y"})), ({"b": 2, "a": 1}, frozenset({"y", "x"}))),
        ((True, None), (True, None)),
    ],
)
def test_equal_inputs_have_one_text(inputs: object, equal: object) -> None:
    assert inputs_text(inputs) == inputs_text(equal)


def test_other_inputs_have_another_text() -> None:
    texts = [
        inputs_text(one) for one in (None, (), frozenset(), {}, "", 0, False, ("a", "b"), (("a",), "b"), {"a": "b"})
    ]
    assert len(set(texts)) == len(texts)
    assert inputs_text(object()) is None
