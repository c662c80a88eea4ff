"""The chaining form of Component() and Behavior(). Source: framework guide of glass-easel, Chaining API."""

from __future__ import annotations

import json

import pytest

from tests.support.logic_program import LogicProgram

TAGS = {tag: f"/c/{tag}" for tag in "ctl"}
APP = {"pages": ["pages/p/p"], "componentFramework": "glass-easel", "usingComponents": TAGS}
USING = {"app.json": json.dumps(APP), **{f"c/{tag}.{end}": "" for tag in "ctl" for end in ("js", "wxml")}}
CHAINS = {
    "each call adds": (
        "Component().property('v', String).data(() => ({d: 2})).staticData({s: 3})"
        ".methods({m() { return 'm' + this.data.d }})"
        ".lifetime('attached', function () { console.log(this.m(), this.data.v, this.data.s) })"
        ".lifetime('attached', () => console.log('second'))"
        ".observer('v', (v) => console.log('v', v))"
        ".observer(['v', 'd'], (v, d) => console.log('both', v, d)).register()",
        [["v", "1"], ["both", "1", 2], ["m2", "1", 3], "second"],
    ),
    "init": (
        "Component().property('v', String).data(() => ({d: 2}))"
        ".init(({self, data, setData, observer, lifetime, method}) => {"
        " const more = method(() => setData({d: data.d + 1})); observer('v', (v) => console.log('v', v));"
        " lifetime('attached', () => { more(); console.log(self.data.d, typeof self.more) });"
        " return {more} }).register()",
        [["v", "1"], [3, "function"]],
    ),
    "a definition": (
        "Component().definition({data: {d: 5}, properties: {v: Number},"
        " lifetimes: {attached() { console.log(this.data.d, this.data.v) }}}).register()",
        [[5, 1]],
    ),
    "a behavior": (
        "const b = Behavior().data(() => ({d: 7})).methods({bm() { return 'bm' }})"
        ".lifetime('attached', function () { console.log(this.bm(), this.data.d) }).register();"
        "Component().behavior(b).register()",
        [["bm", 7]],
    ),
    "a trait": (
        "const t = Behavior.trait(({a}) => ({b() { return a() + 1 }}));"
        "Component().init(({self, implement, lifetime}) => { implement(t, {a: () => 4});"
        " lifetime('attached', () => console.log(self.traitBehavior(t).b(), self.hasBehavior(t))) }).register()",
        [[5, True]],
    ),
    "data for each instance": (
        "let n = 0; Component({data: () => ({d: ++n}), observers: [{fields: 'v, d', observer() {}}],"
        " attached() { console.log(this.data.d) }})",
        [1],
    ),
}


@pytest.mark.parametrize("chain", CHAINS)
def test_components_of_the_newer_generation_may_be_chained(chain: str) -> None:
    script, logs = CHAINS[chain]
    program = LogicProgram(
        {**USING, "pages/p/p.wxml": '<c v="1"/>', "pages/p/p.js": "Page({})", "c/c.js": script, "c/c.wxml": "{{d}}"}
    )
    program.launch()
    assert program.logs() == logs
    assert program.errors() == []


def test_relations_of_an_init_function() -> None:
    traits = "exports.low = Behavior.trait(); exports.top = Behavior.trait();"
    program = LogicProgram(
        {
            **USING,
            "pages/p/p.wxml": "<t><l/><l/></t>", "pages/p/p.js": "Page({})", "c/traits.js": traits,
            "c/t.wxml": "{{n}}:<slot/>", "c/l.wxml": "{{a}}",
            "c/t.js": "const {low, top} = require('./traits'); Component().data(() => ({n: 0})).implement(top, {})"
            ".init(({relation, setData, data}) => { const all = relation({type: 'child', target: low, linked() {"
            " setData({n: data.n + 1}); all.listAsTrait().forEach((one, i) => one.put(i)) }}) }).register()",
            "c/l.js": "const {low, top} = require('./traits'); Component().data(() => ({a: '-'}))"
            ".init(({implement, relation, setData}) => { implement(low, {put(a) { setData({a}) }});"
            " relation({type: 'parent', target: top}) }).register()",
        }
    )  # fmt: skip
    assert program.launch().text() == "2:01"
    assert program.errors() == []


def test_a_chain_needs_the_newer_generation() -> None:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": "Component().register()"})
    program.launch()
    assert "a chain needs" in program.notices()[0]
