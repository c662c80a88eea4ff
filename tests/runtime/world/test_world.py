"""World values: one declared list, checked changes in two layers, and what a change fires."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.kinds import Choice, Flag, Form, Number, Text
from runtime.world.world import Firing, Happening, World, new_world
from runtime.world.world_list import WorldError, WorldList

ROOM = Group(
    "room",
    1,
    (
        WorldValue("room.light", Number(0, 100, "%"), 50, ("light",)),
        WorldValue("room.door", Choice(("open", "shut")), "shut", ("door",)),
        WorldValue("room.isWarm", Flag(), True, ("light", "door")),
        WorldValue("room.name", Text(), ""),
        WorldValue("room.people", Form(dict[str, int]), {}),
    ),
    (WorldEvent("room.knock", ("knocked",), {"times": (Number(1, 9, is_whole=True), 3)}),),
    {
        "light": lambda values: {"isBright": values["room.light"] > 50},
        "door": lambda values: {"door": values["room.door"], "isWarm": values["room.isWarm"]},
    },
)


class Desk:
    def __init__(self) -> None:
        self.world = World(WorldList([ROOM]))
        self.heard: list[Happening] = []
        self.world.subscribe(self.heard.append)

    @property
    def fired(self) -> list[Firing]:
        return [firing for happening in self.heard for firing in happening.fires]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_change_is_told_with_what_was_before(desk: Desk) -> None:
    desk.world.set("room.light", 20, "console")
    (happening,) = desk.heard
    assert (happening.door, happening.before, happening.after) == ("console", {"room.light": 50}, {"room.light": 20})
    desk.world.set("room.light", 20, "console")
    assert len(desk.heard) == 1


def test_a_source_is_fired_when_its_payload_is_another_one(desk: Desk) -> None:
    desk.world.set("room.light", 20, "console")
    assert desk.fired == []
    desk.world.set("room.light", 60, "console")
    assert desk.fired == [Firing("light", {"isBright": True})]


def test_several_values_at_once_fire_a_source_once(desk: Desk) -> None:
    desk.world.set_all({"room.door": "open", "room.isWarm": False}, "scenario")
    assert desk.fired == [Firing("door", {"door": "open", "isWarm": False})]


def test_what_only_is_played_lies_over_what_is_kept(desk: Desk) -> None:
    desk.world.set("room.name", "kitchen", "panel")
    desk.world.set("room.name", "hall", "scenario")
    assert (desk.world["room.name"], desk.world.state.kept) == ("hall", {"room.name": "kitchen"})
    desk.world.set("room.name", "bath", "panel")
    assert (desk.world["room.name"], desk.world.state.played) == ("bath", {})
    desk.world.reset(["room.name"], "panel")
    assert (desk.world["room.name"], desk.world.state.kept) == ("", {})


def test_what_is_reset_for_a_run_is_still_kept(desk: Desk) -> None:
    desk.world.set("room.name", "kitchen", "panel")
    desk.world.reset(["room.name"], "console")
    assert (desk.world["room.name"], desk.world.state.kept) == ("", {"room.name": "kitchen"})


def test_what_equals_the_default_is_not_kept(desk: Desk) -> None:
    desk.world.set("room.light", 20, "panel")
    desk.world.set("room.light", 50, "panel")
    assert desk.world.state.kept == {}


def test_the_projects_state_may_be_edited_while_something_is_played(desk: Desk) -> None:
    desk.world.set("room.light", 60, "command")
    desk.world.replace_kept({"room.name": "hall", "room.light": 10})
    assert (desk.world["room.name"], desk.world["room.light"]) == ("hall", 60)
    assert desk.heard[-1].after == {"room.name": "hall"}


def test_an_event_has_all_its_details(desk: Desk) -> None:
    desk.world.fire("room.knock", {}, "panel")
    desk.world.fire("room.knock", {"times": 5}, "panel")
    assert desk.fired == [Firing("knocked", {"times": 3}), Firing("knocked", {"times": 5})]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("room.lihgt", 1, "there is no world value 'room.lihgt'; there is room.light"),
        ("Door", 1, "there is no world value 'Door'; there is room.door"),
        ("zzz", 1, "there is no world value 'zzz'"),
        ("room.light", 101, "room.light is a number from 0 to 100 %, not 101"),
        ("room.light", True, "room.light is a number from 0 to 100 %, not True"),
        ("room.light", float("nan"), "room.light is a number from 0 to 100 %, not nan"),
        ("room.door", "ajar", "room.door is one of open, shut, not 'ajar'"),
        ("room.isWarm", 1, "room.isWarm is true or false, not 1"),
        ("room.name", None, "room.name is a text, not None"),
        (
            "room.people",
            {"ann": "x"},
            "room.people is JSON of another form (Expected `int`, got `str` - at `$[...]`), not {'ann': 'x'}",
        ),
    ],
)
def test_what_is_not_allowed_says_what_is(desk: Desk, name: str, value: Any, message: str) -> None:
    with pytest.raises(WorldError) as raised:
        desk.world.set_all({"room.isWarm": False, name: value}, "console")
    assert str(raised.value) == message
    assert (desk.heard, desk.world["room.isWarm"]) == ([], True)


def test_a_number_too_large_for_a_float_is_out_of_range(desk: Desk) -> None:
    with pytest.raises(WorldError, match="from 0 to 100 %"):
        desk.world.set("room.light", 10**400, "console")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("room.light", "20", 20), ("room.light", " 20.5 % ", 20.5), ("room.door", "open ", "open"),
        ("room.isWarm", "off", False), ("room.isWarm", "TRUE", True), ("room.name", " x", " x"),
        ("room.people", '{"ann": 1}', {"ann": 1}),
    ],
)  # fmt: skip
def test_a_value_is_read_as_it_is_typed(desk: Desk, name: str, text: str, value: Any) -> None:
    assert desk.world.known.read(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("room.light", ""), ("room.light", "1e999"), ("room.light", "nan"), ("room.light", "20 ms"),
        ("room.isWarm", "maybe"), ("room.people", "{"), ("room.people", "[" * 100_000), ("room.name", "x" * 100_001),
        ("room.light", "9" * 5000),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(desk: Desk, name: str, text: str) -> None:
    with pytest.raises(WorldError, match=name):
        desk.world.known.read(name, text)


def test_details_of_events_are_checked(desk: Desk) -> None:
    for detail, message in (({"tmes": 1}, "there is no world detail of room.knock 'tmes'; there is times"),
                            ({"times": 10}, "room.knock: a whole number from 1 to 9")):  # fmt: skip
        with pytest.raises(WorldError) as raised:
            desk.world.fire("room.knock", detail, "console")
        assert str(raised.value) == message
    with pytest.raises(WorldError, match=r"there is no world event 'room\.nock'; there is room\.knock"):
        desk.world.fire("room.nock", {}, "console")


def test_who_has_ended_listening_hears_no_more() -> None:
    world, heard = new_world(), list[Happening]()
    world.subscribe(heard.append)()
    world.set("network.type", "2g", "console")
    assert heard == []


def test_what_a_program_sets_of_the_phone_ends_with_it() -> None:
    world = new_world()
    world.set("screen.brightness", 0.5, "panel")
    world.set("screen.isKeptOn", True, "scenario")
    for name, value in (("screen.brightness", 0.1), ("screen.brightness", 0.2), ("screen.isKeptOn", False)):
        world.set(name, value, "program")
    world.set("wifi.connected", "", "program")
    world.program_ended()
    assert (world["screen.brightness"], world["screen.isKeptOn"], world["wifi.connected"]) == (0.5, True, "")
    assert world.state.kept == {"screen.brightness": 0.5}


def test_what_somebody_else_sets_after_a_program_stays() -> None:
    world = new_world()
    world.set("screen.brightness", 0.1, "program")
    world.set("screen.brightness", 0.3, "console")
    world.program_ended()
    assert world["screen.brightness"] == 0.3
