"""The project tree: rows follow the disk, and what is done with files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ide.models.appearance import Appearance
from ide.models.file_tree import FileTree
from ide.models.question import Question
from ide.panels.project_tree.item_model import FileTreeItems
from ide.panels.project_tree.panel import ProjectTreePanel
from ide.panels.project_tree.presenter import TreePresenter
from ide.widgets.icons import Icons
from tests.support.ide_desk import make_project
from tests.support.work import turns


class AnsweringPanel(ProjectTreePanel):
    """Answers its own questions; the trash is a folder."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.answers: list[str] = []
        self.asked: list[Question] = []
        self.trash: Path | None = None

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        self.asked.append(question)
        answered(self.answers.pop(0))

    def move_to_trash(self, path: str) -> str | None:
        if self.trash is None or self.presenter is None:
            return None
        self.trash.mkdir(exist_ok=True)
        place = self.trash / Path(path).name
        (self.presenter.tree.root / path).rename(place)
        return str(place)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture
def panel(qtbot: QtBot, root: Path) -> AnsweringPanel:
    panel = AnsweringPanel(Appearance())
    qtbot.addWidget(panel)
    panel.show_project(FileTree(root))
    return panel


def presenter_of(panel: ProjectTreePanel) -> TreePresenter:
    assert panel.presenter is not None
    return panel.presenter


def rows(panel: ProjectTreePanel, parent: QModelIndex | None = None) -> list[str]:
    model = panel.tree.model()
    above = parent or QModelIndex()
    return [str(model.index(row, 0, above).data()) for row in range(model.rowCount(above))]


