"""Where settings lie, by the rules of each system."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.systems.system import System
from runtime.systems.user_folders import settings_folder

HOME = Path("/home/ann")


@pytest.mark.parametrize(
    ("system", "environment", "folder"),
    [
        ("linux", {}, "/home/ann/.config/handset"),
        ("linux", {"XDG_CONFIG_HOME": ""}, "/home/ann/.config/handset"),
        ("linux", {"XDG_CONFIG_HOME": "/etc/ann", "APPDATA": "/no"}, "/etc/ann/handset"),
        ("macos", {"XDG_CONFIG_HOME": "/no"}, "/home/ann/Library/Application Support/Handset"),
        ("windows", {"APPDATA": "/users/ann/roaming"}, "/users/ann/roaming/Handset"),
        ("windows", {}, "/home/ann/Handset"),
    ],
)
def test_settings(system: System, environment: dict[str, str], folder: str) -> None:
    assert settings_folder(HOME, environment, system).as_posix() == folder
