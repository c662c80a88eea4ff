"""Queries on the lxml tree."""

from __future__ import annotations

from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.tree import NAMESPACES, SOURCE, to_lxml

TREE = to_lxml(
    parse("a.wxml", "<view wx:if='{{a}}' class='x' @tap='f' class='y' bind:tap='g'>\n t <my-Tag/>{{u}}\x01</view>")
)


def test_elements_and_attributes_can_be_queried() -> None:
    [view] = TREE.xpath("//view[@wx:if][@bind:tap='g']", namespaces=NAMESPACES)
    assert view.get("class") == "y"
    assert view.get("_x40_tap") == "f"
    assert [node.tag for node in TREE.cssselect("view.y my-Tag")] == ["my-Tag"]


def test_text_is_as_written() -> None:
    [tag] = TREE.iter("my-Tag")
    assert tag.getparent().text == "\n t "
    assert tag.tail == "{{u}}\ufffd"


def test_places() -> None:
    [tag] = TREE.iter("my-Tag")
    assert (tag.sourceline, tag.get(f"{{{SOURCE}}}line"), tag.get(f"{{{SOURCE}}}column")) == (2, "2", "4")
