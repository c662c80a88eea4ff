"""The component model beyond the basics: pure data, groups of updates, relations, generics, owners, hosts."""

from __future__ import annotations

import json

import pytest

from tests.support.component_page import NEWER, start
from tests.support.logic_program import LogicProgram

# ---------------------------------------------------------------- 7: data


PURE = """Component({
  %s data: {_secret: 1, open: 2},
  properties: {_given: {type: Number, observer() { console.log('property observer') }}},
  observers: {_secret(v) { console.log('observer ' + v) }, _given(v) { console.log('given ' + v) }},
  attached() { this.setData({_secret: 5, open: 6}); console.log(this.data._secret + ' ' + this.data._given) },
})"""


@pytest.mark.parametrize("where", ["options", "json text", "json of the page's component"])
def test_pure_data_is_kept_from_templates_and_property_observers(where: str) -> None:
    in_options = where == "options"
    program = start(
        '<c _given="{{7}}"/>',
        c_js=PURE % ("options: {pureDataPattern: /^_/}," if in_options else ""),
        c_wxml="{{_secret}}|{{_given}}|{{open}}<d v='{{_secret}}'/>",
        c_json=json.dumps({"component": True} if in_options else {"component": True, "pureDataPattern": "^_"}),
        d_js="Component({properties: {v: {type: null, value: 'none'}}})", d_wxml="{{v}}",
    )  # fmt: skip
    assert program.logs() == ["given 7", "observer 5", "5 7"]
    assert program.view.text() == "||6null"


def test_a_group_of_updates_is_one_batch_and_this_data_is_current() -> None:
    program = start(
        "{{a}}{{b}}",
        methods="go() { this.groupSetData(() => {"
        " this.setData({a: 1}); console.log(this.data.a); this.setData({b: 2}) }) }",
    )
    program.call("go")
    assert program.logs() == [1]
    assert program.view.text() == "12"
    assert len(program.of("dom")) == 2


def test_the_callback_of_set_data_has_the_instance_as_this() -> None:
    program = start("{{a}}", methods="x: 3, go() { this.setData({a: 1}, function () { console.log(this.x) }) }")
    program.call("go")
    program.paint()
    assert program.logs() == [3]


# ---------------------------------------------------------------- 8: properties


def test_hidden_and_animation_may_be_properties() -> None:
    watch = "Component({properties: {hidden: Boolean, animation: null}, attached() { console.log(this.data) }})"
    program = start('<c hidden="{{h}}" animation="{{a}}"/><c hidden/>', data="{h: true, a: false}", c_js=watch)
    assert program.logs() == [{"hidden": True, "animation": False}, {"hidden": True, "animation": None}]
    program.call("set", {"h": False})
    assert program.evaluate("page.data.h") is False


def test_a_page_made_with_component_takes_its_query_as_properties() -> None:
    program = LogicProgram(
        {
            "pages/p/p.wxml": "{{n + 1}}{{flag}}",
            "pages/p/p.js": """Component({
              properties: {n: Number, flag: Boolean, text: String},
              observers: {n(v) { console.log('n ' + v) }},
              attached() { console.log('attached ' + this.data.text) },
              methods: {onLoad(query) { console.log('onLoad ' + this.data.n + ' ' + JSON.stringify(query)) }},
            })""",
        }
    )
    view = program.launch(query={"n": "4", "flag": "false", "other": "x"})
    assert program.logs() == ["n 4", "attached ", 'onLoad 4 {"n":"4","flag":"false","other":"x"}']
    assert view.text() == "5true"


def test_several_levels_of_paths_in_observers() -> None:
    program = start(
        "<c id='c'/>",
        c_js="""Component({
          data: {a: {b: {c: 1}}, list: [{n: 1}]},
          observers: {
            'a.b'() { console.log('a.b') }, 'a.b.c'() { console.log('a.b.c') }, 'a.**'() { console.log('a.**') },
            'list[0].n'() { console.log('list[0].n') }, 'list'() { console.log('list') }, '**'() { console.log('**') },
          },
          methods: {go(v) { this.setData(v) }},
        })""",
    )
    for values, expected in (
        ({"a.b.c": 2}, ["a.b.c", "a.**", "**"]),
        ({"a.b": {}}, ["a.b", "a.b.c", "a.**", "**"]),
        ({"a": 1}, ["a.b", "a.b.c", "a.**", "**"]),
        ({"list[0].n": 2}, ["list[0].n", "**"]),
        ({"list": []}, ["list[0].n", "list", "**"]),
        ({"other": 1}, ["**"]),
    ):
        program.evaluate(f"page.selectComponent('#c').go({json.dumps(values)})")
        assert program.logs() == expected


