"""A repository of somebody else runs nothing: whatever its configuration, attributes and hooks name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ide.version_control.history import History
from ide.version_control.repository import find_repository, read_head
from tests.ide.version_control.repositories import git, make_hostile, make_repository

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")


def ask_everything(root: Path) -> History:
    history = History(root)
    history.status()
    for path in ("app.js", "gone.js", "pages/a.js", ".gitattributes"):
        history.committed(path)
    return history


def test_nothing_that_a_repository_names_is_run(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    (root / "app.js").write_text("changed\n")
    trace = make_hostile(root)
    history = ask_everything(root)
    status = history.status()
    assert status is not None
    assert ("app.js", "modified") in status.changed
    assert history.committed("app.js") == b"one\ntwo\n"
    history.close()
    assert not trace.exists()
    # That git itself runs it shows that the trap is one.
    for name in ("core.worktree", "extensions.partialClone", "filter.evil.required"):
        git(root, "config", "--unset", name)
    git(root, "diff", "--stat")
    assert trace.exists()


def test_a_folder_that_leads_to_a_hostile_repository_elsewhere_runs_nothing(tmp_path: Path) -> None:
    elsewhere = make_repository(tmp_path / "elsewhere")
    trace = make_hostile(elsewhere)
    root = tmp_path / "project"
    root.mkdir()
    (root / "app.js").write_text("mine\n")
    (root / ".git").write_text(f"gitdir: {elsewhere / '.git'}\n")
    ask_everything(root).close()
    assert not trace.exists()


def test_a_submodule_is_not_entered(tmp_path: Path) -> None:
    inner = make_repository(tmp_path / "inner")
    root = make_repository(tmp_path / "project")
    git(root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "sub")
    git(root, "commit", "-q", "-m", "sub")
    (root / "sub/app.js").write_text("changed\n")
    trace = tmp_path / "trace"
    modules = root / ".git/modules/sub"
    program = tmp_path / "evil.sh"
    program.write_text(f"#!/bin/sh\necho ran >> {trace}\n")
    program.chmod(0o755)
    git(root / "sub", "config", "core.fsmonitor", str(program))
    assert modules.is_dir()
    ask_everything(root).close()
    assert not trace.exists()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("HEAD", "ref: ../../../../etc/passwd\n"),
        ("HEAD", "ref: refs/heads/../../../outside\n"),
        ("HEAD", "--upload-pack=evil\n"),
        ("HEAD", "\0" * 100),
        ("commondir", "../../../nowhere\n"),
        ("refs/heads/main", "--help\n"),
    ],
)
def test_nonsense_in_small_files_is_nothing(tmp_path: Path, file: str, text: str) -> None:
    root = make_repository(tmp_path / "project")
    (root / ".git" / file).write_text(text)
    repository = find_repository(root)
    head = read_head(repository) if repository else None
    assert head is None or head.commit == ""
    ask_everything(root).close()


def test_a_branch_that_is_a_link_out_of_the_repository_is_not_read(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    (tmp_path / "secret").write_text("0" * 40)
    branch = root / ".git/refs/heads/main"
    branch.unlink()
    branch.symlink_to(tmp_path / "secret")
    repository = find_repository(root)
    assert repository is not None
    head = read_head(repository)
    assert head is not None
    assert head.commit == ""


def test_a_pipe_holds_nobody_for_longer_than_the_project_is_open(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    (root / ".gitignore").unlink()
    os.mkfifo(root / ".gitignore")
    history = History(root)
    history.end()
    assert history.status() is None
    history.close()
