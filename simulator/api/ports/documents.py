"""Documents, drawn by a process of their own."""

from __future__ import annotations

from PySide6.QtCore import QObject

from runtime.api.ports.documents import DOCUMENTS, DocumentsPort, PagesReply
from simulator.api.surroundings import Real
from simulator.documents.drawer import draw_pdf


class DrawnDocuments:
    """The `DocumentsPort` of the host."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner

    def draw_pdf(self, data: bytes, reply: PagesReply) -> None:
        """Starts a process."""
        draw_pdf(data, reply, self._owner)


REAL: Real[DocumentsPort] = Real(DOCUMENTS, lambda around, _project: DrawnDocuments(around.owner))
