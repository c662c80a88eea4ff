from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram


@pytest.fixture
def program(tmp_path: Path) -> WxProgram:
    return WxProgram(tmp_path)


@pytest.fixture
def host(tmp_path: Path) -> FakeHost:
    return FakeHost(tmp_path)
