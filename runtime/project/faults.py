"""What the gate has left out, as findings."""

from __future__ import annotations

from runtime.diagnostics import Diagnostic, Span
from runtime.project.gate import Fault, FaultKind

_CODES: dict[FaultKind, str] = {
    "outside": "files/link-outside",
    "loop": "files/link-loop",
    "name": "files/name-not-text",
}


def finding_of(fault: Fault, folder: str = "", span: Span | None = None) -> Diagnostic:
    """The finding for a fault below `folder` (as seen from the project folder); it stands at the file, or at `span`."""
    path = "/".join(filter(None, (folder, fault.path)))
    return Diagnostic(_CODES[fault.kind], span or Span(path), {"path": path})
