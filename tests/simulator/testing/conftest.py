"""One program for all tests of a module that drive it without a screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulator.testing.app import App
from simulator.testing.programs import Programs
from simulator.testing.settings import RunSettings
from tests.support.tested_project import make_tested_project


@pytest.fixture(scope="module")
def programs(qapp: object) -> Iterator[Programs]:
    programs = Programs()
    yield programs
    programs.close()


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> RunSettings:
    return RunSettings(make_tested_project(tmp_path_factory.mktemp("tea")), deadline_s=30)


@pytest.fixture
def tea(programs: Programs, settings: RunSettings) -> App:
    """Clean for each test."""
    return programs.app(settings)
