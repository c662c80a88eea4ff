"""What the measurement of the search gives."""

from __future__ import annotations

import pytest

from simulator.cli.benchmarks import search_speed


def test_each_kind_of_search_has_a_number_for_each_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_speed, "MANY_PAGES", 4)
    monkeypatch.setattr(search_speed, "MANY_COMPONENTS", 2)
    found = search_speed.measure(2)["find_in_files_ms"]
    assert {name: len(numbers) for name, numbers in found.items()} == {"common": 2, "absent": 2, "expression": 2}
    assert all(number > 0 for numbers in found.values() for number in numbers)
