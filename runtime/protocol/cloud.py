"""Messages between the host and the process that is a project's cloud.

Frames as in `logic`. The host sends Begin, then Ask; every Ask gets one Answer, a watched query Told as often as
something changes. Logged comes when a function writes to its console.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Raw, Struct

RUN_FUNCTIONS = frozenset({"WxCloud.callFunction", "Panel.timer", "Panel.http"})
"""Calls that run a function: they take as long as it does, beside all others."""


class _Message(Struct, frozen=True, tag_field="m"):
    """Base of all messages."""


class Begin(_Message, frozen=True, tag="begin"):
    """Where everything lies. `functions`: the folder of cloud functions, empty without one. `seeds`: JSON files that
    collections begin with. `is_trusted`: functions may run."""

    folder: str
    functions: str = ""
    seeds: str = ""
    appid: str = ""
    is_trusted: bool = False


class Ask(_Message, frozen=True, tag="ask"):
    """A call. `openid`: who asks; None: the panel, which may all."""

    id: int
    name: str
    args: Raw
    openid: str | None = None


class Answer(_Message, frozen=True, tag="answer"):
    """Its end. `code` is 0 or the platform's number of the failure, `reason` its text. `needs_trust`: a function was
    asked for, and the user has not said that they may run."""

    id: int
    result: Raw = Raw(b"{}")
    code: int = 0
    reason: str = ""
    is_environment: bool = False
    needs_trust: bool = False


class Told(_Message, frozen=True, tag="told"):
    """What is new of a watched query."""

    id: int
    snapshot: Raw


class Logged(_Message, frozen=True, tag="logged"):
    """A line that a function has written. `level`: log, info, warn or error."""

    function: str
    level: str
    text: str


ToCloud = Begin | Ask
FromCloud = Answer | Told | Logged

_to_cloud: msgspec.json.Decoder[ToCloud] = msgspec.json.Decoder(ToCloud)
_from_cloud: msgspec.json.Decoder[FromCloud] = msgspec.json.Decoder(FromCloud)


def decode_to_cloud(data: bytes) -> ToCloud:
    """A message of the host. Raises msgspec.ValidationError naming the path."""
    return _to_cloud.decode(data)


def decode_from_cloud(data: bytes) -> FromCloud:
    """A message of the process. Raises msgspec.ValidationError naming the path."""
    return _from_cloud.decode(data)


def as_raw(value: Any) -> Raw:
    """JSON to be put into a message."""
    return Raw(msgspec.json.encode(value))
