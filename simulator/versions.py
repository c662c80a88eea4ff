"""Which versions run here: Handset itself, and the engines that decide how a program behaves.

For `handset --version`, the About box and reports of faults. Reads the metadata of installed packages; loads none.
"""

from __future__ import annotations

import platform

from runtime.systems.system import system_text

# What a reader calls it -> the name of the package.
ENGINES = {"Qt WebEngine (PySide6)": "PySide6", "QuickJS (quickjs-ng)": "quickjs-ng"}


def handset_version() -> str:
    """Handset's own version, for example `0.1.0`; `unknown` in a checkout that was never installed."""
    return _version_of("handset")


def version_lines() -> list[str]:
    """One line each for Handset, Python with its system, and the engines."""
    lines = [
        f"Handset {handset_version()}",
        f"Python {platform.python_version()} ({system_text()})",
    ]
    return lines + [f"{name} {_version_of(package)}" for name, package in ENGINES.items()]


def _version_of(package: str) -> str:
    # Python's readers of e-mail and archives come along: not before somebody asks.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
