"""Chromium is told its flags and our scheme before pytest-qt makes the application object."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from simulator.phone import prepare_environment, register_scheme
from tests.simulator.phone.phone_driver import PhoneDriver

if sys.platform.startswith("linux") and "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
prepare_environment()
register_scheme()


@pytest.fixture
def phone(qapp: QApplication) -> Iterator[PhoneDriver]:
    """An iPhone 12 with a loaded shell and without animations."""
    driver = PhoneDriver("iphone-12")
    driver.wait_for("ready")
    yield driver
    driver.close()
