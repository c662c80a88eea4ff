"""Which tabs find room: from the left, and the current one always."""

from __future__ import annotations

import pytest

from ide.shell.panel_tabs import fitting


@pytest.mark.parametrize(
    ("room", "current", "expected"),
    [
        (400, 0, {0, 1, 2, 4}),
        (399, 0, {0, 1, 2}),
        (300, 4, {0, 1, 4}),
        (100, 2, {2}),
        (50, 2, {2}),
        (200, 3, {0, 1}),
    ],
)
def test_what_fits(room: int, current: int, expected: set[int]) -> None:
    assert fitting({0: 100, 1: 100, 2: 100, 4: 100}, room, current) == expected
