from __future__ import annotations

import pytest

from tests.support.api_ports import FakeHost
from tests.support.bluetooth import Heard


@pytest.fixture
def heard(host: FakeHost) -> Heard:
    host.play({"permission.bluetooth": "granted"})
    return Heard(host)
