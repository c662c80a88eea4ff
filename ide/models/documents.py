"""The open documents of a project: their text, what is unsaved, and how they stand to the files on disk.

The editor page owns the live text and the undo history; it reports versions at once and text soon after.
A document is unsaved when its version is not the one that was saved last, so undoing back to it is clean again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ide.models.file_kinds import language_of
from ide.models.journal import Journal, JournalEntry
from ide.models.signal import Signal
from ide.models.text_files import Refused, TextFile, read_text_file, write_text_file
from runtime.systems.permissions import make_writable

Conflict = Literal["none", "changed", "deleted"]
DiskVerdict = Literal["same", "reload", "conflict", "deleted"]
_UNSAVED = -1


@dataclass(frozen=True, slots=True)
class Document:
    """One open file. `path` is relative to the project with `/`; `disk_digest` is empty if there is no file.

    `version` is what the page shows, `text_version` what `text` is, `saved_version` what is on disk.
    """

    path: str
    text: str
    disk_digest: str
    version: int = 0
    text_version: int = 0
    saved_version: int = 0
    has_bom: bool = False
    conflict: Conflict = "none"

    @property
    def is_edited(self) -> bool:
        """Whether the user has changed it since it was read or saved."""
        return self.version != self.saved_version

    @property
    def is_dirty(self) -> bool:
        """Whether closing it loses something: edits, or the last copy of a file that was deleted."""
        return self.is_edited or self.conflict == "deleted"

    @property
    def language(self) -> str:
        """Monaco's language id."""
        return language_of(self.path)


