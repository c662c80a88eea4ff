"""Showing a file in the file manager, by the rules of each system."""

from __future__ import annotations

from pathlib import Path

from runtime.systems.file_managers import reveal_command

TARGET = Path("/p/数 a.js")


def test_reveal() -> None:
    assert reveal_command(TARGET, {}, "linux") is None
    assert reveal_command(TARGET, {}, "macos") == ["/usr/bin/open", "-R", str(TARGET)]
    program, *words = reveal_command(TARGET, {"SYSTEMROOT": "C:\\Windows"}, "windows") or []
    # Named in full: a file of that name in the project is never run.
    assert program.startswith("C:\\Windows")
    assert program.endswith("explorer.exe")
    assert words == ["/select,", str(TARGET)]
