"""One recorded script, run by pytest in a process of its own and outside the project.

Neither settings nor Python files of the project are read: a project is not trusted because somebody has recorded a test
of it. What it has under test is the same as with `handset test`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

from ide.models.user_tests import RunEnd
from runtime.module_path import python_child

LONGEST_MS = 300_000
_FILE = "test_recorded.py"
_MOST_OUTPUT = 40_000
_NO_PYTEST = 'pytest is not installed here; type: python -m pip install "handset[test]"'


class TestProcess(QObject):
    """`done` is called once, also if the run is stopped or never begins."""

    def __init__(self, parent: QObject, project: Path, script: str, done: Callable[[RunEnd], None]) -> None:
        super().__init__(parent)
        self._project = project
        self._script = script
        self._done: Callable[[RunEnd], None] | None = done
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    def start(self) -> None:
        """Begins."""
        if find_spec("pytest") is None:
            self._end(RunEnd(False, problem=_NO_PYTEST))
            return
        try:
            self._folder = tempfile.TemporaryDirectory(prefix="handset-recorded-", ignore_cleanup_errors=True)
            folder = Path(self._folder.name)
            (folder / _FILE).write_text(self._script, "utf-8")
            # Settings are looked for in the folders around, too.
            (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
        except OSError as error:
            self._end(RunEnd(False, problem=str(error)))
            return
        words = [
            str(folder / _FILE), f"--rootdir={folder}", f"--confcutdir={folder}",
            f"--handset-project={self._project}", f"--handset-results={folder / 'results'}", "-p", "no:cacheprovider",
            "--color=no", "--no-header", "--tb=short",
        ]  # fmt: skip
        child = python_child("pytest", *words)
        environment = QProcessEnvironment()
        for name, value in child.environment.items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.setWorkingDirectory(str(folder))
        program, *arguments = child.command
        self._process.start(program, arguments)
        QTimer.singleShot(LONGEST_MS, self, self.stop)

    def stop(self) -> None:
        """It ends without having come to its end."""
        self._process.kill()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        output = bytes(self._process.readAll().data()).decode("utf-8", "replace")[-_MOST_OUTPUT:]
        has_ended = status is QProcess.ExitStatus.NormalExit
        self._end(RunEnd(has_ended and code == 0, output))

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(RunEnd(False, problem=self._process.errorString()))

    def _end(self, end: RunEnd) -> None:
        done, self._done = self._done, None
        if self._folder is not None:
            self._folder.cleanup()
        if done is not None:
            done(end)
            self.deleteLater()
