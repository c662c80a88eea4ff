"""The debugger in the wxs of a page: the page stands still until its question is answered, and hears nothing else.

A page of Chromium that waits in the middle of a script waits for the answer to a request; what it says meanwhile comes
by the channel as ever. Who asks and answers what is for `simulator.debug.sides`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob
from shiboken6 import isValid

from simulator.phone.replies import reply

LONGEST_TEXT = 10_000
"""Of a condition."""


class PageStandstill:
    """Of one phone. `watched` is source text whose loops end when they take too long."""

    def __init__(self, watched: Callable[[str], str]) -> None:
        self._watched = watched
        self._waiting: QWebEngineUrlRequestJob | None = None
        self._messages: deque[str] = deque()
        self._stands = False

    def waits(self) -> bool:
        """Whether the page stands still because nobody has told it anything, which is no hang."""
        return self._stands and self._waiting is not None and isValid(self._waiting)

    def begin(self) -> None:
        """It stands."""
        self._stands = True
        self._messages.clear()

    def say(self, text: str) -> None:
        """The next message for the debugger in it, as JSON."""
        self._messages.append(text)
        self._answer()

    def end(self) -> None:
        """It goes on; what it has not taken is dropped."""
        self._stands = False
        self._messages.clear()

    def ask(self, what: str, text: str, job: QWebEngineUrlRequestJob) -> None:
        """The page's question: `command`, or `watched` with source text."""
        if what == "command":
            # A page stands in one place; whatever else has asked, such as a picture of this address, is nobody.
            self._refuse_waiting()
            self._waiting = job
            self._answer()
        elif what == "watched" and len(text) <= LONGEST_TEXT:
            _reply(job, self._watched(text))
        else:
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)

    def _refuse_waiting(self) -> None:
        job, self._waiting = self._waiting, None
        if job is not None and isValid(job):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)

    def _answer(self) -> None:
        job = self._waiting
        if job is not None and self._messages:
            self._waiting = None
            _reply(job, self._messages.popleft())


def _reply(job: QWebEngineUrlRequestJob, text: str) -> None:
    if isValid(job):
        reply(job, text.encode(), "text/plain;charset=utf-8", {})
