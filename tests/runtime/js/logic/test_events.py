"""Events: phases, catch, mut-bind, retargeting, datasets, marks, triggerEvent. Source: the framework guide."""

from __future__ import annotations

import pytest

from tests.support.logic_program import LogicProgram

LOG = "Page({ data: {n: 1, h: 'a', o: {k: 1}, f: 0}, set(v) { this.setData(v); }, %s })"


def handlers(*names: str) -> str:
    return ", ".join(f"{name}(e) {{ console.log('{name}'); }}" for name in names)


def start(wxml: str, methods: str, **files: str) -> LogicProgram:
    base = {
        "pages/p/p.wxml": wxml,
        "pages/p/p.js": LOG % methods,
        "pages/p/p.json": '{"usingComponents":{"c":"/c/c","d":"/c/d"}}',
    }
    made = {"c/c.wxml": "<view>c</view>", "c/c.js": "Component({})", "c/d.wxml": "d", "c/d.js": "Component({})"}
    program = LogicProgram({**base, **made, **files})
    program.launch()
    return program


def test_capture_then_bubble() -> None:
    wxml = '<view capture-bind:tap="a" bindtap="b"><view capture-bind:tap="c" bind:tap="d"><text class="t" bindtap="e"/></view></view>'  # noqa: E501
    program = start(wxml, handlers("a", "b", "c", "d", "e"))
    program.tap(class_="t")
    assert program.logs() == ["a", "c", "e", "d", "b"]


def test_catch_stops_bubbling_but_not_capture() -> None:
    wxml = '<view capture-bind:tap="a" bindtap="b"><text class="t" catchtap="c"/></view>'
    program = start(wxml, handlers("a", "b", "c"))
    program.tap(class_="t")
    assert program.logs() == ["a", "c"]
    program = start(
        '<view capture-catch:tap="a" bindtap="b"><text class="t" bindtap="c"/></view>', handlers("a", "b", "c")
    )
    program.tap(class_="t")
    assert program.logs() == ["a"]


def test_one_mut_bind_on_the_way() -> None:
    wxml = '<view bindtap="a"><view mut-bind:tap="b"><text class="t" mut-bind:tap="c"/></view></view>'
    program = start(wxml, handlers("a", "b", "c"))
    program.tap(class_="t")
    assert program.logs() == ["c", "a"]


def test_events_that_do_not_bubble() -> None:
    program = start('<view bindscroll="a"><text class="t" bindscroll="b"/></view>', handlers("a", "b"))
    program.event("scroll", {"scrollTop": 1}, bubbles=False, class_="t")
    assert program.logs() == ["b"]


def test_targets_datasets_and_marks() -> None:
    wxml = '<view id="o" data-item-id="{{n}}" data-userName="x" mark:a="1" mark:b="2" bindtap="t">' \
        '<text class="t" data-o="{{o}}" mark:b="3"/></view>'  # fmt: skip
    program = start(
        wxml, "t(e) { console.log(e.target.dataset, e.currentTarget, e.mark, e.detail, e.type, e.timeStamp); }"
    )
    program.tap(class_="t")
    current = {"id": "o", "dataset": {"itemId": 1, "username": "x"}}
    assert program.logs() == [[{"o": {"k": 1}}, current, {"a": "1", "b": "3"}, {"x": 1, "y": 2}, "tap", 1]]


def test_handlers_by_name_empty_and_missing() -> None:
    program = start('<view class="x" bindtap="{{h}}"/><view class="y" bindtap="nope"/>', handlers("a", "b"))
    program.tap(class_="x")
    program.call("set", {"h": "b"})
    program.tap(class_="x")
    program.call("set", {"h": ""})
    program.tap(class_="x")
    assert program.logs() == ["a", "b"]
    program.tap(class_="y")
    assert 'has no method "nope" for the event "tap" (pages/p/p.wxml:1)' in program.notices()[-1]


def test_a_component_border_retargets() -> None:
    program = start(
        '<view bindtap="t"><c id="host" data-a="1"/></view>',
        "t(e) { console.log(e.target); }",
        **{
            "c/c.wxml": '<view id="inner" class="t" bindtap="t"/>',
            "c/c.js": "Component({ methods: { t(e) { console.log(e.target.id); } } })",
        },
    )
    program.tap(class_="t")
    assert program.logs() == ["inner", {"id": "host", "dataset": {"a": "1"}}]


