"""What every test that uses Qt needs before the application object exists: platform, Chromium flags, URL schemes."""

from __future__ import annotations

import os
import sys

import pytest


def pytest_configure() -> None:
    """Without a display, Qt draws into memory."""
    has_display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform == "linux" and not has_display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Fuzz tests take minutes: they run only when `-m` names them."""
    if "fuzz" in str(config.getoption("-m")):
        return
    fuzz = [item for item in items if item.get_closest_marker("fuzz") is not None]
    if fuzz:
        config.hook.pytest_deselected(items=fuzz)
        items[:] = [item for item in items if item not in fuzz]


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application class for pytest-qt, made ready for Qt WebEngine."""
    from PySide6.QtWidgets import QApplication

    from ide.shell.chromium import prepare_chromium
    from simulator.view import prepare_environment

    prepare_environment()
    prepare_chromium()
    return QApplication
