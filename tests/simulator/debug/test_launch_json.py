"""VS Code's launch.json gets one entry; whatever else is in it stays."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from simulator.cli.launch_json import run_launch_json
from simulator.debug.launch_json import NAME, entry

OTHERS = """{
  // How we start things.
  "version": "0.2.0",
  "configurations": [
    { "name": "Tests", "type": "node", "request": "launch" }, // keep
  ],
}
"""


def run(folder: Path, port: int = 9229) -> tuple[int, str, str]:
    out, problems = io.StringIO(), io.StringIO()
    code = run_launch_json(folder, port, out=out, problems=problems)
    return code, out.getvalue(), problems.getvalue()


def text_of(folder: Path) -> str:
    return (folder / ".vscode" / "launch.json").read_text("utf-8")


def write(folder: Path, text: str) -> None:
    (folder / ".vscode").mkdir()
    (folder / ".vscode" / "launch.json").write_text(text, "utf-8")


def test_a_new_file(tmp_path: Path) -> None:
    code, told, _ = run(tmp_path, 9230)
    assert code == 0
    assert NAME in told
    assert json.loads(text_of(tmp_path)) == {"version": "0.2.0", "configurations": [entry(9230)]}


def test_entries_of_others_and_comments_stay(tmp_path: Path) -> None:
    write(tmp_path, OTHERS)
    assert run(tmp_path)[0] == 0
    text = text_of(tmp_path)
    assert "// How we start things." in text
    assert '{ "name": "Tests", "type": "node", "request": "launch" }, // keep' in text
    assert f'"name": "{NAME}"' in text


def test_the_entry_is_brought_up_to_date_and_not_doubled(tmp_path: Path) -> None:
    write(tmp_path, OTHERS)
    run(tmp_path, 9229)
    before = text_of(tmp_path)
    run(tmp_path, 9229)
    assert text_of(tmp_path) == before
    run(tmp_path, 9333)
    text = text_of(tmp_path)
    assert text.count(NAME) == 1
    assert '"port": 9333' in text
    assert "9229" not in text


def test_a_list_that_is_missing_or_empty(tmp_path: Path) -> None:
    for number, text in enumerate(('{"version": "0.2.0"}', '{"configurations": []}')):
        folder = tmp_path / str(number)
        folder.mkdir()
        write(folder, text)
        assert run(folder)[0] == 0
        assert json.loads(text_of(folder))["configurations"] == [entry(9229)]


@pytest.mark.parametrize("text", ["{", "[]", '{"configurations": 5}', "not json"])
def test_what_is_not_understood_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    code, _, problems = run(tmp_path)
    assert code == 4
    assert "left as it is" in problems
    assert text_of(tmp_path) == text


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    project = tmp_path / "project"
    project.mkdir()
    (project / ".vscode").symlink_to(outside)
    assert run(project)[0] == 4
    assert list(outside.iterdir()) == []


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    assert run(tmp_path / "missing")[0] == 2
