"""The order of templates: what is set in, what stays, and that the meaning does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.compiler.wxml.content import leaves_nothing
from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.syntax import Comment, Document, Element, Node, Text
from runtime.language.answers import Indent
from runtime.language.formatting.indent import DEFAULT
from runtime.language.formatting.wxml import MAX_COLUMNS, Unformatted, format_wxml
from runtime.platform.wechat import WECHAT
from tests.arch.sources import ROOT

TAGS = WECHAT.elements.tags


def formatted(text: str, indent: Indent = DEFAULT) -> str:
    made = format_wxml(text, indent, TAGS)
    assert isinstance(made, str), made
    return made


@pytest.mark.parametrize(
    ("written", "ordered"),
    [
        ("<view><view>a</view><view/></view>", "<view>\n  <view>a</view>\n  <view />\n</view>\n"),
        ("<view>\n</view>", "<view></view>\n"),
        ("<view >a</view >", "<view>a</view>\n"),
        ("<view\n   class = 'a'/>", "<view\n  class='a'\n/>\n"),
        ("<view class='a'   wx:if='{{b}}'>\n c\n</view>", "<view class='a' wx:if='{{b}}'>\n  c\n</view>\n"),
        ("<view>a\n b\n</view>", "<view>a\n  b\n</view>\n"),
        ("<view>a <text>b</text> c</view>", "<view>a <text>b</text> c</view>\n"),
        ("<view/>\n\n\n\n<view/>", "<view />\n\n<view />\n"),
        ("<view/><!-- a -->\n<!--\n b\n   c -->", "<view /> <!-- a -->\n<!--\n b\n   c -->\n"),
        ("<view/>" + " " * 300 + "<!-- a -->\u3000<!-- b -->", "<view /> <!-- a --> <!-- b -->\n"),
        ("<view>{{ a ?\n b : c }}\n</view>", "<view>{{ a ?\n b : c }}\n</view>\n"),
        ("<input a='1'>\n<view/>", "<input a='1'>\n<view />\n"),
        ("<view a disabled b=\"{{c}}\"/>", "<view a disabled b=\"{{c}}\" />\n"),
        ("", ""),
        (" \n ", ""),
    ],
)  # fmt: skip
def test_one_element_a_line(written: str, ordered: str) -> None:
    assert formatted(written) == ordered
    assert formatted(ordered) == ordered


@pytest.mark.parametrize(
    "kept",
    [
        "<text>  a\n   b  </text>\n",
        "<view>\n  <text>\n a <text>\n b</text></text>\n</view>\n",
        "<my-card>\n a\n  b\n</my-card>\n",
        "<wxs module='m'>\nmodule.exports = {\n      a: 1 }\n</wxs>\n",
        "<view class='a\n    b'></view>\n",
    ],
)
def test_blanks_that_may_be_seen_stay(kept: str) -> None:
    assert formatted(kept) == kept


def test_attributes_that_have_no_room_stand_below_each_other() -> None:
    value = "x" * MAX_COLUMNS
    assert formatted(f"<view a='{value}' b='1'>c</view>") == f"<view\n  a='{value}'\n  b='1'\n>c</view>\n"
    assert formatted(f"<view a='{value}'/>") == f"<view a='{value}' />\n"


def test_indent_by_tabs() -> None:
    assert formatted("<view><view/><view/></view>", Indent(4, uses_tabs=True)) == (
        "<view>\n\t<view />\n\t<view />\n</view>\n"
    )


@pytest.mark.parametrize(
    ("broken", "line"),
    [("<view>\n<view>\n</view>", 1), ("a\n</view>", 2), ("<view a='", 1), ("<!-- a", 1), ("\n<view =/>", 2)],
)
def test_what_is_broken_stays_as_it_is(broken: str, line: int) -> None:
    assert format_wxml(broken, Indent(2), TAGS) == Unformatted(line)


def _templates() -> list[Path]:
    folders = ("resources/templates", "resources/examples", "tests/apps", "tests/samples")
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.wxml"))


def test_templates_of_whole_programs_keep_their_meaning() -> None:
    changed = 0
    for path in _templates():
        text = path.read_text("utf-8").replace("\r\n", "\n")
        made = format_wxml(text, Indent(2), TAGS)
        if isinstance(made, Unformatted):
            assert parse("", text).diagnostics, path
            continue
        assert format_wxml(made, Indent(2), TAGS) == made, path
        assert _said(parse("", made)) == _said(parse("", text)), path
        changed += made != text
    assert changed > 50


def _said(document: Document) -> list[object]:
    """The tree without blanks; blanks in texts count as one, except in `text`."""

    def said(node: Node, *, is_text: bool) -> list[object]:
        if leaves_nothing(node) and not isinstance(node, Element | Comment):
            return []
        if isinstance(node, Element):
            attributes = [(one.name, one.value.raw if one.value else None) for one in node.attributes]
            inner = is_text or node.tag == "text"
            return [node.tag, attributes, [one for child in node.children for one in said(child, is_text=inner)]]
        if isinstance(node, Text):
            return [node.value.raw if is_text else re.sub(r"\s*\n\s*", "\n", node.value.raw)]
        return [node] if not isinstance(node, Comment) else [node.text]

    return [one for node in document.children for one in said(node, is_text=False)]


PIECES = st.sampled_from([
    "<view>", "</view>", "<text>", "</text>", "<my-tag a>", "</my-tag>", "<input/>", "<image>", " ", "\n", "\n\n  ",
    "a", "{{b}}", "{{ c\n }}", "<!-- d -->", "<!--\n e-->", "<wxs module='m'>var f\n</wxs>", "<block wx:if='{{g}}'>",
    "</block>", "<view\n h='1' i=\"2\">", "\t", "<", "{{", "<!x>", "<button j=k>", "</button>",
])  # fmt: skip


@given(st.lists(PIECES, max_size=14))
def test_order_once_is_order_for_ever(pieces: list[str]) -> None:
    made = format_wxml("".join(pieces), Indent(2), TAGS)
    if isinstance(made, str):
        assert format_wxml(made, Indent(2), TAGS) == made
