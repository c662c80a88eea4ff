"""Independent packages: the App comes with the first page outside them. Source: independent subpackage guide."""

from __future__ import annotations

from tests.support.logic_program import LogicProgram

FILES = {
    "app.json": """{"pages": ["pages/p/p"], "subPackages": [
        {"root": "alone", "pages": ["a/a", "b/b"], "independent": true}, {"root": "more", "pages": ["c/c"]}]}""",
    "app.js": """console.log('app.js');
App({ user: 'Ann', onLaunch(options) { console.log('onLaunch ' + options.path); },
  onShow() { console.log('onShow'); } });
""",
    "pages/p/p.wxml": "p",
    "pages/p/p.js": "Page({ onLoad() { console.log('p ' + getApp().user + ' ' + getApp().mark); } })",
    "alone/a/a.wxml": "a",
    "alone/a/a.js": """Page({ onLoad() {
  console.log('a ' + (getApp() === undefined)); getApp({ allowDefault: true }).mark = 1; } })""",
    "alone/b/b.wxml": "b",
    "alone/b/b.js": "Page({ onLoad() { console.log('b ' + getApp({ allowDefault: true }).mark); } })",
    "more/c/c.wxml": "c",
    "more/c/c.js": "Page({ onLoad() { console.log('c ' + getApp().user); } })",
}


def test_the_app_waits_for_the_first_page_outside() -> None:
    program = LogicProgram(FILES, first_page="alone/a/a")
    program.launch("alone/a/a")
    program.open("alone/b/b")
    assert program.logs() == ["a true", "b 1"]
    program.open("pages/p/p")
    assert program.logs() == ["app.js", "onLaunch alone/a/a", "onShow", "p Ann 1"]
    assert program.errors() == []


def test_a_program_that_starts_elsewhere_has_its_app_at_once() -> None:
    program = LogicProgram(FILES, first_page="more/c/c")
    program.launch("more/c/c")
    program.open("alone/b/b")
    assert program.logs() == ["app.js", "onLaunch more/c/c", "onShow", "c Ann", "b undefined"]
