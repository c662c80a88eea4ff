"""Messages between the host and the process that runs the functions of mock rules, one JSON line each.

The host sends Run, Settle and Fresh; the process answers each line with what came of it and then Idle, and is ready for
the next one. Values are JSON; buffers in them are marked as of `runtime/js/logic/api/codec.js`.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct


class _Message(Struct, frozen=True, tag_field="kind"):
    """Base of all messages."""


class Run(_Message, frozen=True, tag="run"):
    """Calls the function in a text with the arguments of a call, the `count`th of its rule."""

    run: int
    code: str
    args: dict[str, Any]
    count: int


class Settle(_Message, frozen=True, tag="settle"):
    """Answers an Ask."""

    run: int
    ask: int
    ok: bool
    value: Any = None


class Fresh(_Message, frozen=True, tag="fresh"):
    """Forgets every function and what they have kept."""


class Ask(_Message, frozen=True, tag="ask"):
    """A function wants the real call with these arguments, or to wait so many milliseconds."""

    run: int
    ask: int
    what: Literal["origin", "wait"]
    value: Any = None


class End(_Message, frozen=True, tag="end"):
    """What a function has answered: a result, a failure (`{reason, errno}`), that the call goes on, or what went wrong
    (a text)."""

    run: int
    how: Literal["result", "fail", "origin", "error"]
    value: Any = None


class Idle(_Message, frozen=True, tag="idle"):
    """A line has been worked off."""


ToFunctions = Run | Settle | Fresh
FromFunctions = Ask | End | Idle

_to_functions: msgspec.json.Decoder[ToFunctions] = msgspec.json.Decoder(ToFunctions)
_from_functions: msgspec.json.Decoder[FromFunctions] = msgspec.json.Decoder(FromFunctions)


def decode_for_functions(line: bytes) -> ToFunctions:
    """A message of the host. Raises msgspec.ValidationError naming the path."""
    return _to_functions.decode(line)


def decode_from_functions(line: bytes) -> FromFunctions:
    """A message of the process. Raises msgspec.ValidationError naming the path."""
    return _from_functions.decode(line)
