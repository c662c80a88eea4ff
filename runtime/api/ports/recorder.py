"""The recorder of the phone: there is one, and it records one sound at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from runtime.api.port import Port


@dataclass
class Recording:
    """A sound that is being recorded. `since_ms` is when it last began to run, None while it pauses; `make` gives
    the sound of a length, `finished` is told what has become of it."""

    options: Mapping[str, Any]
    since_ms: int | None
    make: Callable[[int], bytes]
    finished: Callable[[Mapping[str, Any]], None]
    kept_ms: int = 0
    told_bytes: int = 0

    def length_ms(self, now_ms: int) -> int:
        """How much has been recorded."""
        return self.kept_ms + (now_ms - self.since_ms if self.since_ms is not None else 0)


@dataclass
class Recorder:
    """What it does now; of one program."""

    recording: Recording | None = None


RECORDER: Port[Recorder] = Port("recorder", Recorder)
