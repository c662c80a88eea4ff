"""The outline of files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from runtime.language.answers import Symbol
from tests.support.language_project import PAGE_WXML, LanguageProject


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, {})


def shown(symbols: Iterable[Symbol], depth: int = 0) -> list[str]:
    return [
        line for one in symbols
        for line in (f"{'  ' * depth}{one.name} {one.detail}".rstrip(), *shown(one.children, depth + 1))
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "text", "lines"),
    [
        (
            PAGE_WXML,
            '<view id="a" class="b {{c}} d">\n<text>x</text></view><template name="t"/><wxs module="m"/>',
            ["view #a .b .d", "  text", "template t", "wxs m"],
        ),
        (PAGE_WXML, "<view><te", ["view", "  te"]),
        ("app.wxss", ".a, .b { }\n@media (x) { .c { } }", [".a, .b", "@media (x)", "  .c"]),
        ("a.less", "@v: 1px;\n.a { &:hover { } }", ["@v 1px", ".a", "  &:hover"]),
        ("a.txt", "x", []),
    ],
)
def test_the_outline_is_that_of_the_text(project: LanguageProject, path: str, text: str, lines: list[str]) -> None:
    project.service.edit(path, text)
    symbols = project.service.symbols(path)
    assert shown(symbols) == lines
    assert all(one.range.start <= one.name_range.start and one.name_range.end <= one.range.end for one in symbols)
