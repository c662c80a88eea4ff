"""wx.getBatteryInfo and its sync form."""

from __future__ import annotations

from typing import Any

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def battery(ports: HostPorts) -> dict[str, Any]:
    """As the world says."""
    world = ports[WORLD]
    return {
        "level": world["battery.level"],
        "isCharging": world["battery.isCharging"],
        "isLowPowerModeEnabled": world["battery.isLowPower"],
    }


def get_battery_info(call: Call, ports: HostPorts) -> None:
    """getBatteryInfo."""
    call.succeed(battery(ports))


def get_battery_info_sync(call: Call, ports: HostPorts) -> None:
    """getBatteryInfoSync."""
    call.succeed({"value": battery(ports)})


HANDLERS: tuple[Handler, ...] = (
    in_host("getBatteryInfo", get_battery_info, state="simulated"),
    in_host("getBatteryInfoSync", get_battery_info_sync, state="simulated"),
)
