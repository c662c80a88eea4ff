"""Own folders and files are closed to others from their first moment on."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from runtime.systems.private_files import close_to_others, make_private_folder, read_private, write_private


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_every_folder_that_is_made_is_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    made = make_private_folder(tmp_path / "a" / "b" / "c")
    assert [mode(folder) for folder in (made, *made.parents[:2])] == [0o700] * 3
    assert mode(tmp_path) == 0o755
    assert make_private_folder(made) == made
    made.chmod(0o755)
    close_to_others(made)
    assert mode(made) == 0o700


def test_a_file_is_private_whatever_was_there(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    (tmp_path / "old").chmod(0o666)
    (tmp_path / "link").symlink_to(tmp_path / "precious")
    (tmp_path / "precious").write_text("mine")
    for name in ("new", "old", "link"):
        write_private(tmp_path / name, b"data")
        assert ((tmp_path / name).read_bytes(), mode(tmp_path / name)) == (b"data", 0o600)
    assert (tmp_path / "precious").read_text() == "mine"


def test_only_a_file_that_nobody_else_can_have_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_private(file, b"data")
    assert read_private(file, 4) == b"data"
    assert read_private(file, 3) is None
    (tmp_path / "link").symlink_to(file)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert [read_private(tmp_path / name, 9) for name in ("link", "folder", "pipe", "nothing")] == [None] * 4
    for open_to_others in (0o620, 0o602):
        file.chmod(open_to_others)
        assert read_private(file, 9) is None
