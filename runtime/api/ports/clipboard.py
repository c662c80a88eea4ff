"""The clipboard."""

from __future__ import annotations

from typing import Protocol

from runtime.api.port import Port


class ClipboardPort(Protocol):
    """The clipboard of the computer (or of the headless run)."""

    def read(self) -> str:
        """Its text."""

    def write(self, text: str) -> None:
        """Replaces its text."""


class FakeClipboard:
    """A text."""

    def __init__(self) -> None:
        self.text = ""

    def read(self) -> str:
        return self.text

    def write(self, text: str) -> None:
        self.text = text


CLIPBOARD: Port[ClipboardPort] = Port("clipboard", FakeClipboard)
