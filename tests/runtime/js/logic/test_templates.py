"""template, import, include, wxs; style scopes and external classes."""

from __future__ import annotations

import pytest

from tests.support.logic_program import LogicProgram


def start(wxml: str, data: str = "{}", **files: str) -> LogicProgram:
    script = f"Page({{ data: {data}, set(v) {{ this.setData(v); }}, t() {{ console.log('tap'); }} }})"
    program = LogicProgram({"pages/p/p.wxml": wxml, "pages/p/p.js": script, **files})
    program.launch()
    return program


def test_a_template_sees_only_its_data_and_updates_by_what_changed() -> None:
    wxml = '<template name="t"><text class="x" bindtap="t">{{a}}|{{b}}|{{secret}}</text></template><template is="t" data="{{a, b: n}}"/>'  # noqa: E501
    program = start(wxml, "{a: 1, n: 2, secret: 3}")
    assert program.view.text() == "1|2|"
    program.call("set", {"n": 5, "secret": 9})
    assert program.view.text() == "1|5|"
    program.tap(class_="x")
    assert program.logs() == ["tap"]


def test_dynamic_names_unknown_names_and_imports() -> None:
    program = start(
        '<import src="t.wxml"/><template name="a">own a</template><template is="{{is}}"/>', "{is: 'a'}",
        **{"pages/p/t.wxml": '<template name="a">imported a</template><template name="b">imported b</template>'},
    )  # fmt: skip
    assert program.view.text() == "own a"
    program.call("set", {"is": "b"})
    assert program.view.text() == "imported b"
    program.call("set", {"is": "none"})
    assert program.view.text() == ""
    assert 'is="none"' in program.notices()[-1]


SELF = '<template name="t">{{n.v}}<block wx:if="{{n.next}}"><template is="t" data="{{n: n.next}}"/></block></template>'
MUTUAL = (
    '<template name="t">{{n.v}}<template wx:if="{{n.next}}" is="u" data="{{n: n.next}}"/></template>'
    '<template name="u">u{{n.v}}<template wx:if="{{n.next}}" is="t" data="{{n: n.next}}"/></template>'
)
NEWER = {"app.json": '{"pages": ["pages/p/p"], "componentFramework": "glass-easel"}'}


@pytest.mark.parametrize(("templates", "older", "newer"), [(SELF, "1", "123"), (MUTUAL, "1u2", "1u23")])
def test_a_template_inside_itself_is_left_out_by_the_older_generation(templates: str, older: str, newer: str) -> None:
    wxml, data = templates + '<template is="t" data="{{n}}"/>', "{n: {v: 1, next: {v: 2, next: {v: 3}}}}"
    program = start(wxml, data)
    assert program.view.text() == older
    assert sum("inside itself is left out" in notice for notice in program.notices()) == 1
    program = start(wxml, data, **NEWER)
    assert program.view.text() == newer
    program.call("set", {"n.next.next.v": 4})
    assert program.view.text() == newer.replace("3", "4")


def test_a_template_may_be_used_beside_itself() -> None:
    program = start(
        '<template name="t">{{n}}</template><template name="o"><template is="t" data="{{n}}"/></template>'
        '<template is="t" data="{{n: 1}}"/><template is="o" data="{{n: 2}}"/><template is="t" data="{{n: 3}}"/>',
        "{}",
    )
    assert program.view.text() == "123"
    assert program.notices() == []


def test_wxs() -> None:
    program = start(
        '<wxs module="m">module.exports = { f: function (x) { return x.constructor + x.length; }, bad: function () { null.x; } };</wxs>'  # noqa: E501
        '<wxs module="u" src="u.wxs"/>{{m.f(list)}} {{u.n(2)}} {{m.bad()}} {{u.n(list.length)}}', "{list: [1, 2]}",
        **{"pages/p/u.wxs": "var v = require('./v.wxs'); module.exports = { n: function (x) { return x + v.one; } };",
           "pages/p/v.wxs": "module.exports.one = 1;"},
    )  # fmt: skip
    assert program.view.text() == "Array2 3  3"
    program.call("set", {"list[2]": 3})
    assert program.view.text() == "Array3 3  4"


def test_scopes_and_external_classes() -> None:
    program = start(
        '<c my-class="{{k}}"/><c my-class="b"/><d/><d/>', "{k: 'a'}",
        **{
            "pages/p/p.json": '{"usingComponents":{"c":"/c/c","d":"/c/d"}}',
            "c/c.wxml": '<view class="my-class in"/>', "c/c.wxss": ".in { color: red }",
            "c/c.js": "Component({ externalClasses: ['my-class'], options: { virtualHost: true } })",
            "c/d.wxml": "d", "c/d.js": "Component({ options: { addGlobalClass: true } })",
        },
    )  # fmt: skip
    scopes = list(program.view.scopes.values())
    assert [scope["ext"] for scope in scopes] == [{"my-class": "a"}, {"my-class": "b"}, {}]
    assert [scope["mode"] for scope in scopes] == ["isolated", "isolated", "apply-shared"]
    assert scopes[0]["virtual"] is True
    assert program.view.styles == [["c/c", "c-c", "isolated"]]
    program.call("set", {"k": "z"})
    assert program.ops == [["X", 1, {"my-class": "z"}]]


