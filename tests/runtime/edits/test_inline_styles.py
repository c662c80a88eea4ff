"""Changes of an inline style, mustaches and all."""

from __future__ import annotations

import pytest

from runtime.edits.inline_styles import read_inline, set_inline

STYLE = "color: red; width: {{a ? 'b;c' : 1}}px;{{more}}; background: url(a;b)"


def test_declarations() -> None:
    assert [(one.name, one.value, one.is_bound) for one in read_inline(STYLE)] == [
        ("color", "red", False), ("width", "{{a ? 'b;c' : 1}}px", True), ("", "{{more}}", True),
        ("background", "url(a;b)", False),
    ]  # fmt: skip
    assert read_inline(" ; ;") == []


@pytest.mark.parametrize(
    ("index", "name", "value", "after"),
    [
        (0, "color", "blue", STYLE.replace("red", "blue")),
        (3, "top", "1px", STYLE.replace("background: url(a;b)", "top: 1px")),
        (4, "top", "1px", STYLE + "; top: 1px"),
        (0, "color", "", STYLE.removeprefix("color: red; ")),
        (1, "width", "1px", None),
        (2, "", "x", None),
        (9, "top", "1px", None),
    ],
)
def test_changes(index: int, name: str, value: str, after: str | None) -> None:
    assert set_inline(STYLE, index, name, value) == after


def test_the_first_and_the_last() -> None:
    assert set_inline("", 0, "top", "1px") == "top: 1px"
    assert set_inline("top: 1px", 0, "top", "") == ""
    assert set_inline("top: 1px; left: 0;", 1, "left", "") == "top: 1px;"
    assert set_inline("top: 1px; left: 0; right: 1px", 1, "left", "") == "top: 1px; right: 1px"
    assert set_inline("top: 1px;", 1, "left", "2px") == "top: 1px; left: 2px"
