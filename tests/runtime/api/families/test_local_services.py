"""Services in the phone's network: found, lost, not reached; the one search and its end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from runtime.api.ports.local_services import LocalSearch
from tests.support.api_ports import FakeHost

HTTP = "_http._tcp."
Heard = list[tuple[str, Mapping[str, Any]]]


@pytest.fixture
def heard(host: FakeHost) -> Heard:
    told: Heard = []
    host.world.subscribe(lambda happening: told.extend((one.source, one.payload) for one in happening.fires))
    return told


def described(*names: str, **members: Any) -> list[dict[str, Any]]:
    return [{"serviceType": HTTP, "serviceName": name, **members} for name in names]


def start(host: FakeHost) -> None:
    assert host.call("startLocalServiceDiscovery", serviceType=HTTP).ok


def test_who_is_there_comes_and_goes_is_told(host: FakeHost, heard: Heard) -> None:
    start(host)
    box = {"serviceType": HTTP, "serviceName": "Box", "ip": "192.168.1.50", "port": 8080}
    assert heard == [("localServiceFound", box)]
    host.play({"lan.services": described("Lamp")})
    assert [(source, one["serviceName"]) for source, one in heard[1:]] == [
        ("localServiceLost", "Box"), ("localServiceFound", "Lamp"),
    ]  # fmt: skip
    host.play({"network.type": "4g"})
    assert [source for source, _ in heard[3:]] == ["network", "localServiceLost"]


def test_other_types_and_those_that_are_away_are_not_found(host: FakeHost, heard: Heard) -> None:
    other = {"serviceType": "_ipp._tcp.", "serviceName": "Printer"}
    host.play({"lan.services": [other, *described("Lamp", isPresent=False), *described("Wall", resolves=False)]})
    start(host)
    assert heard == [("localServiceResolveFail", {"serviceType": HTTP, "serviceName": "Wall"})]


def test_a_search_ends_after_half_a_minute_or_when_it_is_stopped(host: FakeHost, heard: Heard) -> None:
    start(host)
    again = host.call("startLocalServiceDiscovery", serviceType=HTTP).result
    assert again == {"errMsg": "startLocalServiceDiscovery:fail scan task already exist"}
    host.clock.go(29_999)
    assert len(heard) == 1
    host.clock.go(1)
    assert heard[1:] == [("localServiceStop", {})]
    gone = host.call("stopLocalServiceDiscovery").result
    assert gone == {"errMsg": "stopLocalServiceDiscovery:fail task not found"}
    start(host)
    assert host.call("stopLocalServiceDiscovery").ok
    start(host)
    host.clock.go(30_000)
    host.play({"lan.services": []})
    assert [source for source, _ in heard].count("localServiceStop") == 3
    assert "localServiceLost" not in [source for source, _ in heard]


def test_a_search_that_cannot_begin(host: FakeHost) -> None:
    nothing = host.call("startLocalServiceDiscovery", serviceType=" ").result
    assert nothing == {"errMsg": "startLocalServiceDiscovery:fail invalid param"}
    host.phone.platform = "ios"
    assert not host.call("startLocalServiceDiscovery", serviceType=HTTP).ok


def test_the_next_run_of_a_program_hears_nothing_of_it(host: FakeHost, heard: Heard) -> None:
    start(host)
    host.fake(LocalSearch).close()
    host.play({"lan.services": []})
    host.clock.go(60_000)
    assert len(heard) == 1
