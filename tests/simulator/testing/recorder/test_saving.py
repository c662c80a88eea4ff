"""Files of recorded tests: in the project and nowhere else, and nothing that is there is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.testing.recorder.saving import OutsideProject, path_of_test, save_test


def test_it_goes_into_the_folder_of_tests(tmp_path: Path) -> None:
    path = save_test(tmp_path, "Buying tea", "x = '茶'\n")
    assert path == tmp_path / "tests" / "test_buying_tea.py" == path_of_test(tmp_path, "Buying tea")
    assert path.read_text("utf-8") == "x = '茶'\n"


def test_a_name_that_is_taken_is_replaced_only_on_demand(tmp_path: Path) -> None:
    path = save_test(tmp_path, "a", "one")
    with pytest.raises(FileExistsError):
        save_test(tmp_path, "a", "two")
    assert path.read_text() == "one"
    save_test(tmp_path, "a", "two", replaces=True)
    assert path.read_text() == "two"
    assert [one.name for one in path.parent.iterdir()] == ["test_a.py"]


@pytest.mark.parametrize("name", ["../../out", "/etc/passwd", "a/b", "..", "C:\\x"])
def test_no_name_leads_out(tmp_path: Path, name: str) -> None:
    assert save_test(tmp_path / "p", name, "").parent == tmp_path / "p" / "tests"


@pytest.fixture(autouse=True)
def _project(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "p" / "tests").symlink_to(outside)
    for replaces in (False, True):
        with pytest.raises(OutsideProject):
            save_test(tmp_path / "p", "a", "x", replaces=replaces)
    assert list(outside.iterdir()) == []


def test_what_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "p" / "tests").write_text("a file")
    with pytest.raises(OSError, match="tests"):
        save_test(tmp_path / "p", "a", "x")
