"""Reports in the order of the pages, and the data that phones of a tour have."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.data.folders import DataFolders
from simulator.touring.lane_data import users_of_lanes
from simulator.touring.report import PageReport
from simulator.touring.reports_in_order import ReportsInOrder


def _report(page: str) -> PageReport:
    return PageReport(page, True, 0, [], [], [], 1, 1.0, None)


def test_reports_are_told_in_the_order_of_the_pages_whoever_has_them_first() -> None:
    told: list[str] = []
    reports = ReportsInOrder(["a", "b", "c"], lambda report: told.append(report.page))
    reports.add(_report("b"))
    assert told == []
    assert reports.missing() == ["a", "c"]
    reports.add(_report("a"))
    assert told == ["a", "b"]
    reports.add(_report("c"))
    assert told == ["a", "b", "c"]
    assert [report.page for report in reports.all()] == ["a", "b", "c"]


def test_a_phone_of_a_tour_finds_what_the_user_has_stored_and_leaves_it_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    own = DataFolders.of_project(tmp_path / "shop")
    own.storage_file.write_text("kept")
    (own.files / "note.txt").write_text("kept")
    (own.album / "film.mp4").write_text("large")
    with users_of_lanes(tmp_path / "shop", "", 2) as users:
        folders = [DataFolders.of_project(tmp_path / "shop", user) for user in users]
        for folder in folders:
            assert folder.storage_file.read_text() == "kept"
            assert (folder.files / "note.txt").read_text() == "kept"
            assert not (folder.base / "album").exists()
            folder.storage_file.write_text("changed")
        assert len({folder.base for folder in folders}) == 2
    assert own.storage_file.read_text() == "kept"
    assert not any(folder.base.exists() for folder in folders)


def test_a_phone_of_a_tour_starts_empty_where_nothing_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    with users_of_lanes(tmp_path / "shop", "anna", 1) as (user,):
        assert not DataFolders.of_project(tmp_path / "shop", user).base.exists()
