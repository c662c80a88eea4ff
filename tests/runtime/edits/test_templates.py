"""Changes of templates: the element that was shown changes and no other."""

from __future__ import annotations

import pytest

from runtime.edits import templates
from runtime.edits.change import Changes, apply
from runtime.edits.templates import ElementPlace, Written

WXML = "<view class=\"a {{b}}\" bind:tap='go'>\n"
WXML += '  <text wx:if="{{x}}" user-select>Hi {{n}}!</text><text id="t"/>\n</view>\n'
VIEW = ElementPlace("a.wxml", 1, "view", {"class": "a on", "bind:tap": "go"})
FIRST = ElementPlace("a.wxml", 2, "text", {"user-select": ""})
SECOND = ElementPlace("a.wxml", 2, "text", {"id": "t"})


def done(text: str, changes: Changes | None) -> str | None:
    return None if changes is None else apply(text, changes)


def test_attributes_as_they_are_written() -> None:
    assert templates.written_attributes(WXML, VIEW) == {
        "class": Written("a {{b}}", True),
        "bind:tap": Written("go", False),
    }
    assert templates.written_text(WXML, FIRST) == Written("Hi {{n}}!", True)
    assert templates.written_text(WXML, SECOND) is None
    assert templates.written_text(WXML, VIEW) is None


def test_an_attribute_changes_comes_and_goes() -> None:
    assert done(WXML, templates.set_attribute(WXML, VIEW, "class", "c")) == WXML.replace("a {{b}}", "c")
    assert done(WXML, templates.set_attribute(WXML, VIEW, "bind:tap", "to")) == WXML.replace("'go'", '"to"')
    assert done(WXML, templates.set_attribute(WXML, VIEW, "style", 'x: "y"')) == WXML.replace(
        "'go'", "'go' style='x: \"y\"'"
    )
    assert done(WXML, templates.set_attribute(WXML, VIEW, "class", None)) == WXML.replace(' class="a {{b}}"', "")
    assert done(WXML, templates.set_attribute(WXML, SECOND, "id", "u")) == WXML.replace('"t"', '"u"')
    assert done(WXML, templates.set_attribute(WXML, SECOND, "hidden", "")) == WXML.replace('"t"', '"t" hidden=""')
    assert templates.set_attribute(WXML, VIEW, "gone", None) is None


@pytest.mark.parametrize(("name", "value"), [("a b", "x"), ("a>", "x"), ("", "x"), ("a", "\"'"), ("a=", "")])
def test_what_would_break_the_tag_is_refused(name: str, value: str) -> None:
    assert templates.set_attribute(WXML, VIEW, name, value) is None


def test_text_changes() -> None:
    assert done(WXML, templates.set_text(WXML, FIRST, "Bye")) == WXML.replace("Hi {{n}}!", "Bye")
    assert templates.set_text(WXML, FIRST, "<b>") is None
    assert templates.set_text(WXML, VIEW, "x") is None
    assert done("<view></view>", templates.set_text("<view></view>", ElementPlace("a", 1, "view", {}), "x")) == (
        "<view>x</view>"
    )


def test_an_element_that_moved_or_went() -> None:
    moved = "\n\n" + WXML
    assert done(moved, templates.set_attribute(moved, SECOND, "id", "u")) == moved.replace('"t"', '"u"')
    assert templates.set_attribute("<view/>", SECOND, "id", "u") is None
    assert templates.set_attribute('<text/><text id="t"/><text id="t"/>', SECOND, "id", "u") is None
    assert templates.set_attribute("", VIEW, "id", "u") is None


def test_classes_come_and_go() -> None:
    off = templates.set_class(WXML, VIEW, "a", is_on=False)
    assert done(WXML, off) == WXML.replace('"a {{b}}"', '"{{b}}"')
    assert done(WXML, templates.set_class(WXML, VIEW, "c", is_on=True)) == WXML.replace("{{b}}", "{{b}} c")
    assert done(WXML, templates.set_class(WXML, SECOND, "c", is_on=True)) == WXML.replace('"t"', '"t" class="c"')
    only = '<view class="a"/>'
    place = ElementPlace("a.wxml", 1, "view", {})
    assert done(only, templates.set_class(only, place, "a", is_on=False)) == "<view/>"


@pytest.mark.parametrize("name", ["b", "on", "", "a b", '"', "{{x}}"])
def test_classes_that_data_decides_about_stay(name: str) -> None:
    assert templates.set_class(WXML, VIEW, name, is_on=False) is None


def test_a_class_with_a_mustache_in_it_is_one() -> None:
    text = "<view class=\"x {{a ? 'b c' : 1}}-y z\"/>"
    place = ElementPlace("a.wxml", 1, "view", {})
    assert done(text, templates.set_class(text, place, "z", is_on=False)) == text.replace(" z", "")
