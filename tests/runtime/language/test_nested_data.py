"""Keys inside of the data and variables of loops: every place along written paths, another name where that is safe."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.runtime.language.linked_program import told
from tests.runtime.language.test_rename import renamed
from tests.support.language_project import PAGE_WXML, LanguageProject

PAGE_JS = "pages/index/index.js"
SCRIPT = """Page({
  data: { user: { name: '', address: { city: 'a' } }, list: [{ id: 1, tags: [{ id: 2 }] }, { id: 3 }], total: 0 },
  onLoad() {
    this.setData({ 'user.name': 'b', [`list[${this.data.total}].id`]: 4, user: { name: 'c', address: { city: 'd' } } })
    if (this.data.user.name && this.data.list.length) this.other(this.data.list[0].id)
    const { city } = this.data.user.address
    console.log(city)
  },
})
"""
TEMPLATE = """<view wx:if="{{user}}">{{user.name}} {{ user . address.city }}</view>
<view wx:for="{{list}}" wx:key="id">{{index}} {{item.id}}
  <text wx:for="{{item.tags}}" wx:for-item="tag" wx:key="id">{{tag.id}} {{item.id}}</text>
</view>
<view wx:for="{{list}}">{{item.id}}</view>
"""


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, {PAGE_JS: SCRIPT, PAGE_WXML: TEMPLATE})


def references(project: LanguageProject, marked: str, path: str = PAGE_WXML) -> list[str]:
    found = told(project, project.service.references(path, project.place(marked, path)))
    return [place.removeprefix("pages/index/index.") for place in found]


def test_every_place_of_a_key_inside_of_the_data(project: LanguageProject) -> None:
    everywhere = ["js:2: name", "js:4: name", "js:4: name", "js:5: name", "wxml:1: name"]
    assert references(project, TEMPLATE.replace("user.name", "user.na|me")) == everywhere
    assert references(project, SCRIPT.replace("'user.name", "'user.n|ame"), PAGE_JS) == everywhere
    assert references(project, SCRIPT.replace("user: { name: ''", "user: { |name: ''"), PAGE_JS) == everywhere


def test_every_place_of_a_key_of_the_items_of_a_list(project: LanguageProject) -> None:
    everywhere = [
        "js:2: id", "js:2: id", "js:4: id", "js:5: id", "wxml:2: id", "wxml:2: id", "wxml:3: id", "wxml:5: id",
    ]  # fmt: skip
    assert references(project, TEMPLATE.replace("}} {{item.id", "}} {{item.i|d", 1)) == everywhere
    assert references(project, TEMPLATE.replace('wx:key="id"', 'wx:key="i|d"', 1)) == everywhere
    assert references(project, SCRIPT.replace("].id`", "].|id`"), PAGE_JS) == everywhere


def test_lists_inside_of_lists_are_other_data(project: LanguageProject) -> None:
    marked = TEMPLATE.replace("tag.id", "tag.|id")
    assert references(project, marked) == ["js:2: id", "wxml:3: id", "wxml:3: id"]


def test_a_key_inside_of_the_data_gets_another_name(project: LanguageProject) -> None:
    assert renamed(project, PAGE_WXML, "{{user.", "nick") == {
        PAGE_JS: SCRIPT.replace("name", "nick"),
        PAGE_WXML: TEMPLATE.replace("user.name", "user.nick"),
    }


def test_a_variable_of_a_loop_gets_another_name(project: LanguageProject) -> None:
    named = TEMPLATE.replace('"tag"', '"label"').replace("{{tag.", "{{label.")
    assert renamed(project, PAGE_WXML, 'wx:for-item="', "label") == {PAGE_WXML: named}
    assert renamed(project, PAGE_WXML, 'tag" wx:key="id">{{', "label") == {PAGE_WXML: named}


def test_a_loop_that_names_nothing_is_given_the_name(project: LanguageProject) -> None:
    answer = renamed(project, PAGE_WXML, '"id">{{index}} {{', "row")
    assert isinstance(answer, dict)
    assert answer[PAGE_WXML].splitlines()[1:5] == [
        '<view wx:for-item="row" wx:for="{{list}}" wx:key="id">{{index}} {{row.id}}',
        '  <text wx:for="{{row.tags}}" wx:for-item="tag" wx:key="id">{{tag.id}} {{row.id}}</text>',
        "</view>",
        '<view wx:for="{{list}}">{{item.id}}</view>',
    ]


def test_where_a_variable_of_a_loop_comes_from(project: LanguageProject) -> None:
    found = project.service.definition(PAGE_WXML, project.place(TEMPLATE.replace("{{tag.id", "{{ta|g.id")))
    assert found is not None
    assert told(project, found.locations) == [f"{PAGE_WXML}:3: tag"]


@pytest.mark.parametrize(
    ("before", "name", "why"),
    [
        ("{{user.", "address", "taken"),
        ('wx:for-item="', "item", "taken"),
        ('"id">{{index}} {{', "tag", "taken"),
        ('"id">{{index}} {{item.', "no name", "cannot be a name"),
    ],
)
def test_names_that_mean_something_already_are_refused(
    project: LanguageProject, before: str, name: str, why: str
) -> None:
    answer = renamed(project, PAGE_WXML, before, name)
    assert isinstance(answer, str)
    assert why in answer


@pytest.mark.parametrize(
    ("script", "template", "place"),
    [
        ("onLoad() { this.setData({ user: fetched }) }", "{{user.name}}", "js:1"),
        ("onLoad() { save(this.data.user) }", "{{user.name}}", "js:1"),
        ("onLoad() { const { user } = this.data }", "{{user.name}}", "js:1"),
        ("", "{{user.name}}<my-card\n of='{{user}}'/>", "wxml:2"),
        ("", "<template is='a' data='{{...user}}'/>{{user.name}}", "wxml:1"),
        ("", "{{user.name}}<wxs module='m'>module.exports = {}</wxs>\n{{m.f(user)}}", "wxml:2"),
    ],
)
def test_a_value_that_other_code_sees_keeps_its_keys(
    project: LanguageProject, script: str, template: str, place: str
) -> None:
    project.service.edit(PAGE_JS, f"Page({{ data: {{ user: {{ name: 1 }} }}, {script} }})")
    project.service.edit(PAGE_WXML, template)
    answer = renamed(project, PAGE_WXML, "user.", "nick")
    assert isinstance(answer, str)
    assert f"pages/index/index.{place}" in answer


def test_items_that_a_method_of_the_list_sees_keep_their_keys(project: LanguageProject) -> None:
    project.service.edit(PAGE_JS, SCRIPT.replace("console.log(city)", "this.data.list.map(one => one.id)"))
    answer = renamed(project, PAGE_WXML, '"id">{{index}} {{item.', "key")
    assert isinstance(answer, str)
    assert "pages/index/index.js:7" in answer
