"""The TypeScript compiler finds nothing in the JavaScript of ours, with strict null checks."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.arch.sources import ROOT
from tests.differential.official import PACKAGES

pytestmark = [pytest.mark.npm, pytest.mark.usefixtures("packages")]

JAVASCRIPT = ROOT / "runtime" / "js"
PROJECTS = tuple(sorted(path.parent for path in JAVASCRIPT.rglob("tsconfig.json")))
"""Folders with a configuration: the browser's world, those of the engine, which has no DOM, and that of Node.js."""


def findings(project: Path) -> list[str]:
    """What the compiler says of a folder with a `tsconfig.json`."""
    compiler = PACKAGES / "typescript" / "bin" / "tsc"
    outcome = subprocess.run(["node", compiler, "--pretty", "false", "-p", project], capture_output=True, text=True)
    lines = outcome.stdout.splitlines()
    assert lines or outcome.returncode == 0, outcome.stderr
    return lines


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_no_mistakes_of_types(project: Path) -> None:
    assert findings(project) == []


def test_every_folder_is_checked() -> None:
    folders = {path.name for path in JAVASCRIPT.iterdir() if path.is_dir()}
    checked = {name for name in folders if f'"{name}/**/*.js"' in (JAVASCRIPT / "tsconfig.json").read_text("utf-8")}
    assert folders - checked == {project.name for project in PROJECTS if project != JAVASCRIPT}


def test_a_mistake_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "tsconfig.json").write_text((JAVASCRIPT / "tsconfig.json").read_text("utf-8"), "utf-8")
    (tmp_path / "view").mkdir()
    (tmp_path / "view" / "a.js").write_text("document.querySelector('p').nothing;\nexport {};\n", "utf-8")
    found = "\n".join(findings(tmp_path))
    assert "possibly 'null'" in found
    assert "'nothing' does not exist" in found
