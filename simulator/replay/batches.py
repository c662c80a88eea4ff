"""Batches of DOM operations as a screen needs them that was not there from the start: what is overwritten later left
out, and blocks that were defined with pages that are no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Raw

_DEFINITIONS = (b'["D",', b'["V",')
_UPDATE = b'["U",'
_operations = msgspec.json.Decoder(list[Raw])
_update = msgspec.json.Decoder(tuple[str, int, list[Raw]])


def operations(batch: bytes) -> list[Raw]:
    """The operations of one batch, each as it stands. Raises msgspec.MsgspecError."""
    return _operations.decode(batch)


def definitions(batch: Sequence[Raw]) -> Iterator[Raw]:
    """Those of a batch that count for all pages of a run."""
    return (one for one in batch if bytes(one).startswith(_DEFINITIONS))


def without_overwritten(batches: Sequence[Sequence[Raw]]) -> list[list[Raw]]:
    """The batches of one page, without values that a later one replaces. An instance has its number for good, so where
    all of them are shown at once nobody sees the difference. Raises msgspec.MsgspecError."""
    seen: set[tuple[int, bytes]] = set()
    kept: list[list[Raw]] = []
    for batch in reversed(batches):
        rest: list[Raw] = []
        for one in reversed(batch):
            last = _last_values(one, seen) if bytes(one).startswith(_UPDATE) else one
            if last is not None:
                rest.append(last)
        rest.reverse()
        kept.append(rest)
    kept.reverse()
    return kept


def _last_values(update: Raw, seen: set[tuple[int, bytes]]) -> Raw | None:
    letter, instance, values = _update.decode(update)
    kept: list[Raw] = []
    for at in reversed(range(0, len(values) - 1, 2)):
        key = (instance, bytes(values[at]))
        if key not in seen:
            seen.add(key)
            kept[:0] = values[at : at + 2]
    return Raw(msgspec.json.encode((letter, instance, kept))) if kept else None