def test_a_tap_on_content_passes_the_shadow_tree() -> None:
    program = start(
        '<c bindtap="t"><text class="t"/></c>',
        "t(e) { console.log('page', e.target.id); }",
        **{
            "c/c.wxml": '<view id="outer" bindtap="t"><view id="inner" data-n="1" bindtap="t"><slot/></view></view>',
            "c/c.js": "Component({ methods: { t(e) { console.log(e.target.id, e.target.dataset); } } })",
        },
    )
    program.tap(class_="t")
    # Content of a slot is no node of the component's tree: there the listener's own node is the target.
    assert program.logs() == [["inner", {"n": "1"}], ["outer", {}], ["page", ""]]


def trigger(options: str) -> list[object]:
    program = start(
        '<view bindgo="p3"><d bindgo="p2"><c class="c" bindgo="p1"/></d></view>',
        "p1(e) { console.log('my', e.detail); }, p2() { console.log('another'); }, p3() { console.log('page'); },"
        f"fire() {{ this.selectComponent('.c').triggerEvent('go', {{ x: 1 }}, {options}); console.log('after'); }}",
        **{
            "c/d.wxml": '<view bindgo="s"><slot/></view>',
            "c/d.js": "Component({ methods: { s() { console.log('slot'); } } })",
        },
    )
    program.call("fire")
    return program.logs()


def test_trigger_event() -> None:
    my = ["my", {"x": 1}]
    assert trigger("{}") == [my, "after"]
    assert trigger("{ bubbles: true }") == [my, "another", "page", "after"]
    assert trigger("{ bubbles: true, composed: true }") == [my, "slot", "another", "page", "after"]


def test_input_may_answer_with_another_value() -> None:
    program = start('<input class="i" bindinput="t"/>', "t(e) { return { value: e.detail.value + '!', cursor: 1 }; }")
    program.event("input", {"value": "a"}, bubbles=False, class_="i")
    number, node = program.view.find(class_="i")
    assert program.view.calls == [[number, node, "a!", 1]]


def test_two_way_binding_of_a_control() -> None:
    program = start('<input class="i" model:value="{{n}}" bindinput="t"/>{{n}}', "t() { console.log(this.data.n); }")
    program.event("input", {"value": "ab"}, bubbles=False, class_="i")
    assert program.logs() == ["ab"]
    assert program.view.text() == "ab"
    assert all(len(op[2]) == 2 for op in program.ops if op[0] == "U")


def test_forms_collect_form_field_components() -> None:
    program = start(
        '<form class="f" bindsubmit="t"><c name="x"/></form><c name="y"/>',
        "t(e) { console.log(e.detail.value); }",
        **{"c/c.js": "Component({ behaviors: ['wx://form-field'], attached() { this.setData({ value: 5 }); } })"},
    )
    program.event("submit", {"value": {"a": "1"}}, bubbles=False, class_="f")
    assert program.logs() == [{"a": "1", "x": 5}]


def test_forms_look_into_form_field_groups() -> None:
    field = "Component({ behaviors: ['wx://form-field'], attached() { this.setData({ value: 5 }); } })"
    files = {
        "c/c.wxml": '<d name="in-c"/><slot/>',
        "c/c.json": '{"component": true, "usingComponents": {"d": "/c/d"}}',
        "c/d.js": field,
    }
    wxml = '<form class="f" bindsubmit="t"><c><d name="slotted"/></c></form><c/>'
    for behaviors, names in (("", ["slotted"]), ("'wx://form-field-group'", ["in-c", "slotted"])):
        component = f"Component({{ behaviors: [{behaviors}] }})"
        program = start(wxml, "t(e) { console.log(Object.keys(e.detail.value)); }", **files, **{"c/c.js": component})
        program.event("submit", {"value": {}}, bubbles=False, class_="f")
        assert program.logs() == [names]


def test_the_view_learns_what_a_form_sees_of_a_component() -> None:
    component = (
        "Component({ behaviors: [Behavior({ behaviors: ['wx://form-field-group', 'wx://form-field-button'] })] })"
    )
    program = start("<form><c/><d/></form>", "", **{"c/c.js": component})
    assert [scope.get("form") for scope in program.view.scopes.values() if "parent" in scope] == [
        ["group", "button"],
        None,
    ]


