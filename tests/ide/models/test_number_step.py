"""Arrow keys change the number at the cursor and leave the rest."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ide.models.number_step import stepped


@pytest.mark.parametrize(
    ("text", "cursor", "step", "after"),
    [
        ("10px", 0, "1", "11px"),
        ("10px", 4, "-10", "0px"),
        ("1px solid", 0, "-3", "-2px solid"),
        ("0.5", 1, "0.1", "0.6"),
        ("0.3rpx", 3, "-0.3", "0rpx"),
        ("1px 20rpx", 6, "100", "1px 120rpx"),
        ("calc(100% - 8px)", 6, "1", "calc(101% - 8px)"),
        (".5em", 1, "1", "1.5em"),
        ("-4px", 0, "1", "-3px"),
        ("1.50px", 2, "1", "2.5px"),
    ],
)
def test_steps(text: str, cursor: int, step: str, after: str) -> None:
    found = stepped(text, cursor, Decimal(step))
    assert found is not None
    changed, start, end = found
    assert changed == after
    assert Decimal(changed[start:end]) is not None


@pytest.mark.parametrize("text", ["red", "#ff1122", "", "a1b", "1" * 40])
def test_what_is_no_number_stays(text: str) -> None:
    assert stepped(text, len(text), Decimal(1)) is None
