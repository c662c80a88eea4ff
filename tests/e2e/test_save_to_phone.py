"""A save in the editor is seen on the phone, in the real window, with real keys."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

ROOMS = Path(__file__).parents[1] / "apps" / "rooms"
FIRST = "pages/first/first"
SECOND = "pages/second/second"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOMS, tmp_path / "rooms"))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, root: Path) -> WholeDesk:
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, FIRST)
    return desk


def milliseconds(verdict: str) -> int:
    found = re.search(r"(\d+) ms", verdict)
    assert found, verdict
    return int(found[1])


def leave_traces(desk: WholeDesk) -> None:
    """Another page on the stack, changed data, a scrolled page."""
    desk.user.tap(".hold")
    desk.user.see_text(".said", "tapped")
    desk.user.drag_from(QPoint(200, 700), 0, -300)
    assert desk.user.data("top") > 150


def test_a_style_is_swapped(desk: WholeDesk) -> None:
    leave_traces(desk)
    top = desk.user.data("top")
    desk.replace_in_file("app.wxss", "#eef", "#0f0")
    desk.save()
    assert milliseconds(desk.see_verdict("Style swapped")) > 0
    seen = next(index for index in range(20) if desk.user.ask("rect", ".row", index=index)["top"] > 100)
    assert desk.user.color(".row", seen) == "#00ff00"
    assert desk.user.text(".said") == "tapped"
    assert abs(desk.user.data("top") - top) < 2


def test_a_template_is_swapped(desk: WholeDesk) -> None:
    leave_traces(desk)
    rect = desk.user.ask("rect", ".row", index=2)
    desk.replace_in_file(f"{FIRST}.wxml", ">row ", ">line no ")
    desk.save()
    desk.see_verdict("Template swapped")
    desk.user.see_text(".row", "line no 2", 2)
    assert desk.user.text(".said") == "tapped"
    assert desk.user.ask("rect", ".row", index=2)["top"] == rect["top"]


def test_page_logic_is_swapped_and_the_page_stays(desk: WholeDesk) -> None:
    leave_traces(desk)
    desk.replace_in_file(f"{FIRST}.js", "yes", "certainly")
    desk.save()
    desk.see_verdict("Page logic swapped")
    assert desk.user.text(".said") == "tapped"
    assert desk.user.data("top") > 150
    desk.user.drag_from(QPoint(200, 300), 0, 290)
    desk.user.tap(".ask")
    desk.user.see_in_shell(".modal-confirm")
    desk.user.tap(".modal-confirm", in_shell=True)
    desk.user.see_text(".said", "certainly")


def test_typed_text_and_the_stack_stay(desk: WholeDesk, root: Path) -> None:
    desk.user.tap(".tab", 1, in_shell=True)
    desk.user.see_page(SECOND)
    desk.user.tap(".note")
    desk.user.type("half a sen")
    desk.replace_in_file(f"{SECOND}.wxml", "block shows", "shows extra")
    desk.save()
    desk.see_verdict("Template swapped")
    desk.user.see(lambda: desk.user.count(".extra") == 1, "the new class")
    assert desk.user.ask("value", ".note") == "half a sen"
    assert desk.user.page_path == SECOND


def test_a_configuration_restarts_on_the_same_stack(desk: WholeDesk) -> None:
    desk.user.tap(".open")
    desk.user.see_page("detail")
    desk.replace_in_file("pages/detail/detail.json", "Detail", "Room")
    desk.save()
    desk.see_verdict("Restarted: pages/detail/detail.json")
    desk.user.see_page("detail")
    assert desk.user.stack == [FIRST, "pages/detail/detail"]
    assert desk.user.text(".room") == "room 7"
    assert desk.user.ask("text", ".navigation-title", in_shell=True) == "Room"


def test_the_app_script_restarts_on_the_same_stack(desk: WholeDesk) -> None:
    desk.user.tap(".open")
    desk.user.see_page("detail")
    desk.replace_in_file("app.js", "shows: 0", "shows: 40")
    desk.save()
    desk.see_verdict("Restarted: app.js")
    desk.user.see_page("detail")
    desk.user.tap(".back")
    desk.user.see_page(FIRST)
    assert desk.user.evaluate("getApp().globalData.shows") > 40


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        (f"{FIRST}.wxml", "{{said}}", "{{said +}}", 1),
        (f"{FIRST}.wxml", "</picker>", "", 6),
        (f"{FIRST}.js", "onShow() {", "onShow( {", 10),
        ("app.json", '"window":', '"window"', 3),
    ],
    ids=["expression", "tag", "script", "configuration"],
)
def test_a_broken_file_keeps_the_last_good_screen(desk: WholeDesk, path: str, old: str, new: str, line: int) -> None:
    desk.user.tap(".hold")
    desk.user.see_text(".said", "tapped")
    original = (desk.bench.root / path).read_text("utf-8")
    (desk.bench.root / path).write_text(original.replace(old, new), "utf-8")
    desk.see_verdict("Last good screen kept")
    assert desk.user.text(".said") == "tapped"
    desk.user.see_in_shell(".error-card")
    assert f"{path}:{line}" in desk.user.ask("text", ".error-card", in_shell=True)
    desk.wait(lambda: any(p.place.startswith(f"{path}:{line}:") for p in desk.problems), "a problem")
    (desk.bench.root / path).write_text(original, "utf-8")
    desk.wait(lambda: not desk.user.exists_in_shell(".error-card"), "the error to go away")
    desk.user.rest()
    assert desk.user.text(".said") == "tapped"
    assert desk.window.status.errors.text() == "0"


def test_the_place_of_an_error_opens_in_the_editor(desk: WholeDesk) -> None:
    desk.replace_in_file(f"{FIRST}.wxml", "said}}", "said +}}")
    desk.save()
    desk.see_verdict("Last good screen kept")
    desk.bench.editor.activate("app.js")
    desk.user.see_in_shell(".error-place")
    desk.user.tap(".error-place", in_shell=True)
    desk.wait(lambda: desk.bench.editor.active == f"{FIRST}.wxml", "the file of the error")


def test_a_file_changed_from_outside_is_taken_up(desk: WholeDesk, root: Path) -> None:
    desk.open_file(f"{SECOND}.wxss") if (root / f"{SECOND}.wxss").exists() else None
    (root / f"{FIRST}.wxss").write_text(".row { height: 200rpx; }")
    desk.see_verdict("Style swapped")
    assert desk.user.ask("rect", ".row")["height"] > 100


def test_a_deleted_file_is_an_error_until_it_is_back(desk: WholeDesk, root: Path) -> None:
    text = (root / f"{SECOND}.wxml").read_text()
    (root / f"{SECOND}.wxml").unlink()
    desk.wait(lambda: desk.window.status.errors.text() != "0", "an error")
    assert desk.user.count(".hold") == 1
    (root / f"{SECOND}.wxml").write_text(text)
    desk.wait(lambda: desk.window.status.errors.text() == "0", "no error")
    desk.user.tap(".tab", 1, in_shell=True)
    desk.user.see_page(SECOND)
    desk.user.see_text(".shows", "1")
