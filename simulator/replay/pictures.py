"""Pictures of a replayed session: each page as it was left for another, and the screen at the end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from runtime.protocol import view
from simulator.recording.form import FileHead, Head
from simulator.replay.phone_screen import PhoneScreen

MOST = 200


class Pictures:
    """A `Screen` that saves what is seen on it; `finish` returns the files."""

    def __init__(self, head: Head, folder: Path) -> None:
        self._screen = PhoneScreen(head)
        self._folder = folder
        self._paths: dict[int, str] = {}
        self._shown = 0
        self._saved: list[str] = []
        self._screen.view.show()

    def phone(self, data: bytes) -> None:
        """As of `Screen`."""
        self._screen.phone(data)

    def file(self, head: FileHead, content: bytes | None) -> None:
        """As of `Screen`."""
        self._screen.file(head, content)

    def show(self, message: view.HostToView, at_ms: int) -> None:
        """As of `Screen`."""
        if isinstance(message, view.OpenPage):
            self._paths[message.page_id] = message.path
        elif isinstance(message, view.ShowPages) and message.page_id != self._shown:
            self._save()
            self._shown = message.page_id
        self._screen.show(message, at_ms)

    def replied(self, request_id: int) -> None:
        """As of `Screen`."""
        self._screen.replied(request_id)

    def finish(self) -> list[str]:
        """The last picture; all files."""
        self._save()
        return self._saved

    def close(self) -> None:
        """Ends the phone."""
        self._screen.view.close()
        self._screen.view.deleteLater()
        # The page must be gone before its browser profile goes with the application.
        QCoreApplication.sendPostedEvents(self._screen.view, QEvent.Type.DeferredDelete)

    def _save(self) -> None:
        if not self._shown or len(self._saved) >= MOST:
            return
        name = self._paths.get(self._shown, "page").replace("/", "__")
        kept = "".join(letter for letter in name if letter.isalnum() or letter in "_-")[:100]
        target = self._folder / f"{len(self._saved) + 1:03}-{kept}.png"
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._screen.picture().save(str(target)):
            self._saved.append(str(target))
