"""What the rules about style sheets see, place by place."""

from __future__ import annotations

import pytest

from runtime.compiler.lint.style import component_selectors, local_resource
from runtime.compiler.wxss.compile import compile_style


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
    unit = compile_style("a.wxss", f"{selector} {{ top: 0 }}")
    reports = [one.args["found"] for one in component_selectors.RULE.check(unit)]
    assert reports == ([found] if found else [])


def test_a_selector_of_several_lines_knows_its_place() -> None:
    unit = compile_style("a.wxss", ".a,\n  .b,\n  view { top: 0 }")
    (report,) = component_selectors.RULE.check(unit)
    assert (report.span.line, report.span.column, report.span.end_column) == (3, 3, 7)


def test_a_selector_begins_with_what_is_blank_to_python_alone() -> None:
    for before in ("", "/* c */"):
        rule = component_selectors.RULE
        (found,) = rule.check(compile_style("a.wxss", f"{before}\u2028\nec-canvas {{ }}"))
        assert (found.span.line, found.span.column, found.args["found"]) == (2, 1, "ec-canvas")


def test_data_and_network_addresses_are_no_local_resources() -> None:
    css = ".a { a: url(data:image/png;base64,x); b: url('https://h.example/a.png'); c: url(../a.png) }"
    assert [one.args["path"] for one in local_resource.RULE.check(compile_style("p/a.wxss", css))] == ["../a.png"]
