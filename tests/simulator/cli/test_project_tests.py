"""`handset test`: what it runs, when it runs it again, and what it says when there is nothing to run."""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.cli import project_tests
from simulator.cli.main import main
from simulator.cli.project_tests import EXIT_CANNOT, add_test_command, pytest_words, split_words, watch
from simulator.project_templates import new_project
from tests.support.project_folder import write_project


def command_of(*words: str) -> list[str]:
    own, for_pytest = split_words(["test", *words])
    parser = argparse.ArgumentParser()
    add_test_command(parser.add_subparsers())
    return pytest_words(parser.parse_args(own, argparse.Namespace(words=for_pytest)))


def test_options_become_those_of_the_plug_in(tmp_path: Path) -> None:
    options = ["--tier", "full", "--device", "iPhone X", "--junit", "r.xml", "--results", "out", "--update-snapshots"]
    assert command_of(str(tmp_path), *options, "--", "-k", "cart", "--watch") == [
        "tests",
        f"--rootdir={tmp_path}",
        f"--handset-project={tmp_path}",
        "--handset-tier=full",
        "--handset-device=iPhone X",
        f"--junitxml={Path('r.xml').absolute()}",
        f"--handset-results={Path('out').absolute()}",
        "--update-snapshots",
        *("-k", "cart", "--watch"),
    ]


def test_what_cannot_be_run_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["test", str(tmp_path / "none")]) == EXIT_CANNOT
    assert main(["test", str(tmp_path)]) == EXIT_CANNOT
    said = capsys.readouterr().err
    assert "is no folder" in said
    assert "has no folder tests" in said
    monkeypatch.setattr(project_tests, "find_spec", lambda name: None)
    (tmp_path / "tests").mkdir()
    assert main(["test", str(tmp_path)]) == EXIT_CANNOT
    assert 'pip install "handset[test]"' in capsys.readouterr().err


class Runs:
    """Does what a script says at each run; the last one ends the watch."""

    def __init__(self, *acts: Callable[[], object]) -> None:
        self.acts = list(acts)
        self.count = 0

    def __call__(self) -> int:
        self.count += 1
        if not self.acts:
            raise KeyboardInterrupt
        self.acts.pop(0)()
        return 1


def test_a_save_runs_them_again_and_what_the_tests_write_does_not(tmp_path: Path) -> None:
    write_project(tmp_path, {"app.js": "", "tests/test_it.py": ""})

    def results() -> None:
        write_project(tmp_path, {"test-results/x/trace.ndjson": "", "tests/__snapshots__/a/b.wxml": ""})
        write_project(tmp_path, {"tests/__pycache__/x.pyc": "", ".pytest_cache/v": ""})
        write_project(tmp_path, {"app.js": "App({})", "tests/test_it.py": "pass"})

    runs, out = Runs(results, lambda: write_project(tmp_path, {"tests/test_it.py": "1"})), io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        watch(tmp_path, runs, out)
    assert runs.count == 3
    changed = [line for line in out.getvalue().splitlines() if line.endswith("has changed")]
    assert len(changed) == 2
    assert not any("results" in line or "__" in line or "cache" in line for line in changed)


def test_the_tests_of_the_template_pass(tmp_path: Path) -> None:
    new_project(tmp_path / "shop", "shop")
    command = [sys.executable, "-m", "simulator.cli", "test", str(tmp_path / "shop"), "--", "-q", "-p", "no:xdist"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 passed" in done.stdout
