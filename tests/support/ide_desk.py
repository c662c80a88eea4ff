"""A main window on a project of a few files, for tests: opens it, types into it, waits for what it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ide.models.appearance import Appearance
from ide.models.problems import SEVERITIES, Problem
from ide.models.settings import SettingsFile
from ide.shell.main_window import MainWindow
from ide.shell.workbench import OpenProgram, Workbench
from simulator.build.project_build import ProjectBuild
from tests.support.fake_running_program import FakeRunningProgram
from tests.support.waiting import wait_until

Panel = TypeVar("Panel", bound=QWidget)
HAS_FOCUS = "document.hasFocus() && document.activeElement.classList.contains('inputarea')"
FILES = {
    "app.js": "App({})\n",
    "app.json": '{\n  "pages": ["pages/index/index"]\n}\n',
    "app.wxss": "page { color: red; }\n",
    "pages/index/index.js": "Page({})\n",
    "pages/index/index.json": "{}\n",
    "pages/index/index.wxml": "<view>hello</view>\n",
}


def make_project(root: Path) -> Path:
    """Writes a small project."""
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


class IdeDesk:
    """One window, with a fake program unless another is given."""

    def __init__(
        self,
        qtbot: QtBot,
        config: Path,
        declarations: str = "",
        open_program: OpenProgram | None = None,
    ) -> None:
        self.programs: list[FakeRunningProgram] = []
        self.settings = SettingsFile(config)
        settings = self.settings.settings
        self.appearance = Appearance(settings.theme, settings.language)
        program = open_program or self._open_program
        self.window = MainWindow(self.settings, self.appearance, program, lambda: declarations)
        qtbot.addWidget(self.window, before_close_func=lambda window: self._abandon())
        self.window.show()

    @property
    def bench(self) -> Workbench:
        """The open project."""
        assert self.window.workbench is not None
        return self.window.workbench

    @property
    def program(self) -> FakeRunningProgram:
        """The program that was opened last."""
        return self.programs[-1]

    def open(self, root: Path) -> None:
        """Opens a project."""
        self.window.open_project(root)

    def panel(self, name: str, kind: type[Panel]) -> Panel:
        """A panel of the debugger area, brought to the front."""
        self.window.debugger.show_panel(name)
        panel = self.window.debugger.panel(name)
        assert isinstance(panel, kind)
        return panel

    @property
    def problems(self) -> list[Problem]:
        """What the Problems panel lists, in English."""
        return self.window.problems.listed(SEVERITIES, "", "en")

    def open_file(self, path: str, line: int = 0, column: int = 1) -> None:
        """Opens a file and waits until the page has it."""
        self.bench.editor.open(path, line, column)
        self.wait(lambda: self.bench.documents[path].version > 0, f"{path} in the editor")

    def type(self, text: str) -> None:
        """Types into the editor page with real key events."""
        target = self.key_target()
        self.wait(lambda: self.script(HAS_FOCUS) is True, "the editor's focus")
        QTest.keyClicks(target, text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key in the editor page."""
        QTest.keyClick(self.key_target(), key, modifiers)

    def key_target(self) -> QWidget:
        """The widget that gets the editor's keys."""
        page = self.window.editor.page
        page.setFocus()
        return page.focusProxy() or page

    def wait(self, is_so: Callable[[], bool], what: str) -> None:
        """Waits for something to become true."""
        wait_until(is_so, what)

    def script(self, code: str) -> object:
        """Evaluates JavaScript in the editor page."""
        results: list[object] = []
        self.window.editor.page.page().runJavaScript(code, 0, results.append)
        self.wait(lambda: bool(results), "an answer of the page")
        return results[0]

    def _abandon(self) -> None:
        self.window.leave()

    def _open_program(self, build: ProjectBuild, _user: str) -> FakeRunningProgram:
        self.programs.append(FakeRunningProgram(build.root))
        return self.programs[-1]
