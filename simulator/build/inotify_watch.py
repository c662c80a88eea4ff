"""Watches the folders of a tree one by one with inotify (Linux). Only folders that matter take a watch."""

from __future__ import annotations

import os
from pathlib import Path

from watchdog.observers.inotify_c import (
    CallbackId,
    InotifyConstants,
    InotifyEvent,
    InotifyFD,
    Mask,
    WatchCallback,
    WatchDescriptor,
)

from simulator.build.folder_events import IsIgnored, Report, is_outpost

_MASK = Mask(
    InotifyConstants.IN_CREATE
    | InotifyConstants.IN_MODIFY
    | InotifyConstants.IN_CLOSE_WRITE
    | InotifyConstants.IN_DELETE
    | InotifyConstants.IN_DELETE_SELF
    | InotifyConstants.IN_MOVE
    | InotifyConstants.IN_MOVE_SELF
    | InotifyConstants.IN_ONLYDIR
    | InotifyConstants.IN_DONT_FOLLOW
)


class InotifyWatch(WatchCallback):
    """The watches of one tree. Once started, everything happens in the thread that reads the events."""

    def __init__(self, root: Path, is_ignored: IsIgnored, outposts: frozenset[str], report: Report) -> None:
        self._root = Path(os.path.realpath(root))
        self._is_ignored, self._outposts, self._report = is_ignored, outposts, report
        self._inotify: InotifyFD | None = None
        self._folders: dict[WatchDescriptor, str] = {}
        self._watches: dict[str, WatchDescriptor] = {}

    def start(self) -> None:
        """Begins. Raises OSError if the system has no more watches to give."""
        self._inotify = InotifyFD()
        try:
            self._add("")
        finally:
            self._inotify.start()

    def stop(self) -> None:
        """Ends; nothing is reported afterwards."""
        inotify, self._inotify = self._inotify, None
        if inotify is not None:
            inotify.stop()
            inotify.join(timeout=2)

    # ------------------------------------------------------------ WatchCallback

    def on_event(self, event: InotifyEvent) -> None:
        """Something happened in a watched folder, or to it."""
        folder = self._folders.get(event.wd)
        if folder is None or self._inotify is None:
            return
        if event.is_delete_self or event.is_move_self:
            if folder == "":
                self._report("", "done", False)
            return
        name = os.fsdecode(event.name)
        path = f"{folder}/{name}" if folder else name
        if self._is_ignored(path) and not is_outpost(path, self._outposts):
            return
        if event.is_directory:
            self._folder_changed(path, event)
        else:
            is_begun = event.is_modify or event.is_create
            self._report(path, "begun" if is_begun else "done", event.is_create or event.is_moved_to)

    def on_watch_deleted(self, wd: WatchDescriptor) -> None:
        """A watched folder is gone."""
        folder = self._folders.pop(wd, None)
        if folder is not None and self._watches.get(folder) == wd:
            del self._watches[folder]

    def on_queue_overflow(self) -> None:
        """More happened than the system could keep."""
        self._try_to_add("")
        self._report("", "lost", False)

    # ------------------------------------------------------------ folders

    def _folder_changed(self, path: str, event: InotifyEvent) -> None:
        if event.is_moved_from or event.is_delete:
            self._drop(path)
        else:
            self._try_to_add(path)
        # A folder stands for all that is in it.
        self._report(path, "done", False)

    def _try_to_add(self, folder: str) -> None:
        try:
            self._add(folder)
        except OSError:
            self._report("", "lost", False)

    def _add(self, start: str) -> None:
        waiting = [start]
        while waiting:
            folder = waiting.pop()
            is_quiet = folder != "" and self._is_ignored(folder)
            if is_quiet and folder not in self._outposts:
                continue
            if folder not in self._watches and not self._watch(folder):
                continue
            if not is_quiet:
                waiting += self._folders_in(folder)

    def _watch(self, folder: str) -> bool:
        """False where there is no such folder any more, or none that may be read."""
        path = os.fsencode(self._root / folder)
        if self._inotify is None or not os.access(path, os.R_OK):
            return False
        try:
            watch = self._inotify.add_callback(path, _MASK, self, CallbackId(id(self)))
        except (FileNotFoundError, NotADirectoryError):
            return False
        self._folders[watch] = folder
        self._watches[folder] = watch
        return True

    def _folders_in(self, folder: str) -> list[str]:
        try:
            with os.scandir(self._root / folder) as entries:
                names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        except OSError:
            return []
        return [f"{folder}/{name}" if folder else name for name in names]

    def _drop(self, start: str) -> None:
        """Ends the watches of a folder that has gone elsewhere, and of all below it."""
        gone = [folder for folder in self._watches if folder == start or folder.startswith(f"{start}/")]
        for folder in gone:
            watch = self._watches.pop(folder)
            self._folders.pop(watch, None)
            if self._inotify is not None:
                self._inotify.remove_callbacks([(watch, CallbackId(id(self)))])
