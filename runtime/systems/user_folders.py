"""Where a user's own files of an application lie."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from runtime.systems.system import THIS_SYSTEM, System


def settings_folder(
    home: Path | None = None, environment: Mapping[str, str] = os.environ, system: System = THIS_SYSTEM
) -> Path:
    """The folder for Handset's settings, where the system keeps those of its other applications."""
    home = Path.home() if home is None else home
    if system == "windows":
        return Path(environment.get("APPDATA") or home) / "Handset"
    if system == "macos":
        return home / "Library" / "Application Support" / "Handset"
    return Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "handset"


def cache_folder(
    home: Path | None = None, environment: Mapping[str, str] = os.environ, system: System = THIS_SYSTEM
) -> Path:
    """The folder for what Handset can make again, which the system or the user may empty at any time."""
    home = Path.home() if home is None else home
    if system == "windows":
        return Path(environment.get("LOCALAPPDATA") or home) / "Handset" / "Cache"
    if system == "macos":
        return home / "Library" / "Caches" / "Handset"
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "handset"


def user_config_folder() -> Path:
    """Where settings live for this user: `HANDSET_CONFIG_DIR`, or the system's own place."""
    chosen = os.environ.get("HANDSET_CONFIG_DIR")
    return Path(chosen) if chosen else settings_folder()
