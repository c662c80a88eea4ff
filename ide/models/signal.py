"""A typed list of listeners: how models tell panels that something changed, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Signal(Generic[T]):
    """Calls its listeners in the order in which they connected, on the caller's thread."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def connect(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Adds a listener; calling the result takes it away again."""
        self._listeners.append(listener)

        def disconnect() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return disconnect

    def __len__(self) -> int:
        """How many listen."""
        return len(self._listeners)

    def emit(self, value: T) -> None:
        """Tells everybody. A listener that connects meanwhile hears the next one."""
        for listener in tuple(self._listeners):
            listener(value)
