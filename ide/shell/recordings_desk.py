"""Sessions that are recorded, and recordings that are opened: asks for their files and says how it went."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from ide.models.appearance import Appearance
from ide.replay.app import open_recording
from ide.shell.workbench import Workbench
from simulator.bridge.notices import host_text
from simulator.recording.form import SUFFIX, BadRecording

if TYPE_CHECKING:
    from ide.replay.window import ReplayWindow


class RecordingsDesk:
    """`recording` is the action that is on while a session is recorded; `say` shows a short message."""

    def __init__(self, window: QWidget, appearance: Appearance, recording: QAction, say: Callable[[str], None]) -> None:
        self._window = window
        self._appearance = appearance
        self._recording = recording
        self._say = say
        self.target: Path | None = None

    def ask_open(self) -> None:
        """A recording that is there."""
        dialog = self._dialog("recordings.open")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.open(Path(path)))
        dialog.open()

    def open(self, path: Path) -> ReplayWindow | None:
        """In a window of its own; None, and why, if it is none."""
        texts = self._appearance.texts
        try:
            return open_recording(path, self._appearance, self._window)
        except BadRecording as why:
            self._say(host_text(why.code, why.arguments, texts.language))
            return None
        except OSError as error:
            self._say(host_text("recording-unreadable", {"why": error.strerror or str(error)}, texts.language))
            return None

    def toggle(self, bench: Workbench) -> None:
        """Begins to record, or ends it."""
        if self.target is None:
            self._ask_target(bench)
        else:
            self._stop(bench)

    def record(self, bench: Workbench, target: Path) -> None:
        """From now on, with a start on the same pages: a session is recorded from a start on."""
        program = bench.program
        if program is None or not program.record(target):
            self._show(None)
            return
        self._show(target)
        program.restart_here()
        self._say(self._appearance.texts("recordings.records", file=target.name))

    def forget(self) -> None:
        """The project is closed, and what was recorded of it complete."""
        self._show(None)

    def _stop(self, bench: Workbench) -> None:
        target, program = self.target, bench.program
        problem = program.stop_recording() if program is not None else ""
        self._show(None)
        texts = self._appearance.texts
        if problem:
            self._say(texts("report.action_failed", detail=problem))
        elif target is not None:
            self._say(texts("recordings.recorded", file=str(target)))

    def _ask_target(self, bench: Workbench) -> None:
        dialog = self._dialog("recordings.save")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(f"{bench.root.name}-{time.strftime('%Y-%m-%d-%H%M')}{SUFFIX}")
        dialog.fileSelected.connect(lambda path: self.record(bench, Path(path)))
        dialog.rejected.connect(lambda: self._show(None))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        texts = self._appearance.texts
        dialog = QFileDialog(self._window, texts(title), QDir.homePath(), f"{texts('recordings.files')} (*{SUFFIX})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _show(self, target: Path | None) -> None:
        self.target = target
        self._recording.setChecked(target is not None)
