"""The server of one program, and a client of it for each test, on a fresh page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from simulator.automation.driver import Done, Failure
from simulator.automation.protocol.desk import Desk
from simulator.automation.protocol.server import AutomationServer
from simulator.running.headless import HeadlessProgram
from tests.support.automation_client import AutomationClient
from tests.support.driven_program import Drives

PATIENCE_MS = 20_000


@pytest.fixture(scope="module")
def server(program: HeadlessProgram) -> Iterator[AutomationServer]:
    """At any free port."""

    def no_audit(done: Done[Mapping[str, Any]]) -> None:
        done(Failure("no audit here"))

    accounts = [{"openid": "o1", "nickName": "n"}]
    desk = Desk(lambda: "3.8.12", lambda: accounts, lambda: None, no_audit)
    server = AutomationServer(program.program, desk, patience_ms=PATIENCE_MS)
    yield server
    server.close()


@pytest.fixture
def client(server: AutomationServer, drives: Drives) -> Iterator[AutomationClient]:
    """On a fresh page."""
    client = AutomationClient(server.port)
    yield client
    client.close()
