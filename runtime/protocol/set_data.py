"""Messages about calls of `setData`, told while somebody watches. Like those of `logic`, of which they are a part."""

from __future__ import annotations

from msgspec import Struct

from runtime.protocol.numbers import Int32
from runtime.protocol.stacks import StackFrame


class _Message(Struct, frozen=True, tag_field="m", omit_defaults=True):
    """Base of the messages."""


class WatchSetData(_Message, frozen=True, tag="watch-set-data"):
    """Whether every call of `setData` is to be told by `SetDataCall`; what `Launch.settings` says counts no more."""

    is_on: bool


class SetKey(Struct, frozen=True, omit_defaults=True):
    """One key of a call of `setData`. `size`: characters on the wire, roughly. `is_unchanged`: the data had this very
    value. `is_unread`: no template, observer or property of its component reads it."""

    key: str
    size: Int32
    is_unchanged: bool = False
    is_unread: bool = False


class SetDataCall(_Message, frozen=True, tag="set-data-call"):
    """A call of `setData`, while they are watched. `path` is the page or component; `count` says how many keys it had,
    `keys` are the first of them. `batch_id`: the batch that will bring it to the view. `logic_ms`: what it took here,
    with observers and templates, from `began_ms` on (of a clock of its own). `stack`: the nearest
    frames of the program."""

    page_id: Int32
    batch_id: Int32
    path: str
    count: Int32
    size: Int32
    logic_ms: float
    keys: list[SetKey] = []
    stack: list[StackFrame] = []
    began_ms: float = 0.0
