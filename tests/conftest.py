"""What every test that uses Qt needs before the application object exists: platform, Chromium flags, URL schemes."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from simulator.testing.programs import Programs

ON_DEMAND = ("npm", "fuzz", "package", "long", "extras")


def pytest_configure() -> None:
    """Without a display, Qt draws into memory; examples of hypothesis have no deadline."""
    has_display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform == "linux" and not has_display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # How long one example takes says more about the machine than about the code.
    settings.register_profile("handset", deadline=None)
    settings.load_profile("handset")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What needs the network or takes minutes runs only when `-m` names its marker."""
    asked = str(config.getoption("-m"))
    left_out = [name for name in ON_DEMAND if name not in asked]
    kept = [item for item in items if not any(item.get_closest_marker(name) for name in left_out)]
    if len(kept) < len(items):
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


TESTS_A_COLLECTION = 100
"""So often all objects are looked at, which takes long."""


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application class for pytest-qt, made ready for Qt WebEngine."""
    from PySide6.QtWidgets import QApplication

    from ide.shell.chromium import prepare_chromium
    from simulator.phone import prepare_environment

    prepare_environment()
    prepare_chromium()
    return QApplication


@pytest.fixture(scope="module")
def handset_programs(qapp: object) -> Iterator[Programs]:
    """The programs of `handset.testing` end with their module: other tests look at this process's children."""
    from simulator.testing.programs import Programs

    programs = Programs()
    yield programs
    programs.close()


@pytest.fixture(autouse=True)
def _the_application(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever test comes first, the application is the one that knows all schemes: they cannot be added later.

    As in the window, garbage that holds widgets is collected in their thread alone (`ide/shell/quiet_garbage.py`).
    """
    if request.node.get_closest_marker("browser") or request.node.get_closest_marker("window"):
        request.getfixturevalue("qapp")
        gc.disable()
    yield
    if not gc.isenabled():
        gc.collect(2 if gc.get_count()[2] > TESTS_A_COLLECTION else 1)
