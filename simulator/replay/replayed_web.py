"""The web of a replayed session: what the recording has of it, and nothing else."""

from __future__ import annotations

from collections import deque

from simulator.phone.web_requests import Answer, WebFile, WebKind, WebRequest
from simulator.recording.form import FileHead

MOST_PX = 4096
USUAL_PX = 100
_PLACEHOLDER = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">
<rect width="100%" height="100%" fill="#8884"/>
<rect width="100%" height="100%" fill="none" stroke="#888" stroke-width="2" stroke-dasharray="6 4"/></svg>"""


class ReplayedWeb:
    """Implements `simulator.phone.web_requests.WebStandIn`. An address may have had several files one after the other;
    who asks for one that has not come yet waits until it does."""

    def __init__(self) -> None:
        self._files: dict[str, deque[tuple[FileHead, bytes | None]]] = {}
        self._waiting: dict[str, list[tuple[WebKind, Answer]]] = {}

    def begin_anew(self) -> None:
        """Nothing has come yet, and nobody waits."""
        self._files.clear()
        self._waiting.clear()

    def file(self, head: FileHead, content: bytes | None) -> None:
        """The next one of its address."""
        found = self._files.setdefault(head.path, deque())
        found.append((head, content))
        for kind, answer in self._waiting.pop(head.path, ()):
            answer(_answer(kind, *found[0]))

    def takes(self, kind: WebKind, *, is_reachable: bool) -> bool:
        """As of `WebStandIn`: the web itself is never asked."""
        return True

    def load(self, request: WebRequest, answer: Answer) -> None:
        """As of `WebStandIn`."""
        found = self._files.get(request.url)
        if request.kind == "media":
            answer(None)
        elif found is None:
            self._waiting.setdefault(request.url, []).append((request.kind, answer))
        else:
            # The last one stays: a page may ask again where it had it from a memory of its own.
            answer(_answer(request.kind, *(found.popleft() if len(found) > 1 else found[0])))


def _answer(kind: WebKind, head: FileHead, content: bytes | None) -> WebFile | None:
    if head.left_out and kind == "image":
        width, height = (min(side, MOST_PX) if side > 0 else USUAL_PX for side in (head.width, head.height))
        return WebFile(_PLACEHOLDER.format(width=width, height=height).encode(), "image/svg+xml", is_shared=True)
    if content is None or head.left_out:
        return None
    return WebFile(content, head.media_type, head.is_shared)
