"""componentPlaceholder: something stands for a component until it is there. Source: the framework guide."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.support.logic_program import LogicProgram

LOUD = (
    "lifetimes: { attached() { console.log(this.is, 'attached', this.data.n) },"
    " detached() { console.log(this.is, 'gone') } }"
)
APP = {"pages": ["pages/a/a"], "subPackages": [{"root": "far", "pages": ["p/p"]}]}
FILES = {
    "far/p/p.wxml": "far page",
    "far/p/p.js": "Page({})",
    "far/p/p.json": '{"usingComponents": {"thing": "/far/thing"}, "componentPlaceholder": {"thing": "view"}}',
    "far/thing.wxml": "[<slot/>{{n}}]",
    "far/thing.js": f"console.log('far code'); Component({{ properties: {{ n: Number }}, {LOUD},"
    " ready() { this.triggerEvent('hey', { v: this.data.n }, {}) } })",
    "ui/wait.wxml": "wait(<slot/>)",
    "ui/wait.js": f"Component({{ properties: {{ n: Number }}, {LOUD} }})",
    "pages/a/a.js": "Page({ data: { n: 3, more: 0, on: true }, hey(e) { console.log('hey', e.detail.v) },"
    " onReady() { console.log('ready', this.selectComponent('#t') && this.selectComponent('#t').is) } })",
    "pages/a/a.wxml": '<thing wx:if="{{on}}" id="t" n="{{n}}" bind:hey="hey"><text>{{n}}!</text></thing>'
    '<thing wx:for="{{more}}" wx:key="*this" n="{{item}}"/>',
}


def page_json(placeholder: str | None, component: str = "/far/thing") -> str:
    using = {"thing": component, "wait": "/ui/wait"}
    given = {} if placeholder is None else {"componentPlaceholder": {"thing": placeholder}}
    return json.dumps({"usingComponents": using, **given})


def program(placeholder: str | None, app: Mapping[str, Any] = APP, **changes: str) -> LogicProgram:
    files = FILES | {"app.json": json.dumps(app), "pages/a/a.json": page_json(placeholder)}
    return LogicProgram(files | {f"pages/a/a.{ending}": text for ending, text in changes.items()})


def test_a_component_stands_for_one_of_another_package_until_it_is_there() -> None:
    running = program("wait")
    page_id = running.start("pages/a/a")
    running.paint()
    assert running.logs() == [
        ["ui/wait", "attached", 3],
        ["ready", "ui/wait"],
        "far code",
        ["ui/wait", "gone"],
        ["far/thing", "attached", 3],
        ["hey", 3],
    ]
    assert running.views[page_id].text() == "[3!3]"
    assert running.errors() == []
    running.evaluate("getCurrentPages()[0].setData({ n: 4, more: 2 })")
    running.paint()
    assert running.views[page_id].text() == "[4!4][0][1]"
    assert running.logs() == [["far/thing", "attached", 0], ["far/thing", "attached", 1]]


@pytest.mark.parametrize("tag", ["view", "image"])
def test_a_built_in_may_stand_for_it(tag: str) -> None:
    running = program(tag)
    page_id = running.start("pages/a/a")
    running.paint()
    assert running.logs() == [["ready", None], "far code", ["far/thing", "attached", 3], ["hey", 3]]
    assert running.views[page_id].text() == "[3!3]"
    assert running.errors() == []
    # The content stands once, in the component.
    running.evaluate("getCurrentPages()[0].setData({ n: 5 })")
    assert running.views[page_id].text() == "[5!5]"
    running.evaluate("getCurrentPages()[0].setData({ on: false })")
    assert running.views[page_id].text() == ""
    assert running.logs() == [["far/thing", "gone"]]


def test_a_component_of_the_main_package_needs_none() -> None:
    running = LogicProgram(FILES | {"app.json": json.dumps(APP), "pages/a/a.json": page_json("view", "/ui/wait")})
    running.start("pages/a/a")
    assert running.logs() == [["ui/wait", "attached", 3], ["ready", "ui/wait"]]


def test_in_a_package_that_has_been_opened_it_is_there() -> None:
    files = FILES | {"app.json": json.dumps(APP), "pages/a/a.json": page_json("wait")}
    running = LogicProgram(files | {"far/p/p.wxml": '<thing n="{{7}}"/>'})
    page_id = running.start("far/p/p")
    assert running.views[page_id].text() == "[7]"
    running.open("pages/a/a")
    assert running.logs() == [
        "far code",
        ["far/thing", "attached", 7],
        ["far/thing", "attached", 3],
        ["hey", 3],
        ["ready", "far/thing"],
    ]


def test_with_lazy_code_each_page_renders_the_placeholder_first() -> None:
    app = {"pages": ["pages/a/a"], "lazyCodeLoading": "requiredComponents", "subPackages": APP["subPackages"]}
    running = LogicProgram(FILES | {"app.json": json.dumps(app), "pages/a/a.json": page_json("view", "/ui/wait")})
    for open_page in (running.start, running.go_to):
        page_id = open_page("pages/a/a")
        assert running.logs() == [["ready", None], ["ui/wait", "attached", 3]]
        assert running.views[page_id].text() == "wait(3!)"
        running.evaluate("getCurrentPages().pop().setData({ more: 1 })")
        assert running.logs() == [["ui/wait", "attached", 0]]


def test_a_placeholder_that_has_gone_is_not_replaced() -> None:
    running = program("wait", js="Page({ data: { n: 1, on: true }, onReady() { this.setData({ on: false }) } })")
    page_id = running.start("pages/a/a")
    running.paint()
    assert running.views[page_id].text() == ""
    assert running.logs() == [["ui/wait", "attached", 1], ["ui/wait", "gone"], "far code"]
    running.evaluate("getCurrentPages()[0].setData({ on: true })")
    assert running.views[page_id].text() == "[1!1]"
    assert running.errors() == []


def test_a_swap_of_the_template_keeps_the_component() -> None:
    running = program("wait")
    page_id = running.start("pages/a/a")
    running.paint()
    running.logs()
    files = FILES | {"app.json": json.dumps(APP), "pages/a/a.json": page_json("wait")}
    running.patch(files | {"pages/a/a.wxml": '<thing id="t" n="{{n}}">new</thing>'}, templates=["pages/a/a.wxml"])
    assert running.views[page_id].text() == "[new3]"
    assert running.logs() == []


class Desk(LogicProgram):
    """The host says whether packages are fetched ahead."""

    asked: tuple[str, ...] = ()
    answer = "true"

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        """Answers at once."""
        self.asked = (*self.asked, f"{name} {args}")
        return f'{{"ok":true,"result":{{"value":{self.answer}}}}}'


@pytest.mark.parametrize(("answer", "stands"), [("true", "far/thing"), ("false", "ui/wait")])
@pytest.mark.parametrize("named", ["far", "off"])
def test_a_preloaded_package_needs_no_placeholder(answer: str, stands: str, named: str) -> None:
    app = {
        "pages": ["pages/a/a", "pages/b/b"], "subPackages": [{"root": "far", "name": "off", "pages": ["p/p"]}],
        "preloadRule": {"pages/b/b": {"packages": [named, "none"], "network": "all"}, "pages/a/a": 3},
    }  # fmt: skip
    files = FILES | {
        "app.json": json.dumps(app), "pages/a/a.json": page_json("wait"), "pages/b/b.wxml": "b",
        "pages/b/b.js": "Page({})",
    }  # fmt: skip
    running = Desk(files)
    running.answer = answer
    running.launch("pages/b/b")
    running.paint()
    asked = 'handset.preloads {"page":"pages/b/b","network":"all","packages":["far"]}'
    assert running.asked == (asked,)
    running.open("pages/a/a")
    running.paint()
    assert running.logs()[1 if answer == "true" else 0][0] == stands
    assert running.asked == (asked,)
