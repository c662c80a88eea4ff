"""The projects that are measured are sound."""

from __future__ import annotations

from runtime.compiler.build import build
from runtime.project.load import load_project
from simulator.cli.benchmarks.bundle_project import bundle_project
from simulator.cli.benchmarks.projects import COMPONENTS, PAGES, large_project, list_project
from simulator.cli.benchmarks.reload_speed import EDITS


def test_the_large_project_compiles_without_a_finding() -> None:
    with large_project() as root:
        result = build(load_project(root))
    assert result.diagnostics == ()
    assert len(result.program["pages"]) == PAGES
    assert len(result.program["components"]) == PAGES + COMPONENTS


def test_every_measured_edit_changes_its_file() -> None:
    with list_project() as root:
        assert build(load_project(root)).diagnostics == ()
        for path, old, _new in EDITS.values():
            assert old in (root / path).read_text("utf-8")


def test_the_bundle_is_as_large_as_those_of_frameworks_and_compiles_without_complaints() -> None:
    with bundle_project() as root:
        result = build(load_project(root))
        assert [found.code for found in result.diagnostics if found.severity != "info"] == []
        assert (root / "vendor.js").stat().st_size > 150_000
        assert (root / "base.wxml").stat().st_size > 60_000
