"""What is kept on the disk is private, bounded, and counts for nothing if anything is wrong with it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from msgspec import Raw

from runtime.compiler.stored_units import StoredUnit
from simulator.build import build_cache
from simulator.build.build_cache import BuildCache

UNIT = StoredUnit("build", "script", "a.js", "null", (("a.js", "12"),), (), Raw(b"\x90"))


class Disk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder / "cache" / "builds"
        self.project = folder / "project"
        self.project.mkdir()

    def cache(self, project: Path | None = None) -> BuildCache:
        return BuildCache(self.folder, project or self.project)

    @property
    def file(self) -> Path:
        (file,) = self.folder.iterdir()
        return file


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    disk = Disk(tmp_path)
    disk.cache().write([UNIT])
    return disk


def test_what_was_written_is_read(disk: Disk) -> None:
    assert len(disk.cache().read()) == 1
    assert len(disk.cache(disk.project.parent).read()) == 0
    disk.cache().remove()
    assert len(disk.cache().read()) == 0


def test_it_is_the_user_s_alone(disk: Disk) -> None:
    assert stat.S_IMODE(disk.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(disk.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("place", [0, 40, 70, -1])
def test_a_changed_byte_makes_it_nothing(disk: Disk, place: int) -> None:
    data = bytearray(disk.file.read_bytes())
    data[place] ^= 1
    disk.file.write_bytes(data)
    assert len(disk.cache().read()) == 0


@pytest.mark.parametrize("length", [0, 10, 64, 70])
def test_a_file_that_was_cut_off_is_nothing(disk: Disk, length: int) -> None:
    disk.file.write_bytes(disk.file.read_bytes()[:length])
    assert len(disk.cache().read()) == 0


@pytest.mark.parametrize("content", [b"", b"\x91" * 100_000, b"\x90\x90", b"\xdd\xff\xff\xff\xff", b"\xc1"])
def test_content_of_another_form_is_nothing(disk: Disk, content: bytes) -> None:
    disk.file.write_bytes(build_cache.own_digest() + build_cache._hash(content) + content)
    assert len(disk.cache().read()) == 0


def test_a_file_of_another_version_is_nothing(disk: Disk) -> None:
    data = disk.file.read_bytes()
    disk.file.write_bytes(bytes(32) + data[32:])
    assert len(disk.cache().read()) == 0


def test_what_others_may_write_is_nothing(disk: Disk) -> None:
    disk.file.chmod(0o666)
    assert len(disk.cache().read()) == 0


def test_a_link_is_not_followed_and_not_written_through(disk: Disk, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    disk.file.rename(precious)
    (disk.folder / f"{BuildCache(disk.folder, disk.project)._file.name}").symlink_to(precious)
    before = precious.read_bytes()
    assert len(disk.cache().read()) == 0
    disk.cache().write([UNIT, UNIT])
    assert precious.read_bytes() == before
    assert not disk.file.is_symlink()


def test_nothing_is_kept_inside_a_project(disk: Disk) -> None:
    before = {path.name for path in disk.folder.iterdir()}
    cache = disk.cache(disk.folder.parent)
    cache.write([UNIT])
    assert {path.name for path in disk.folder.iterdir()} == before
    assert len(cache.read()) == 0


def test_what_was_used_longest_ago_makes_room(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_cache, "MOST_FILES", 3)
    (disk.folder / "left.new").write_bytes(b"")
    (disk.folder / "of others").write_bytes(b"")
    for number in range(5):
        disk.cache(disk.project / str(number)).write([UNIT])
        for back, file in enumerate(
            sorted(disk.folder.iterdir(), key=lambda one: one.stat().st_mtime_ns, reverse=True)
        ):
            os.utime(file, (10_000 - 10 * back, 10_000 - 10 * back))
    kept = {file.name for file in disk.folder.iterdir()}
    assert "of others" in kept
    assert len(kept) == 4
    assert len(disk.cache(disk.project / "4").read()) == 1
    assert len(disk.cache().read()) == 0


def test_too_much_is_not_kept(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_cache, "MOST_BYTES", 100)
    other = disk.cache(disk.project / "other")
    other.write([UNIT] * 100)
    assert len(other.read()) == 0


def test_a_disk_that_refuses_is_no_failure(disk: Disk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = BuildCache(tmp_path / "file" / "builds", disk.project)
    cache.write([UNIT])
    cache.remove()
    assert len(cache.read()) == 0
