"""Watches a project folder and tells which files changed, in the thread of its owner."""

from __future__ import annotations

import stat
import time
from contextlib import suppress
from pathlib import Path, PurePath

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from runtime.compiler.languages import SCRIPT_DIALECTS, STYLE_LANGUAGES, TEMPLATE_ENDINGS
from runtime.project.ignored import Ignored, read_ignored
from runtime.project.load import CONFIG_FILE, PRIVATE_FILE, program_folder
from runtime.project.model import NotAProject
from simulator.build.folder_watch import FolderWatch, watch_folder
from simulator.build.settling import FileState, Settling

PACKAGES = "node_modules"
INSTALL_RECORDS = frozenset({".package-lock.json", ".yarn-integrity", ".yarn-state.yml", ".modules.yaml"})
"""What package managers write into node_modules at the end of an installation."""
COPY_REST_MS = 400
COPY_END_MS = 2500
"""When packages are looked for after the last change directly in node_modules: soon, and once more."""
_OUTPUT_FOLDERS = frozenset({"dist", "build", "output", "unpackage"})
_NEAR = 4
_CODE_ENDINGS = (".json", *TEMPLATE_ENDINGS, ".wxs", *SCRIPT_DIALECTS, *STYLE_LANGUAGES)


class ProjectWatcher(QObject):
    """Emits `changed(paths, noticed_at)`: the set of project-relative paths (`/` as separator) that were written, made
    or removed, and when the first of them was seen (perf_counter). A folder stands for all that is in it.

    Emits `root_gone` when the folder itself has been deleted or moved away, `installed` when packages were installed or
    removed.
    """

    changed = Signal(object, float)
    root_gone = Signal()
    installed = Signal()
    _raised = Signal(object, str, bool)

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = root
        self._is_gone = False
        self._is_watch_lost = False
        self._ignored = Ignored()
        self._settling = Settling(self._is_empty, _is_code)
        self._look = QTimer(self, singleShot=True)
        self._look.setTimerType(Qt.TimerType.PreciseTimer)
        self._look.timeout.connect(self._tell)
        self._copied, self._copied_at_last = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        for timer in (self._copied, self._copied_at_last):
            timer.timeout.connect(self.installed)
        self._raised.connect(self._collect, Qt.ConnectionType.QueuedConnection)
        # The folder's own renaming or removal is an event of the folder above.
        self._above = QFileSystemWatcher([str(root.parent)], self)
        self._above.directoryChanged.connect(self._look_for_root)
        self._watch: FolderWatch | None = None

    def start(self) -> None:
        """Begins to watch. Raises OSError if the folder cannot be watched."""
        self._ignored, below = self._read_settings()
        outposts = frozenset({PACKAGES, f"{below}/{PACKAGES}" if below else PACKAGES})
        self._watch = watch_folder(self._root, self._is_ignored, outposts, self._raised.emit)
        self._watch.start()

    def stop(self) -> None:
        """Ends watching; no signal comes afterwards."""
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
        if self._above.directories():
            self._above.removePaths(self._above.directories())
        for timer in (self._look, self._copied, self._copied_at_last):
            timer.stop()

    def awaits_more_than(self, paths: frozenset[str]) -> bool:
        """Whether other files than these have changed and are not told yet."""
        return not self._settling.paths <= paths

    def _read_settings(self) -> tuple[Ignored, str]:
        """What is ignored, and the mini program's folder."""
        try:
            below, config = program_folder(self._root)
        except NotAProject:
            below, config = "", {}
        near = (*PurePath(self._root).parts[-_NEAR:], *below.split("/"))
        self._settling.is_built = not _OUTPUT_FOLDERS.isdisjoint(near)
        return read_ignored(config, below), below

    def _start_again(self) -> None:
        """After a change of what is watched; the project has been watched before, so that it can be again."""
        if self._watch is not None:
            self._watch.stop()
            with suppress(OSError):
                self.start()

    def _is_ignored(self, path: str) -> bool:
        """Called in the thread of the events."""
        return self._ignored.is_ignored(path)

    def _is_empty(self, path: str) -> bool:
        try:
            file = (self._root / path).stat()
        except OSError:
            return False
        return stat.S_ISREG(file.st_mode) and file.st_size == 0

    def _collect(self, path: str, state: FileState, is_new: bool) -> None:
        if not path and state == "done":
            # The watched folder itself is gone. Another one of its name may stand there before anybody looks.
            self._is_watch_lost = True
        self._look_for_root()
        if self._is_gone:
            return
        if PACKAGES in path.split("/"):
            self._packages_changed(path.rpartition("/")[2])
            return
        now = _now_ms()
        if state == "lost":
            self._note_everything(now)
        elif path:
            self._settling.note(path, state, now, is_new=is_new)
        self._wait(now)

    def _packages_changed(self, name: str) -> None:
        """A package manager says when it is done; whoever copies packages does not, and copies what is in them last."""
        if name in INSTALL_RECORDS:
            self.installed.emit()
        self._copied.start(COPY_REST_MS)
        self._copied_at_last.start(COPY_END_MS)

    def _note_everything(self, now: float) -> None:
        with suppress(OSError):
            for entry in self._root.iterdir():
                if not self._ignored.is_ignored(entry.name):
                    self._settling.note(entry.name, "done", now)

    def _wait(self, now: float) -> None:
        if self._settling.paths:
            self._look.start(int(self._settling.wait_ms(now) + 0.999))

    def _look_for_root(self) -> None:
        is_gone = not self._root.is_dir()
        was_gone, self._is_gone = self._is_gone, is_gone
        if is_gone and not was_gone:
            self.root_gone.emit()
        if not is_gone and (was_gone or self._is_watch_lost):
            self._is_watch_lost = False
            self._start_again()
            self._note_everything(_now_ms())
            self._wait(_now_ms())

    def _tell(self) -> None:
        now = _now_ms()
        if self._settling.wait_ms(now) > 0:
            self._wait(now)
            return
        noticed_at = self._settling.noticed_ms / 1000
        paths = self._settling.take(now)
        self._wait(now)
        if paths & {CONFIG_FILE, PRIVATE_FILE} and self._read_settings()[0] != self._ignored:
            self._start_again()
        if paths:
            self.changed.emit(paths, noticed_at)


def _is_code(path: str) -> bool:
    """Whether a file may be part of a program, or is a folder."""
    name = path.rpartition("/")[2]
    return "." not in name or name.endswith(_CODE_ENDINGS)


def _now_ms() -> float:
    return time.perf_counter() * 1000
