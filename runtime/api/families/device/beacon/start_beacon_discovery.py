"""wx.startBeaconDiscovery: from now on listeners hear once a second who is there."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.beacon.service import DONE, EVERY_MS, SOURCE, refusal
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.phone import PHONE
from runtime.api.ports.sensors import SENSORS
from runtime.api.ports.world import WORLD
from runtime.world.world_list import WorldError


def start(call: Call, ports: HostPorts) -> None:
    """startBeaconDiscovery. iOS can be told to do without the switch of Bluetooth."""
    world = ports[WORLD]
    does_without = ports[PHONE].platform == "ios" and call.flag("ignoreBluetoothAvailable")
    if not world["system.isBluetoothOn"] and not does_without:
        raise refusal("bluetooth service unavailable")
    if not world["system.isLocationOn"]:
        raise refusal("location service unavailable")
    if world["beacon.searched"]:
        raise refusal("already start")
    uuids = call.items("uuids")
    if not uuids:
        raise refusal("invalid data")
    try:
        world.set("beacon.searched", uuids, "program")
    except WorldError:
        raise refusal("invalid data") from None
    ports[SENSORS].start(SOURCE, EVERY_MS)
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (in_host("startBeaconDiscovery", start, state="simulated"),)
