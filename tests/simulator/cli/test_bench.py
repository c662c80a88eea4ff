"""What `handset bench` makes of samples."""

from __future__ import annotations

import io

from simulator.cli.bench import medians, run_bench


def test_each_list_of_samples_becomes_its_median() -> None:
    samples = {"a": [3.0, 1.0, 2.0], "b": {"c": [1.0, 2.0], "d": []}, "machine": "m"}
    assert medians(samples) == {"a": 2.0, "b": {"c": 1.5, "d": None}, "machine": "m"}


def test_an_unknown_measurement_is_refused() -> None:
    assert run_bench(as_json=False, runs=9, only=["nonsense"], out=io.StringIO()) == 2
