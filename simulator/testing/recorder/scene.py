"""What a recorded test begins with: how the phone, its storage and its world are, as far as that is not usual."""

from __future__ import annotations

from typing import Any

import msgspec

from runtime.api.call import ApiFailure
from runtime.api.sqlite_storage import SqliteStorage
from simulator.device import find_device
from simulator.testing.recorder.recorded_program import RecordedProgram
from simulator.testing.script.steps import Scene

_PATIENCE_S = 0.05
MOST_STORED_BYTES = 4000
"""A test with more than that in it is none that anybody reads."""


def scene_of(program: RecordedProgram) -> tuple[Scene, list[str]]:
    """As it is now; and keys of the storage that a test cannot have: they are too large, or no plain data."""
    device, usual = program.device, find_device(program.held_phone.models, "")
    stored, left_out = _stored(program)
    theme = device.theme if device.theme != "light" else ""
    world = dict(program.world.state.kept)
    return Scene(device.name if device.name != usual.name else "", theme, stored, world), left_out


def _stored(program: RecordedProgram) -> tuple[dict[str, Any], list[str]]:
    kept: dict[str, Any] = {}
    left_out: list[str] = []
    room = MOST_STORED_BYTES
    for key, value, size_bytes in _entries(program):
        # Dates and bytes have a form of their own there.
        if size_bytes > room or '{"$' in value:
            left_out.append(key)
            continue
        room -= size_bytes
        kept[key] = msgspec.json.decode(value)
    return kept, left_out


def _entries(program: RecordedProgram) -> list[tuple[str, str, int]]:
    try:
        storage = SqliteStorage(program.folders.storage_file, lambda _code, _arguments: None, _PATIENCE_S)
        try:
            return storage.entries()
        finally:
            storage.close()
    except (ApiFailure, OSError):
        return []
