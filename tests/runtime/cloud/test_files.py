"""Files of the storage stay in its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from runtime.cloud.failure import CloudFailure
from runtime.cloud.files import CloudFiles


def test_a_file_is_found_by_its_id(tmp_path: Path) -> None:
    files = CloudFiles(tmp_path / "files")
    name = files.write("desk", "a/图 1.png", b"data")
    assert name == "cloud://desk.6465-desk/a/图 1.png"
    assert files.find(name).read_bytes() == b"data"
    assert files.find("cloud://desk/a/图 1.png").read_bytes() == b"data"
    assert [*files.all("desk")] == [(name, 4)]
    files.remove(name)
    with pytest.raises(CloudFailure, match="not exists"):
        files.find(name)


@pytest.mark.parametrize(
    "name", ["cloud://desk/../../secret", "cloud://../x", "file:///etc/passwd", "cloud://desk/", "", "cloud://a/b\0c"]
)
def test_no_id_leads_out(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_text("s", "utf-8")
    with pytest.raises(CloudFailure):
        CloudFiles(tmp_path / "files").find(name)


def test_no_link_leads_out(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s", "utf-8")
    files = CloudFiles(tmp_path / "files")
    files.write("desk", "a", b"1")
    os.symlink(tmp_path / "secret", tmp_path / "files" / "desk" / "link")
    with pytest.raises(CloudFailure, match="leads out"):
        files.find("cloud://desk/link")
