"""What is offered in templates, also half-typed ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.language.answers import Position, Range
from runtime.language.position import Lines
from runtime.language.service import LanguageService
from tests.support.language_project import PAGE_WXML, LanguageProject

USING = '{"usingComponents": {"my-card": "/components/card"}}'
CARD = {"components/card.json": '{"component": true}', "components/card.wxml": "", "pages/index/index.json": USING}
SCRIPT = """
const base = { shared: 1 }
Page({
  data: { title: '', user: { name: '', address: { city: '' } }, list: [{ id: 1, tags: [{ text: '' }] }], ...base },
  onLoad() { this.setData({ later: 1, 'user.age': 2 }) },
  onTap(event) {},
  pick: function (event) {},
})
"""


@pytest.fixture
def page(tmp_path: Path) -> LanguageProject:
    return LanguageProject(
        tmp_path,
        {
            "pages/index/index.js": SCRIPT,
            "pages/index/index.wxss": "@import '/shared.wxss';\n.own { }",
            "shared.wxss": ".shared, .own { }",
            "app.wxss": ".of-app { }",
            "lib/tools.wxs": "function f() {}\nmodule.exports = { format: f, other: 1 }\nexports.third = 2",
            "parts/rows.wxml": '<template name="row">{{text}}</template>',
        },
    )


@pytest.mark.parametrize(
    ("script", "properties"),
    [
        ("Component({ properties: { coverImage: String, b: { type: Number } } })", ["b", "cover-image"]),
        ("Component({})", []),
        ("Component({ behaviors: [unknown()], properties: { a: String } })", ["a"]),
        ("const shared = { a: String }\nComponent({ properties: { ...shared, ...unknown, b: null } })", ["a", "b"]),
        ("Component({ externalClasses: ['title-class'] })", ["title-class"]),
        ("const it = { properties: { a: String } }\nit.x = change(it)\nComponent(it)", ["a"]),
        ("Component(made())", []),
        ("Component({ properties: { a: String", []),
        ("Component({ properties: { a: String,  }, methods: { f() { this. } } })", ["a"]),
    ],
)
def test_properties_of_components_come_first(tmp_path: Path, script: str, properties: list[str]) -> None:
    project = LanguageProject(tmp_path, {**CARD, "components/card.js": script})
    found = project.completion("<my-card |").suggestions
    assert sorted(one.label for one in found if one.kind == "property") == properties


def test_properties_of_behaviors_of_other_files_are_offered(tmp_path: Path) -> None:
    card = "const base = require('./base')\nComponent({ behaviors: [base, require('./more').second] })"
    base = "module.exports = Behavior({ properties: { depth: Number } })"
    more = "exports.first = Behavior({})\nexports.second = Behavior({ properties: { width: Number } })"
    files = {"components/card.js": card, "components/base.js": base, "components/more.js": more}
    project = LanguageProject(tmp_path, {**CARD, **files})
    assert project.labels("<my-card |")[:2] == ["depth", "width"]


def test_behaviors_in_a_circle_end(tmp_path: Path) -> None:
    card = "Component({ behaviors: [require('./a')], properties: { own: String } })"
    one = "module.exports = Behavior({ behaviors: [require('./b')], properties: { a: String } })"
    other = "module.exports = Behavior({ behaviors: [require('./a')], properties: { b: String } })"
    files = {"components/card.js": card, "components/a.js": one, "components/b.js": other}
    assert LanguageProject(tmp_path, {**CARD, **files}).labels("<my-card |")[:3] == ["a", "b", "own"]


def test_events_of_components_are_offered_as_attributes(tmp_path: Path) -> None:
    script = "Component({ methods: { f() { this.triggerEvent('opened', {}) } } })"
    labels = LanguageProject(tmp_path, {**CARD, "components/card.js": script}).labels("<my-card |")
    assert labels.index("bind:opened") < labels.index("bind:tap")


def test_a_page_is_offered_its_own_tags_and_a_part_of_others_all(tmp_path: Path) -> None:
    files = {
        "app.json": '{"pages": ["pages/index/index", "pages/other/other"]}',
        "pages/other/other.wxml": "",
        "pages/other/other.js": "",
        "parts/head.wxml": "",
    }
    project = LanguageProject(tmp_path, {**CARD, **files})
    assert project.labels("<|")[0] == "my-card"
    assert "my-card" not in project.labels("<|", "pages/other/other.wxml")
    assert project.labels("<|", "parts/head.wxml")[0] == "my-card"


def test_a_program_in_a_folder_below_is_found(tmp_path: Path) -> None:
    files = {
        "project.config.json": '{"miniprogramRoot": "mini/"}',
        "mini/app.json": '{"pages": ["pages/index/index"]}',
        "mini/pages/index/index.js": "Page({ data: { title: 1 } })",
        "mini/pages/index/index.wxml": "",
    }
    project = LanguageProject(tmp_path, files)
    assert project.labels("{{|}}", "mini/pages/index/index.wxml") == ["title"]
    assert project.labels("{{|}}", "elsewhere.wxml") == []


@pytest.mark.parametrize(
    "text",
    ["<|", "<sw|", "a <|\n<view></view>", "<view><|</view>", "<view>\n  <sw|\n</view>", "<!-- < --><sw|", "{{a}}<|"],
)
def test_tags_are_offered_wherever_one_begins(page: LanguageProject, text: str) -> None:
    assert "swiper" in page.labels(text)


def test_a_tag_that_has_a_rest_is_given_its_name_alone(page: LanguageProject) -> None:
    new = next(one for one in page.completion("<|").suggestions if one.label == "view")
    old = next(one for one in page.completion('<vie| class="a"></view>').suggestions if one.label == "view")
    assert (new.insert, new.is_snippet) == ("view$1>$0</view>", True)
    assert (old.insert, old.is_snippet) == ("view", False)


@pytest.mark.parametrize(
    ("text", "insert"),
    [
        ("<view><text></|", "text>"),
        ("<view><text></|\n</view>", "text>"),
        ("<view></|>", "view"),
        ("<view><block></te|</view>", "block>"),
        ("</|", ""),
    ],
)
def test_an_end_tag_closes_what_is_open(page: LanguageProject, text: str, insert: str) -> None:
    found = page.completion(text).suggestions
    assert "".join(one.insert for one in found) == insert


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<button |", ["open-type", "wx:if", "bind:tap", "class"]),
        ("<button op|></button>", ["open-type"]),
        ('<button open-type="share" |\n<view class="a"></view>', ["size"]),
        ("<scroll-view bind|", ["bind:scroll", "catch:scroll"]),
    ],
)
def test_attributes_of_a_tag_are_offered(page: LanguageProject, text: str, wanted: list[str]) -> None:
    assert set(wanted) <= set(page.labels(text))


def test_an_attribute_that_is_there_is_not_offered_again(page: LanguageProject) -> None:
    labels = page.labels('<button size="mini" |')
    assert "size" not in labels
    assert "size" in page.labels('<button siz|="mini"')


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("<|", ["view", "text", "image", "button"]),
        ("<view |", ["class", "wx:for", "wx:if", "bind:tap", "style"]),
        ("<image |", ["src", "mode", "lazy-load", "class"]),
        ("<input |", ["value", "placeholder", "type", "maxlength"]),
        ("<block |", ["wx:for", "wx:if", "wx:else"]),
        ("<template |", ["is", "data", "name"]),
        ('<image mode="|"/>', ["aspectFill", "aspectFit", "widthFix"]),
        ('<view style="|"/>', ["color", "display"]),
        ('<view style="color: red; display: |"/>', ["flex", "none"]),
        ('<view wx:if="|"/>', ["{{later}}", "{{list}}"]),
        ('<scroll-view scroll-y="|"/>', ["{{later}}", "{{list}}"]),
        ("<view class=\"a {{b ? '|' : 0}}\"/>", ["own", "shared", "of-app"]),
        ("<view class=\"a {{b == 'c' ? 'o|", ["own", "shared", "of-app"]),
        ("{{list.|}}", ["length"]),
    ],
)
def test_what_one_wants_comes_first(page: LanguageProject, text: str, first: list[str]) -> None:
    assert page.labels(text)[: len(first)] == first


def test_what_is_no_element_has_neither_classes_nor_events(page: LanguageProject) -> None:
    for tag in ("block", "template", "wxs", "import", "include"):
        assert not {"class", "bind:tap", "hover-class"} & set(page.labels(f"<{tag} |")), tag


def test_rare_forms_of_events_are_offered_when_they_are_begun(page: LanguageProject) -> None:
    assert "capture-bind:tap" in page.labels("<view capt|")
    assert "mut-bind:tap" in page.labels("<view mut|")
    assert not [one for one in page.labels("<view |") if one.startswith(("capture", "mut"))]


def test_pages_and_media_are_offered_as_addresses(tmp_path: Path) -> None:
    files = {
        "app.json": '{"pages": ["pages/index/index", "pages/a/a"]}',
        "pages/a/a.wxml": "", "pages/a/a.js": "Page({})", "pages/a/a.json": '{"navigationBarTitleText": "About"}',
        "a.mp4": "", "a.png": "",
    }  # fmt: skip
    project = LanguageProject(tmp_path, files)
    found = project.completion('<navigator url="|"/>').suggestions
    assert [(one.label, one.detail) for one in found] == [("/pages/index/index", ""), ("/pages/a/a", "About")]
    assert project.labels('<navigator url="|"/>')[0] == "/pages/a/a"
    assert project.labels('<video src="|"/>') == ["/a.mp4"]
    assert project.labels('<video poster="|"/>') == ["/a.png"]


COMPONENTS = {
    "app.json": '{"pages": ["pages/index/index"]}',
    "pages/index/index.json": '{"usingComponents": {"van-cell": "@vant/weapp/cell/index"}}',
    "components/card/index.json": '{"component": true}',
    "components/card/index.wxml": "<view/>",
    "components/card/index.js": "Component({})",
    "miniprogram_npm/@vant/weapp/cell/index.json": '{"component": true}',
    "miniprogram_npm/@vant/weapp/cell/index.wxml": "<view/>",
    "miniprogram_npm/@vant/weapp/cell/index.js": "Component({})",
    "miniprogram_npm/@vant/weapp/button/index.json": '{"component": true}',
    "miniprogram_npm/@vant/weapp/button/index.wxml": "<view/>",
    "miniprogram_npm/@vant/weapp/button/index.js": "Component({})",
}


def test_a_component_that_is_not_registered_yet_is_when_it_is_taken(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, COMPONENTS)
    for text in ("<|", "<ca|", "ca|", "va|"):
        found = {one.label: one for one in project.completion(text).suggestions if one.kind == "component" and one.also}
        assert set(found) <= {"card", "van-button"}
        for one in found.values():
            (edits,) = one.also
            assert edits.path == "pages/index/index.json"
            lines = Lines(project.text(edits.path))
            (edit,) = edits.edits
            start, end = lines.offset(edit.range.start) or 0, lines.offset(edit.range.end) or 0
            written = json.loads(lines.text[:start] + edit.text + lines.text[end:])["usingComponents"]
            assert written["van-cell"] == "@vant/weapp/cell/index"
            named = {"card": "/components/card/index", "van-button": "@vant/weapp/button/index"}[one.label]
            assert written[one.label] == named
        assert found
    assert [one.rank for one in project.completion("<|").suggestions if one.label == "van-cell"] == [0]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ('<button size="|"', ["default", "mini"]),
        ('<button size="mi|">ok</button>', ["default", "mini"]),
        ("<button size='|\n<view class='b'>x</view>", ["default", "mini"]),
        ('<view bindtap="|"', ["onTap", "pick"]),
        ('<view capture-catch:touchstart="on|"></view>', ["onTap", "pick"]),
        ('<view class="|"', ["own", "shared", "of-app"]),
        ('<view class="a {{b}} o|"', ["own", "shared", "of-app"]),
        ('<view hover-class="|"', ["own", "shared", "of-app"]),
        ('<import src="/parts/rows"/><template name="here"/><template is="|"/>', ["here", "row"]),
        ('<import src="|"/>', ["/parts/rows.wxml"]),
        ('<wxs module="m" src="|"/>', ["/lib/tools.wxs"]),
        ('<view wx:for="{{list}}" wx:key="|"/>', ["id", "tags", "*this"]),
        ('<view title="|"', []),
    ],
)
def test_values_of_attributes_are_offered(page: LanguageProject, text: str, labels: list[str]) -> None:
    assert page.labels(text) == labels


DATA = ["later", "list", "shared", "title", "user"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("{{|}}", DATA),
        ("{{ ti|", DATA),
        ("<view a='{{ !|", DATA),
        ("{{ a ? b : |}}", DATA),
        ("{{user.|}}", ["address", "name"]),
        ("{{user.address.c|}}", ["city"]),
        ("{{list[0].|}}", ["id", "tags"]),
        ("{{list[user.name].tags[1].|}}", ["text"]),
        ("{{missing.|}}", []),
        ("{{'text|'}}", []),
        ('<block wx:for="{{list}}">{{item.|}}</block>', ["id", "tags"]),
        ('<block wx:for="{{list}}" wx:for-item="row">{{|}}</block>', ["index", "row", *DATA]),
        ('<view wx:for="{{list}}"><view wx:for="{{item.tags}}" wx:for-item="t">{{t.|}}', ["text"]),
        ('<view wx:for="{{|}}"', DATA),
        ('<wxs module="m" src="/lib/tools.wxs"/>{{m.|}}', ["format", "other", "third"]),
        ('<wxs module="m">module.exports = { here: 1 }</wxs>{{m.|}}', ["here"]),
        ('<template name="a"><view wx:for="{{b}}">{{|}}</view></template>', ["index", "item"]),
    ],
)
def test_paths_into_the_data_are_offered(page: LanguageProject, text: str, labels: list[str]) -> None:
    assert page.labels(text) == labels


def test_what_is_typed_is_what_is_replaced(page: LanguageProject) -> None:
    found = page.completion("😀 中文 {{ user.na|me }}")
    assert found.range == Range(Position(0, 14), Position(0, 18))


def test_unsaved_text_of_other_files_counts(page: LanguageProject) -> None:
    page.service.edit("pages/index/index.js", "Page({ data: { fresh: 1 } })")
    assert page.labels("{{|}}") == ["fresh"]
    page.service.close("pages/index/index.js")
    assert page.labels("{{|}}") == DATA


def test_before_the_first_build_nothing_is_known() -> None:
    service = LanguageService()
    service.edit(PAGE_WXML, "<vi")
    assert service.completion(PAGE_WXML, Position(0, 3)) is None


def test_a_handler_that_is_not_there_is_offered_with_its_method(page: LanguageProject) -> None:
    found = {one.label: one for one in page.completion('<view bind:long-press="|" />').suggestions}
    (edits,) = found["onLongPress"].also
    assert edits.path == "pages/index/index.js"
    assert "onLongPress(event) {" in edits.edits[0].text
    assert found["onTap"].also == ()
    assert "buy" in page.labels('<view bindtap="buy|" />')
    assert "on" not in page.labels('<view bindtap="on|" />')
    assert page.labels('<view bindtap="not a name|" />').count("not a name") == 0


def test_slots_of_the_component_around_are_offered(tmp_path: Path) -> None:
    template = '<slot/><slot name="head"/><slot name="{{a}}"/>'
    project = LanguageProject(tmp_path, {**CARD, "components/card.wxml": template, "components/card.js": ""})
    assert project.labels('<my-card><block><view slot="|"/></block></my-card>') == ["head"]
    assert project.labels('<view><view slot="|"/></view>') == []


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("<view>|", "</view>"),
        ("<view><view>|</view>", "</view>"),
        ("<view>|</view>", ""),
        ("<input>|", ""),
        ("<view />|", ""),
        ("<view>a</|", "view>"),
        ("<view></view></|", ""),
        ("a > |", ""),
        ("|", ""),
    ],
)
def test_a_tag_that_is_typed_is_closed(page: LanguageProject, text: str, closing: str) -> None:
    assert page.service.close_tag(PAGE_WXML, page.place(text)) == closing
