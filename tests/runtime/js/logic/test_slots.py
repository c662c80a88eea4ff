"""Slots. Source: the framework guide."""

from __future__ import annotations

from tests.support.logic_program import LogicProgram

SET = "set(v) { this.setData(v); }"


def start(page: str, shadow: str, options: str = "{}", data: str = "{}") -> LogicProgram:
    files = {
        "pages/p/p.wxml": page,
        "pages/p/p.json": '{"usingComponents":{"c":"/c/c","d":"/c/d"}}',
        "pages/p/p.js": f"Page({{ data: {data}, {SET}, child(v) {{ this.selectComponent('.c').setData(v); }} }})",
        "c/c.wxml": shadow,
        "c/c.js": f"Component({{ options: {options} }})",
        "c/d.wxml": "<slot/>",
        "c/d.js": "Component({ attached() { console.log('d.attached'); }, detached() { console.log('d.detached'); } })",
    }
    program = LogicProgram(files)
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
    program = start(page, shadow, "{ dynamicSlots: true }", "{x: '!'}")
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