# ---------------------------------------------------------------- 9: behaviors


def test_lifetimes_of_behaviors_come_first() -> None:
    program = start(
        "<c/>",
        c_js="""const inner = Behavior({
            created() { console.log('inner created') }, attached() { console.log('inner') }});
          const b = Behavior({behaviors: [inner], attached() { console.log('b top') },
            lifetimes: {created() { console.log('b created') }}, pageLifetimes: {show() { console.log('b show') }}});
          Component({behaviors: [b, inner], lifetimes: {created() { console.log('c created') },
            attached() { console.log('c') }}, pageLifetimes: {show() { console.log('c show') }}})""",
    )
    assert program.logs() == ["inner created", "b created", "c created", "inner", "b top", "c", "b show", "c show"]


def test_definition_filters_see_the_filters_below_them() -> None:
    program = start(
        "<c/>",
        c_js="""const base = Behavior({definitionFilter(fields) { fields.data.seen.push('base') }});
          const top = Behavior({behaviors: [base], data: {seen: []}, definitionFilter(fields, filters) {
            fields.data.seen.push('top ' + filters.length); filters[0](fields) }});
          Component({behaviors: [top], data: {seen: []}, attached() { console.log(this.data.seen) }})""",
    )
    assert program.logs() == [["top 1", "base"]]


# ---------------------------------------------------------------- 10, 11: lifetimes


ALL = """Component({
  options: {multipleSlots: false}, properties: {v: {type: null, observer() { console.log('NAME property') }}},
  observers: {v() { console.log('NAME observer') }},
  created() { console.log('NAME created') }, attached() { console.log('NAME attached') },
  ready() { console.log('NAME ready') }, detached() { console.log('NAME detached') },
  pageLifetimes: {show() { console.log('NAME show') }, hide() { console.log('NAME hide') },
    resize(s) { console.log('NAME resize ' + s.size.windowWidth) }, routeDone() { console.log('NAME routeDone') }},
})"""


def test_the_order_of_everything() -> None:
    program = start(
        "<a><b/></a>", methods="onLoad() { console.log('P load') }, onShow() { console.log('P show') }, "
        "onReady() { console.log('P ready') }, onUnload() { console.log('P unload') }, "
        "onHide() { console.log('P hide') }",
        a_js=ALL.replace("NAME", "a"), a_wxml="<x/><slot/>", b_js=ALL.replace("NAME", "b"),
        x_js=ALL.replace("NAME", "x"),
    )  # fmt: skip
    assert program.logs() == [
        "x created", "a created", "b created", "a attached", "x attached", "b attached", "P load", "P show",
        "a show", "b show", "x show", "a ready", "x ready", "b ready", "P ready",
    ]  # fmt: skip
    program.route("navigateTo", [{"step": "hide", "page_id": 1}], [1])
    assert program.logs() == ["P hide", "a hide", "b hide", "x hide"]
    program.route("navigateBack", [{"step": "unload", "page_id": 1}], [])
    assert program.logs() == ["P unload", "b detached", "x detached", "a detached"]


def test_properties_are_given_after_created_and_before_attached() -> None:
    program = start("<a v='{{x}}'/>", data="{x: 1}", a_js=ALL.replace("NAME", "a"), a_wxml="{{v}}")
    assert program.logs() == ["a created", "a observer", "a property", "a attached", "a show", "a ready"]
    assert program.view.text() == "1"


# ---------------------------------------------------------------- 13: relations


RELATION = """Component({
  relations: {%s: {type: '%s', linked(o) { console.log('NAME linked ' + o.id) },
    linkChanged(o) { console.log('NAME changed ' + o.id) }, unlinked(o) { console.log('NAME unlinked ' + o.id) }}},
})"""


