"""Which module path, environment and folder a Python process of ours gets."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from runtime.module_path import HOME, leave_current_folder, python_child

HOSTILE = {
    "PYTHONPATH": ".",
    "PYTHONHOME": "/nowhere",
    "PYTHONSTARTUP": "start.py",
    "PYTHONWARNINGS": "error::project.Warning",
    "PYTHONBREAKPOINT": "project.stop",
    "PYTHONINSPECT": "1",
    "HOME": "/home/somebody",
}


def test_a_child_hears_of_nothing_that_the_user_tells_python() -> None:
    child = python_child("simulator.worker", "--part", "program", environment=HOSTILE)
    assert child.command[1:] == ["-P", "-m", "simulator.worker", "--part", "program"]
    assert child.environment == {
        "HOME": "/home/somebody", "PYTHONPATH": str(HOME), "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1",
    }  # fmt: skip
    assert Path(child.folder).is_relative_to(HOME)


def test_a_child_looks_for_modules_in_absolute_places_outside_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    child = python_child("site", environment={**os.environ, "PYTHONPATH": f".{os.pathsep}lib"})
    told = subprocess.run(child.command, env=child.environment, cwd=child.folder, capture_output=True, text=True)
    listed = [line.strip().strip("',") for line in told.stdout.splitlines() if line.startswith("    ")]
    assert str(HOME) in listed
    folders = [path for path in listed if not path.endswith("__path_hook__")]
    assert [path for path in folders if not os.path.isabs(path) or Path(path).is_relative_to(tmp_path)] == []


@pytest.mark.parametrize("named", ["", ".", "lib", f"{os.pathsep}/lib", f"/lib{os.pathsep}./lib"])
def test_the_current_folder_and_what_is_named_from_it_leaves_the_module_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "hook").mkdir()
    monkeypatch.chdir(tmp_path)
    relative = [os.path.abspath(name) for name in named.split(os.pathsep) if not os.path.isabs(name)]
    path = ["", str(tmp_path), *relative, "/lib", "mark-of-a-hook", "hook", str(HOME)]
    leave_current_folder(path, {"PYTHONPATH": named})
    assert path == ["/lib", "mark-of-a-hook", str(HOME)]


def test_handset_may_be_started_in_its_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOME)
    path = ["", str(HOME)]
    leave_current_folder(path, {})
    assert path == [str(HOME)]
