"""A program and a client of it."""

from __future__ import annotations

import pytest

from tests.support.cdp_client import CdpClient
from tests.support.debuggee import DebuggeeParts


@pytest.fixture
def parts() -> DebuggeeParts:
    return DebuggeeParts()


@pytest.fixture
def client(parts: DebuggeeParts) -> CdpClient:
    return CdpClient(parts)
