"""A scenario from the disk, with the files that it names beside it."""

from __future__ import annotations

from pathlib import Path

from runtime.world.scenario.model import Scenario
from runtime.world.scenario.read import ScenarioError, read_scenario
from runtime.world.world_list import WorldList

MAX_BYTES = 8 * 1024 * 1024


def open_scenario(path: Path, known: WorldList) -> Scenario:
    """The scenario of a file. Raises ScenarioError."""
    try:
        text = _read(path).decode("utf-8-sig")
    except OSError as error:
        raise ScenarioError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ScenarioError(f"{path}: no UTF-8 ({error})") from None
    return read_scenario(text, str(path), known, lambda name: _read(path.parent / name))


def _read(path: Path) -> bytes:
    # Opening a pipe would wait for whoever writes into it.
    if path.exists() and not path.is_file():
        raise OSError(None, "not a file")
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise OSError(None, f"more than {MAX_BYTES // 1024**2} MB")
    return data
