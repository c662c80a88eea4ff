"""The simulated phone's own values, and what the program hears when they change."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.ports import HostPorts
from runtime.platform.wechat import WECHAT
from runtime.protocol import logic
from simulator.api.call_host import CallHost
from simulator.api.ports.phone import SimulatedPhone
from simulator.bridge.tap import Tap
from tests.support.api_ports import FakeClock


def test_another_network_is_told_once() -> None:
    nowhere: Any = None
    clock: Any = FakeClock()
    phone = SimulatedPhone(lambda code: None)
    ports = HostPorts(nowhere, nowhere, nowhere, nowhere, nowhere, phone, nowhere, clock, nowhere)
    sent: list[logic.HostToLogic] = []
    host = CallHost(WECHAT, ports, Tap(), sent.append)
    for kind in ("wifi", "4g", "4g", "none"):
        host.set_network_type(kind)
    assert phone.network_type() == "none"
    assert [(event.name, bytes(event.detail)) for event in sent if isinstance(event, logic.ApiEvent)] == [
        ("onNetworkStatusChange", b'{"isConnected":true,"networkType":"4g"}'),
        ("onNetworkStatusChange", b'{"isConnected":false,"networkType":"none"}'),
    ]


def test_an_unknown_network_is_refused() -> None:
    with pytest.raises(ValueError, match="pigeons is no kind of network"):
        SimulatedPhone(lambda code: None).set_network_type("pigeons")
