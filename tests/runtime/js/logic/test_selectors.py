"""selectComponent and selectors. Source: the framework guide."""

from __future__ import annotations

import pytest

from tests.support.logic_program import LogicProgram

FILES = {
    "pages/p/p.wxml": """<view id="top" class="box"><c id="one" class="c x"/><view class="deep"><c id="two" class="c {{k}}"/></view></view>
      <d id="d"><c id="three" class="c in-d"/></d><c wx:for="{{list}}" wx:key="*this" id="r{{item}}" class="row"/>""",  # noqa: E501
    "pages/p/p.js": "Page({ data: { k: 'bound', list: [1, 2] } })",
    "pages/p/p.json": '{"usingComponents":{"c":"/c/c","d":"/c/d"}}',
    "c/c.wxml": '<view class="inner"/>',
    "c/c.js": "Component({ methods: { own() { return this.selectOwnerComponent().is; } } })",
    "c/d.wxml": '<view class="shell"><slot/></view><c id="shadow" class="c"/>',
    "c/d.js": "Component({})",
    "c/d.json": '{"component":true,"usingComponents":{"c":"c"}}',
}  # fmt: skip


@pytest.fixture(scope="module")
def program() -> LogicProgram:
    program = LogicProgram(FILES)
    program.launch()
    return program


@pytest.mark.parametrize(
    ("selector", "ids"),
    [
        ("#one", ["one"]), (".c", ["one", "two", "three"]), (".c.x", ["one"]), (".bound", ["two"]), (".row", ["r1", "r2"]),  # noqa: E501
        (".box > .c", ["one"]), (".box .c", ["one", "two"]), ("#top .deep>.c", ["two"]), ("#d .c", ["three"]),
        ("#d >>> .c", ["three", "shadow"]), ("#one, #two", ["one", "two"]), ("#none", []), (".box", []), ("#shadow", []),  # noqa: E501
    ],
)  # fmt: skip
def test_select_all_components(program: LogicProgram, selector: str, ids: list[str]) -> None:
    found = program.evaluate(f"page.selectAllComponents('{selector}').map((c) => c.id)")
    assert sorted(found) == sorted(ids)
    first = program.evaluate(f"(page.selectComponent('{selector}') || {{}}).id")
    assert first in ids if ids else first is None


def test_inside_a_component(program: LogicProgram) -> None:
    assert program.evaluate("page.selectComponent('#d').selectComponent('.c').id") == "shadow"
    assert program.evaluate("page.selectComponent('#one').own()") == "pages/p/p"
    assert program.evaluate("page.selectComponent('#one').dataset") == {}


def test_a_component_that_goes_away_finds_what_goes_with_it() -> None:
    gone = "Component({ detached() { console.log(this.selectAllComponents('.c').length, this.selectOwnerComponent().find()); } })"  # noqa: E501
    files = {
        "pages/p/p.wxml": '<d wx:if="{{on}}" class="d"/>',
        "pages/p/p.js": "Page({ data: { on: true }, set(v) { this.setData(v); }, find() { return this.selectAllComponents('.d').length; } })",  # noqa: E501
        "c/d.js": gone,
    }
    program = LogicProgram({**FILES, **files})
    program.launch()
    program.call("set", {"on": False})
    assert program.logs() == [[1, 0]]
    program.call("set", {"on": True})
    program.route("reLaunch", [{"step": "unload", "page_id": program.page_id}], program.stack)
    assert program.logs() == [[1, 1]]


def test_the_first_node_decides_whether_select_component_finds_one() -> None:
    """Source: glass-easel 0.21.4."""
    program = LogicProgram({**FILES, "pages/p/p.wxml": '<view class="x"><c class="x"/></view><c class="x y"/>'})
    program.launch()
    assert program.evaluate("page.selectComponent('.x')") is None
    assert program.evaluate("page.selectComponent('.y').is") == "c/c"
    assert program.evaluate("page.selectAllComponents('.x').length") == 2
