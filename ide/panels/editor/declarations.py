"""Makes the declarations of `wx` in a thread of its own: it takes a fifth of a second and nobody waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ide.models.editor_messages import SetDeclarations


class DeclarationsLoader(QObject):
    """After `loaded`, `declarations` are there. `make` gives the text of the `.d.ts` and is called in the thread.

    The thread is Python's: a `QThread` that still runs when its window is closed would end the whole process.
    """

    loaded = Signal()

    def __init__(self, make: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self.declarations: SetDeclarations | None = None
        self._make = make
        # Held while the thread speaks for this object, which may be about to go with its window.
        self._here = here = threading.Lock()
        self._is_gone = is_gone = threading.Event()
        self.destroyed.connect(lambda: _leave(here, is_gone))

    def start(self) -> None:
        """Begins loading; `loaded` comes in the thread of the owner."""
        threading.Thread(target=self._load, name="declarations", daemon=True).start()

    def _load(self) -> None:
        self.declarations = SetDeclarations(self._make())
        with self._here:
            if not self._is_gone.is_set():
                self.loaded.emit()


def _leave(here: threading.Lock, is_gone: threading.Event) -> None:
    with here:
        is_gone.set()
