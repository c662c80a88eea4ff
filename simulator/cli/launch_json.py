"""`handset launch-json`: writes VS Code's launch.json, or brings it up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from runtime.project.json_edit import BrokenJson
from simulator.debug.launch_json import FILE, NAME, write_launch_json

EXIT_FINE, EXIT_NOT_A_PROJECT, EXIT_HANDSET_ERROR = 0, 2, 4


def run_launch_json(folder: Path, port: int, *, out: TextIO, problems: TextIO) -> int:
    """Returns 0, 2 (no folder) or 4 (the file is left as it is)."""
    if not folder.is_dir():
        print(f"handset: {folder} is no folder", file=problems)
        return EXIT_NOT_A_PROJECT
    try:
        written = write_launch_json(folder, port)
    except OSError as error:
        print(f"handset: {folder / FILE}: {error.strerror or error}", file=problems)
        return EXIT_HANDSET_ERROR
    if isinstance(written, BrokenJson):
        print(f"handset: {folder / FILE} is left as it is: {written.why}", file=problems)
        return EXIT_HANDSET_ERROR
    print(f'{written}: "{NAME}" attaches to what runs with handset open --inspect {port}', file=out)
    return EXIT_FINE
