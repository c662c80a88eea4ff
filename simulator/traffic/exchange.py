"""One entry of the traffic log as a value, with all that a panel or a file of it shows.

An exchange with a `number` that was seen before replaces the earlier one. Bodies lie in the `BodyRing`; here is only
where. Times are milliseconds.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from runtime.protocol.stacks import StackFrame

Kind = Literal["request", "upload", "download", "socket", "image", "font", "media", "other"]
State = Literal["waiting", "running", "ok", "failed"]
Headers = tuple[tuple[str, str], ...]


class Body(Struct, frozen=True):
    """A body: how large it is, and what of it is kept from `place` of the ring on."""

    size_bytes: int
    kept_bytes: int = 0
    place: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether all of it was kept."""
        return self.kept_bytes == self.size_bytes


class Timing(Struct, frozen=True):
    """How long each phase of an exchange took; 0: it had none."""

    queued_ms: float = 0.0
    dns_ms: float = 0.0
    connect_ms: float = 0.0
    tls_ms: float = 0.0
    wait_ms: float = 0.0
    receive_ms: float = 0.0


class Hop(Struct, frozen=True):
    """An answer that led on to another address."""

    method: str
    url: str
    status: int
    headers: Headers


class Frame(Struct, frozen=True):
    """One message of a WebSocket."""

    is_sent: bool
    time_ms: float  # Unix time
    is_text: bool
    body: Body


class Exchange(Struct, frozen=True):
    """`error` is the `errMsg` with which the program's call failed, or why the view got nothing. `status` 0: there is
    no answer, or the browser does not say (`is_there`: but what was asked for has come). `wire_bytes` counts what came
    over the wire, heads and all.

    Of an upload `request_body` is the file, `field_name` and `file_name` are its own, `fields` the texts beside it.
    `replayed` is the number of the exchange that this one repeats on the user's wish. A socket has had `frames`
    messages; `closed` is its code and reason.
    """

    number: int
    kind: Kind
    url: str
    time_ms: float  # Unix time
    method: str = "GET"
    state: State = "running"
    request_headers: Headers = ()
    request_body: Body | None = None
    fields: Headers = ()
    field_name: str = ""
    file_name: str = ""
    status: int = 0
    protocol: str = ""
    headers: Headers = ()
    body: Body | None = None
    media_type: str = ""
    wire_bytes: int = 0
    remote: str = ""
    hops: tuple[Hop, ...] = ()
    timing: Timing = Timing()
    duration_ms: float | None = None
    error: str = ""
    page_id: int = 0
    stack: tuple[StackFrame, ...] = ()
    replayed: int = 0
    frames: int = 0
    closed: str = ""
    is_there: bool = False

    def header(self, name: str) -> str:
        """A header of the answer, by its name in lower case; empty if there is none."""
        return next((value for written, value in self.headers if written.lower() == name), "")
