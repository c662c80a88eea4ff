"""`handset --version` and the About box name what a report of a fault needs."""

from __future__ import annotations

import tomllib

import pytest

from simulator.cli.main import main
from simulator.versions import handset_version, version_lines
from tests.arch.sources import ROOT


def test_the_version_is_the_one_of_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert handset_version() == project["version"]


def test_the_engines_are_named_with_their_versions() -> None:
    names = [line.rsplit(" ", 1) for line in version_lines()[2:]]
    assert [name for name, _ in names] == ["Qt WebEngine (PySide6)", "QuickJS (quickjs-ng)"]
    assert all(number[0].isdigit() for _, number in names)


def test_the_command_prints_them_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.splitlines() == version_lines()
