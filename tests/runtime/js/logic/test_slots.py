"""Slots. Source: the framework guide."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from tests.support.logic_program import LogicProgram

SET = "set(v) { this.setData(v); }"


def start(
    page: str,
    shadow: str,
    options: str = "{}",
    data: str = "{}",
    *,
    is_newer: bool = False,
    files: Mapping[str, str] | None = None,
) -> LogicProgram:
    framework = {"componentFramework": "glass-easel"} if is_newer else {}
    using = {tag: f"/c/{tag}" for tag in ("c", "d", *{path[2] for path in files or {} if path.startswith("c/")})}
    program_files = {
        "app.json": json.dumps({"pages": ["pages/p/p"], **framework}),
        "pages/p/p.wxml": page,
        "pages/p/p.json": json.dumps({"usingComponents": using}),
        "pages/p/p.js": f"Page({{ data: {data}, {SET}, child(v) {{ this.selectComponent('.c').setData(v); }} }})",
        "c/c.wxml": shadow,
        "c/c.js": f"Component({{ options: {options} }})",
        "c/d.wxml": "<slot/>",
        "c/d.js": "Component({ attached() { console.log('d.attached'); }, detached() { console.log('d.detached'); } })",
        **(files or {}),
    }
    program = LogicProgram(program_files)
    program.launch()
    return program


def test_content_belongs_to_the_outside() -> None:
    program = start('<c class="c">{{x}}<view>{{y}}</view></c>', "[{{x}}<slot/>]", data="{x: 1, y: 2}")
    assert program.view.text() == "[12]"
    program.call("set", {"x": 3})
    assert program.view.text() == "[32]"


def test_the_first_of_equal_slots_wins() -> None:
    program = start("<c>x</c>", "a<slot/>b<slot/>c")
    assert program.view.text() == "axbc"


def test_named_slots() -> None:
    page = '<c class="c"><view slot="b">B</view><text>D</text><view slot="{{n}}">N</view><view slot="no">no</view></c>'
    program = start(page, '1<slot name="a"/>2<slot name="b"/>3<slot/>', "{ multipleSlots: true }", "{n: 'a'}")
    assert program.view.text() == "1N2B3D"
    program.call("set", {"n": "b"})
    assert program.view.text() == "12BN3D"
    program.call("set", {"n": "gone"})
    assert program.view.text() == "12B3D"
    program.call("set", {"n": "a"})
    assert program.view.text() == "1N2B3D"


def test_a_slot_that_comes_and_goes_keeps_its_content() -> None:
    program = start(
        '<c class="c"><d>x{{n}}</d></c>', '<slot wx:if="{{on}}"/><view wx:else>(<slot/>)</view>', data="{n: 1}"
    )
    assert program.view.text() == "(x1)"
    assert program.logs() == ["d.attached"]
    program.call("child", {"on": True})
    assert program.view.text() == "x1"
    program.call("set", {"n": 2})
    assert program.view.text() == "x2"
    program.call("child", {"on": False})
    assert program.view.text() == "(x2)"
    assert program.logs() == []


def test_content_without_a_slot_lives_unseen() -> None:
    program = start('<c class="c"><d>{{n}}</d></c>', "nothing", data="{n: 1}")
    assert program.logs() == ["d.attached"]
    program.call("set", {"n": 2})
    assert program.view.text() == "nothing"


def test_a_slot_inside_a_slot() -> None:
    program = start("<c>x{{n}}</c>", "<view>(<slot/>)</view>", data="{n: 1}")
    assert program.view.text() == "(x1)"
    nested = start("<d><d><view>{{n}}</view></d></d>", "", data="{n: 1}")
    nested.call("set", {"n": 2})
    assert nested.view.text() == "2"


def test_conditions_and_lists_as_content() -> None:
    page = '<c class="c"><view wx:for="{{list}}" wx:key="*this">{{item}}</view><text wx:if="{{on}}">!</text></c>'
    program = start(page, "[<slot/>]", data="{list: [1, 2], on: false}")
    assert program.view.text() == "[12]"
    program.call("set", {"list": [2, 1, 3], "on": True})
    assert program.view.text() == "[213!]"


def test_dynamic_slots_pass_values() -> None:
    page = '<c class="c"><view slot:item slot:i="n">{{n}}={{item}}{{x}} </view></c>'
    shadow = '<block wx:for="{{list}}"><slot item="{{item}}" i="{{index}}"/></block>'
    program = start(page, shadow, "{ dynamicSlots: true }", "{x: '!'}", is_newer=True)
    assert program.view.text() == ""
    program.call("child", {"list": ["a", "b"]})
    assert program.view.text() == "0=a! 1=b! "
    program.call("set", {"x": "?"})
    assert program.view.text() == "0=a? 1=b? "
    program.call("child", {"list": ["c"]})
    assert program.view.text() == "0=c? "


def test_a_tag_that_is_no_component_shows_its_content() -> None:
    program = start("<nothing>{{n}}<d>x</d></nothing>", "", data="{n: 1}")
    assert program.view.text() == "1x"
    assert program.logs() == ["d.attached"]
    program.call("set", {"n": 2})
    assert program.view.text() == "2x"


# ------------------------------------------------- every top-level element goes where it says

MULTIPLE = "{ multipleSlots: true }"
DYNAMIC = "{ dynamicSlots: true }"
THREE = 'A[<slot name="a"/>]B[<slot name="b"/>]D[<slot/>]'
ROWS = '<view wx:for="{{l}}" wx:key="*this" slot="{{item}}">{{item}}</view>'
BLOCKS = '<block wx:for="{{l}}" wx:key="*this"><text slot="{{item}}">{{item}}</text><text slot="b">-</text>z</block>'
NESTED = (
    '<block wx:for="{{l}}" wx:key="*this" wx:for-item="x">' + ROWS.replace("{{item}}</", "{{x}}{{item}}</") + "</block>"
)
BRANCHES = '<view wx:if="{{on}}" slot="a">1</view><view wx:elif="{{s==\'a\'}}" slot="b">2</view><view wx:else>3</view>'
TEMPLATE = '<template name="t"><text slot="b">{{n}}</text>x<text slot="{{n}}">2</text></template>'
USED = TEMPLATE + '<c><template is="t" data="{{n: s}}"/>rest</c>'
PICKED = (
    TEMPLATE
    + '<template name="u"><text>u</text></template><c><template is="{{on ? \'t\' : \'u\'}}" data="{{n: s}}"/></c>'
)


@pytest.mark.parametrize("is_newer", [False, True])
@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (f"<c>{ROWS}</c>", ["A[a]B[b]D[]", "A[a]B[b]D[]", "A[a]B[b]D[]", "A[]B[]D[]"]),
        (f"<c>{BLOCKS}</c>", ["A[a]B[b--]D[zz]", "A[a]B[--b-]D[zzz]", "A[a]B[--b-]D[zzz]", "A[]B[]D[]"]),
        (f"<c>{NESTED}</c>", ["A[baaa]B[bbab]D[]", "A[aaaba]B[abbbb]D[ab]", "A[aaaba]B[abbbb]D[ab]", "A[]B[]D[]"]),
        (f"<c>{BRANCHES}</c>", ["A[1]B[]D[]", "A[1]B[]D[]", "A[]B[]D[3]", "A[]B[]D[3]"]),
        (USED, ["A[2]B[a]D[xrest]", "A[2]B[a]D[xrest]", "A[]B[b2]D[xrest]", "A[]B[b2]D[xrest]"]),
        (PICKED, ["A[2]B[a]D[x]", "A[2]B[a]D[x]", "A[]B[]D[u]", "A[]B[]D[u]"]),
        ("<c><include src='part'/></c>", ["A[2]B[i]D[t]", "A[2]B[i]D[t]", "A[]B[i]D[t]", "A[]B[i]D[t]"]),
    ],
)
def test_each_top_level_element_goes_to_the_slot_that_it_names(
    content: str, shown: list[str], *, is_newer: bool
) -> None:
    part = {"pages/p/part.wxml": '<text slot="b">i</text>t<text wx:if="{{on}}" slot="{{s}}">2</text>'}
    program = start(content, THREE, MULTIPLE, "{l: ['b', 'a'], s: 'a', on: true}", is_newer=is_newer, files=part)
    texts = [program.view.text()]
    for change in ({"l": ["a", "", "b"]}, {"s": "b", "on": False}, {"l": []}):
        program.call("set", change)
        texts.append(program.view.text())
    assert texts == shown


def test_rows_are_added_moved_and_taken_away_slot_by_slot() -> None:
    program = start(f"<c>{ROWS}</c>", THREE, MULTIPLE, "{l: []}")
    assert program.view.text() == "A[]B[]D[]"
    for rows in (["a"], ["b", "a"], ["a", "b"], ["", "b", "no"], ["no"], ["b", ""]):
        program.call("set", {"l": rows})
        assert program.view.text() == f"A[{'a' * ('a' in rows)}]B[{'b' * ('b' in rows)}]D[]"


def test_components_in_rows_are_attached_once_wherever_they_go() -> None:
    page = '<c><d wx:for="{{l}}" wx:key="k" slot="{{item.s}}">{{item.k}}</d></c>'
    program = start(page, THREE, MULTIPLE, "{l: [{k: 1, s: 'a'}, {k: 2, s: 'none'}]}")
    assert program.logs() == ["d.attached", "d.attached"]
    assert program.view.text() == "A[1]B[]D[]"
    program.call("set", {"l": [{"k": 2, "s": "b"}, {"k": 1, "s": "none"}]})
    assert program.view.text() == "A[]B[2]D[]"
    program.call("set", {"l": [{"k": 1, "s": "a"}]})
    assert program.logs() == ["d.detached"]
    assert program.view.text() == "A[1]B[]D[]"


def test_rows_go_to_slots_that_rows_of_the_component_make() -> None:
    page = '<c class="c"><d wx:for="{{l}}" wx:key="*this" slot="{{index}}">{{item}}</d></c>'
    shadow = '<view wx:for="{{n}}" wx:key="*this">{{index}}:<slot name="{{index}}"/>;</view>'
    program = start(page, shadow, MULTIPLE, "{l: ['A', 'B', 'C']}")
    assert program.view.text() == ""
    program.call("child", {"n": 3})
    assert program.view.text() == "0:A;1:B;2:C;"
    program.call("set", {"l": ["C", "B"]})
    assert program.view.text() == "0:C;1:B;2:;"
    program.call("child", {"n": 1})
    assert program.view.text() == "0:C;"
    assert program.logs() == ["d.attached"] * 3 + ["d.detached"]


def test_content_moves_to_an_earlier_slot_of_the_same_name() -> None:
    shadow = '<view wx:if="{{on}}">A<slot name="{{n}}"/></view><text>B<slot/></text>'
    program = start('<c class="c"><d>q</d></c>', shadow, MULTIPLE)
    assert program.view.text() == "Bq"
    for change, shown in (({"on": True}, "AqB"), ({"n": "x"}, "ABq"), ({"n": ""}, "AqB"), ({"on": False}, "Bq")):
        program.call("child", change)
        assert program.view.text() == shown
    assert program.logs() == ["d.attached"]


@pytest.mark.parametrize(
    ("shadow", "older", "newer"),
    [
        ('A[<slot name="a"/>]B[<slot/>]', "A[]B[qw]", "A[qw]B[]"),
        ('A[<slot name="a"/>]', "A[]", "A[qw]"),
        ("A[<slot/>]B[<slot/>]", "A[qw]B[]", "A[qw]B[]"),
        ('A[<slot/>]B[<slot name="a"/>]', "A[qw]B[]", "A[qw]B[]"),
    ],
)
def test_without_multiple_slots_one_slot_takes_all(shadow: str, older: str, newer: str) -> None:
    page = '<c><view slot="a">q</view><view wx:for="{{1}}" wx:key="*this" slot="b">w</view></c>'
    assert start(page, shadow).view.text() == older
    assert start(page, shadow, is_newer=True).view.text() == newer


def test_a_forwarded_slot_goes_where_its_own_slot_says() -> None:
    files = {
        "c/o.wxml": '<c><slot slot="{{s}}"/><slot name="n" slot="b"/></c>',
        "c/o.json": '{"component": true, "usingComponents": {"c": "c"}}',
        "c/o.js": "Component({properties: {s: String}, options: {multipleSlots: true}})",
    }  # fmt: skip
    page = '<o s="{{s}}"><view>q</view><view wx:if="{{on}}" slot="n">n</view></o>'
    program = start(page, THREE, MULTIPLE, "{s: '', on: false}", files=files)
    assert program.view.text() == "A[]B[]D[q]"
    for change, shown in (({"s": "a"}, "A[q]B[]D[]"), ({"on": True}, "A[q]B[n]D[]"), ({"s": "b"}, "A[]B[qn]D[]")):
        program.call("set", change)
        assert program.view.text() == shown


@pytest.mark.parametrize(
    ("content", "older", "newer"),
    [
        ('<block slot="a">t<view slot="b">q</view></block>', "A[]B[q]D[t]", "A[tq]B[]D[]"),
        ('<block wx:if="{{on}}" slot="{{s}}">t</block>', "A[]B[]D[t]", "A[t]B[]D[]"),
        ('<block wx:for="{{l}}" wx:key="*this" slot="{{item}}">{{item}}</block>', "A[]B[]D[ba]", "A[a]B[b]D[]"),
        ("<view slot>q</view>", "A[]B[]D[]", "A[]B[]D[q]"),
    ],
)
def test_a_block_may_name_a_slot_in_the_newer_generation(content: str, older: str, newer: str) -> None:
    data = "{l: ['b', 'a'], s: 'a', on: true}"
    assert start(f"<c>{content}</c>", THREE, MULTIPLE, data).view.text() == older
    assert start(f"<c>{content}</c>", THREE, MULTIPLE, data, is_newer=True).view.text() == newer


# ----------------------------------------------------------------- dynamic slots


def dynamic(content: str, shadow: str, data: str = "{}") -> LogicProgram:
    return start(f'<c class="c">{content}</c>', shadow, DYNAMIC, data, is_newer=True)


def test_only_what_names_a_dynamic_slot_is_made_for_it() -> None:
    program = dynamic('<d slot="a">a</d><d>d</d><d slot="{{s}}">s</d>', '<slot name="a"/>', "{s: 'b'}")
    assert program.view.text() == "a"
    assert program.logs() == ["d.attached"]
    program.call("set", {"s": "a"})
    assert program.view.text() == "as"
    program.call("set", {"s": ""})
    assert program.view.text() == "a"
    assert program.logs() == ["d.attached", "d.detached"]


def test_rows_and_branches_in_dynamic_slots() -> None:
    content = f'{ROWS}<block wx:if="{{{{on}}}}"><text slot="b">1</text></block>'
    program = dynamic(content, 'A[<slot name="a"/>]B[<slot name="b"/>]', "{l: ['b', 'a'], on: true}")
    assert program.view.text() == "A[a]B[b1]"
    program.call("set", {"l": ["a", "b", "c"], "on": False})
    assert program.view.text() == "A[a]B[b]"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("<block slot:v>{{v}}<text>{{v}}</text></block>", "1122"),
        ('<view slot:v="x">{{x}}{{v}}</view>{{x}}', "12"),
        (
            '<view slot:v="x"><text wx:for="{{r}}" wx:key="*this">{{x}}{{item}}{{index}} </text></view>',
            "1a0 1b1 2a0 2b1 ",
        ),
        ('<text wx:for="{{r}}" wx:key="*this" slot:v="x">{{x}}{{item}} </text>', "1a 1b 2a 2b "),
        ('<e slot:v="x"><text slot:v="y">{{x}}{{y}} </text></e>', "13 14 23 24 "),
    ],
)
def test_who_sees_the_values_of_a_dynamic_slot(content: str, shown: str) -> None:
    files = {
        "c/e.wxml": '<slot v="3"/><slot v="4"/>',
        "c/e.js": "Component({options: {dynamicSlots: true}})",
    }
    page = f"<c>{content}</c>"
    program = start(page, '<slot v="1"/><slot v="2"/>', DYNAMIC, "{r: ['a', 'b']}", is_newer=True, files=files)
    assert program.view.text() == shown


def test_dynamic_slots_need_the_newer_generation() -> None:
    program = start("<c><d>x</d></c>", "<slot/><slot/>", DYNAMIC)
    assert program.view.text() == "x"
    assert "dynamicSlots does nothing" in program.notices()[0]
