"""One program for all tests of a module; each test begins on a fresh page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulator.automation.driver import Driver
from simulator.data.folders import DATA_VARIABLE
from simulator.running.headless import HeadlessProgram, headless_program
from simulator.running.options import ProgramOptions
from tests.support.driven_program import FILES, Drives
from tests.support.project_folder import write_project


@pytest.fixture(scope="module")
def program(qapp_cls: type, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HeadlessProgram]:
    """Running."""
    folder = tmp_path_factory.mktemp("driven")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_VARIABLE, str(folder / "data"))
        options = ProgramOptions(animations=False, dialogs="ask")
        with headless_program(write_project(folder / "shop", FILES), options) as running:
            running.launch(timeout_s=60)
            yield running


@pytest.fixture
def drives(program: HeadlessProgram) -> Iterator[Drives]:
    """Somebody who drives it."""
    driver = Driver(program.program)
    drives = Drives(program, driver)
    drives.again()
    yield drives
    driver.close()
