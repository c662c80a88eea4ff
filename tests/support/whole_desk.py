"""The window with a real program in it: editor, phone and console as a developer has them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.hosted.program import HostedProgram
from ide.panels.console.panel import ConsolePanel
from simulator.build.project_build import ProjectBuild
from tests.support.ide_desk import IdeDesk
from tests.support.phone_user import PhoneUser
from tests.support.waiting import wait_until

CONTROL = Qt.KeyboardModifier.ControlModifier


class WholeDesk(IdeDesk):
    """`user` is the person at the first phone in the window, `users` are those at all that were ever opened."""

    hosted: HostedProgram
    user: PhoneUser

    def __init__(self, qtbot: QtBot, config: Path) -> None:
        self.users: list[PhoneUser] = []
        super().__init__(qtbot, config, open_program=self._host)

    def open_and_see(self, root: Path, page: str = "") -> None:
        """Opens a project and waits for its first page."""
        self.open(root)
        self.user.see_page(page)

    def replace_in_file(self, path: str, old: str, new: str) -> None:
        """Opens a file, selects the first occurrence of a text and types another one over it."""
        self.open_file(path)
        text = (self.bench.root / path).read_text("utf-8")
        before, _, _ = text.partition(old)
        assert old in text, (old, text)
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        self.open_file(path, line, column)
        place = self.appearance.texts("editor.position", line=line, column=column, selected=0)
        wait_until(lambda: self.window.status.cursor_label.text() == place, f"the cursor at {place}")
        self.type("")
        for _ in old:
            self.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        self.type(new)
        self.wait(lambda: self.bench.documents[path].text == text.replace(old, new, 1), f"{new} in {path}")

    def save(self) -> None:
        """Ctrl+S."""
        self.window.status.verdict.setText("")
        QTest.keyClick(self.key_target(), Qt.Key.Key_S, CONTROL)

    def see_verdict(self, beginning: str) -> str:
        """Waits until the status bar says what the change did."""
        wait_until(lambda: self.verdict.startswith(beginning), f"the verdict {beginning}", instead=lambda: self.verdict)
        return self.verdict

    @property
    def verdict(self) -> str:
        """What the status bar says about the last change."""
        return self.window.status.verdict.text()

    @property
    def console(self) -> ConsolePanel:
        """The console panel."""
        panel = self.window.debugger.panel("console")
        assert isinstance(panel, ConsolePanel)
        return panel

    def _host(self, build: ProjectBuild, user: str) -> HostedProgram:
        hosted = HostedProgram(build, user)
        self.users.append(PhoneUser(hosted.program))
        if not user:
            self.hosted, self.user = hosted, self.users[-1]
        return hosted
