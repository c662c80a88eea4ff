"""Ports: found by their place, each with a fake that keeps what it was asked."""

from __future__ import annotations

import pkgutil
from pathlib import Path

import pytest

from runtime.api import ports
from runtime.api.file_areas import FileAreas
from runtime.api.port import HostPorts, Port, ports_in
from runtime.api.ports.navigation import NAVIGATION, FakeNavigation
from runtime.api.ports.phone import PHONE, FakePhone

ALL = list(ports_in(ports))


@pytest.fixture
def areas(tmp_path: Path) -> FileAreas:
    return FileAreas.under(tmp_path / "files", tmp_path)


def test_a_file_holds_one_port_of_its_name() -> None:
    modules = {found.name for found in pkgutil.iter_modules(ports.__path__)}
    assert [port.name for port in ALL] == sorted(modules - {"http_values"})


def test_handlers_get_the_port_that_they_ask_for(areas: FileAreas) -> None:
    phone = FakePhone()
    made = HostPorts(areas, {PHONE: phone, NAVIGATION: FakeNavigation()})
    made[PHONE].vibrate("long")
    assert (phone.vibrations, made.areas) == (["long"], areas)


def test_a_port_that_nobody_made_is_a_mistake(areas: FileAreas) -> None:
    with pytest.raises(KeyError):
        HostPorts(areas, {})[PHONE]


def test_a_port_of_the_same_name_is_another_port(areas: FileAreas) -> None:
    other = Port("phone", FakePhone)
    with pytest.raises(KeyError):
        HostPorts(areas, {PHONE: FakePhone()})[other]


def test_each_fake_is_fresh() -> None:
    assert all(port.fake() is not port.fake() for port in ALL)
