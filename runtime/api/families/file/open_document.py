"""wx.openDocument: the pages of a PDF on the phone; of another document a card that says what it is.

Handset draws no Office documents: what the phone's own viewer does with them is not to be had here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from runtime.api.call import ApiFailure, Call
from runtime.api.file_paths import existing_file
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.documents import DOCUMENTS
from runtime.api.ports.ui import UI

# Source: reference, wx.openDocument.
TYPES = ("doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf")


def open_document(call: Call, ports: HostPorts) -> None:
    """openDocument: what the file is says `fileType`, or its name."""
    real = existing_file(call, ports.areas, "filePath", "open")
    kind = (call.text("fileType") or real.suffix.removeprefix(".")).lower()
    if kind not in TYPES:
        raise ApiFailure("filetype not supported")
    if kind != "pdf":
        _show(call, ports, real, note=f"{kind.upper()} · {real.stat().st_size} B")
        return

    def drawn(pictures: Sequence[bytes] | None) -> None:
        if pictures is None:
            return call.fail("open document failed, the file is damaged or locked")
        _show(call, ports, real, pages=[_kept(ports, picture) for picture in pictures])

    ports[DOCUMENTS].draw_pdf(real.read_bytes(), call.later(drawn))


def _kept(ports: HostPorts, picture: bytes) -> str:
    path, real = ports.areas.new_file("tmp", ".jpg")
    real.write_bytes(picture)
    return path


def _show(call: Call, ports: HostPorts, real: Path, *, pages: Sequence[str] = (), note: str = "") -> None:
    params = {"title": real.name, "pages": list(pages), "note": note}
    ports[UI].show(call.request.page_id, "document", params)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("openDocument", open_document, state="simulated"),)
