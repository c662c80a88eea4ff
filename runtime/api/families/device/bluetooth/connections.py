"""Connections end, and listeners hear of them."""

from __future__ import annotations

from runtime.api.families.device.bluetooth.adapter import device_id
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import BLUETOOTH
from runtime.api.ports.world import WORLD


def disconnect(ports: HostPorts, address: str) -> None:
    """A connection ends, and with it what was subscribed to."""
    del ports[BLUETOOTH].connections[address]
    tell_connection(ports, address, is_connected=False)


def tell_connection(ports: HostPorts, address: str, *, is_connected: bool) -> None:
    """Listeners hear of it."""
    told = {"deviceId": device_id(ports, address), "connected": is_connected}
    ports[WORLD].tell("bleConnection", told)
