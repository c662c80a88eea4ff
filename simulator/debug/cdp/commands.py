"""Commands of the protocol as each domain declares them: the shape of their parameters, and who carries them out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import msgspec

METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602
SERVER_ERROR = -32000


class CdpError(Exception):
    """A command cannot be carried out; the text is for the client's user."""

    def __init__(self, message: str, code: int = SERVER_ERROR) -> None:
        super().__init__(message)
        self.code = code


class Params(msgspec.Struct, frozen=True, rename="camel"):
    """Base of the parameters: members that nobody knows are passed over, as Chrome does."""


class Reply(Protocol):
    """The answer to one command: given once, at once or later."""

    def done(self, **result: Any) -> None:
        """It has been carried out."""

    def fail(self, message: str) -> None:
        """It cannot be."""


P = TypeVar("P", bound=Params)


@dataclass(frozen=True, slots=True)
class Command(Generic[P]):
    """`run` may raise CdpError."""

    params: type[P]
    run: Callable[[P, Reply], None]


def does_nothing() -> Command[Params]:
    """A command that is true of itself here: there is nothing to switch."""
    return Command(Params, lambda _params, reply: reply.done())


def refuses(why: str) -> Command[Params]:
    """A command that is known and cannot be carried out."""

    def refuse(_params: Params, _reply: Reply) -> None:
        raise CdpError(why)

    return Command(Params, refuse)


class Domain(Protocol):
    """One domain of one client's session."""

    name: str
    events: Sequence[str]

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name, without the domain's."""

    def close(self) -> None:
        """The client has gone: whatever it has set goes with it."""


class EventSink(Protocol):
    """Where a domain's events go."""

    def __call__(self, method: str, **params: Any) -> None: ...
