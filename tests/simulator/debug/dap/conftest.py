"""A program, a client, and the client with the program launched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.dap_client import DapClient
from tests.support.debuggee import DebuggeeParts


@pytest.fixture
def parts(tmp_path: Path) -> DebuggeeParts:
    parts = DebuggeeParts()
    parts.debuggee = replace(parts.debuggee, root=tmp_path)
    return parts


@pytest.fixture
def client(parts: DebuggeeParts) -> DapClient:
    return DapClient(parts)


@pytest.fixture
def launched(client: DapClient, tmp_path: Path) -> DapClient:
    client.launch(tmp_path)
    return client
