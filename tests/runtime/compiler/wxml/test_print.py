"""Laws of parsing and printing, over generated and broken markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.compiler.wxml.compiler import compile_template
from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.print import print_document
from runtime.compiler.wxml.tree import to_lxml
from runtime.platform.wechat import WECHAT

TAGS = (
    "<view> </view> <text </text~> <image/> <input> <block~wx:if='{{a}}'> </block> <wxs~module='m'> </wxs> "
    "<template~name='t'> </template> <slot~name='n'/> <!DOCTYPE <a:b <!-- -->"
)
ATTRIBUTES = 'wx:for= x="1" ~y=\'{{b}}\' \' " = \\ \\" > /> </ <'
TEXTS = "{{ }} { } {{a}} {{~{a:1}~}} {{'}}'}} a ~a~ &lt; 数 ? ! ... , ( ) [ ] 0x1 .8"
BLANKS = [" ", "\n", "\r\n", "\ufeff", "\x00"]
PIECES = [piece.replace("~", " ") for piece in f"{TAGS} {ATTRIBUTES} {TEXTS}".split()] + BLANKS
MARKUP = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(MARKUP)
def test_printing_is_stable(source: str) -> None:
    once = print_document(parse("a.wxml", source))
    assert print_document(parse("a.wxml", once)) == once


@given(MARKUP | st.text(max_size=60))
def test_nothing_makes_the_compiler_raise(source: str) -> None:
    compiled = compile_template("a.wxml", source, using=(), built_in=WECHAT.tags, read=lambda path: None)
    assert all(diagnostic.text("en") and diagnostic.text("zh") for diagnostic in compiled.diagnostics)
    assert to_lxml(compiled.document).tag == "wxml"


@given(MARKUP)
def test_every_node_knows_its_place(source: str) -> None:
    document = parse("a.wxml", source)
    for element in document.elements():
        assert 0 <= element.start < element.name_end <= element.open_end <= element.end <= len(source)
        for attribute in element.attributes:
            assert source.startswith(attribute.name, attribute.start)
            if attribute.value is not None:
                assert source[attribute.value.start : attribute.value.end] == attribute.value.raw


DEEP = {
    "tags": "<view>" * 3000 + "</view>" * 3000,
    "mustaches": "{{" * 3000,
    "parentheses": "{{" + "(" * 3000 + "}}",
    "brackets": "{{" + "[" * 3000 + "}}",
    "sums": "{{" + "a+" * 3000 + "a}}",
    "negations": "{{" + "!" * 3000 + "a}}",
    "members": "{{a" + ".b" * 3000 + "}}",
    "quotes": "<a b='" * 500,
}


@pytest.mark.parametrize("source", DEEP.values(), ids=DEEP)
def test_depth_has_a_limit(source: str) -> None:
    assert compile_template("a.wxml", source, using=(), built_in=WECHAT.tags, read=lambda path: None).diagnostics


def test_includes_count_as_depth() -> None:
    files = {f"{n}.wxml": "<c wx:if='{{a}}'>" * 50 + f"<include src='{n + 1}'/>" + "</c>" * 50 for n in range(50)}
    compiled = compile_template("0.wxml", files["0.wxml"], using=(), built_in=WECHAT.tags, read=files.get)
    assert compiled.code.startswith("(function")


def test_a_backslash_at_the_end_of_a_value_does_not_escape_the_quotation_mark() -> None:
    once = print_document(parse("a.wxml", "<a b=x\\ />"))
    assert once == '<a b="x\\\\" />'
    assert print_document(parse("a.wxml", once)) == once


@pytest.mark.parametrize(
    "source",
    [
        '<template\n data="{{ a, ma"tabpane||||\n>lect, ma }}"\n />',
        "<view\n class=\"a-{{ (b === 'text'block;\"\n /> || c ? 'd' : 'e' }} f\"\n>",
        '<view a="{{ b"\n c="d"/><view>e }}" f</view>',
    ],
)
def test_a_mustache_that_never_ends_takes_no_more_of_the_print(source: str) -> None:
    once = print_document(parse("a.wxml", source))
    assert print_document(parse("a.wxml", once)) == once


@pytest.mark.parametrize(
    "source",
    [
        "<view a={{\n<b<}}}",
        '<view a={{>{"{}}{{|',
        '<view a={{\n"\n"}}',
        "<view a='\\'{{",
        '<view a="\\"{{x-->a=',
        "<view a=\\a=x{{}'\"b=}}/",
        "<view a={{ \"b\" + 'c' }}/ d>",
    ],
)
def test_a_value_keeps_its_end_whatever_its_mustaches_hold(source: str) -> None:
    once = print_document(parse("a.wxml", source))
    assert print_document(parse("a.wxml", once)) == once
