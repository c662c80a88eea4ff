"""A tour over pages that leave something behind, on one phone and on several."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simulator.running.options import ProgramOptions
from simulator.touring.report import PageReport
from simulator.touring.tour import tour
from simulator.touring.tour_plan import NotAProject, TourPlan, UnknownPage
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

SCRIPTS = {
    "home": "Page({onLoad() { wx.setStorageSync('seen', 'home') }})",
    "noisy": "Page({onLoad() { setInterval(() => console.error('still here'), 15) }})",
    "after": "Page({})",
    "thrower": "Page({onLoad() { throw new Error('broken') }})",
    "dialog": "Page({onLoad() { wx.showModal({title: 'a question'}) }})",
    "last": "Page({})",
}
OPTIONS = ProgramOptions(animations=False, dialogs="accept", restarts_after_hang=False)


def _project(root: Path) -> Path:
    files = {"app.json": json.dumps({"pages": [f"pages/{name}/{name}" for name in SCRIPTS]})}
    for name, script in SCRIPTS.items():
        files |= {f"pages/{name}/{name}.js": script, f"pages/{name}/{name}.wxml": f"<view>{name}</view>"}
    return write_project(root, files)


def test_no_page_has_to_do_with_what_others_left_behind(qapp: QApplication, tmp_path: Path) -> None:
    told: list[PageReport] = []
    reports = tour(_project(tmp_path / "app"), OPTIONS, TourPlan(timeout_s=1.0, lanes=1), told.append)
    assert [report.page.rpartition("/")[2] for report in told] == list(SCRIPTS)
    assert [report.page for report in reports] == [report.page for report in told]
    home, noisy, after, thrower, dialog, last = reports
    assert all(report.ready for report in reports)
    assert noisy.console_errors > 0
    assert [one.console_errors for one in (home, after, thrower, dialog, last)] == [0, 0, 0, 0, 0]
    assert [len(one.errors) for one in reports] == [0, 0, 0, 1, 0, 0]
    assert thrower.errors[0].message == "Error: broken"


def test_several_phones_tell_the_same_and_keep_pictures(qapp: QApplication, tmp_path: Path) -> None:
    told: list[str] = []
    shots = tmp_path / "shots"
    plan = TourPlan([f"pages/{name}/{name}" for name in ("last", "home", "thrower")], shots, 60.0, lanes=3)
    reports = tour(_project(tmp_path / "app"), OPTIONS, plan, lambda report: told.append(report.page))
    assert told == list(plan.pages)
    assert [len(report.errors) for report in reports] == [0, 0, 1]
    assert sorted(path.name for path in shots.iterdir()) == [
        "pages__home__home.png", "pages__last__last.png", "pages__thrower__thrower.png",
    ]  # fmt: skip


def test_a_page_that_there_is_not_is_told(qapp: QApplication, tmp_path: Path) -> None:
    plan = TourPlan(["pages/home/home", "pages/none/none"])
    with pytest.raises(UnknownPage, match="pages/none/none is no page that the project declares"):
        tour(_project(tmp_path / "app"), OPTIONS, plan, lambda report: None)


def test_a_folder_without_a_program_says_why(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(NotAProject, match=r"app\.json"):
        tour(tmp_path, OPTIONS, TourPlan(), lambda report: None)
