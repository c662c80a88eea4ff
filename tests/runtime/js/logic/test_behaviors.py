"""Behaviors and relations. Source: the framework guide."""

from __future__ import annotations

import pytest

from tests.support.logic_program import LogicProgram

SHARED = """
const trace = (n) => ({ created() { console.log(n + '.created'); }, attached() { console.log(n + '.attached'); } });
const base = Behavior({ lifetimes: trace('base'), data: { o: { a: 1, b: 1 } }, methods: { who() { return 'base'; }, only() { return 1; } } });
const one = Behavior({ behaviors: [base], lifetimes: trace('one'), data: { o: { b: 2 } }, properties: { p: { type: String, value: 'one' } },
  methods: { who() { return 'one'; } }, observers: { p() { console.log('one.p'); } } });
const two = Behavior({ behaviors: [base], lifetimes: trace('two'), methods: { who() { return 'two'; } } });
module.exports = { base, one, two, trace };
"""  # noqa: E501


def start(component: str, page: str = '<c class="c"/>', **files: str) -> LogicProgram:
    base = {
        "pages/p/p.wxml": page,
        "pages/p/p.js": "Page({ data: {on: true, list: [1, 2, 3]}, set(v) { this.setData(v); } })",
        "pages/p/p.json": '{"usingComponents":{"c":"/c/c","d":"/c/d"}}',
        "c/shared.js": SHARED,
        "c/c.wxml": "<slot/>",
        "c/c.js": component,
        "c/d.wxml": "<slot/>",
        "c/d.js": "Component({})",
    }
    program = LogicProgram({**base, **files})
    program.launch()
    return program


def test_merge_and_order() -> None:
    program = start("""
    const { base, one, two, trace } = require('./shared');
    Component({ behaviors: [one, two], lifetimes: trace('c'), data: { o: { c: 3 } }, properties: { p: { type: String, value: 'c' } },
      observers: { p() { console.log('c.p'); } },
      methods: { test() { console.log(this.who(), this.only(), this.data.o, this.data.p, this.hasBehavior(base), this.hasBehavior(1)); } } });
    """)  # noqa: E501
    names = ["base", "one", "two", "c"]
    assert program.logs() == [f"{n}.created" for n in names] + [f"{n}.attached" for n in names]
    program.evaluate("page.selectComponent('.c').test()")
    assert program.logs() == [["two", 1, {"a": 1, "b": 1, "c": 3}, "c", True, False]]
    program.evaluate("page.selectComponent('.c').setData({p: 'x'})")
    assert program.logs() == ["one.p", "c.p"]


def test_definition_filter() -> None:
    program = start("""
    const filtered = Behavior({ definitionFilter(fields, inner) {
      fields.data = fields.data || {}; fields.data.extra = 'x' + inner.length; } });
    Component({ behaviors: [filtered], methods: {} });
    """)
    assert program.evaluate("page.selectComponent('.c').data.extra") == "x0"


TWICE = """const inner = Behavior({ data: { x: 'inner' }, methods: { who() { return 'inner'; } }, observers: { v() { console.log('v'); } },
  lifetimes: { created() { console.log('created'); } }, pageLifetimes: { show() { console.log('show'); } } });
const outer = Behavior({ behaviors: [inner], data: { x: 'outer' }, methods: { who() { return 'outer'; } } });
Component({ behaviors: [outer, inner], properties: { v: Number } });
"""  # noqa: E501
NEWER = {"app.json": '{"pages":["pages/p/p"],"componentFramework":"glass-easel"}'}


@pytest.mark.parametrize(("extra", "observed"), [({}, ["v"]), (NEWER, ["v", "v"])])
def test_a_behavior_reached_twice_is_merged_again_and_its_lifetimes_run_once(
    extra: dict[str, str], observed: list[str]
) -> None:
    """Source: exparser 2.29.1 and glass-easel 0.21.4."""
    program = start(TWICE, '<c class="c" v="{{1}}"/>', **extra)
    assert program.logs() == ["created", *observed, "show"]
    assert program.evaluate("[page.selectComponent('.c').data.x, page.selectComponent('.c').who()]") == [
        "inner",
        "inner",
    ]


NESTED = """const add = (name) => (fields, inner) => {
  const { names = '' } = fields.data || {};
  fields.data = { ...fields.data, names: names + name + inner.length };
  inner.filter(Boolean).forEach((filter) => filter(fields));
};
const one = Behavior({ definitionFilter: add('one') });
const two = Behavior({ behaviors: [Behavior({}), one], definitionFilter: add('two') });
const three = Behavior({ behaviors: [two], definitionFilter: add('three') });
Component({ behaviors: [three] });
"""


@pytest.mark.parametrize(("extra", "names"), [({}, "three1two1one0"), (NEWER, "three1two2one0")])
def test_a_filter_that_another_calls_has_its_own_filters_at_hand(extra: dict[str, str], names: str) -> None:
    """Source: exparser 2.29.1 and glass-easel 0.21.4; the latter has a place for a behavior without a filter too."""
    program = start(NESTED, **extra)
    assert program.evaluate("page.selectComponent('.c').data.names") == names


def test_component_export() -> None:
    program = start("Component({ behaviors: ['wx://component-export'], export() { return { n: 5 }; } })")
    assert program.evaluate("page.selectComponent('.c')") == {"n": 5}


