"""`handset new` on the command line: what it makes, and what it refuses."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from pathlib import Path

import pytest

from simulator.cli.check import run_check
from simulator.cli.new import EXIT_REFUSED, run_new
from simulator.project_templates import new_project


def test_unknown_templates_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_new(tmp_path / "x", template="nope", name="") == EXIT_REFUSED
    assert "blank, shop, todo" in capsys.readouterr().err


@pytest.mark.parametrize("template", ["blank", "shop", "todo"])
def test_templates_compile_without_a_word(tmp_path: Path, template: str) -> None:
    new_project(tmp_path / template, template)
    assert findings(tmp_path / template) == []


def test_the_bundled_example_compiles_without_a_word() -> None:
    assert findings(Path(str(files("resources"))) / "examples" / "2048") == []


def findings(project: Path) -> list[object]:
    out = io.StringIO()
    run_check(project, as_json=True, out=out)
    found: list[object] = json.loads(out.getvalue())["diagnostics"]
    return found
