"""Questions that the host has asked and that wait for their answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")

HOST_REQUESTS_FROM = 1 << 30
"""Request ids from here on are the host's own; smaller ones belong to the logic layer."""


ONLOOKERS_REQUESTS_FROM = 3 << 29
"""Those from here on are of somebody who looks at a run that is repeated: they are no part of it."""


class Requests(Generic[Answer]):
    """Gives out request ids and calls the right function when an answer comes. Each is called once.

    Ids start at `HOST_REQUESTS_FROM`, so that the answers of the view to the logic layer's questions, whose ids are
    smaller, are told apart.
    """

    def __init__(self, first: int = HOST_REQUESTS_FROM) -> None:
        self._next_id = first
        self._waiting: dict[int, Callable[[Answer], None]] = {}

    def add(self, done: Callable[[Answer], None]) -> int:
        """Registers a question; returns its id."""
        request_id = self._next_id
        self._next_id += 1
        self._waiting[request_id] = done
        return request_id

    def answered(self, request_id: int, answer: Answer) -> bool:
        """Hands the answer on; False if nobody waits for it."""
        done = self._waiting.pop(request_id, None)
        if done is None:
            return False
        done(answer)
        return True

    def fail(self, make: Callable[[int], Answer]) -> None:
        """The other side has gone: every question gets an answer made here."""
        waiting, self._waiting = self._waiting, {}
        for request_id, done in waiting.items():
            done(make(request_id))

    def forget(self) -> None:
        """The other side has gone: no answer will come."""
        self._waiting.clear()
