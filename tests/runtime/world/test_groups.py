"""The declared list: complete in itself, in its sources and in both languages."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from runtime.platform.wechat import WECHAT
from runtime.world.groups.motion import held
from runtime.world.groups.permission import SCOPES, permission_of
from runtime.world.kinds import Choice, Flag, Kind, Number
from runtime.world.world import new_world
from runtime.world.world_list import WorldError
from tests.support.world_page import PAGE, world_page

WORLD = new_world()
KNOWN = WORLD.known


@pytest.mark.parametrize("name", sorted(KNOWN.values))
def test_every_default_is_allowed(name: str) -> None:
    assert KNOWN.checked(name, KNOWN.values[name].default) == KNOWN.values[name].default


def test_names_are_told_apart() -> None:
    names = [one.name for group in KNOWN.groups for one in group.values]
    names += [one.name for group in KNOWN.groups for one in group.events]
    assert len(names) == len(set(names))
    assert all(name.count(".") == 1 for name in names)


def test_what_is_fired_is_a_source_and_has_its_payload() -> None:
    fired = {source for value in KNOWN.values.values() for source in value.fires}
    assert fired == set(KNOWN.payloads)
    for source in fired:
        assert WECHAT.sources.events(source, WORLD.payload(source))
    for event in KNOWN.events.values():
        for source in event.fires:
            assert WECHAT.sources.events(source, KNOWN.details(event.name, {}))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_has_a_name_for_people(language: str) -> None:
    folder = files("resources") / "messages" / "world"
    words: dict[str, str] = {}
    for group in KNOWN.groups:
        words |= json.loads((folder / f"{group.name}.{language}.json").read_text("utf-8"))
    wanted = {f"world.group.{group.name}" for group in KNOWN.groups}
    wanted |= {f"world.{name}" for name in (*KNOWN.values, *KNOWN.events)}
    options = {
        f"world.{group.name}.option.{option}"
        for group in KNOWN.groups
        for value in group.values
        if isinstance(value.kind, Choice)
        for option in value.kind.options
    }
    assert wanted - set(words) == set()
    assert set(words) - wanted - options == set()


def limits(kind: Kind) -> list[Any]:
    match kind:
        case Number():
            return list(kind.only) or [kind.low, kind.high]
        case Choice():
            return list(kind.options)
        case Flag():
            return [False, True]
    return []


@pytest.mark.parametrize("name", sorted(name for name, value in KNOWN.values.items() if value.fires))
def test_whatever_is_allowed_is_taken_by_the_source(name: str) -> None:
    world = new_world()
    for value in limits(KNOWN.values[name].kind):
        world.set(name, value, "console")
        for source in KNOWN.values[name].fires:
            assert WECHAT.sources.events(source, world.payload(source))


@pytest.mark.parametrize("name", sorted(KNOWN.events))
def test_whatever_may_be_said_of_an_event_is_taken_by_the_source(name: str) -> None:
    event = KNOWN.events[name]
    for detail, (kind, _default) in event.details.items():
        for value in limits(kind):
            for source in event.fires:
                assert WECHAT.sources.events(source, KNOWN.details(name, {detail: value}))


def test_a_memory_warning_has_one_of_the_documented_levels() -> None:
    with pytest.raises(WorldError, match=r"memory\.warning: one of 5, 10, 15"):
        new_world().fire("memory.warning", {"level": 6}, "console")


def test_a_network_is_weak_by_its_latency_or_its_loss() -> None:
    world = new_world()
    assert not world.payload("networkWeak")["weakNet"]
    world.set("network.latency", 401, "console")
    assert world.payload("networkWeak") == {"weakNet": True, "networkType": "wifi"}
    world.set_all({"network.latency": 0, "network.loss": 20}, "console")
    assert world.payload("networkWeak")["weakNet"]


def test_a_phone_that_is_held_upright_feels_gravity_along_its_length() -> None:
    values = held(0, 90, 0)
    assert [values[f"accelerometer.{axis}"] for axis in "xyz"] == pytest.approx([0, -1, 0])
    flat = held(90, 0, 0)
    assert [flat[f"accelerometer.{axis}"] for axis in "xyz"] == pytest.approx([0, 0, -1])
    assert flat["compass.direction"] == 270
    assert all(KNOWN.checked(name, value) == value for name, value in values.items())


def test_every_scope_has_its_permission() -> None:
    assert [permission_of(scope) in KNOWN.values for scope in SCOPES] == [True] * len(SCOPES)


def test_the_documentation_lists_what_is_declared() -> None:
    assert PAGE.read_text("utf-8") == world_page(), "python -m tests.support.world_page"