def test_an_exception_in_a_handler_stops_nothing() -> None:
    program = start('<view bindtap="a"><text class="t" bindtap="bad"/></view>', handlers("a") + ", bad() { null.x; }")
    program.tap(class_="t")
    assert program.logs() == ["a"]
    error = program.last("uncaught")
    assert error["where"] == "pages/p/p bad"
    assert error["stack"][0]["file"] == "pages/p/p.js"


def test_events_of_nodes_that_are_gone_are_ignored() -> None:
    program = start('<view wx:if="{{n}}" class="t" bindtap="a"/>', handlers("a"))
    number, node = program.view.find(class_="t")
    program.call("set", {"n": 0})
    event = {"type": "tap", "id": number, "node": node, "ts": 1, "bubbles": True}
    program.send(m="view-events", page_id=1, events=[event])
    assert program.logs() == []


# ------------------------------------------------------------ along trees, slots and creation

NEWER = {"app.json": '{"pages": ["pages/p/p"], "componentFramework": "glass-easel"}'}
FIRES = "Component({ properties: {v: String}, %s methods: { fire(o) { this.triggerEvent('go', 1, o); } } })"
TOLD = "a(e) { console.log('a', e.target.id, e.mark); }, b() { console.log('b'); }, o() { console.log('o'); }"


@pytest.mark.parametrize("is_newer", [False, True])
@pytest.mark.parametrize(
    ("options", "heard"),
    [
        ("{}", [["a", "c", {"p": "9"}]]),
        ("{ bubbles: true }", [["a", "c", {"p": "9"}], "b", "o"]),
        ("{ bubbles: true, composed: true }", [["a", "c", {"p": "9"}]]),
        ("{ composed: true }", [["a", "c", {"p": "9"}]]),
    ],
)
def test_events_of_content_without_a_slot(options: str, heard: list[object], *, is_newer: bool) -> None:
    program = start(
        '<view bindgo="o" mark:p="9"><d bindgo="b"><c id="c" bindgo="a"/></d></view>',
        f"{TOLD}, fire() {{ this.selectComponent('#c').fire({options}) }}",
        **{"c/c.js": FIRES % "", **(NEWER if is_newer else {})},
    )
    program.call("fire")
    assert program.logs() == heard


@pytest.mark.parametrize("is_newer", [False, True])
def test_a_slot_listens_and_is_the_target_in_its_tree(*, is_newer: bool) -> None:
    holder = (
        '<view id="w" data-q="1" mark:w="1" bindgo="v" bindtap="v">'
        '<slot id="s" data-k="{{k}}" mark:m="{{k}}" bindgo="s" bind:tap="s"/></view>'
    )
    program = start(
        '<d><text class="t" id="x">x</text><c id="c"/></d>',
        "fire() { this.selectComponent('#c').fire({bubbles: true, composed: true}) }",
        **{
            "c/c.js": FIRES % "",
            "c/d.wxml": holder,
            "c/d.js": "Component({ data: {k: 5}, methods: {"
            " s(e) { console.log('s', e.target.id, e.target.dataset, e.currentTarget.id, e.mark); },"
            " v(e) { console.log('v', e.target.id, e.target.dataset, e.currentTarget.id, e.mark); } } })",
            **(NEWER if is_newer else {}),
        },
    )
    heard = [["s", "s", {"k": 5}, "s", {"m": 5, "w": "1"}], ["v", "s", {"k": 5}, "w", {"m": 5, "w": "1"}]]
    program.call("fire")
    assert program.logs() == heard
    program.tap(class_="t")
    assert program.logs() == heard


def test_a_caught_event_goes_no_further_than_the_slot() -> None:
    program = start(
        '<d bindtap="b"><text class="t" bindtap="o">x</text></d>', TOLD,
        **{"c/d.wxml": '<view bindtap="v"><slot catch:tap="s"/></view>',
           "c/d.js": "Component({ methods: { s() { console.log('s') }, v() { console.log('v') } } })"},
    )  # fmt: skip
    program.tap(class_="t")
    assert program.logs() == ["o", "s"]


def test_in_the_newer_generation_a_slot_without_attributes_is_a_target_without_id() -> None:
    files = {
        "c/d.wxml": '<view id="w" data-q="1" bindtap="v"><slot/></view>',
        "c/d.js": "Component({ methods: { v(e) { console.log(e.target.id, e.target.dataset) } } })",
    }
    for extra, heard in (({}, ["w", {"q": "1"}]), (NEWER, ["", {}])):
        program = start('<d><text class="t">x</text></d>', "", **files, **extra)
        program.tap(class_="t")
        assert program.logs() == [heard]


