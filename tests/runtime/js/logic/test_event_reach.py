"""Which listeners an event of a component reaches in trees that are being made or go away."""

from __future__ import annotations

import pytest

from tests.support.logic_program import LogicProgram

NEWER = {"app.json": '{"pages": ["pages/p/p"], "componentFramework": "glass-easel"}'}
FIRES = "Component({ properties: {v: String}, %s })"
TOLD = "a(e) { console.log('a', e.target.id, e.mark); }, b() { console.log('b'); }, o() { console.log('o'); }"
GONE = {"c/c.js": "Component({ detached() { this.triggerEvent('gone', {}, { bubbles: true }); } })"}
LEAVING = '<view bind:gone="far" mark:far="1"><block wx:if="{{n}}"><view bind:gone="near" mark:near="1"><c bind:gone="own"/></view></block></view>'  # noqa: E501
MARKED = "near(e) { console.log('near', e.mark); }, far() { console.log('far'); }, own() { console.log('own'); }"


def start(wxml: str, methods: str, **files: str) -> LogicProgram:
    page = {
        "pages/p/p.wxml": wxml,
        "pages/p/p.js": f"Page({{ data: {{n: 1}}, set(v) {{ this.setData(v); }}, {methods} }})",
        "pages/p/p.json": '{"usingComponents":{"c":"/c/c","d":"/c/d"}}',
    }
    program = LogicProgram({**page, "c/c.wxml": "", "c/d.wxml": "", "c/d.js": "Component({})", **files})
    program.launch()
    return program


@pytest.mark.parametrize("lifetime", ["created", "attached", "ready"])
def test_nobody_listens_in_created(lifetime: str) -> None:
    program = start(
        '<view bindgo="b"><c bindgo="o"/></view>', TOLD,
        **{"c/c.js": f"Component({{ {lifetime}() {{ this.triggerEvent('go', 1, {{bubbles: true}}) }} }})"},
    )  # fmt: skip
    assert program.logs() == ([] if lifetime == "created" else ["o", "b"])


def test_a_component_that_is_being_made_stands_in_no_other_node_yet() -> None:
    observing = FIRES % "observers: {v() { this.triggerEvent('go', 1, {bubbles: true}) }},"
    program = start(
        '<view bindgo="b"><c id="c" v="{{n}}" bindgo="o"/></view>'
        '<view wx:if="{{n > 1}}" bindgo="b"><c v="2" bindgo="o"/></view>',
        TOLD, **{"c/c.js": observing},
    )  # fmt: skip
    assert program.logs() == ["o"]
    program.call("set", {"n": 2})
    assert program.logs() == ["o", "b", "o"]


def test_a_tree_that_is_made_hangs_together_while_what_is_around_it_is_being_made() -> None:
    observing = "observers: {v(v) { console.log(v); this.triggerEvent('go', 1, {bubbles: true, composed: true}) }},"
    told = "methods: {i() { console.log('i'); }, v() { console.log('v'); }}"
    program = start(
        '<view bindgo="b"><d v="s" bindgo="o"><c v="w" bindgo="a"/></d></view>', TOLD,
        **{
            "c/c.js": FIRES % observing, "c/d.json": '{"component":true,"usingComponents":{"c":"/c/c"}}',
            "c/d.wxml": '<view bindgo="v"><c v="{{v}}" bindgo="i"/></view><slot/>',
            "c/d.js": f"Component({{ properties: {{v: {{type: String, value: 'q'}}}}, {told} }})", **NEWER,
        },
    )  # fmt: skip
    alone, together = ["q", "i"], ["s", "i", "v", "o"]
    assert program.logs() == [*alone, *together, "w", ["a", "", {}]]


def test_an_event_while_the_tree_is_made_has_the_marks_of_its_own_node() -> None:
    told = {"c/c.js": "Component({ properties: { v: { type: Number, observer() { this.triggerEvent('set'); } } } })"}
    program = start(
        '<view mark:far="1"><c mark:own="1" v="{{n}}" bind:set="a"/></view>', "a(e) { console.log(e.mark); }", **told
    )
    program.call("set", {"n": 2})
    assert program.logs() == [{"own": "1"}, {"own": "1", "far": "1"}]


def test_an_event_of_a_component_that_goes_away_reaches_what_goes_with_it() -> None:
    program = start(LEAVING, MARKED, **GONE)
    program.call("set", {"n": 0})
    assert program.logs() == ["own", ["near", {"near": "1"}]]


def test_an_event_of_a_page_that_goes_away_reaches_all_of_it() -> None:
    program = start(LEAVING, MARKED, **GONE)
    program.route("reLaunch", [{"step": "unload", "page_id": program.page_id}], program.stack)
    assert program.logs() == ["own", ["near", {"near": "1", "far": "1"}], "far"]
