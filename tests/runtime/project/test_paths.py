"""Arithmetic on paths of a mini program."""

from __future__ import annotations

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.project.paths import close_matches, closest, folder_of, join, parents, without_suffix


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


@given(
    st.text("abc/", max_size=8),
    st.sets(st.text("abc/", max_size=8), max_size=30),
    st.integers(1, 8),
    st.sampled_from([0.3, 0.6, 0.7]),
)
def test_close_matches_are_those_of_the_standard_library(name: str, names: set[str], count: int, cutoff: float) -> None:
    assert close_matches(name, names, count, cutoff) == get_close_matches(name, names, count, cutoff)
