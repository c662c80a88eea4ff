"""The simulated phone's own values, and what the program hears when they change."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.api.file_areas import FileAreas
from runtime.api.interceptor import Interceptors
from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT, FakeAccount
from runtime.api.ports.clock import CLOCK, FakeClock
from runtime.api.ports.phone import PHONE
from runtime.platform.wechat import WECHAT
from runtime.protocol import logic
from simulator.api.call_host import CallHost
from simulator.api.ports.phone import SimulatedPhone
from simulator.bridge.recorder import Recorder
from simulator.traffic.network_side import NetworkSide


def test_another_network_is_told_once(tmp_path: Path) -> None:
    phone = SimulatedPhone(lambda code: None)
    made = {PHONE: phone, ACCOUNT: FakeAccount(), CLOCK: FakeClock()}
    ports = HostPorts(FileAreas.under(tmp_path, tmp_path), made)
    sent: list[logic.HostToLogic] = []
    host = CallHost(WECHAT, ports, Interceptors(), Recorder(), sent.append, NetworkSide())
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
