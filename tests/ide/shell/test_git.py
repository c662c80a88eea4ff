"""What git says, in the window: marks in tree and gutter, the branch, comparison, and changes that are taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ide.panels.project_tree.item_model import MARK_ROLE
from tests.ide.version_control.repositories import commit, git
from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

SHOWN = "monaco.editor.getModels().find((model) => model.isAttachedToEditor()).getValue()"
MARKS = "[...document.querySelectorAll('.change')].map((mark) => mark.className.match(/change-(\\w+)/)[1]).join()"
PLACE = """(() => {
  const wanted = document.querySelector('%s');
  if (!wanted) return '';
  const { left, top, width, height } = wanted.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  return document.elementFromPoint(x, y) === wanted ? `${x},${y}` : '';
})()"""
"""Where something can be clicked: it may be there before it is drawn."""
CHANGES = (
    ("a\nb\nc", "b\nc"), ("a\nb\nc", "a\nb"), ("a\nb\nc", "a\nc"), ("a\nb", "a\nb\nc"), ("a\nb", "0\na\nb"),
    ("a\nb", "x"), ("a\n", "a"),
)  # fmt: skip
"""Texts in the last commit, and now."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project")
    (root / "app.js").write_text("App({\n  one: 1,\n  two: 2,\n})\n")
    (root / ".gitignore").write_text("dist\n")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, root: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.window.resize(1300, 800)
    desk.open(root)
    desk.wait(lambda: desk.window.status.branch.text() == "main", "the branch")
    return desk


def mark(desk: IdeDesk, path: str) -> object:
    desk.window.tree.select(path)
    return desk.window.tree.tree.currentIndex().data(MARK_ROLE)


def click_in_page(desk: IdeDesk, selector: str) -> None:
    desk.wait(lambda: desk.script(PLACE % selector) != "", selector)
    x, y = str(desk.script(PLACE % selector)).split(",")
    QTest.mouseClick(desk.key_target(), Qt.MouseButton.LeftButton, pos=QPoint(int(x), int(y)))


def answer(desk: IdeDesk, name: str) -> None:
    (box,) = [box for box in desk.window.findChildren(QMessageBox) if box.isVisible()]
    button = next(button for button in box.buttons() if button.objectName() == f"answer_{name}")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_tree_shows_what_differs_until_it_is_committed(desk: IdeDesk, root: Path) -> None:
    (root / "pages/index/index.js").write_text("changed")
    (root / "new.js").write_text("")
    (root / "dist").mkdir()
    desk.wait(lambda: mark(desk, "pages/index/index.js") == "modified", "a mark")
    assert [mark(desk, path) for path in ("new.js", "dist", "pages", "app.js")] == [
        "untracked", "ignored", "modified", None,
    ]  # fmt: skip
    assert desk.window.status.branch.text() == "main*"
    assert desk.bench.files.ignored() == ["dist"]
    commit(root)
    desk.wait(lambda: mark(desk, "pages/index/index.js") is None, "no mark")
    git(root, "checkout", "-q", "-b", "feature/x")
    desk.wait(lambda: desk.window.status.branch.text() == "feature/x", "the other branch")


def test_lines_that_differ_are_marked_and_one_is_put_back_with_a_click(desk: IdeDesk) -> None:
    desk.open_file("app.js", 2, 3)
    desk.wait(lambda: desk.bench.editor.committed.knows("app.js"), "the committed text")
    desk.type("x")
    desk.wait(lambda: desk.script(MARKS) == "modified", "a changed line")
    # What may be completed is not what Return is for.
    desk.press(Qt.Key.Key_Escape)
    desk.open_file("app.js", 4, 3)
    desk.wait(lambda: desk.window.status.cursor_label.text() == "Ln 4, Col 3", "the cursor in the other line")
    desk.press(Qt.Key.Key_Return)
    desk.type("// new")
    desk.wait(lambda: desk.script(MARKS) == "modified,added", "a new line")
    click_in_page(desk, ".change-modified")
    click_in_page(desk, ".change-zone button")
    desk.wait(lambda: desk.script(SHOWN) == "App({\n  one: 1,\n  two: 2,\n})\n// new\n", "the line as it was")
    desk.wait(lambda: desk.script(MARKS) == "added", "the other mark")
    desk.window.actions_by_name["undo"].trigger()
    desk.wait(lambda: "  xone: 1," in str(desk.script(SHOWN)), "one step back")


def test_any_change_can_be_put_back(desk: IdeDesk) -> None:
    desk.open_file("app.js", 1, 1)
    desk.wait(lambda: desk.bench.editor.committed.knows("app.js"), "the committed text")
    for before, after in CHANGES:
        desk.bench.editor.committed.tell("app.js", before)
        desk.bench.editor.put("app.js", after)
        desk.wait(lambda after=after: desk.script(SHOWN) == after, "the other text")  # type: ignore[misc]
        desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.AltModifier)
        click_in_page(desk, ".change-zone button")
        desk.wait(lambda before=before: desk.script(SHOWN) == before, "the text as it was")  # type: ignore[misc]


def test_a_file_is_compared_and_its_changes_are_discarded(desk: IdeDesk, root: Path) -> None:
    (root / "app.wxss").write_text("page { color: blue; }\n")
    desk.wait(lambda: mark(desk, "app.wxss") == "modified", "a mark")
    desk.window.actions_by_name["changed_files"].trigger()
    assert desk.window.quick_open.list.currentIndex().data() == "app.wxss"
    QTest.keyClick(desk.window.quick_open.field, Qt.Key.Key_Return)
    desk.wait(lambda: desk.window.editor.shown_notice == "against_commit", "the comparison")
    sides = "[...document.querySelectorAll('#difference .view-lines')].map((side) => side.textContent).join('|')"
    desk.wait(lambda: "red" in str(desk.script(sides)) and "blue" in str(desk.script(sides)), "both texts")
    desk.bench.editor.notice_answered("discard_changes")
    answer(desk, "cancel")
    assert (root / "app.wxss").read_text() == "page { color: blue; }\n"
    desk.bench.editor.notice_answered("discard_changes")
    answer(desk, "discard_changes")
    desk.wait(lambda: (root / "app.wxss").read_text() == "page { color: red; }\n", "the committed text")
    desk.wait(lambda: mark(desk, "app.wxss") is None, "no mark")
    desk.bench.editor.notice_answered("end_comparison")
    assert desk.window.editor.shown_notice == ""


def test_a_deleted_file_and_a_picture_come_back(desk: IdeDesk, root: Path) -> None:
    (root / "logo.png").write_bytes(b"\0png")
    commit(root)
    (root / "logo.png").write_bytes(b"\0other")
    (root / "app.wxss").unlink()
    for path, data in (("app.wxss", b"page { color: red; }\n"), ("logo.png", b"\0png")):
        desk.bench.git.discard(path)
        answer(desk, "discard_changes")
        desk.wait(lambda path=path, data=data: (root / path).exists() and (root / path).read_bytes() == data, path)  # type: ignore[misc]
    desk.bench.git.discard("new.js")
    answer(desk, "discard_changes")
    desk.wait(lambda: "new.js" in desk.window.status.currentMessage(), "words")


def test_without_a_repository_nothing_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(make_project(tmp_path / "plain"))
    desk.wait(lambda: desk.bench.git.is_answered, "an answer")
    assert not desk.window.status.branch.isVisible()
    assert mark(desk, "app.js") is None
