"""Another name for methods, keys of data, classes and templates, everywhere or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.language.answers import FileEdits
from runtime.language.position import Lines
from tests.support.language_project import PAGE_WXML, LanguageProject

PAGE_JS = """const title = 1, onHelp = () => {}
Page({
  data: { title, 'count': 1 },
  onLoad() {},
  onTap() { const { title, count = 2 } = this.data; this.onHelp(); this.setData({ title, 'count': count }) },
  onHelp,
})
"""
CARD_JS = """Component({
  properties: { coverImage: String },
  observers: { 'coverImage, a.b': function () {} },
})
"""
FILES = {
    "app.wxss": ".of-app { }",
    "pages/index/index.js": PAGE_JS,
    "pages/index/index.json": '{"usingComponents": {"my-card": "/components/card"}}',
    "pages/index/index.wxml": "<view class=\"card {{a ? 'card' : ''}} of-app\" bindtap=\"onTap\">😀{{title}}</view>\n"
    '<my-card cover-image="{{count}}" bindtap="onHelp"/>\n'
    '<template is="row" data="{{title, other: title}}"/><template name="row">{{title}}</template>',
    "pages/index/index.wxss": ".card, .card:hover { }\n.taken { }",
    "components/card.json": '{"component": true}',
    "components/card.js": CARD_JS,
    "components/card.wxml": "{{coverImage}}",
    "nested/nested.less": ".a { &-b { } }",
    "nested/nested.wxml": '<view class="a-b"/>',
    "nested/nested.js": "",
    "app.json": '{"pages": ["pages/index/index", "nested/nested"]}',
}


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, FILES)


def applied(text: str, file: FileEdits) -> str:
    lines = Lines(text)
    for edit in reversed(file.edits):
        start, end = lines.offset(edit.range.start), lines.offset(edit.range.end)
        assert start is not None
        assert end is not None
        text = text[:start] + edit.text + text[end:]
    return text


def renamed(project: LanguageProject, path: str, before: str, name: str) -> dict[str, str] | str:
    """The new texts by file, or the refusal. The name in question begins behind `before` in the file."""
    text = project.service.text(path)
    place = Lines(text).position(text.index(before) + len(before))
    answer = project.service.rename(path, place, name)
    return answer.refusal or {one.path: applied(project.service.text(one.path), one) for one in answer.files}


def test_a_method(project: LanguageProject) -> None:
    assert renamed(project, PAGE_WXML, 'bindtap="', "onPress") == {
        PAGE_WXML: FILES[PAGE_WXML].replace('"onTap"', '"onPress"'),
        "pages/index/index.js": PAGE_JS.replace("onTap()", "onPress()"),
    }


def test_a_method_that_is_named_by_a_variable(project: LanguageProject) -> None:
    assert renamed(project, "pages/index/index.js", "data; this.", "onAsk") == {
        PAGE_WXML: FILES[PAGE_WXML].replace('"onHelp"', '"onAsk"'),
        "pages/index/index.js": PAGE_JS.replace("this.onHelp", "this.onAsk").replace("  onHelp,", "  onAsk: onHelp,"),
    }


def test_a_key_of_the_data_where_variables_have_its_name(project: LanguageProject) -> None:
    assert renamed(project, "pages/index/index.js", "data: { ", "heading") == {
        PAGE_WXML: FILES[PAGE_WXML]
        .replace("😀{{title}}", "😀{{heading}}")
        .replace("{{title, other: title}}", "{{title: heading, other: heading}}"),
        "pages/index/index.js": PAGE_JS.replace("{ title, 'c", "{ heading: title, 'c").replace(
            "{ title, c", "{ heading: title, c"
        ),
    }


def test_a_key_in_quotation_marks_and_with_a_default(project: LanguageProject) -> None:
    changed = renamed(project, PAGE_WXML, 'cover-image="{{', "total")
    assert isinstance(changed, dict)
    assert changed["pages/index/index.js"] == (
        PAGE_JS.replace("'count'", "'total'").replace("count = 2", "total: count = 2")
    )


def test_a_property_of_a_component(project: LanguageProject) -> None:
    assert renamed(project, "components/card.wxml", "{{", "frontImage") == {
        "components/card.js": CARD_JS.replace("coverImage", "frontImage"),
        "components/card.wxml": "{{frontImage}}",
        PAGE_WXML: FILES[PAGE_WXML].replace("cover-image", "front-image"),
    }


def test_a_class(project: LanguageProject) -> None:
    assert renamed(project, PAGE_WXML, 'class="', "box") == {
        PAGE_WXML: FILES[PAGE_WXML].replace('class="card', 'class="box').replace("'card'", "'box'"),
        "pages/index/index.wxss": ".box, .box:hover { }\n.taken { }",
    }


def test_a_template(project: LanguageProject) -> None:
    assert renamed(project, PAGE_WXML, 'name="', "line") == {PAGE_WXML: FILES[PAGE_WXML].replace('"row"', '"line"')}


@pytest.mark.parametrize(
    ("path", "before", "name", "why"),
    [
        (PAGE_WXML, 'bindtap="', "no name", "cannot be a name"),
        (PAGE_WXML, 'bindtap="', "", "cannot be a name"),
        (PAGE_WXML, 'bindtap="', "onHelp", "taken"),
        (PAGE_WXML, "😀{{", "count", "taken"),
        (PAGE_WXML, 'class="', "taken", "taken"),
        (PAGE_WXML, 'class="', "1a", "cannot be a name"),
        (PAGE_WXML, 'name="', "a b", "cannot be a name"),
        ("pages/index/index.js", "1 },\n  ", "onStart", "by this name"),
        ("nested/nested.wxml", 'class="', "c", "nested rules"),
    ],
)
def test_what_would_go_wrong_is_refused(project: LanguageProject, path: str, before: str, name: str, why: str) -> None:
    answer = renamed(project, path, before, name)
    assert isinstance(answer, str)
    assert why in answer


def test_the_same_name_changes_nothing(project: LanguageProject) -> None:
    assert renamed(project, PAGE_WXML, 'bindtap="', "onTap") == {}


@pytest.mark.parametrize("before", ["<", "<view ", "</", "\n"])
def test_what_has_no_other_name_is_no_target(project: LanguageProject, before: str) -> None:
    text = FILES[PAGE_WXML]
    place = Lines(text).position(text.index(before) + len(before))
    assert project.service.rename_target(PAGE_WXML, place) is None


def test_the_target_is_the_name_alone(project: LanguageProject) -> None:
    text = FILES[PAGE_WXML]
    target = project.service.rename_target(PAGE_WXML, Lines(text).position(text.index("😀{{title") + 5))
    assert target is not None
    assert target.name == "title"
    assert target.range == Lines(text).range(text.index("title}}<"), text.index("title}}<") + 5)


def test_the_tag_of_a_component_is_renamed_where_its_declaration_counts(tmp_path: Path) -> None:
    component = '{"component": true}'
    files = {
        "app.json": '{"pages": ["pages/index/index", "pages/other/other"], "usingComponents": {"my-card": "/c/card"}}',
        "c/card.json": component,
        "c/card.js": "Component({})",
        "c/card.wxml": "",
        "pages/index/index.json": '{"usingComponents": {"my-card": "/c/card", "b": "/c/card"}}',
        "pages/other/other.js": "Page({})",
        "pages/other/other.wxml": "<my-card/>",
    }
    project = LanguageProject(tmp_path, files)
    place = project.place("<my-ca|rd><my-card>a</my-card></my-card><b/>")
    target = project.service.rename_target(PAGE_WXML, place)
    assert target is not None
    assert target.name == "my-card"
    renaming = project.service.rename(PAGE_WXML, place, "tile")
    assert {file.path: len(file.edits) for file in renaming.files} == {PAGE_WXML: 4, "pages/index/index.json": 1}
    assert project.service.rename(PAGE_WXML, place, "b").refusal
    assert project.service.rename(PAGE_WXML, place, "view").refusal
    assert project.service.rename(PAGE_WXML, place, "1a").refusal
    everywhere = project.service.rename(
        "app.json", project.place(files["app.json"].replace("my-", "my|-"), "app.json"), "tile"
    )
    assert {file.path for file in everywhere.files} == {"app.json", "pages/other/other.wxml"}
