"""Free names, copies and what comes back from the trash."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ide.models.file_actions import Failed
from ide.models.file_copies import bring_back, copy_into, free_name


@pytest.mark.parametrize(
    ("taken", "name", "free"),
    [
        ([], "a.js", "a.js"),
        (["a.js"], "a.js", "a copy.js"),
        (["a.js", "a copy.js"], "a.js", "a copy 2.js"),
        (["index.d.ts"], "index.d.ts", "index copy.d.ts"),
        ([".eslintrc.js"], ".eslintrc.js", ".eslintrc.js copy"),
        (["pages"], "pages", "pages copy"),
    ],
)
def test_free_names(tmp_path: Path, taken: list[str], name: str, free: str) -> None:
    for one in taken:
        (tmp_path / one).touch()
    assert free_name(tmp_path, name) == free


def test_links_stay_links_and_pipes_are_refused(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "a").mkdir(parents=True)
    (tmp_path / "secret").write_text("secret")
    (root / "a" / "link").symlink_to(tmp_path / "secret")
    assert copy_into(root, root / "a", "") == "a copy"
    assert (root / "a copy" / "link").is_symlink()
    os.mkfifo(root / "a" / "pipe")
    assert isinstance(copy_into(root, root / "a", ""), Failed)
    assert isinstance(copy_into(root, root / "a" / "pipe", ""), Failed)


def test_the_trash_gives_back_with_its_note(tmp_path: Path) -> None:
    root, trash = tmp_path / "project", tmp_path / "Trash"
    for folder in (root, trash / "files", trash / "info"):
        folder.mkdir(parents=True)
    (trash / "files/a.2.js").write_text("a")
    (trash / "info/a.2.js.trashinfo").touch()
    assert bring_back(root, trash / "files/a.2.js", "pages/a.js") == "pages/a.js"
    assert (root / "pages/a.js").read_text() == "a"
    assert list((trash / "info").iterdir()) == []
    assert bring_back(root, trash / "files/a.2.js", "b.js") == Failed("gone", {"file": "b.js"})
    assert bring_back(root, trash / "files/a.2.js", "pages/a.js") == Failed("name_taken", {"file": "pages/a.js"})
