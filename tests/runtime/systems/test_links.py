"""Links and junctions."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from runtime.systems.links import is_junction, is_link


def facts(mode: int, tag: int | None) -> Any:
    return SimpleNamespace(st_mode=mode, **({} if tag is None else {"st_reparse_tag": tag}))


@pytest.mark.parametrize(
    ("mode", "tag", "expected"),
    [
        (stat.S_IFDIR, 0xA0000003, True),
        (stat.S_IFDIR, 0, False),
        (stat.S_IFDIR, None, False),
        (stat.S_IFREG, 0xA0000003, False),
    ],
)
def test_what_is_a_junction(mode: int, tag: int | None, expected: bool) -> None:
    assert is_junction(facts(mode, tag)) is expected


class Entry:
    """A folder as Windows lists it."""

    def __init__(self, tag: int) -> None:
        self._tag = tag

    def is_symlink(self) -> bool:
        return False

    def stat(self, *, follow_symlinks: bool) -> Any:
        if self._tag < 0:
            raise OSError("gone")
        return facts(stat.S_IFDIR, self._tag)


@pytest.mark.parametrize(("tag", "expected"), [(0xA0000003, True), (0, False), (-1, False)])
def test_a_junction_of_windows_is_a_link_there(tag: int, expected: bool) -> None:
    entry: Any = Entry(tag)
    assert is_link(entry, "windows") is expected
    assert not is_link(entry, "linux")


def test_links_to_something_and_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "to", target_is_directory=True)
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").write_text("")
    found = {entry.name: is_link(entry) for entry in os.scandir(tmp_path)}
    assert found == {"to": False, "link": True, "lost": True, "file": False}
    assert is_link(tmp_path / "link")
    assert not is_link(tmp_path / "no")
