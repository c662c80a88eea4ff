"""What the measurement of the language gives."""

from __future__ import annotations

import pytest

from simulator.cli.benchmarks import language_speed


def test_each_run_has_a_number_for_each_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_speed, "MANY_PAGES", 8)
    monkeypatch.setattr(language_speed, "MANY_COMPONENTS", 4)
    samples = language_speed.measure(2)
    assert {name: len(found) for name, found in samples.items()} == {
        "completion_ms": 2, "hover_ms": 2, "findings_ms": 2,
    }  # fmt: skip
    assert all(one > 0 for found in samples.values() for one in found)
