"""Keys of the computer as events of the world."""

from __future__ import annotations

import pytest

from runtime.protocol import shell
from runtime.world.world import Happening, new_world
from simulator.running.host_keys import key_event


def touched(**members: object) -> shell.KeyTouched:
    usual = {"is_down": True, "key": "A", "code": "KeyA", "has_alt": False, "has_shift": True, "at_ms": 12.5}
    return shell.KeyTouched(**{**usual, **members})  # type: ignore[arg-type]


def test_a_key_is_told_as_the_reference_says() -> None:
    world, heard = new_world(), list[Happening]()
    world.subscribe(heard.append)
    world.fire(*key_event(touched()), "phone")
    world.fire(*key_event(touched(is_down=False, has_shift=False, has_alt=True)), "phone")
    told = [(one.source, dict(one.payload)) for happening in heard for one in happening.fires]
    key = {"key": "A", "code": "KeyA", "timeStamp": 12.5}
    assert told == [
        ("keyDown", {**key, "altKey": "", "shiftKey": "true"}), ("keyUp", {**key, "altKey": "true", "shiftKey": ""}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "members", [{"key": "x" * 200_000}, {"code": "x" * 200_000}, {"at_ms": 1e300}, {"at_ms": -1.0}]
)
def test_a_page_cannot_say_what_is_no_key(members: dict[str, object]) -> None:
    new_world().fire(*key_event(touched(**members)), "phone")
