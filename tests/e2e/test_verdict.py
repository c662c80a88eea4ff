"""What the status bar says about the last change is true of what runs now."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.whole_desk import CONTROL, WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

ROOMS = Path(__file__).parents[1] / "apps" / "rooms"
FIRST = "pages/first/first"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOMS, tmp_path / "rooms"))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, root: Path) -> WholeDesk:
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, FIRST)
    desk.see_verdict("Started")
    return desk


def break_template(desk: WholeDesk) -> None:
    desk.open_file(f"{FIRST}.wxml", 1, 1)
    desk.type("<view>")
    desk.save()
    desk.see_verdict("Last good screen kept")
    assert desk.window.status.verdict.property("tone") == "bad"
    chip = desk.window.phone.verdict
    assert (chip.isVisible(), chip.text()) == (True, desk.verdict)


def version(desk: WholeDesk) -> int:
    return desk.bench.documents[f"{FIRST}.wxml"].version


def text_has_come(desk: WholeDesk) -> bool:
    document = desk.bench.documents[f"{FIRST}.wxml"]
    return document.text_version == document.version


def test_undoing_what_broke_it_is_told(desk: WholeDesk, root: Path) -> None:
    good = (root / f"{FIRST}.wxml").read_text("utf-8")
    break_template(desk)
    while desk.bench.documents[f"{FIRST}.wxml"].text != good:
        before = version(desk)
        desk.press(Qt.Key.Key_Z, CONTROL)
        desk.wait(lambda before=before: version(desk) != before, "an undone key")  # type: ignore[misc]
        desk.wait(lambda: text_has_come(desk), "the text of that version")
    desk.save()
    desk.see_verdict("No change")
    assert desk.window.status.verdict.property("tone") == "good"
    assert desk.window.status.errors.text() == "0"


def test_a_compile_takes_the_old_verdict_away(desk: WholeDesk) -> None:
    break_template(desk)
    desk.press(Qt.Key.Key_B, CONTROL)
    desk.wait(lambda: desk.verdict.startswith("Started"), "the verdict of the start")


def replaced(path: Path, text: str) -> None:
    """As editors and version control do it: another file takes the place of the old one."""
    other = path.with_name("other.tmp")
    other.write_text(text, "utf-8")
    other.replace(path)


@pytest.mark.parametrize("name", ["app.json", f"{FIRST}.js"])
def test_a_file_that_is_repaired_from_outside_is_told(desk: WholeDesk, root: Path, name: str) -> None:
    good = (root / name).read_text("utf-8")
    replaced(root / name, "{")
    desk.wait(lambda: desk.verdict.startswith("Last good screen kept"), "the failure")
    replaced(root / name, good)
    desk.wait(lambda: desk.verdict.startswith("No change"), "the repair")
    assert desk.window.status.verdict.property("tone") == "good"
    former = [words.split("  ")[1][:9] for words in desk.window.status.former_verdicts()]
    assert former == ["No change", "Last good", "Started ·"]


def test_a_renamed_script_names_itself(desk: WholeDesk, root: Path) -> None:
    (root / "pages/second/second.js").rename(root / "pages/second/other.js")
    desk.wait(lambda: "second.js" in desk.verdict, "the reason")
    assert desk.verdict.startswith("Restarted: pages/second/second.js")


def test_a_saved_file_without_a_change_says_nothing(desk: WholeDesk, root: Path) -> None:
    desk.replace_in_file(f"{FIRST}.wxss", "height", "height")
    desk.window.status.verdict.setText("as it was")
    desk.press(Qt.Key.Key_S, CONTROL)
    desk.wait(lambda: not desk.bench.documents[f"{FIRST}.wxss"].is_dirty, "a saved file")
    (root / f"{FIRST}.js").write_text((root / f"{FIRST}.js").read_text("utf-8") + "\n", "utf-8")
    desk.wait(lambda: desk.verdict != "as it was", "the next verdict")
    assert not desk.verdict.startswith("No change")