class Documents:
    """The one owner of open documents. `changed` fires with the path whose state changed."""

    def __init__(self, root: Path, journal: Journal) -> None:
        self.root = root
        self.changed: Signal[str] = Signal()
        self.saved: Signal[Path] = Signal()
        self._journal = journal
        self._open: dict[str, Document] = {}

    def __getitem__(self, path: str) -> Document:
        return self._open[path]

    def __contains__(self, path: object) -> bool:
        return path in self._open

    @property
    def paths(self) -> list[str]:
        """Open files in the order in which they were opened."""
        return list(self._open)

    @property
    def dirty_paths(self) -> list[str]:
        """Files with something to save."""
        return [path for path, document in self._open.items() if document.is_dirty]

    def open(self, path: str) -> Document | Refused:
        """Opens a file, or says why that is no text to edit. An open one is returned as it is."""
        if path in self._open:
            return self._open[path]
        contents = read_text_file(self.root / path)
        if isinstance(contents, Refused):
            return contents
        document = Document(path, contents.text, contents.digest, has_bom=contents.has_bom)
        self._set(document)
        return document

    def close(self, path: str) -> None:
        """Closes a file and gives up what is unsaved in it."""
        if self._open.pop(path, None):
            self._journal.forget(path)
            self.changed.emit(path)

    # -- from the editor page

    def edited(self, path: str, version: int) -> None:
        """The page's text is at this version now."""
        document = self._open.get(path)
        if document and document.version != version:
            self._set(replace(document, version=version))

    def text_arrived(self, path: str, text: str, version: int) -> None:
        """The text at this version; it goes to the journal as long as it is unsaved."""
        document = self._open.get(path)
        if not document:
            return
        document = replace(document, text=text, version=version, text_version=version)
        self._set(document)
        self._keep(document)

    # -- to disk

    def save(self, path: str, *, force: bool = False) -> Refused | None:
        """Writes the text that arrived last. `force` makes a read-only file writable first."""
        document = self._open[path]
        target = self.root / path
        if force and target.exists():
            make_writable(target)
        if force and self.root.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
        digest = write_text_file(target, document.text, has_bom=document.has_bom)
        if isinstance(digest, Refused):
            self._keep(document)
            return digest
        self._journal.forget(path)
        self._set(replace(document, disk_digest=digest, saved_version=document.text_version, conflict="none"))
        self.saved.emit(target)
        return None

    def save_copy(self, path: str, target: Path) -> Refused | None:
        """Writes the text somewhere else; the document stays as it is."""
        digest = write_text_file(target, self._open[path].text, has_bom=self._open[path].has_bom)
        return digest if isinstance(digest, Refused) else None

    # -- from disk

    def look_at_disk(self, path: str) -> DiskVerdict:
        """Compares a document with its file. `reload`: the file is newer and nothing here is unsaved.

        A `conflict` and `deleted` are noted in the document until the user decides.
        """
        document = self._open[path]
        contents = read_text_file(self.root / path)
        if isinstance(contents, Refused):
            if document.conflict != "deleted":
                self._set(replace(document, conflict="deleted"))
                self._keep(self._open[path])
            return "deleted"
        if contents.digest == document.disk_digest:
            if document.conflict == "deleted":
                self._set(replace(document, conflict="none"))
                self._keep(self._open[path])
            return "same"
        if not document.is_edited or contents.text == document.text:
            return "reload"
        self._set(replace(document, conflict="changed"))
        return "conflict"

    def load_from_disk(self, path: str) -> str | Refused:
        """Takes the text on disk; the page must be given it. The version that it reports next counts as saved."""
        contents = read_text_file(self.root / path)
        if isinstance(contents, Refused):
            return contents
        self._take(self._open[path], contents)
        return contents.text

    def text_on_disk(self, path: str) -> str:
        """The file's present text for a comparison; empty if there is none."""
        contents = read_text_file(self.root / path)
        return "" if isinstance(contents, Refused) else contents.text

    def loaded(self, path: str, version: int) -> None:
        """The page shows the text of `load_from_disk` and calls it this version."""
        if path in self._open:
            self._set(replace(self._open[path], version=version, text_version=version, saved_version=version))

    def keep_mine(self, path: str) -> None:
        """The user keeps what is in the editor: the next save overwrites the file."""
        document = self._open[path]
        contents = read_text_file(self.root / path)
        digest = "" if isinstance(contents, Refused) else contents.digest
        self._set(replace(document, disk_digest=digest, conflict="none", saved_version=_UNSAVED))

    def renamed(self, old: str, new: str) -> list[tuple[str, str]]:
        """A file or folder has another name: open documents follow. Returns the pairs that changed."""
        pairs = [(path, new + path[len(old) :]) for path in self._open if path == old or path.startswith(old + "/")]
        for before, after in pairs:
            document = replace(self._open.pop(before), path=after)
            self._journal.forget(before)
            self._set(document)
            self._keep(document)
        return pairs

    # -- after a crash

    def left_behind(self) -> list[JournalEntry]:
        """Unsaved texts of an earlier run that are not what is on disk."""
        useful = []
        for entry in self._journal.entries():
            if entry.path not in self._open and self.text_on_disk(entry.path) == entry.text:
                self._journal.forget(entry.path)
            elif entry.path not in self._open or self._open[entry.path].text != entry.text:
                useful.append(entry)
        return useful

    def restore(self, entry: JournalEntry) -> Document:
        """Opens the file with its unsaved text; the page must be given that text on top of the one on disk."""
        document = self.open(entry.path)
        if isinstance(document, Refused):
            document = Document(entry.path, entry.text, "", conflict="deleted")
        conflict: Conflict = document.conflict
        if document.disk_digest and document.disk_digest != entry.base_digest:
            conflict = "changed"
        document = replace(document, text=entry.text, saved_version=_UNSAVED, conflict=conflict)
        self._set(document)
        return document

    def discard_left_behind(self, entries: Iterable[JournalEntry]) -> None:
        """The user does not want them."""
        for entry in entries:
            self._journal.forget(entry.path)

    def _take(self, document: Document, contents: TextFile) -> None:
        self._journal.forget(document.path)
        self._set(replace(document, text=contents.text, disk_digest=contents.digest, conflict="none"))

    def _keep(self, document: Document) -> None:
        if document.is_dirty:
            self._journal.write(JournalEntry(document.path, document.text, document.disk_digest))
        else:
            self._journal.forget(document.path)

    def _set(self, document: Document) -> None:
        self._open[document.path] = document
        self.changed.emit(document.path)