def test_a_page_uses_behaviors() -> None:
    files = {
        "pages/p/p.wxml": "{{o.b}}",
        "pages/p/p.js": """const { one } = require('../../c/shared');
          Page({ behaviors: [one], onLoad() { console.log(this.who(), this.data.p); } })""",
        "c/shared.js": SHARED,
    }
    program = LogicProgram(files)
    program.launch()
    assert ["one", "one"] in program.logs()
    assert program.view.text() == "2"


RELATED = """
const log = (n) => (other) => console.log(n, other.is);
Component({ relations: { '%s': { type: '%s', linked: log('linked'), unlinked: log('unlinked'), linkChanged: log('changed') } },
  attached() { console.log('attached', this.is); } });
"""  # noqa: E501


def related(page: str, upper: str = "child", lower: str = "parent") -> LogicProgram:
    return start(RELATED % ("./d", upper), page, **{"c/d.js": RELATED % ("./c", lower)})


def test_parent_and_child() -> None:
    program = related('<c class="c"><view><d wx:if="{{on}}"/></view></c>')
    assert program.logs() == [["attached", "c/c"], ["attached", "c/d"], ["linked", "c/d"], ["linked", "c/c"]]
    assert program.evaluate("page.selectComponent('.c').getRelationNodes('./d').length") == 1
    assert program.evaluate("page.selectComponent('.c').getRelationNodes('./x')") is None
    program.call("set", {"on": False})
    assert program.logs() == [["unlinked", "c/d"], ["unlinked", "c/c"]]
    assert program.evaluate("page.selectComponent('.c').getRelationNodes('./d')") == []


def test_relation_nodes_come_in_tree_order() -> None:
    program = related('<c class="c"><d wx:for="{{list}}" wx:key="*this" id="{{item}}"/></c>')
    program.logs()
    ids = "page.selectComponent('.c').getRelationNodes('./d').map((d) => d.id)"
    assert program.evaluate(ids) == ["1", "2", "3"]
    program.call("set", {"list": [3, 1, 2, 4]})
    assert ["changed", "c/d"] in program.logs()
    assert program.evaluate(ids) == ["3", "1", "2", "4"]


def test_one_sided_relations_do_not_link() -> None:
    program = start(RELATED % ("./d", "child"), "<c><d/></c>")
    assert program.logs() == [["attached", "c/c"]]


def test_a_component_between_parts_parent_and_child_but_not_ancestor() -> None:
    files = {"c/e.wxml": "<slot/>", "c/e.js": "Component({})"}
    using = {"pages/p/p.json": '{"usingComponents":{"c":"/c/c","d":"/c/d","e":"/c/e"}}'}
    page = "<c><e><d/></e></c>"
    apart = start(RELATED % ("./d", "child"), page, **files, **using, **{"c/d.js": RELATED % ("./c", "parent")})
    assert len(apart.logs()) == 2
    linked = start(RELATED % ("./d", "descendant"), page, **files, **using, **{"c/d.js": RELATED % ("./c", "ancestor")})
    assert len(linked.logs()) == 4


def test_targets_are_behaviors() -> None:
    shared = "module.exports = Behavior({})"
    lower = """const b = require('./b'); Component({ behaviors: [b], relations: { up: { type: 'ancestor', target: require('./b2'),
      linked(o) { console.log('up', o.is); } } } })"""  # noqa: E501
    upper = """const b = require('./b2'); Component({ behaviors: [b], relations: { down: { type: 'descendant', target: require('./b'),
      linked(o) { console.log('down', o.is); } } } })"""  # noqa: E501
    program = start(upper, "<c><d/></c>", **{"c/b.js": shared, "c/b2.js": shared, "c/d.js": lower})
    assert program.logs() == [["down", "c/d"], ["up", "c/c"]]


FILTERED = """const shared = Behavior({
  definitionFilter(page, inner) {
    console.log(page.custom, typeof page.methods.onLoad, inner.length);
    page.methods.added = function () { return 'added ' + this.data.x; };
    const { wrapped } = page.methods;
    page.methods.wrapped = function () { return wrapped.call(this) + '!'; };
    page.data = page.data || {}; page.data.y = 'filtered';
  },
  data: { x: 'shared' }, methods: { own() { return 'behavior'; }, more() { return this.data.x; }, onLoad() { console.log(0); } },
  observers: { x(x) { console.log('behavior', x); } },
  lifetimes: { created() { console.log('created'); }, attached() { console.log('attached'); } },
});
Page({ behaviors: [shared], custom: 5, onLoad() { console.log('page', this.added(), this.own(), this.more(), this.wrapped()); },
  own() { return 'page'; }, wrapped() { return 'wrapped'; }, observers: { x(x) { console.log('page', x); } } });
"""  # noqa: E501


def test_behaviors_of_a_page_filter_its_definition_and_give_methods() -> None:
    program = start("Component({})", page="{{x}} {{y}}", **{"pages/p/p.js": FILTERED})
    assert program.logs() == [
        [5, "function", 0], "created", "attached", ["page", "added shared", "page", "shared", "wrapped!"],
    ]  # fmt: skip
    assert program.view.text() == "shared filtered"
    program.evaluate("page.setData({x: 'new'})")
    assert program.logs() == [["behavior", "new"], ["page", "new"]]
