"""What the rules about elements see in markup that the case folders do not hold."""

from __future__ import annotations

import pytest

from runtime.compiler.lint.built_ins import BuiltIns
from runtime.compiler.lint.rules import ELEMENT_RULES
from runtime.compiler.lint.template_file import TemplateFile, template_facts
from runtime.compiler.wxml.parse import parse
from runtime.diagnostics import Diagnostic
from runtime.platform.wechat import WECHAT


def findings(markup: str, components: frozenset[str] = frozenset()) -> list[Diagnostic]:
    file = TemplateFile(parse("a.wxml", markup), components, BuiltIns(WECHAT))
    return [one for element in file.document.elements() for rule in ELEMENT_RULES for one in rule.check(element, file)]


def found(markup: str, components: frozenset[str] = frozenset()) -> list[str]:
    """Codes of what is wrong with the markup, wherever it runs."""
    return [one.code for one in findings(markup, components) if not one.code.endswith("-unsupported-here")]


def idle(markup: str, components: frozenset[str] = frozenset()) -> list[str]:
    """What of right markup has no effect here."""
    return [one.args.get("name", one.args["tag"]) for one in findings(markup, components)]


@pytest.mark.parametrize(
    "markup",
    [
        '<view aria-label="a" role="b" data-x="c" slot="d" animation="{{e}}" hidden/>',
        '<view wx:if="{{a}}" mark:b="c" class:d="{{e}}" worklet:ongesture="f" bind:tap="g"/>',
        '<input model:value="{{a}}" confirm-type="send" maxlength="-1"/>',
        '<scroll-view scrollY enable-back-to-top bindscrolltolower="a"/>',
        '<form bindsubmit="a"><button formType="submit"/></form>',
        '<view bindsubmit="a"><my-form/></view>',
        '<view bindchange="a"><template is="b"/></view>',
        '<radio-group bindchange="a"><radio value="b"/></radio-group>',
        '<picker mode="{{a}}"/><picker mode="date" fields="month"/>',
        '<my-thing any="thing" bindanything="a" mode="b"/>',
        '<video picture-in-picture-mode="{{[]}}" bindenterpictureinpicture="a"/>',
    ],
)
def test_nothing_is_said_about_what_is_right(markup: str) -> None:
    assert found(markup) == []


def test_a_component_with_a_built_in_name_is_its_own_master() -> None:
    assert found('<icon size="huge" colour="red" bindpick="a"/>', frozenset({"icon"})) == []
    assert found("<loading/>", frozenset({"loading"})) == []


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<store-gift/>", ["store-gift"]),
        ("<snapshot><store-gift/></snapshot>", ["snapshot", "store-gift"]),
        ('<scroll-view scroll-y enable-back-to-top bindscroll="a"/>', ["enable-back-to-top"]),
        ('<scroll-view enableBackToTop bind:scroll="a"/>', ["enableBackToTop"]),
        ('<input bindchange="a" bindinput="b"/>', []),
        ('<view bindpointerdown="a" bindtap="b"/>', []),
        ('<button open-type="feedback"/><button open-type="share"/>', []),
        ('<canvas type="{{a}}"/><canvas type="2d"/><canvas type="webgl"/>', []),
        ('<my-map enable-back-to-top bindpointerdown="a"/>', []),
    ],
)
def test_what_has_no_effect_here(markup: str, expected: list[str]) -> None:
    assert idle(markup) == expected


def test_a_component_of_the_program_has_all_its_effects() -> None:
    assert idle("<store-gift/>", frozenset({"store-gift"})) == []


def test_facts_of_a_template() -> None:
    markup = '<view bindtap="a" catch:longpress="b" bindtouchend="{{c}}"/><my-a some-prop="1" /><image src="/i.png"/>'
    facts = template_facts(TemplateFile(parse("a.wxml", markup), frozenset(), BuiltIns(WECHAT)), ())
    assert [(use.name, use.form, use.event) for use in facts.handlers] == [
        ("a", "bind", "tap"),
        ("b", "catch", "longpress"),
    ]
    assert [(use.tag, use.name, use.written) for use in facts.properties] == [("my-a", "someProp", "some-prop")]
    assert [path for path, _ in facts.resources] == ["/i.png"]


def test_what_is_certainly_there() -> None:
    markup = (
        '<a-a/><view><b-b><c-c/></b-b></view><block wx:if="{{x}}"><d-d/></block><template name="t"><e-e/></template>'
    )
    facts = template_facts(TemplateFile(parse("a.wxml", markup), frozenset(), BuiltIns(WECHAT)), ())
    assert [tag for tag, _ in facts.certain] == ["a-a", "b-b"]