@pytest.mark.parametrize(("up", "down"), [("parent", "child"), ("ancestor", "descendant")])
def test_relations_link_change_and_unlink(up: str, down: str) -> None:
    program = start(
        "<top id='t'><view><low wx:for='{{l}}' wx:key='*this' id='{{item}}'/></view></top>", data="{l: ['a', 'b']}",
        top_js=(RELATION % ("'./low'", down)).replace("NAME", "top"),
        low_js=(RELATION % ("'./top'", up)).replace("NAME", "low"),
    )  # fmt: skip
    assert program.logs() == ["top linked a", "low linked t", "top linked b", "low linked t"]
    nodes = "page.selectComponent('#t').getRelationNodes('./low').map((node) => node.id)"
    assert program.evaluate(nodes) == ["a", "b"]
    program.call("set", {"l": ["b", "a"]})
    assert sorted(program.logs()) in (["low changed t", "top changed a"], ["low changed t", "top changed b"])
    assert program.evaluate(nodes) == ["b", "a"]
    program.call("set", {"l": ["b"]})
    assert program.logs() == ["top unlinked a", "low unlinked t"]
    assert program.evaluate("page.selectComponent('#t').getRelationNodes('./nothing')") is None


@pytest.mark.parametrize(
    ("page", "linked"),
    [
        (
            "<top id='outer'><top id='inner'><view><low id='l'/></view></top></top>",
            ["top linked l", "low linked inner"],
        ),
        ("<top id='t'><wrap><low id='l'/></wrap></top>", ["top linked l", "low linked t"]),
        ("<top id='t'><keep/></top>", []),  # low stands in the template of keep
        ("<hold/><low id='l'/>", []),  # top stands in the template of hold
        ("<own/>", []),  # low is content of own, inside top there
    ],
)
def test_relations_stay_within_the_template_where_both_are_written(page: str, linked: list[str]) -> None:
    program = start(
        page,
        top_js=(RELATION % ("'./low'", "descendant")).replace("NAME", "top"),
        low_js=(RELATION % ("'./top'", "ancestor")).replace("NAME", "low"),
        wrap_wxml="<slot/>", keep_wxml="<low id='k'/>", hold_wxml="<top id='h'><slot/></top>",
        own_wxml="<top id='h'><slot/></top>",
    )  # fmt: skip
    assert program.logs() == linked


def test_a_component_is_not_linked_to_those_of_its_own_template() -> None:
    program = start(
        "<top id='t'><low id='l'/></top>", top_wxml="<low id='own'/><slot/>",
        top_js=(RELATION % ("'./low'", "child")).replace("NAME", "top"),
        low_js=(RELATION % ("'./top'", "parent")).replace("NAME", "low"),
    )  # fmt: skip
    assert program.logs() == ["top linked l", "low linked t"]


# ---------------------------------------------------------------- 13, 14: hosts and styles


def test_external_classes_are_given_on_and_follow_changes() -> None:
    program = start(
        '<a a-class="{{k}} p"/>', data="{k: 'one'}",
        a_js="Component({externalClasses: ['a-class']})", a_wxml='<b b-class="a-class own"/>',
        b_js="Component({externalClasses: ['b-class', 'other']})", b_wxml='<view class="b-class"/>',
    )  # fmt: skip
    assert [scope["ext"] for scope in program.view.scopes.values()] == [
        {"a-class": "one p"},
        {"b-class": "a-class own"},
    ]
    program.call("set", {"k": "two"})
    assert [scope["ext"] for scope in program.view.scopes.values()] == [
        {"a-class": "two p"},
        {"b-class": "a-class own"},
    ]


@pytest.mark.parametrize("value", ["isolated", "apply-shared", "shared"])
@pytest.mark.parametrize("place", ["options", "json"])
def test_style_isolation_of_components(value: str, place: str) -> None:
    program = start(
        "<c/>", c_wxml="<view class='x'/>", c_wxss=".x{color:red}",
        c_json=json.dumps({"component": True, **({"styleIsolation": value} if place == "json" else {})}),
        c_js=f"Component({{options: {{styleIsolation: '{value}'}}}})" if place == "options" else "Component({})",
    )  # fmt: skip
    assert program.view.scopes[1]["mode"] == value
    assert program.view.styles == [["c/c", "c-c", value]]


