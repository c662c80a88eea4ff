"""What a program had stored at a moment of a recording: as it was when the run began, and what it wrote since."""

from __future__ import annotations

import msgspec

from runtime.api.families.storage.kept_values import encoded
from runtime.protocol import codec, logic

MARK = b"torage"
"""In the names of all calls that have to do with it."""
_pairs = msgspec.json.Decoder(list[tuple[str, str]])


class _Args(msgspec.Struct):
    key: str = ""
    data: object = ""
    kv_list: list[_Pair] = msgspec.field(default_factory=list, name="kvList")


class _Pair(msgspec.Struct):
    key: str
    value: object = ""


class ReplayedStorage:
    """Values are JSON texts by key, the oldest first. Raises msgspec.MsgspecError for what is no such message."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def begin_anew(self) -> None:
        """Nothing is known."""
        self._values.clear()

    def kept(self, data: bytes) -> None:
        """What there was when a run began."""
        self._values = dict(_pairs.decode(data))

    def traced(self, frame: bytes) -> None:
        """An `ApiTrace` with the `MARK`: a call that has ended."""
        trace = codec.decode_from_logic(frame)
        if not isinstance(trace, logic.ApiTrace) or not trace.ok:
            return
        name = trace.name.removesuffix("Sync")
        if name not in ("setStorage", "batchSetStorage", "removeStorage", "clearStorage"):
            return
        args = msgspec.json.decode(trace.args, type=_Args)
        match name:
            case "setStorage":
                self._values[args.key] = encoded(args.data)
            case "batchSetStorage":
                self._values.update({pair.key: encoded(pair.value) for pair in args.kv_list})
            case "removeStorage":
                self._values.pop(args.key, None)
            case _:
                self._values.clear()

    def entries(self) -> list[tuple[str, str, int]]:
        """Keys, values and how many bytes both take."""
        return [(key, value, len(key.encode()) + len(value.encode())) for key, value in self._values.items()]
