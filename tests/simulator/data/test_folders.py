"""Each project has folders of its own for what it stores, and the name of the folder says whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.data.folders import DATA_VARIABLE, MAX_NAME_BYTES, DataFolders


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    return tmp_path / "data"


def test_the_same_project_has_the_same_folders_by_whatever_path(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "shop")
    assert DataFolders.of_project(tmp_path / "link") == DataFolders.of_project(tmp_path / "shop")


def test_projects_of_one_name_do_not_share(tmp_path: Path) -> None:
    one, other = DataFolders.of_project(tmp_path / "a/shop"), DataFolders.of_project(tmp_path / "b/shop")
    one.storage_file.write_text("one")
    assert not other.storage_file.exists()
    assert one.base.name.startswith("shop-")


def test_the_longest_name_still_makes_a_folder(tmp_path: Path) -> None:
    folders = DataFolders.of_project(tmp_path / ("名" * 85))
    assert folders.files.is_dir()
    assert len(folders.base.name.encode()) <= MAX_NAME_BYTES + 13


def test_clearing_takes_what_is_asked_and_leaves_the_rest(tmp_path: Path) -> None:
    folders = DataFolders.of_project(tmp_path / "shop")
    folders.storage_file.write_text("data")
    folders.world_file.write_text("{}")
    (folders.files / "a.txt").write_text("file")
    folders.clear_data()
    assert (folders.storage_file.exists(), folders.world_file.exists()) == (False, True)
    folders.clear_files()
    assert list(folders.files.iterdir()) == []
    folders.clear_auth()
    assert not folders.world_file.exists()


def test_users_of_a_project_do_not_share(tmp_path: Path) -> None:
    root = tmp_path / "shop"
    folders = [DataFolders.of_project(root, user) for user in ("", "ann", "Ann", "a/b", "a_b", "..", "名" * 300)]
    for number, one in enumerate(folders):
        one.storage_file.write_text(str(number))
        (one.files / "mine").write_text(str(number))
    assert [one.storage_file.read_text() for one in folders] == [str(number) for number in range(len(folders))]
    assert [DataFolders.of_project(root, "ann"), DataFolders.of_project(root)] == [folders[1], folders[0]]
    for one in folders[1:]:
        assert one.base.parent == folders[0].base / "users"
    folders[0].clear_files()
    folders[0].clear_data()
    assert (folders[1].files / "mine").read_text() == "1"
