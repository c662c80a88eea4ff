"""The window's status bar: short messages, the reload verdict and those before it, branch, packages from npm, errors,
warnings, the cursor."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStatusBar, QToolButton, QWidget

from ide.models.appearance import Appearance
from ide.models.npm_state import NpmState
from ide.version_control.status import Status
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel, plain_tip
from runtime.diagnostics import Severity

_MESSAGE_MS = 6000
KEPT_VERDICTS = 20


class StatusBar(QStatusBar):
    """Draws what it is told. `problems_asked`, `console_asked`: the user clicked the counts of one or the other."""

    problems_asked = Signal()
    console_asked = Signal()
    changes_asked = Signal()
    npm_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._appearance = appearance
        self._counts: Mapping[Severity, int] = {"error": 0, "warning": 0, "info": 0}
        self._verdict: tuple[str, str, float] | None = None
        self._former: deque[tuple[str, tuple[str, str, float]]] = deque(maxlen=KEPT_VERDICTS)
        self._cursor = (0, 0, 0)
        self._console_errors = 0
        self._npm_state: NpmState = "none"
        self.branch = QToolButton(self)
        self.npm = QToolButton(self)
        self.console_errors = QToolButton(self)
        self.errors = QToolButton(self)
        self.warnings = QToolButton(self)
        self.verdict = QToolButton(self)
        self.verdict.setObjectName("verdict")
        self.verdict.clicked.connect(self._show_former)
        self.cursor_label = PlainLabel(parent=self)
        wishes = (
            (self.branch, self.changes_asked),
            (self.npm, self.npm_asked),
            (self.console_errors, self.console_asked),
            (self.errors, self.problems_asked),
            (self.warnings, self.problems_asked),
        )
        for button, asked in wishes:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _checked=False, asked=asked: asked.emit())
        self.console_errors.setProperty("tone", "bad")
        shown = (self.verdict, self.branch, self.npm, self.console_errors, self.errors, self.warnings)
        for widget in (*shown, self.cursor_label):
            self.addPermanentWidget(widget)
        appearance.changed.connect(self._dress)
        self.show_branch(None)
        self._dress(appearance)

    def say(self, message: str) -> None:
        """A message that goes away by itself."""
        self.showMessage(message, _MESSAGE_MS)

    def show_verdict(self, verdict: str, reason: str, duration_ms: float) -> None:
        """What the last change did; a click shows those before it too."""
        self._former.appendleft((time.strftime("%H:%M:%S"), (verdict, reason, duration_ms)))
        self._draw_verdict(verdict, reason, duration_ms)

    @property
    def verdict_words(self) -> str:
        """What the last change did, in words; empty if there was none."""
        return self._words(*self._verdict) if self._verdict else ""

    def former_verdicts(self) -> list[str]:
        """What the last changes did, and when, newest first."""
        return [f"{at}  {self._words(*verdict)}" for at, verdict in self._former]

    def _draw_verdict(self, verdict: str, reason: str, duration_ms: float) -> None:
        self._verdict = (verdict, reason, duration_ms)
        self.verdict.setText(self._words(verdict, reason, duration_ms).replace("&", "&&"))
        self.verdict.setProperty("tone", "bad" if verdict == "failed" else "good")
        self.verdict.style().polish(self.verdict)

    def forget_verdict(self) -> None:
        """What the last change did no longer says anything about what runs."""
        self._verdict = None
        self.verdict.setText("")

    def show_counts(self, counts: Mapping[Severity, int]) -> None:
        """Errors and warnings."""
        self._counts = counts
        self.errors.setText(str(counts["error"]))
        self.warnings.setText(str(counts["warning"]))
        tip = self._appearance.texts("status.problems", errors=counts["error"], warnings=counts["warning"])
        self.errors.setToolTip(plain_tip(tip))
        self.warnings.setToolTip(plain_tip(tip))

    def show_console_errors(self, count: int) -> None:
        """Errors of the running program on the console; nothing while there are none."""
        self._console_errors = count
        self.console_errors.setVisible(count > 0)
        self.console_errors.setText(self._appearance.texts("status.console_errors", count=count))
        self.console_errors.setToolTip(self._appearance.texts("status.console_errors_tip"))

    def show_cursor(self, line: int, column: int, selected: int) -> None:
        """Where the cursor is; line 0 for nowhere."""
        self._cursor = (line, column, selected)
        key = "editor.selected" if selected else "editor.position"
        text = self._appearance.texts(key, line=line, column=column, selected=selected)
        self.cursor_label.setText(text if line else "")

    def show_branch(self, status: Status | None) -> None:
        """The branch of the project; nothing where git says nothing."""
        head = status.head if status else None
        name = (head.branch or head.commit[:8]) if head else ""
        self.branch.setText(f"{name}*" if status and status.changed else name)
        self.branch.setVisible(bool(name))

    def show_npm(self, state: NpmState) -> None:
        """How the packages from npm stand; nothing where there are none."""
        self._npm_state = state
        self.npm.setVisible(state != "none")
        if state == "none":
            return
        self.npm.setProperty("tone", "bad" if state == "missing" else "")
        self.npm.style().polish(self.npm)
        self.npm.setText(self._appearance.texts(f"status.npm.{state}"))
        self.npm.setToolTip(self._appearance.texts(f"status.npm.{state}.tip"))

    def clear_project(self) -> None:
        """No project is open."""
        self.forget_verdict()
        self._former.clear()
        self.show_branch(None)
        self.show_npm("none")
        self.show_console_errors(0)
        self.show_counts({"error": 0, "warning": 0, "info": 0})
        self.show_cursor(0, 0, 0)

    def _dress(self, appearance: Appearance) -> None:
        icons = Icons(appearance.theme)
        self.branch.setIcon(icons.icon("branch"))
        self.branch.setToolTip(appearance.texts("status.branch_tip"))
        self.npm.setIcon(icons.icon("package"))
        self.show_npm(self._npm_state)
        self.errors.setIcon(icons.icon("error", "error"))
        self.warnings.setIcon(icons.icon("warning", "warning"))
        self.console_errors.setIcon(icons.icon("error", "error"))
        self.show_console_errors(self._console_errors)
        self.show_counts(self._counts)
        self.show_cursor(*self._cursor)
        self.verdict.setToolTip(appearance.texts("status.former_verdicts"))
        if self._verdict:
            self._draw_verdict(*self._verdict)

    def _words(self, verdict: str, reason: str, duration_ms: float) -> str:
        return self._appearance.texts(f"verdict.{verdict}", reason=reason, ms=round(duration_ms))

    def _show_former(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words in self.former_verdicts():
            menu.addAction(words.replace("&", "&&")).setEnabled(False)
        menu.popup(self.verdict.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