@pytest.mark.parametrize("value", ["page-isolated", "page-apply-shared", "page-shared"])
def test_style_isolation_of_pages(value: str) -> None:
    files = {"pages/p/p.wxml": "<view/>", "pages/p/p.js": f"Component({{options: {{styleIsolation: '{value}'}}}})"}
    view = LogicProgram(files).launch()
    assert view.styles == [["pages/p/p", "pages-p-p", value]]
    assert (view.scopes[0]["mode"], view.scopes[0]["prefix"]) == (value, "pages-p-p")
    in_json = {**files, "pages/p/p.js": "Page({})", "pages/p/p.json": json.dumps({"styleIsolation": value})}
    assert LogicProgram(in_json).launch().styles == [["pages/p/p", "pages-p-p", value]]
    plain = LogicProgram({**files, "pages/p/p.js": "Page({})"}).launch()
    assert (plain.styles, plain.scopes) == ([], {})


def test_options_outrank_json_and_style_isolation_outranks_add_global_class() -> None:
    program = start(
        "<c/>", c_wxml="<view/>", c_json='{"component": true, "styleIsolation": "shared"}',
        c_js="Component({options: {styleIsolation: 'isolated', addGlobalClass: true}})",
    )  # fmt: skip
    assert program.view.scopes[1]["mode"] == "isolated"


def test_a_virtual_host_keeps_id_dataset_and_events() -> None:
    program = start(
        '<c id="me" data-n="{{1}}" class="k" bind:go="onGo"/>',
        methods="onGo(e) { console.log(e.currentTarget) }",
        c_js="""Component({options: {virtualHost: true}, properties: {class: String, style: String},
          externalClasses: ['class'], attached() { this.triggerEvent('go') }})""",
        c_wxml='<view class="class">{{class}}</view>',
    )  # fmt: skip
    assert program.logs() == [{"id": "me", "dataset": {"n": 1}}]
    assert program.view.scopes[1]["ext"] == {"class": "k"}
    assert program.view.text() == "k"
    assert program.evaluate("page.selectComponent('#me').dataset.n") == 1


# ---------------------------------------------------------------- 15: generics and slots


def test_generics_have_defaults_and_are_handed_on() -> None:
    declared = '{"component": true, "componentGenerics": {"item": {"default": "./plain"}}}'
    program = start(
        '<list/><list generic:item="fancy"/>',
        list_json=declared, list_wxml='<inner generic:item="item"/>',
        inner_json=declared, inner_wxml="<item/>;", plain_wxml="plain", fancy_wxml="fancy",
    )  # fmt: skip
    assert program.view.text() == "plain;fancy;"


def test_dynamic_slots_repeat_content_with_values() -> None:
    program = start(
        '<c><view slot:item slot:listIndex="i">{{i}}={{item}}{{x}} </view></c>', data="{x: '!'}", app=NEWER,
        c_js="Component({options: {dynamicSlots: true}, data: {l: ['a', 'b']}, methods: {set(v) { this.setData(v) }}})",
        c_wxml='<slot wx:for="{{l}}" wx:key="*this" item="{{item}}" list-index="{{index}}"/>',
    )  # fmt: skip
    assert program.view.text() == "0=a! 1=b! "
    program.call("set", {"x": "?"})
    assert program.view.text() == "0=a? 1=b? "


# ---------------------------------------------------------------- instances


def test_owners_and_exports() -> None:
    exporting = """Component({behaviors: ['wx://component-export'], export() { return {name: 'exported'} },
      methods: {who() { return 'outer' }}})"""
    program = start(
        "<outer id='o'/><inner id='i'/>", methods="who() { return 'page' }",
        outer_js=exporting, outer_wxml="<inner id='x'/>",
        inner_js="Component({attached() { const o = this.selectOwnerComponent(); console.log(o.name || o.who()) }})",
    )  # fmt: skip
    assert program.logs() == ["exported", "page"]
    assert program.evaluate("page.selectComponent('#o').name") == "exported"
    assert program.evaluate("page.selectOwnerComponent()") is None
    assert program.evaluate("page.selectComponent('#none')") is None


def test_an_instance_in_data_reaches_templates_as_an_empty_object() -> None:
    program = start(
        "<c/>", c_wxml="{{o}}",
        c_js="Component({attached() {"
        " this.setData({o: this.selectOwnerComponent()}); console.log(this.data.o.__data__) }})",
    )  # fmt: skip
    assert program.view.text() == "[object Object]"
    assert program.logs() == [{}]
