"""What a program stores is readable by this user alone, and a program starts whatever has become of its storage."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

FILES = {
    "app.json": '{"pages": ["p/p"]}',
    "p/p.wxml": "<view>{{done}}</view>",
    "p/p.js": """Page({ data: { done: '' }, onLoad() {
  const fs = wx.getFileSystemManager(), at = wx.env.USER_DATA_PATH
  wx.setStorageSync('a', (wx.getStorageSync('a') || 0) + 1)
  fs.writeFileSync(`${at}/a.txt`, 'a', 'utf8')
  fs.mkdirSync(`${at}/deep/er`, true)
  fs.writeFileSync(`${at}/deep/er/b.txt`, 'b', 'utf8')
  wx.chooseImage({ success: (chosen) => wx.saveImageToPhotosAlbum({ filePath: chosen.tempFilePaths[0],
    success: () => fs.saveFile({ tempFilePath: chosen.tempFilePaths[0],
      success: () => this.setData({ done: `done ${wx.getStorageSync('a')}` }) }) }) })
} })""",
}


@pytest.fixture
def open_umask() -> Iterator[None]:
    """Files are made as openly as the system can."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_everything_that_is_stored_is_private(
    open_phone: OpenPhone, tmp_path: Path, data_folder: Path, open_umask: None
) -> None:
    user = open_phone(write_project(tmp_path / "project", FILES), dialogs="accept")
    user.program.world.set("user.nickName", "Ann", "panel")
    user.start()
    user.see(lambda: user.data("done") == "done 1", "all files to be written")
    stored = [data_folder, *data_folder.rglob("*")]
    names = {path.name for path in stored}
    assert {"storage.sqlite", "world.json", "a.txt", "b.txt", "album", "store"} <= names
    open_ones = {path.name: oct(path.stat().st_mode) for path in stored if stat.S_IMODE(path.stat().st_mode) & 0o077}
    assert open_ones == {}


def test_a_program_starts_on_a_damaged_storage_and_says_where_it_is(
    open_phone: OpenPhone, tmp_path: Path, data_folder: Path
) -> None:
    root = write_project(tmp_path / "project", FILES)
    user = open_phone(root, dialogs="accept")
    user.program.folders.storage_file.write_bytes(b"\x93" * 5000)
    user.start()
    user.see(lambda: user.data("done") == "done 1", "the program to run")
    (aside,) = data_folder.rglob("storage.damaged-1.sqlite")
    assert any(str(aside) in record.title for record in user.records)
