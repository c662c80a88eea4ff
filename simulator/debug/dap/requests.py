"""Requests of the protocol as each part declares them: the shape of their arguments, and who carries them out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import msgspec


class DapError(Exception):
    """A request cannot be carried out; the text is for the client's user."""


class Arguments(msgspec.Struct, frozen=True, rename="camel"):
    """Base of the arguments: members that nobody knows are passed over."""


class Reply(Protocol):
    """The response to one request: given once, at once or later."""

    def done(self, **body: Any) -> None:
        """It has been carried out."""

    def fail(self, message: str) -> None:
        """It cannot be."""


class EventSink(Protocol):
    """Where events go."""

    def __call__(self, event: str, **body: Any) -> None: ...


A = TypeVar("A", bound=Arguments)


@dataclass(frozen=True, slots=True)
class Request(Generic[A]):
    """`run` may raise DapError."""

    arguments: type[A]
    run: Callable[[A, Reply], None]


class Part(Protocol):
    """Some of the requests."""

    def requests(self) -> Mapping[str, Request[Any]]:
        """By command."""


class Source(Arguments, frozen=True):
    """A file as the client names it."""

    path: str = ""
    source_reference: int = 0
