"""libcurl on Qt's event loop: its sockets are watched by notifiers, its timer is Qt's. No thread, no waiting.

libcurl calls back in the middle of its work and may not be called then. So an owner only keeps what its handle tells
it, and hears of `moved` and `ended` once that work is done; there it may add and remove handles, and close.
"""

from __future__ import annotations

from typing import Protocol

import pycurl
from PySide6.QtCore import QObject, QSocketNotifier, QTimer

MAX_FOR_A_HOST = 6
"""How many connections to one server are open at once, as in Chromium."""

_DIRECTIONS = (
    (QSocketNotifier.Type.Read, pycurl.POLL_IN, pycurl.CSELECT_IN),
    (QSocketNotifier.Type.Write, pycurl.POLL_OUT, pycurl.CSELECT_OUT),
)


class Owner(Protocol):
    """Whoever has a handle here."""

    def moved(self) -> None:
        """Something may have been sent or received."""

    def ended(self, code: int, text: str) -> None:
        """The transfer is over and its handle out; 0 if all went well, otherwise libcurl's code and words."""


class Transfers(QObject):
    """The transfers of one running program. They share connections, the names of hosts and nothing else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_SOCKETFUNCTION, self._watch)
        self._multi.setopt(pycurl.M_TIMERFUNCTION, self._set_timer)
        self._multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, MAX_FOR_A_HOST)
        self._owners: dict[pycurl.Curl, Owner] = {}
        self._notifiers: dict[int, list[QSocketNotifier]] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(lambda: self._act(pycurl.SOCKET_TIMEOUT, 0))

    def add(self, handle: pycurl.Curl, owner: Owner) -> None:
        """Begins a transfer."""
        self._owners[handle] = owner
        self._multi.add_handle(handle)

    def remove(self, handle: pycurl.Curl) -> None:
        """Ends a transfer without a word, if it has not ended."""
        if self._owners.pop(handle, None) is not None:
            self._multi.remove_handle(handle)

    def close(self) -> None:
        """Ends all of it; nothing can be added any more."""
        for handle in list(self._owners):
            self.remove(handle)
        self._timer.stop()
        self._multi.close()
        for socket in list(self._notifiers):
            self._forget(socket)
        self.deleteLater()

    def _set_timer(self, milliseconds: int) -> None:
        if milliseconds < 0:
            self._timer.stop()
        else:
            self._timer.start(milliseconds)

    def _watch(self, what: int, socket: int, _multi: object, _own: object) -> None:
        self._forget(socket)
        for direction, wanted, ready in _DIRECTIONS:
            if what != pycurl.POLL_REMOVE and what & wanted:
                notifier = QSocketNotifier(socket, direction, self)
                notifier.activated.connect(lambda *_, socket=socket, ready=ready: self._act(socket, ready))
                self._notifiers.setdefault(socket, []).append(notifier)

    def _forget(self, socket: int) -> None:
        for notifier in self._notifiers.pop(socket, []):
            notifier.setEnabled(False)
            notifier.deleteLater()

    def _act(self, socket: int, ready: int) -> None:
        if self._multi.closed:
            return
        self._multi.socket_action(socket, ready)
        for owner in list(self._owners.values()):
            if owner in self._owners.values():
                owner.moved()
        if self._multi.closed:
            return
        _, whole, failed = self._multi.info_read()
        for handle, code, text in [*((handle, 0, "") for handle in whole), *failed]:
            owner_of_ended = self._owners.get(handle)
            if owner_of_ended is not None:
                self.remove(handle)
                owner_of_ended.ended(code, text)
