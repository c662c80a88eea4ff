"""The error that lies over the last good screen."""

from __future__ import annotations

from collections.abc import Callable

from runtime.diagnostics import Span
from runtime.protocol import shell, view
from simulator.bridge.notices import Notices


class ErrorCard:
    """On one phone."""

    def __init__(self, send: Callable[[view.HostToView], None], notices: Notices) -> None:
        self._send = send
        self._notices = notices

    def show(self, code: str, message: str, place: Span | None = None) -> None:
        """`code` names the title; `place` is where its button leads."""
        file, line = (place.file, place.line) if place else ("", 0)
        title, close = self._notices.text(code), self._notices.text("overlay.close")
        self._send(view.CallShell(shell.ShowError(title, message, file, line, close)))

    def clear(self) -> None:
        """Takes it away."""
        self._send(view.CallShell(shell.ShowError()))
