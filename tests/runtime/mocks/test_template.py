"""Answers with placeholders."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from runtime.mocks.template import Filling, filled

FILLING = Filling({"url": "u", "data": {"page": 3}, "flag": True}, 2, 1_700_000_000_123.0, Random(1))


@pytest.mark.parametrize(
    ("template", "value"),
    [
        ("{{args.data.page}}", 3),
        ("page {{ args.data.page }} of {{args.url}}", "page 3 of u"),
        ("{{args}}", {"url": "u", "data": {"page": 3}, "flag": True}),
        ("{{args.data}}!", "!"),
        ("{{args.flag}} {{args.none}}", "true null"),
        ("{{args.none}}", None),
        ("{{count}}", 2),
        ("{{now}}", 1_700_000_000_123),
        ("{{date}}", "2023-11-14T22:13:20.123Z"),
        ("{{random 4 4}}", 4),
        ([{"a": "{{count}}"}, 5, None], [{"a": 2}, 5, None]),
        ({"__proto__": {"a": "{{count}}"}}, {"__proto__": {"a": 2}}),
        ("{{unknown}} {{ count more }} {{random 5 1}} {{random 1 x}} {{}} {{  }}", None),
        ("{{random 0 99999999999999999999999}}", None),
        ("{" * 50_000, None),
    ],
    ids=str.split("typed text all object odd missing count now date random deep proto unknown far braces"),
)
def test_filled(template: Any, value: Any) -> None:
    is_kept = value is None and template != "{{args.none}}"
    assert filled(template, FILLING) == (template if is_kept else value)


def test_random_values() -> None:
    assert 0 <= filled("{{random}}", FILLING) < 1
    assert {filled("{{random 1 3}}", FILLING) for _ in range(60)} == {1, 2, 3}
    assert len({filled("{{uuid}}", FILLING) for _ in range(3)}) == 3