def test_generics() -> None:
    program = start(
        '<c generic:item="d"/>', "{}",
        **{
            "pages/p/p.json": '{"usingComponents":{"c":"/c/c","d":"/c/d"}}',
            "c/c.json": '{"component":true,"componentGenerics":{"item":true}}',
            "c/c.wxml": "[<item/>]", "c/c.js": "Component({})", "c/d.wxml": "d", "c/d.js": "Component({})",
        },
    )  # fmt: skip
    assert program.view.text() == "[d]"


def test_a_virtual_host_takes_class_and_style_as_properties() -> None:
    program = start(
        '<c class="fixed" style="{{s}}"/>', "{s: 'a'}",
        **{
            "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}', "c/c.wxml": "{{class}}-{{style}}",
            "c/c.js": "Component({ options: { virtualHost: true }, properties: { class: String, style: String } })",
        },
    )  # fmt: skip
    assert program.view.text() == "fixed-a"
    program.call("set", {"s": "b"})
    assert program.view.text() == "fixed-b"


def test_a_key_that_leaves_the_data_of_a_template_is_gone_there() -> None:
    wxml = '<template name="t">{{a}}|{{b}}|{{c}}</template><template is="t" data="{{...d, c}}"/>'
    program = start(wxml, "{d: {a: 1, b: 2}, c: 3}")
    assert program.view.text() == "1|2|3"
    program.call("set", {"d": {"a": 1}})
    assert program.view.text() == "1||3"
    program.call("set", {"d": {"b": 4}})
    assert program.view.text() == "|4|3"


TOLD = "Component({ properties: { v: null }, observers: { v(v) { console.log(v); } } })"


@pytest.mark.parametrize("extra", [{}, NEWER])
@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("[]", [[[]], [], []]),
        ("[1, o]", [[[1, None]], [], []]),
        ("o ? o : []", [[[]], [], []]),
        ("[m]", [[[1]], [], [[2]]]),
        ("[n]", [[[1]], [[2]], []]),
        ("{}", [[{}], [{}], []]),  # glass-easel too: an object there is told, even if nothing in it was set
    ],
)
def test_an_array_in_the_data_of_a_template_is_told_if_something_in_it_was_set(
    value: str, told: list[object], extra: dict[str, str]
) -> None:
    files = {"pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}', "c/c.wxml": "", "c/c.js": TOLD, **extra}
    wxml = f'<template name="t"><c v="{{{{v}}}}"/>{{{{n}}}}</template><template is="t" data="{{{{v: {value}, n}}}}"/>'
    program = start(wxml, "{n: 1, m: 1, o: null}", **files)
    logs = [program.logs()]
    for name in ("n", "m"):
        program.call("set", {name: 2})
        logs.append(program.logs())
    assert logs == told


@pytest.mark.parametrize("extra", [{}, NEWER])
def test_a_row_that_moves_keeps_an_array_in_the_data_of_its_template(extra: dict[str, str]) -> None:
    files = {"pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}', "c/c.wxml": "", "c/c.js": TOLD, **extra}
    wxml = '<template name="t"><c v="{{v}}"/></template><block wx:for="{{r}}" wx:key="*this"><template is="t" data="{{v: [1]}}"/></block>'  # noqa: E501
    program = start(wxml, "{r: [1, 2]}", **files)
    program.call("set", {"r": [2, 1]})
    assert program.logs() == [[1], [1]]


@pytest.mark.parametrize(
    ("extra", "shown"),
    [
        ({}, ["P7[P7()][P()][P()]"] * 2),
        (NEWER, [f"P7[own{n}(inner{n})][own{n}(inner{n})][own4(inner4)]" for n in (1, 2)]),
    ],
)
def test_what_an_included_file_sees(shown: list[str], extra: dict[str, str]) -> None:
    """Newer: its own modules and the data. Older: the modules and loop variables of the file that includes it."""
    module = '<wxs module="own">module.exports = { f: function (n) { return "own" + n; } };</wxs>'
    program = start(
        '<wxs module="m">module.exports = "P";</wxs><block wx:for="{{[7]}}">{{m}}{{item}}<include src="q"/></block>'
        '<include src="q"/><template name="t"><include src="q"/></template><template is="t" data="{{n: 4}}"/>',
        "{n: 1}",
        **{"pages/p/q.wxml": f'{module}[{{{{m}}}}{{{{item}}}}{{{{own.f(n)}}}}<include src="r"/>]',
           "pages/p/r.wxml": '<wxs module="own" src="r.wxs"/>({{own.f(n)}})',
           "pages/p/r.wxs": 'module.exports = { f: function (n) { return "inner" + n; } };', **extra},
    )  # fmt: skip
    assert program.view.text() == shown[0]
    program.call("set", {"n": 2})
    assert program.view.text() == shown[1]
