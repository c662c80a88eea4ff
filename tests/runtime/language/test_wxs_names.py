"""Names of wxs modules, and events of components: every place, another name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.runtime.language.linked_program import told
from tests.runtime.language.test_rename import renamed
from tests.support.language_project import PAGE_WXML, LanguageProject

PRICE = """var tax = require('./tax.wxs')
function money(x) { return x + tax.rate(x) + round(x) }
function round(x) { return x }
function twice(money) { return money * 2 }
module.exports = { money: money, round: round, twice: twice, other: round }
"""
PAGE = """<wxs src="../../lib/price.wxs" module="p"/>
<wxs module="own">
module.exports.show = function (x) { return x }
</wxs>
<view class="{{p.money(a)}}" wx:if="{{ p.round(b.p) && !other.money }}">{{own.show(p.money(1))}}</view>
<template is="x" data="{{p, a: p}}"/>
<card bind:pick="onPick" bindpick="onPick"/>
"""
FILES = {
    "lib/price.wxs": PRICE,
    "lib/tax.wxs": "exports.rate = function (x) { return 1 }",
    PAGE_WXML: PAGE,
    "pages/index/index.js": "Page({ data: { a: 1 }, onPick() {} })",
    "pages/index/index.json": '{"usingComponents": {"card": "/card/card"}}',
    "card/card.json": '{"component": true}',
    "card/card.wxml": "<view/>",
    "card/card.js": """Component({ methods: {
  one() { this.triggerEvent('pick', 1) }, two() { this.triggerEvent("pick"); this.triggerEvent('close') } } })""",
}


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, FILES)


def places(project: LanguageProject, path: str, before: str) -> list[str]:
    text = FILES[path]
    at = text.index(before) + len(before)
    return told(project, project.service.references(path, project.place(f"{text[:at]}|{text[at:]}", path)))


def test_a_function_of_a_module_is_found_in_modules_and_templates(project: LanguageProject) -> None:
    # The parameter of the same name is another variable.
    assert places(project, PAGE_WXML, "{{p.") == [
        "lib/price.wxs:5: money", "pages/index/index.wxml:5: money", "pages/index/index.wxml:5: money",
    ]  # fmt: skip
    assert places(project, "lib/price.wxs", "+ ro") == places(project, PAGE_WXML, "p.ro")
    assert places(project, "lib/price.wxs", "tax.ra") == ["lib/price.wxs:2: rate", "lib/tax.wxs:1: rate"]
    assert places(project, PAGE_WXML, "{{own.") == ["pages/index/index.wxml:3: show", "pages/index/index.wxml:5: show"]


def test_a_function_of_a_module_has_another_name_everywhere(project: LanguageProject) -> None:
    assert renamed(project, PAGE_WXML, "p.ro", "whole") == {
        "lib/price.wxs": PRICE.replace("round", "whole"),
        PAGE_WXML: PAGE.replace("p.round", "p.whole"),
    }
    # Another variable has the same name, so the key alone changes.
    assert renamed(project, PAGE_WXML, "{{p.", "price") == {
        "lib/price.wxs": PRICE.replace("money: money", "price: money"),
        PAGE_WXML: PAGE.replace("p.money", "p.price"),
    }
    assert renamed(project, "lib/tax.wxs", "exports.", "part") == {
        "lib/tax.wxs": FILES["lib/tax.wxs"].replace("rate", "part"),
        "lib/price.wxs": PRICE.replace("tax.rate", "tax.part"),
    }
    assert renamed(project, PAGE_WXML, "{{own.", "tell") == {PAGE_WXML: PAGE.replace("show", "tell")}


def test_a_module_has_another_name_in_its_template(project: LanguageProject) -> None:
    made = PAGE.replace('module="p"', 'module="q"').replace("p.money", "q.money").replace("p.round", "q.round")
    assert renamed(project, PAGE_WXML, 'module="', "q") == {PAGE_WXML: made.replace("{{p, a: p}}", "{{p: q, a: q}}")}
    assert "taken" in str(renamed(project, PAGE_WXML, 'module="', "own"))
    assert "taken" in str(renamed(project, PAGE_WXML, 'module="', "a"))


def test_names_that_are_taken_are_refused(project: LanguageProject) -> None:
    assert "taken" in str(renamed(project, PAGE_WXML, "{{p.", "twice"))
    assert "taken" in str(renamed(project, PAGE_WXML, "bind:", "close"))
    assert "cannot be a name" in str(renamed(project, PAGE_WXML, "{{p.", "a b"))


def test_an_event_has_another_name_where_it_is_triggered_and_heard(project: LanguageProject) -> None:
    made = {
        "card/card.js": FILES["card/card.js"].replace("pick", "choose"),
        PAGE_WXML: PAGE.replace("bind:pick", "bind:choose").replace("bindpick", "bindchoose"),
    }
    assert renamed(project, PAGE_WXML, "bind:", "choose") == made
    assert renamed(project, "card/card.js", "triggerEvent('", "choose") == made


def test_definitions_of_modules_and_events(project: LanguageProject) -> None:
    def leads(before: str) -> list[str]:
        at = PAGE.index(before) + len(before)
        found = project.service.definition(PAGE_WXML, project.place(f"{PAGE[:at]}|{PAGE[at:]}"))
        return told(project, found.locations) if found is not None else []

    assert leads("bind:") == ["card/card.js:2: pick", "card/card.js:2: pick"]
    assert leads("p.ro") == ["lib/price.wxs:5: round"]
    assert [one.partition(":")[0] for one in leads("{{")] == ["lib/price.wxs"]
