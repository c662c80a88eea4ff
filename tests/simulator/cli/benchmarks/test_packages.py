"""Where the packages to measure against are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.benchmarks.packages import FOLDER_VARIABLE, find_packages, packages_folder


def test_an_environment_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert packages_folder() == tmp_path


def test_a_checkout_keeps_them_out_of_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    folder = packages_folder()
    assert folder is not None
    assert folder.parts[-3:] == ("tests", ".npm", "bench")


def test_without_node_there_are_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_packages() is None
    assert "Node is not installed" in capsys.readouterr().err
