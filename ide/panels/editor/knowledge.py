"""Loads what completion knows in a thread of its own: it takes a fifth of a second and nobody waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ide.models.editor_messages import SetKnowledge
from runtime.language.catalogue import load_wxml_knowledge


class KnowledgeLoader(QObject):
    """After `loaded`, `knowledge` is there. `declarations` makes the text of the `.d.ts` and is called in the thread.

    The thread is Python's: a `QThread` that still runs when its window is closed would end the whole process.
    """

    loaded = Signal()

    def __init__(self, declarations: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self.knowledge: SetKnowledge | None = None
        self._declarations = declarations

    def start(self) -> None:
        """Begins loading; `loaded` comes in the thread of the owner."""
        threading.Thread(target=self._load, name="knowledge", daemon=True).start()

    def _load(self) -> None:
        self.knowledge = SetKnowledge(self._declarations(), load_wxml_knowledge())
        try:
            self.loaded.emit()
        except RuntimeError:
            # The window was closed meanwhile, and the loader with it.
            return
