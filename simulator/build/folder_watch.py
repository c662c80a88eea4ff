"""Hears of changes below a folder, without the folders that are of no interest. Knows no Qt; reports from a thread.

On Linux each folder is watched by itself, so that ignored ones (node_modules holds thousands) cost nothing; elsewhere
the system watches the whole tree at once and what is ignored is dropped here.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from runtime.systems.paths import name_below
from runtime.systems.system import THIS_SYSTEM
from simulator.build.folder_events import IsIgnored, Report, is_outpost


class FolderWatch(Protocol):
    """A running or stopped watch."""

    def start(self) -> None:
        """Begins. Raises OSError if the system refuses."""

    def stop(self) -> None:
        """Ends; nothing is reported afterwards."""


def watch_folder(root: Path, is_ignored: IsIgnored, outposts: frozenset[str], report: Report) -> FolderWatch:
    """The system's way of watching. `outposts`: ignored folders whose own entries are reported all the same."""
    if THIS_SYSTEM == "linux":
        from simulator.build.inotify_watch import InotifyWatch

        return InotifyWatch(root, is_ignored, outposts, report)
    return TreeWatch(root, is_ignored, outposts, report)


class TreeWatch(FileSystemEventHandler):
    """Watches the whole tree with what the system offers for that."""

    def __init__(self, root: Path, is_ignored: IsIgnored, outposts: frozenset[str], report: Report) -> None:
        self._root, self._is_ignored, self._outposts, self._report = root, is_ignored, outposts, report
        self._observer = Observer()

    def start(self) -> None:
        """Begins."""
        self._observer.schedule(self, str(self._root), recursive=True)
        self._observer.start()

    def stop(self) -> None:
        """Ends."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join(timeout=2)

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("opened", "closed_no_write") or (event.is_directory and event.event_type == "modified"):
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._tell(os.fsdecode(path), is_new=event.event_type == "created")

    def _tell(self, path: str, *, is_new: bool) -> None:
        relative = name_below(path, str(self._root))
        if relative == "":
            self._report("", "done", False)
        elif relative is not None and (is_outpost(relative, self._outposts) or not self._is_ignored(relative)):
            # The system does not say when a writer is done.
            self._report(relative, "done", is_new)
