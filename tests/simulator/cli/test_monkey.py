"""`handset monkey`: its exit codes, what it prints and writes, and reports that it does again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.cli.main import main
from tests.support.monkey_programs import GO, write_program

pytestmark = pytest.mark.usefixtures("qapp")
THROWS = {"a": (GO, "Page({ go() { null.x } })")}


def test_a_failure_is_told_reported_written_and_done_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = str(write_program(tmp_path / "app", THROWS))
    report, tests = tmp_path / "r.json", tmp_path / "app" / "tests"
    words = ["monkey", project, "--steps", "5", "--report", str(report), "--tests", str(tests), "--github"]
    assert main([*words, "--html", str(tmp_path / "r.html")]) == 3
    told = capsys.readouterr().out
    assert "step 1: program error: TypeError: cannot read property 'x' of null (pages/a/a.js:1)\n" in told
    assert "   after 1 step (found by " in told
    assert '     1 pages/a/a: page.locator(".go").tap()  # Go\n' in told
    assert "::error file=" in told
    assert told.endswith("1 of 1 pages, 1 of 1 places; failures: 1\n")
    (failure,) = json.loads(report.read_bytes())["failures"]
    assert [step["code"] for step in failure["steps"]] == ['page.locator(".go").tap()']
    assert 'page.locator(".go").tap()' in (tmp_path / "r.html").read_text("utf-8")
    script = Path(failure["script"])
    assert script.parent == tests
    run = [sys.executable, "-P", "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--rootdir={project}", str(script)]
    ended = subprocess.run(run, cwd=project, capture_output=True, text=True, check=False, timeout=300)
    assert ended.returncode == 1, ended.stdout
    assert "the program has thrown" in ended.stdout
    assert main(["monkey", project, "--replay", str(report)]) == 3
    write_program(tmp_path / "app", {"a": (GO, "Page({ go() {} })")})
    assert main(["monkey", project, "--replay", str(report)]) == 0
    assert "1. does not happen any more: program error" in capsys.readouterr().out


def test_json_is_all_that_the_output_has(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = str(write_program(tmp_path, {"a": (GO, "Page({ go() {} })")}))
    assert main(["monkey", project, "--steps", "3", "--seed", "9", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["seed"], told["steps"], told["failures"]) == (9, 3, [])


def test_reports_that_are_none_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = str(write_program(tmp_path / "app", THROWS))
    file = tmp_path / "r.json"
    for text in ("{", "{}", "[1]"):
        file.write_text(text)
        assert main(["monkey", project, "--replay", str(file)]) == 4
        assert f"handset: {file} is no report of handset monkey: " in capsys.readouterr().err


def test_numbers_that_are_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--steps", "0"], ["--time", "inf"], ["--seed", "x"], ["--shorten", "-1"]):
        with pytest.raises(SystemExit):
            main(["monkey", str(tmp_path), *words])
        assert words[0] in capsys.readouterr().err
