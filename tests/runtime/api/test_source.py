"""Sources of events: each is declared once, with a payload that the catalogue documents."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.source import Source, Sources, listeners_of
from runtime.platform.wechat import WECHAT

DEVICE = sorted(name for name, source in WECHAT.sources.by_name.items() if not source.is_of_program)


def test_names_and_listeners_are_declared_once() -> None:
    sources = list(WECHAT.events)
    listeners = [listener for source in sources for listener in source.listeners]
    assert len(WECHAT.sources.by_name) == len(sources)
    assert len(set(listeners)) == len(listeners)


def test_every_source_is_heard_by_documented_functions() -> None:
    known = WECHAT.catalogue.apis
    named = [f"wx.on{listener}" for source in WECHAT.events for listener in source.listeners]
    assert [name for name in named if name not in known] == []


def test_a_listener_works_if_something_fires_its_source() -> None:
    for source in WECHAT.events:
        for listener in source.listeners:
            entry = WECHAT.registry.entries[f"on{listener}"]
            assert (source.name, entry.state) == (source.name, source.state)
    assert WECHAT.registry.entries["offThemeChange"].state == "works"


@pytest.mark.parametrize("name", DEVICE)
def test_every_device_source_takes_nothing_but_its_members(name: str) -> None:
    source = WECHAT.sources.by_name[name]
    assert WECHAT.sources.events(name, {}) == [f"on{listener}" for listener in source.listeners]
    with pytest.raises(ValueError, match=f"{name} has no member nothing"):
        WECHAT.sources.events(name, {"nothing": 1})


@pytest.mark.parametrize(
    ("name", "payload", "why"),
    [
        ("network", {"networkType": "pigeons"}, "network.networkType should be one of"),
        ("network", {"isConnected": "yes"}, "network.isConnected should be Boolean"),
        ("memoryWarning", {"level": True}, "memoryWarning.level should be one of 5, 10, 15"),
        ("memoryWarning", {"level": 5.0}, "memoryWarning.level"),
        ("accelerometer", {"x": None}, "accelerometer.x should be Number"),
        ("windowResize", {"size": [1, 2]}, "windowResize.size should be Object"),
        ("onMemoryWarning", {}, "onMemoryWarning is no source"),
        ("error", {"message": "x"}, "error is no source of device events"),
    ],
)
def test_a_payload_that_is_not_the_sources_is_refused(name: str, payload: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        WECHAT.sources.events(name, payload)


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("network", {"networkType": "5g", "isConnected": True}),
        ("memoryWarning", {"level": 15}),
        ("compass", {"direction": 12.5, "accuracy": "high"}),
        ("accelerometer", {"x": 0, "y": -1.5, "z": 1}),
        ("windowResize", {"size": {"windowWidth": 1, "windowHeight": 2}}),
    ],
)
def test_a_payload_of_the_source_is_taken(name: str, payload: dict[str, Any]) -> None:
    assert WECHAT.sources.events(name, payload)


def test_one_source_may_have_several_listeners() -> None:
    table = (Source("shake", ("AccelerometerChange", "GyroscopeChange"), "simulated"),)
    assert Sources(table, WECHAT.catalogue).events("shake", {"x": 1}) == ["onAccelerometerChange", "onGyroscopeChange"]
    assert [(one.name, one.state) for one in listeners_of(table)] == [
        ("onAccelerometerChange", "simulated"), ("offAccelerometerChange", "simulated"),
        ("onGyroscopeChange", "simulated"), ("offGyroscopeChange", "simulated"),
    ]  # fmt: skip
