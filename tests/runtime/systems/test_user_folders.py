"""Where settings lie, by the rules of each system."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.systems.system import System
from runtime.systems.user_folders import cache_folder, settings_folder

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


@pytest.mark.parametrize(
    ("system", "environment", "folder"),
    [
        ("linux", {}, "/home/ann/.cache/handset"),
        ("linux", {"XDG_CACHE_HOME": "/var/ann", "LOCALAPPDATA": "/no"}, "/var/ann/handset"),
        ("macos", {"XDG_CACHE_HOME": "/no"}, "/home/ann/Library/Caches/Handset"),
        ("windows", {"LOCALAPPDATA": "/users/ann/local"}, "/users/ann/local/Handset/Cache"),
        ("windows", {}, "/home/ann/Handset/Cache"),
    ],
)
def test_what_can_be_made_again(system: System, environment: dict[str, str], folder: str) -> None:
    assert cache_folder(HOME, environment, system).as_posix() == folder