@pytest.mark.parametrize(("extra", "heard"), [({}, ["a", "b"]), (NEWER, ["a"])])
def test_a_handler_of_the_newer_generation_stops_an_event_by_returning_false(
    extra: dict[str, str], heard: list[str]
) -> None:
    methods = "a() { console.log('a'); return false }, b() { console.log('b') }, fire() { this.selectComponent('#c').fire({bubbles: true}) }"  # noqa: E501
    program = start(
        '<view bindgo="b" bindtap="b"><c id="c" bindgo="a"/><text class="t" bindtap="a">x</text></view>', methods,
        **{"c/c.js": FIRES % ""}, **extra,
    )  # fmt: skip
    program.call("fire")
    assert program.logs() == heard
    program.tap(class_="t")
    assert program.logs() == heard


# ---------------------------------------------------------------- two-way binding

MODELLED = """Component({ properties: { v: null }, observers: { v(v) { console.log('told', v); } },
  methods: { put(v) { this.setData({ v }); } } })"""
PLACES = "data: {f: 'a', o: {x: 1, y: [1, 2]}, l: [{k: 1, v: 'A'}, {k: 2, v: 'B'}], i: 0},"


@pytest.mark.parametrize(
    ("tag", "which", "place", "older"),
    [
        ('<c class="c" model:v="{{f}}"/>', 0, "f", True),
        ('<c class="c" model:v="{{o.x}}"/>', 0, "o.x", True),
        ('<c class="c" model:v="{{o.y[1]}}"/>', 0, "o.y[1]", True),
        ('<c class="c" model:v="{{l[i].v}}"/>', 0, "l[0].v", False),
        ('<c class="c" model:v="{{o[\'x\']}}"/>', 0, "o.x", True),
        ('<c class="c" wx:for="{{l}}" wx:key="k" model:v="{{item.v}}"/>', 1, "l[1].v", False),
        ('<c class="c" wx:for="{{o.y}}" wx:key="*this" model:v="{{item}}"/>', 1, "o.y[1]", False),
        ('<block wx:for="{{[1]}}" wx:key="*this"><c class="c" model:v="{{f}}"/></block>', 0, "f", True),
        ('<block let:z="{{o.x}}"><c class="c" model:v="{{z}}"/></block>', 0, "o.x", False),
    ],
)
def test_what_a_component_sets_goes_to_the_place_that_is_bound(
    tag: str, which: int, place: str, *, older: bool
) -> None:
    methods = PLACES + f"fire(v) {{ this.selectAllComponents('.c')[{which}].put(v) }}"
    for extra in (NEWER, {}):
        if extra or older:
            program = start(tag, methods, **{"c/c.js": MODELLED}, **extra)
            program.call("fire", "new")
            assert program.evaluate(f"page.data.{place}") == "new"


def test_rows_that_have_moved_write_to_where_they_are_now() -> None:
    tag = '<c class="c" wx:for="{{l}}" wx:key="k" model:v="{{item.v}}"/>'
    methods = PLACES + "fire(v) { this.selectAllComponents('.c')[0].put(v) }"
    program = start(tag, methods, **{"c/c.js": MODELLED}, **NEWER)
    program.call("set", {"l": [{"k": 2, "v": "b"}, {"k": 1, "v": "a"}]})
    program.call("fire", "new")
    assert program.evaluate("JSON.stringify(page.data.l)") == '[{"k":2,"v":"new"},{"k":1,"v":"a"}]'


def test_an_input_in_a_row_writes_to_its_item() -> None:
    tag = '<input class="i{{index}}" wx:for="{{l}}" wx:key="k" model:value="{{item.v}}"/>'
    program = start(tag, PLACES, **NEWER)
    program.event("input", {"value": "new"}, bubbles=False, class_="i1")
    assert program.evaluate("page.data.l[1].v") == "new"


@pytest.mark.parametrize("extra", [{}, NEWER])
def test_taking_over_a_value_tells_nobody(extra: dict[str, str]) -> None:
    counted = MODELLED.replace("v: null", "v: Number")
    program = start('<c class="c" model:v="{{f}}"/>', "data: {f: '5'},", **{"c/c.js": counted}, **extra)
    assert program.evaluate("typeof page.data.f") == "string"
    program.call("set", {"f": "6"})
    assert program.evaluate("typeof page.data.f") == "string"
