"""The wheel is whole: installed alone into a new environment, far from the checkout, it opens a project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.versions import handset_version
from tests.arch.sources import ROOT

pytestmark = pytest.mark.package

BUILT_FROM = ("ide", "simulator", "runtime", "resources", "pyproject.toml", "README.md", "LICENSE")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, env=environment())
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": ""}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the commands of an environment that has the wheel and what it asks for."""
    place = tmp_path_factory.mktemp("wheel")
    sources = place / "sources"
    sources.mkdir()
    for name in BUILT_FROM:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, sources / name)
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "--wheel-dir", place, sources, cwd=place)
    (wheel,) = place.glob("handset-*.whl")
    run(sys.executable, "-m", "venv", place / "venv", cwd=place)
    commands = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(commands / "python", "-m", "pip", "install", "--quiet", f"{wheel}[test]", cwd=place)
    return commands


def test_it_tells_its_version(installed: Path, tmp_path: Path) -> None:
    told = run(installed / "handset", "--version", cwd=tmp_path).stdout
    assert told.splitlines()[0] == f"Handset {handset_version()}"


def test_it_makes_checks_and_shows_a_project(installed: Path, tmp_path: Path) -> None:
    run(installed / "handset", "new", tmp_path / "shop", "--template", "shop", cwd=tmp_path)
    run(installed / "handset", "check", tmp_path / "shop", cwd=tmp_path)
    run(installed / "handset", "shot", tmp_path / "shop", "--out", tmp_path / "shop.png", cwd=tmp_path)
    assert (tmp_path / "shop.png").read_bytes().startswith(b"\x89PNG")


def test_it_runs_the_tests_of_a_project(installed: Path, tmp_path: Path) -> None:
    run(installed / "handset", "new", tmp_path / "shop", "--template", "shop", cwd=tmp_path)
    assert "6 passed" in run(installed / "handset", "test", tmp_path / "shop", cwd=tmp_path).stdout


def test_what_it_publishes_is_typed(installed: Path, tmp_path: Path) -> None:
    suite = tmp_path / "suite.py"
    suite.write_text(
        "from handset.testing import App, Locator, expect\n\n\n"
        "def test_it(app: App) -> None:\n"
        '    found: Locator = app.page.locator(".x").first\n'
        "    expect(found).to_have_count(1)\n"
        "    reveal_type(app.page.title)\n",
        "utf-8",
    )
    python = installed / "python"
    told = run(sys.executable, "-m", "mypy", "--strict", "--python-executable", python, suite, cwd=tmp_path).stdout
    assert 'Revealed type is "str"' in told or 'Revealed type is "builtins.str"' in told
