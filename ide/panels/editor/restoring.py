"""Unsaved texts of an earlier run: offered, and put on top of what is on disk if the user wants them. Knows no Qt."""

from __future__ import annotations

from ide.models.documents import Documents
from ide.models.editor_messages import OpenModel, ReplaceText
from ide.models.journal import JournalEntry
from ide.panels.editor.tabs import OpenTabs
from ide.panels.editor.view import EditorView


class Restoring:
    """`entries` are on offer; they are none once the user has answered."""

    def __init__(self, documents: Documents, tabs: OpenTabs, view: EditorView) -> None:
        self.entries: list[JournalEntry] = []
        self._documents = documents
        self._tabs = tabs
        self._view = view

    def look(self) -> None:
        """Whether there is anything."""
        self.entries = self._documents.left_behind()

    def answer(self, *, restores: bool) -> str:
        """Restores or forgets them; returns a file to show, or an empty path."""
        entries, self.entries = self.entries, []
        if not restores:
            self._documents.discard_left_behind(entries)
            return ""
        for entry in entries:
            self._restore(entry)
        return entries[0].path

    def _restore(self, entry: JournalEntry) -> None:
        was_open = entry.path in self._documents
        document = self._documents.restore(entry)
        if was_open:
            self._view.send(ReplaceText(entry.path, entry.text, is_on_disk=False))
            return
        text = self._documents.text_on_disk(entry.path)
        self._view.send(OpenModel(entry.path, text, document.language, entry.text))
        self._tabs.add(entry.path)
