"""Arithmetic on paths of a mini program."""

from __future__ import annotations

import pytest

from runtime.project.paths import closest, folder_of, join, parents, without_suffix


@pytest.mark.parametrize(
    ("folder", "name", "path"),
    [
        ("pages/a", "./b", "pages/a/b"),
        ("pages/a", "../../b.js", "b.js"),
        ("pages/a", "/b//c", "b/c"),
        ("", "b", "b"),
        ("a", "..", ""),
        ("a", "../../b", None),
        ("", "../b", None),
    ],
)
def test_join(folder: str, name: str, path: str | None) -> None:
    assert join(folder, name) == path


def test_parts() -> None:
    assert folder_of("a/b/c.js") == "a/b"
    assert folder_of("c.js") == ""
    assert parents("a/b") == ["a/b", "a", ""]
    assert without_suffix("a/b.wxml", (".wxml",)) == "a/b"
    assert closest("pages/indx", ["pages/index", "x"]) == "pages/index"
    assert closest("zzz", ["pages/index"]) == ""
