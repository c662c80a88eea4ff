"""The project tree: rows follow the disk, and what is done with files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
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
    """Answers its own questions; the trash is a list."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.answers: list[str] = []
        self.has_trash = True
        self.trash: list[str] = []

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        answered(self.answers.pop(0))

    def ask_text(self, question: Question, initial: str, answered: Callable[[str], None]) -> None:
        answered(self.answers.pop(0))

    def move_to_trash(self, path: str) -> bool:
        if self.has_trash:
            self.trash.append(path)
            self.delete_for_good(path)
        return self.has_trash


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
    panel.answers = ["detail"]
    presenter_of(panel).create("new_page", "pages/detail")
    assert opened == ["pages/detail/detail.wxml"]
    assert '"pages/detail/detail"' in (root / "app.json").read_text()
    assert panel.tree.currentIndex().data() == "detail.wxml"


def test_renaming_tells_the_editor(panel: AnsweringPanel) -> None:
    renamed: list[tuple[str, str]] = []
    presenter_of(panel).renamed = lambda old, new: renamed.append((old, new))
    panel.answers = ["main.wxss"]
    presenter_of(panel).rename("app.wxss")
    assert renamed == [("app.wxss", "main.wxss")]
    assert rows(panel) == ["pages", "app.js", "app.json", "main.wxss"]


def test_dragging_moves_after_asking(panel: AnsweringPanel, root: Path) -> None:
    panel.answers = ["cancel", "move"]
    presenter_of(panel).move("app.wxss", "pages")
    assert (root / "app.wxss").exists()
    presenter_of(panel).move("app.wxss", "pages")
    assert (root / "pages/app.wxss").exists()


def test_deleting_goes_to_the_trash_or_asks_again(panel: AnsweringPanel, root: Path) -> None:
    panel.answers = ["delete"]
    presenter_of(panel).delete("app.wxss")
    assert panel.trash == ["app.wxss"]
    panel.has_trash = False
    panel.answers = ["delete", "cancel"]
    presenter_of(panel).delete("app.js")
    assert (root / "app.js").exists()
    panel.answers = ["delete", "delete"]
    presenter_of(panel).delete("pages")
    assert rows(panel) == ["app.js", "app.json"]


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
