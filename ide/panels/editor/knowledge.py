"""Loads what completion knows in a thread of its own: it takes a fifth of a second and nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread

from ide.models.editor_messages import SetKnowledge
from ide.models.wxml_knowledge import load_wxml_knowledge


class KnowledgeLoader(QThread):
    """After `finished`, `knowledge` is there. `declarations` makes the text of the `.d.ts` and is called here."""

    def __init__(self, declarations: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self.knowledge: SetKnowledge | None = None
        self._declarations = declarations

    def run(self) -> None:
        self.knowledge = SetKnowledge(self._declarations(), load_wxml_knowledge())