def test_the_item_model_keeps_qts_rules(root: Path, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    tree = FileTree(root)
    owner = ProjectTreePanel(Appearance())
    qtbot.addWidget(owner)
    items = FileTreeItems(tree, Icons(Appearance().theme), owner)
    qtmodeltester.check(items)  # type: ignore[no-untyped-call]
    (root / "pages/new").mkdir()
    (root / "pages/new/a.js").touch()
    (root / "app.wxss").unlink()
    for folder in tree.refresh({"pages/new", "app.wxss"}):
        items.sync(folder)
    assert items.index_of("pages/new/a.js").isValid()
    assert not items.index_of("app.wxss").isValid()


def test_a_new_page_shows_and_opens(panel: AnsweringPanel, root: Path) -> None:
    opened: list[str] = []
    presenter_of(panel).open_asked = lambda path, focus: opened.append(path)
    presenter_of(panel).create("new_page", "pages/detail", "detail")
    assert opened == ["pages/detail/detail.wxml"]
    assert '"pages/detail/detail"' in (root / "app.json").read_text()
    assert panel.tree.currentIndex().data() == "detail.wxml"


def test_renaming_tells_the_editor(panel: AnsweringPanel) -> None:
    renamed: list[tuple[str, str]] = []
    presenter_of(panel).renamed = lambda old, new: renamed.append((old, new))
    presenter_of(panel).rename("app.wxss", "main.wxss")
    assert renamed == [("app.wxss", "main.wxss")]
    assert rows(panel) == ["pages", "app.js", "app.json", "main.wxss"]


def test_dragging_moves_after_asking(panel: AnsweringPanel, root: Path) -> None:
    panel.answers = ["cancel", "move"]
    presenter_of(panel).move(["app.wxss"], "pages")
    assert (root / "app.wxss").exists()
    presenter_of(panel).move(["app.wxss"], "pages")
    assert (root / "pages/app.wxss").exists()


def test_deleting_goes_to_the_trash_or_asks_again(panel: AnsweringPanel, root: Path) -> None:
    panel.trash = root.parent / "trash"
    panel.answers = ["delete"]
    presenter_of(panel).delete(["app.wxss"])
    assert (panel.trash / "app.wxss").exists()
    panel.trash = None
    panel.answers = ["delete", "cancel"]
    presenter_of(panel).delete(["app.js"])
    assert (root / "app.js").exists()
    panel.answers = ["delete", "delete"]
    presenter_of(panel).delete(["pages"])
    assert rows(panel) == ["app.js", "app.json"]


def test_many_are_deleted_with_one_question_and_come_back(panel: AnsweringPanel, root: Path) -> None:
    deleted: list[str] = []
    presenter_of(panel).deleted = deleted.append
    panel.trash = root.parent / "trash"
    panel.answers = ["delete"]
    presenter_of(panel).delete(["pages", "pages/index/index.js", "app.wxss"])
    assert panel.asked[0].arguments["files"] == "pages\napp.wxss"
    assert (deleted, rows(panel)) == (["pages", "app.wxss"], ["app.js", "app.json"])
    (root / "app.wxss").write_text("somebody else's")
    presenter_of(panel).undo()
    assert rows(panel) == ["pages", "app.js", "app.json", "app.wxss"]
    assert (root / "pages/index/index.js").read_text() == "Page({})\n"
    assert (root / "app.wxss").read_text() == "somebody else's"


def test_moves_and_names_are_taken_back_the_last_first(panel: AnsweringPanel, root: Path) -> None:
    said: list[str] = []
    panel.reported.connect(said.append)
    panel.answers = ["move"]
    presenter_of(panel).rename("app.wxss", "main.wxss")
    presenter_of(panel).move(["main.wxss", "app.js"], "pages")
    assert sorted(path.name for path in (root / "pages").iterdir()) == ["app.js", "index", "main.wxss"]
    presenter_of(panel).undo()
    assert rows(panel) == ["pages", "app.js", "app.json", "main.wxss"]
    presenter_of(panel).undo()
    assert rows(panel) == ["pages", "app.js", "app.json", "app.wxss"]
    presenter_of(panel).undo()
    assert said[-1] == "Nothing to take back in the file tree."


def test_what_is_copied_gets_a_free_name(panel: AnsweringPanel, root: Path, qtbot: QtBot) -> None:
    presenter = presenter_of(panel)
    presenter.hand_out(["app.js", "pages"], cuts=False)
    presenter.paste("")
    qtbot.waitUntil(lambda: rows(panel) == ["pages", "pages copy", "app copy.js", "app.js", "app.json", "app.wxss"])
    assert (root / "pages copy/index/index.js").read_text() == "Page({})\n"
    presenter.duplicate(["app.js"])
    qtbot.waitUntil(lambda: "app copy 2.js" in rows(panel))


def test_what_is_cut_moves_once(panel: AnsweringPanel, root: Path, qtbot: QtBot) -> None:
    renamed: list[tuple[str, str]] = []
    presenter_of(panel).renamed = lambda old, new: renamed.append((old, new))
    presenter_of(panel).hand_out(["app.js"], cuts=True)
    presenter_of(panel).paste("pages")
    assert renamed == [("app.js", "pages/app.js")]
    presenter_of(panel).paste("pages")
    assert rows(panel) == ["pages", "app.json", "app.wxss"]


def test_files_of_other_programs_come_in_and_a_folder_never_into_itself(
    panel: AnsweringPanel, root: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    panel.reported.connect(said.append)
    (tmp_path / "logo.png").write_bytes(b"png")
    presenter_of(panel).take_in([tmp_path / "logo.png", tmp_path / "gone.png", root / "pages"], "pages/index")
    qtbot.waitUntil(lambda: len(said) == 2)
    assert (root / "pages/index/logo.png").read_bytes() == b"png"
    assert said == ["“gone.png” is no longer there.", "“pages” cannot be copied into itself."]


@pytest.fixture
def seen(panel: AnsweringPanel, qtbot: QtBot) -> AnsweringPanel:
    panel.resize(260, 500)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def name_field(panel: AnsweringPanel) -> QLineEdit:
    field = panel.tree.viewport().findChild(QLineEdit, "name_editor")
    assert isinstance(field, QLineEdit)
    return field


def press(panel: AnsweringPanel, row: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = panel.tree.visualRect(index_of(panel, row)).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def index_of(panel: AnsweringPanel, path: str) -> QModelIndex:
    model = panel.tree.model()
    assert isinstance(model, FileTreeItems)
    return model.index_of(path)


def test_a_name_is_changed_in_its_row(seen: AnsweringPanel, root: Path, qtbot: QtBot) -> None:
    press(seen, "app.wxss")
    QTest.keyClick(seen.tree, Qt.Key.Key_F2)
    field = name_field(seen)
    qtbot.waitUntil(lambda: (field.text(), field.selectedText()) == ("app.wxss", "app"))
    QTest.keyClicks(field, "main")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(seen) == ["pages", "app.js", "app.json", "main.wxss"])


def test_a_name_that_will_not_do_is_told_and_not_taken(seen: AnsweringPanel, root: Path) -> None:
    press(seen, "app.wxss")
    QTest.keyClick(seen.tree, Qt.Key.Key_F2)
    field = name_field(seen)
    field.selectAll()
    QTest.keyClicks(field, "app.js")
    assert field.toolTip() == "“app.js” exists already."
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert name_field(seen) is field
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert rows(seen) == ["pages", "app.js", "app.json", "app.wxss"]


def test_something_new_is_named_in_the_folder_that_is_marked(seen: AnsweringPanel, root: Path, qtbot: QtBot) -> None:
    opened: list[str] = []
    presenter_of(seen).open_asked = lambda path, focus: opened.append(path)
    press(seen, "pages")
    seen.begin_create("new_file")
    assert rows(seen, index_of(seen, "pages")) == ["", "index"]
    # A change on the disk takes nobody's name out of his hands.
    (root / "pages/other.js").touch()
    presenter_of(seen).files_changed(frozenset({"pages/other.js"}))
    QTest.keyClicks(name_field(seen), "log.js")
    QTest.keyClick(name_field(seen), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened == ["pages/log.js"])
    qtbot.waitUntil(lambda: rows(seen, index_of(seen, "pages")) == ["index", "log.js", "other.js"])


def test_a_draft_without_a_name_goes(seen: AnsweringPanel, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        seen.begin_create("new_component", "")
        QTest.keyClick(name_field(seen), key)
        qtbot.waitUntil(lambda: rows(seen) == ["pages", "app.js", "app.json", "app.wxss"])


def test_clicks_with_keys_choose_many_and_open_none(seen: AnsweringPanel, root: Path) -> None:
    opened: list[str] = []
    presenter_of(seen).open_asked = lambda path, focus: opened.append(path)
    press(seen, "app.js")
    press(seen, "app.wxss", Qt.KeyboardModifier.ShiftModifier)
    press(seen, "app.json", Qt.KeyboardModifier.ControlModifier)
    assert (opened, seen.chosen()) == (["app.js"], ["app.js", "app.wxss"])
    seen.trash = root.parent / "trash"
    seen.answers = ["delete"]
    QTest.keyClick(seen.tree, Qt.Key.Key_Delete)
    assert rows(seen) == ["pages", "app.json"]
    QTest.keyClick(seen.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows(seen) == ["pages", "app.js", "app.json", "app.wxss"]


def filter_by(panel: ProjectTreePanel, qtbot: QtBot, text: str, count: int) -> None:
    """Types into the filter and waits for this many rows at the top."""
    panel.filter_box.clear()
    qtbot.keyClicks(panel.filter_box, text)
    qtbot.waitUntil(lambda: len(rows(panel)) == count)


def test_the_filter_finds_deep_files(panel: AnsweringPanel, qtbot: QtBot) -> None:
    filter_by(panel, qtbot, "INDEX.wx", 1)
    assert rows(panel) == ["pages"]
    model = panel.tree.model()
    folder = model.index(0, 0, model.index(0, 0))
    assert rows(panel, folder) == ["index.wxml"]
    assert panel.tree.isExpanded(folder)


def test_a_folder_that_is_meant_shows_all_that_is_in_it(panel: AnsweringPanel, qtbot: QtBot) -> None:
    filter_by(panel, qtbot, "page", 1)
    model = panel.tree.model()
    assert len(rows(panel, model.index(0, 0, model.index(0, 0)))) == 3


def test_after_the_filter_everything_is_as_it_was(panel: AnsweringPanel, qtbot: QtBot) -> None:
    panel.expand(["pages"])
    filter_by(panel, qtbot, "index.js", 1)
    panel.select("pages/index/index.js")
    assert panel.expanded_folders() == ["pages"]
    filter_by(panel, qtbot, "", 4)
    assert panel.tree.currentIndex().data() == "index.js"
    panel.tree.setCurrentIndex(QModelIndex())
    assert "pages" in panel.expanded_folders()


def test_the_filter_follows_the_disk(panel: AnsweringPanel, root: Path, qtbot: QtBot) -> None:
    filter_by(panel, qtbot, "app.", 3)
    (root / "app.ts").write_text("")
    presenter_of(panel).files_changed(frozenset({"app.ts"}))
    qtbot.waitUntil(lambda: "app.ts" in rows(panel))


def test_a_filter_over_thousands_of_files_holds_nobody_up(qtbot: QtBot, tmp_path: Path) -> None:
    for folder in range(60):
        (tmp_path / f"folder{folder}").mkdir()
        for number in range(100):
            (tmp_path / f"folder{folder}" / f"file{number}.wxml").touch()
    panel = AnsweringPanel(Appearance())
    qtbot.addWidget(panel)
    panel.show_project(FileTree(tmp_path))
    panel.show()
    qtbot.waitExposed(panel)
    with turns() as in_window:
        filter_by(panel, qtbot, "file", 60)
        filter_by(panel, qtbot, "file99", 60)
        filter_by(panel, qtbot, "", 60)
    assert in_window.longest < 20_000


def test_another_theme_keeps_the_rows(panel: AnsweringPanel, qtbot: QtBot) -> None:
    panel.show()
    appearance = panel.appearance
    appearance.set_theme("light")
    panel.grab()
    assert rows(panel) == ["pages", "app.js", "app.json", "app.wxss"]
    assert panel.tree.model().index(0, 0).data(Qt.ItemDataRole.DecorationRole) is not None
