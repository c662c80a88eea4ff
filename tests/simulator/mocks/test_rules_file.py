"""The file of a project's mock rules."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from runtime.mocks.model import MockFile, MockRule
from runtime.mocks.read import MAX_BYTES, MockError
from simulator.mocks.rules_file import RULES_FILE, RulesFile

RULES = MockFile(rules=[MockRule("login", result={"code": "x"})])


def file_in(root: Path) -> RulesFile:
    return RulesFile(root / RULES_FILE, RULES_FILE, root)


def test_without_a_file_there_are_no_rules(tmp_path: Path) -> None:
    rules = file_in(tmp_path)
    assert [rules.read(), rules.read()] == [MockFile(), None]
    assert not (tmp_path / ".handset").exists()


def test_what_is_written_is_there_for_others_and_is_not_read_again(tmp_path: Path) -> None:
    rules = file_in(tmp_path)
    rules.write(RULES)
    assert rules.read() is None
    assert file_in(tmp_path).read() == RULES
    assert [path.name for path in (tmp_path / ".handset").iterdir()] == ["mocks.json"]
    rules.path.unlink()
    assert rules.read() == MockFile()


def test_a_mistake_is_told_once_for_each_state_of_the_file(tmp_path: Path) -> None:
    rules = file_in(tmp_path)
    rules.write(RULES)
    rules.path.write_text("{", "utf-8")
    with pytest.raises(MockError, match=r"^\.handset/mocks\.json:1:"):
        rules.read()
    assert rules.read() is None
    rules.path.write_text('\ufeff{"rules": []}', "utf-8")
    assert rules.read() == MockFile()


@pytest.mark.parametrize(
    ("content", "fault"), [(b"\xff\xfe", "no UTF-8"), (b"x" * (MAX_BYTES + 1), "more than 4 MB")], ids=["bytes", "huge"]
)
def test_what_is_no_text_or_too_much(tmp_path: Path, content: bytes, fault: str) -> None:
    rules = file_in(tmp_path)
    rules.path.parent.mkdir()
    rules.path.write_bytes(content)
    with pytest.raises(MockError, match=fault):
        rules.read()


def test_a_link_out_of_the_project_is_neither_read_nor_written(tmp_path: Path) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    (outside / "mocks.json").write_text('{"secret": 1}', "utf-8")
    (project / ".handset").symlink_to(outside)
    rules = file_in(project)
    with pytest.raises(MockError, match="outside of the project"):
        rules.read()
    with pytest.raises(OSError, match="outside of the project"):
        rules.write(RULES)
    assert [path.name for path in outside.iterdir()] == ["mocks.json"]
    assert (outside / "mocks.json").read_text("utf-8") == '{"secret": 1}'


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    rules = file_in(tmp_path)
    rules.path.parent.mkdir()
    os.mkfifo(rules.path)
    with pytest.raises(MockError, match="no ordinary file"):
        rules.read()


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / ".handset").write_text("in the way", "utf-8")
    with pytest.raises(OSError, match=r".*"):
        file_in(tmp_path).write(RULES)
