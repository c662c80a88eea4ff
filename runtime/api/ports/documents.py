"""Documents of the program as pictures of their pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from runtime.api.port import Port

PagesReply = Callable[[Sequence[bytes] | None], None]


class DocumentsPort(Protocol):
    """Whatever a document holds, drawing it neither runs nor loads anything of it."""

    def draw_pdf(self, data: bytes, reply: PagesReply) -> None:
        """A JPEG of each page, in order; of a very long document the first ones. None: it cannot be read."""


class FakeDocuments:
    """A PDF is any bytes that start with %PDF, and has two pages."""

    def draw_pdf(self, data: bytes, reply: PagesReply) -> None:
        reply([b"PAGE 1", b"PAGE 2"] if data.startswith(b"%PDF") else None)


DOCUMENTS: Port[DocumentsPort] = Port("documents", FakeDocuments)
