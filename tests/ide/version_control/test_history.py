"""What git says of a project: marks, branches, committed texts; where there is no git, or not yet anything in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ide.version_control.git_program import GitProgram, find_git
from ide.version_control.history import History, as_text
from ide.version_control.repository import Head, find_repository, read_head
from ide.version_control.status import Status
from tests.ide.version_control.repositories import FILES, commit, git, make_repository


@contextmanager
def history_of(root: Path) -> Iterator[History]:
    history = History(root)
    yield history
    history.close()


def status_of(root: Path) -> Status:
    with history_of(root) as history:
        status = history.status()
    assert status is not None
    return status


def change(root: Path) -> None:
    """One of each kind."""
    (root / "app.js").write_text("one\n2\n")
    (root / "gone.js").unlink()
    (root / "new.js").write_text("new")
    (root / "add.js").write_text("add")
    git(root, "add", "add.js")
    (root / "x.log").write_text("")
    for path in ("dist/a/b.js", "fresh/a.js"):
        (root / path).parent.mkdir(parents=True)
        (root / path).write_text("")


def test_every_kind_of_change_has_its_mark(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    assert status_of(root).changed == []
    change(root)
    status = status_of(root)
    assert status.changed == [
        ("add.js", "added"), ("app.js", "modified"), ("fresh", "untracked"), ("gone.js", "deleted"),
        ("new.js", "untracked"),
    ]  # fmt: skip
    assert [status.mark_of(path) for path in ("x.log", "dist/a/b.js", "fresh/a.js", "pages/a.js")] == [
        "ignored", "ignored", "untracked", None,
    ]  # fmt: skip
    assert status.head.branch == "main"


def test_folders_know_of_changes_in_them(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    (root / "pages/a.js").write_text("changed")
    assert status_of(root).has_changes("pages")
    (root / "pages/a.js").write_text("a\n")
    assert not status_of(root).has_changes("pages")


def test_what_was_deleted_in_the_index_and_is_there_is_modified(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    git(root, "rm", "-q", "--cached", "app.js")
    assert status_of(root).changed == [("app.js", "modified")]


def test_a_conflict_is_marked(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    git(root, "checkout", "-q", "-b", "other")
    (root / "app.js").write_text("theirs\n")
    commit(root)
    git(root, "checkout", "-q", "main")
    (root / "app.js").write_text("ours\n")
    commit(root)
    with pytest.raises(Exception, match="merge"):
        git(root, "merge", "-q", "other")
    assert status_of(root).changed == [("app.js", "conflict")]


def test_a_project_in_a_folder_of_a_repository_sees_its_own_files_alone(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    change(root)
    (root / "pages/b.js").write_text("changed\n")
    status = status_of(root / "pages")
    assert status.changed == [("b.js", "modified")]
    with history_of(root / "pages") as history:
        assert history.committed("b.js") == b"b\n"
        assert history.committed("../app.js") is None


def test_committed_texts_are_told_as_they_are(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    (root / "pages/名 字\n.js").write_text("x")
    commit(root)
    change(root)
    with history_of(root) as history:
        assert history.committed("app.js") == FILES["app.js"].encode()
        assert history.committed("gone.js") == b"gone\n"
        assert history.committed("pages/名 字\n.js") == b"x"
        assert [history.committed(path) for path in ("new.js", "pages", "--help", "")] == [None] * 4
    assert [as_text(data) for data in (None, b"\0", b"\xff", b"\xef\xbb\xbfa")] == [None, None, None, "a"]


def test_branches_are_found_wherever_git_keeps_them(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")

    def head() -> Head | None:
        repository = find_repository(root)
        return read_head(repository) if repository else None

    commit_id = git(root, "rev-parse", "HEAD").strip()
    git(root, "pack-refs", "--all")
    assert head() == Head("main", commit_id)
    git(root, "checkout", "-q", "--detach")
    assert head() == Head("", commit_id)
    git(root, "checkout", "-q", "-b", "feature/名字")
    assert head() == Head("feature/名字", commit_id)


def test_a_linked_work_tree_has_its_own_branch(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    git(root, "worktree", "add", "-q", "-b", "second", str(tmp_path / "tree"))
    (tmp_path / "tree/app.js").write_text("changed\n")
    status = status_of(tmp_path / "tree")
    assert (status.head.branch, status.changed) == ("second", [("app.js", "modified")])


def test_before_the_first_commit_all_is_new(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    (root / "app.js").write_text("")
    status = status_of(root)
    assert (status.head, status.changed) == (Head("main", ""), [("app.js", "untracked")])


def test_line_ends_count_as_the_project_says(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "project")
    git(root, "config", "core.autocrlf", "true")
    (root / "app.js").write_bytes(b"one\r\ntwo\r\n")
    git(root, "add", "app.js")
    os.utime(root / "app.js", (1, 1))
    assert status_of(root).changed == []
    git(root, "config", "core.autocrlf", "false")
    assert status_of(root).changed == [("app.js", "modified")]


def test_without_git_or_repository_there_is_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with history_of(tmp_path) as history:
        assert (history.status(), history.committed("a.js")) == (None, None)
    root = make_repository(tmp_path / "project")
    monkeypatch.setenv("PATH", "")
    with history_of(root) as history:
        assert (history.status(), history.committed("app.js")) == (None, None)


def test_git_is_what_the_user_has_not_what_the_project_brings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = find_git(tmp_path)
    for folder in ("", "bin"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "git").write_text("#!/bin/sh\n")
        (tmp_path / folder / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", "bin", str(tmp_path / "bin"), os.environ["PATH"])))
    assert real is not None
    assert find_git(tmp_path) == real


def test_a_git_that_takes_too_long_is_ended_and_not_asked_again(tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text(f"#!/bin/sh\necho x >> {tmp_path / 'asked'}\nexec sleep 100\n")
    slow.chmod(0o755)
    program = GitProgram(str(slow), time_limit_s=0.5)
    assert program.run(["status"], tmp_path, {"PATH": os.environ["PATH"]}) is None
    assert program.run(["status"], tmp_path, {"PATH": os.environ["PATH"]}) is None
    assert (tmp_path / "asked").read_text() == "x\n"
