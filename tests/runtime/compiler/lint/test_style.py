"""What the rules about style sheets see, place by place."""

from __future__ import annotations

import pytest

from runtime.compiler.lint.rule import StyleFile
from runtime.compiler.lint.style import component_selectors, declarations, local_resource
from runtime.compiler.wxss.compile import compile_style
from runtime.platform.wechat import WECHAT


def style_file(path: str, text: str) -> StyleFile:
    return StyleFile(compile_style(path, text), text, WECHAT.style_properties)


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        (".a", None),
        (".a .b::before", None),
        (".a:nth-child(2n+1)", None),
        (".a:not(.b)", None),
        (":host(.x)", None),
        (".a\\:b", None),
        ('.a:is(".view")', None),
        ("#a", "#a"),
        ("view", "view"),
        (".a>view", "view"),
        (".a, text .b", "text"),
        ("input::placeholder", "input"),
        (".a[data-x]", "[data-x]"),
        (".a /* view */ .b", None),
    ],
)
def test_which_selectors_a_component_should_not_use(selector: str, found: str | None) -> None:
    file = style_file("a.wxss", f"{selector} {{ top: 0 }}")
    reports = [one.args["found"] for one in component_selectors.RULE.check(file)]
    assert reports == ([found] if found else [])


def test_a_selector_of_several_lines_knows_its_place() -> None:
    file = style_file("a.wxss", ".a,\n  .b,\n  view { top: 0 }")
    (report,) = component_selectors.RULE.check(file)
    assert (report.span.line, report.span.column, report.span.end_column) == (3, 3, 7)


def test_a_selector_begins_with_what_is_blank_to_python_alone() -> None:
    for before in ("", "/* c */"):
        rule = component_selectors.RULE
        (found,) = rule.check(style_file("a.wxss", f"{before}\u2028\nec-canvas {{ }}"))
        assert (found.span.line, found.span.column, found.args["found"]) == (2, 1, "ec-canvas")


def test_data_and_network_addresses_are_no_local_resources() -> None:
    css = ".a { a: url(data:image/png;base64,x); b: url('https://h.example/a.png'); c: url(../a.png) }"
    assert [one.args["path"] for one in local_resource.RULE.check(style_file("p/a.wxss", css))] == ["../a.png"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (".a { colr: red }", ["unknown-property"]),
        (".a { COLOR: red; -x-y: 1; --z: ; *zoom: 1; _top: 1px }", []),
        (".a { color: }", ["empty-value"]),
        (".a { color: ; top: 0 }", ["empty-value"]),
        (".a { content: ''; color: /* later */; }", []),
        (".a { color: red\n  top: 0; }", ["missing-semicolon"]),
        (".a { color: red\n  topp: 0; }", []),
        (".a { width: calc(1px +\n  top: 2px) }", []),
        ("@font-face { font-family: f; src: url(a) }", []),
        (".a:hover, .b:not(.c) { top: 0 }", []),
        ("@media (min-width: 1px) { .a { topp: 0 } }", ["unknown-property"]),
        (".a { // http://x.example/y;\n top: 0 }", []),
    ],
)
def test_declarations_that_a_browser_drops(text: str, codes: list[str]) -> None:
    assert [one.code for one in declarations.RULE.check(style_file("a.wxss", text))] == [f"wxss/{one}" for one in codes]


def test_declarations_of_less_are_not_for_this_rule() -> None:
    assert not list(declarations.RULE.check(style_file("a.less", ".a { colr: red }")))
