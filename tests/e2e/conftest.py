"""Whole programs on an invisible phone. The phone's data lies in the test's own folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simulator.bridge import silence
from simulator.data.folders import DATA_VARIABLE
from simulator.running.headless import HeadlessProgram
from simulator.running.options import ProgramOptions
from tests.support.phone_user import PhoneUser

OpenPhone = Callable[..., PhoneUser]


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keeps what programs store away from the user's own data."""
    folder = tmp_path / "handset-data"
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    return folder


@pytest.fixture
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what happens at a hang, not of when one is noticed."""
    monkeypatch.setattr(silence, "HANG_AFTER_S", 2.5)


@pytest.fixture
def open_phone(qapp: QApplication) -> Iterator[OpenPhone]:
    """`open_phone(root, **options)`: a program with a person at its phone; nothing is started yet."""
    drivers: list[HeadlessProgram] = []

    def open_(root: Path, *, watches: bool = False, **choices: object) -> PhoneUser:
        options = ProgramOptions(**{"animations": False, "clock": "9:41", **choices})  # type: ignore[arg-type]
        drivers.append(HeadlessProgram(root, options, watches=watches))
        return PhoneUser(drivers[-1].program)

    yield open_
    for driver in drivers:
        driver.close()
