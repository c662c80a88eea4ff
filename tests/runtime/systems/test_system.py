"""Which system is which."""

from __future__ import annotations

import sys

from runtime.systems.system import THIS_SYSTEM, system_of, system_text


def test_systems() -> None:
    names = ("linux", "darwin", "win32", "freebsd14")
    assert [system_of(name) for name in names] == ["linux", "macos", "windows", "linux"]
    assert system_of(sys.platform) == THIS_SYSTEM
    assert system_text().split()
