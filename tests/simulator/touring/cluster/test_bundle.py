"""A project's folder as bytes and back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from simulator.touring.cluster.bundle import BundleError, pack, unpack
from tests.support.project_folder import PAGE, write_project


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_equal_folders_give_equal_bytes_and_come_back_as_they_were(tmp_path: Path) -> None:
    one, other = (write_project(tmp_path / name, {**PAGE, "页/图.txt": "中"}) for name in ("one", "other"))
    write_project(other, {".git/config": "secret"})
    assert pack(one) == pack(other)
    unpack(pack(other), tmp_path / "there")
    assert _files(tmp_path / "there") == _files(one)


def test_what_lies_outside_of_the_project_is_not_sent(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    root = write_project(tmp_path / "app", PAGE)
    (root / "link.txt").symlink_to(tmp_path / "secret.txt")
    unpack(pack(root), tmp_path / "there")
    assert sorted(_files(tmp_path / "there")) == sorted(PAGE)


@pytest.mark.parametrize("name", ["../out", "/out", "a/../../out", "a\\..\\out", "c:out"])
def test_a_bundle_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    hostile = io.BytesIO()
    with zipfile.ZipFile(hostile, "w") as archive:
        archive.writestr(name, "x")
    with pytest.raises(BundleError, match="leads out of the folder"):
        unpack(hostile.getvalue(), tmp_path / "there")
    assert not (tmp_path / "out").exists()


def test_what_is_no_bundle_says_so(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="it is no bundle"):
        unpack(b"nonsense", tmp_path)
