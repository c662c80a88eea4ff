"""What `handset bench` makes of samples."""

from __future__ import annotations

import io

import pytest

from runtime.compiler.build import build
from runtime.compiler.style_compiler import DirectStyleCompiler
from runtime.project.load import load_project
from simulator.cli.bench import medians, run_bench
from simulator.cli.benchmarks.projects import large_project


def test_each_list_of_samples_becomes_its_median() -> None:
    samples = {"a": [3.0, 1.0, 2.0], "b": {"c": [1.0, 2.0], "d": []}, "machine": "m"}
    assert medians(samples) == {"a": 2.0, "b": {"c": 1.5, "d": None}, "machine": "m"}


def test_an_unknown_measurement_is_refused() -> None:
    assert run_bench(as_json=False, runs=9, only=["nonsense"], out=io.StringIO()) == 2


@pytest.mark.parametrize(("pages", "components"), [(5, 3), (3, 5)])
def test_a_generated_project_has_no_errors_and_as_much_as_it_is_asked_for(pages: int, components: int) -> None:
    with large_project(pages, components) as root:
        result = build(load_project(root), style_compiler=DirectStyleCompiler())
    assert not result.has_errors
    assert len(result.project.pages) == pages
    assert len(result.program["components"]) == pages + components - max(0, components - 2 * pages)
