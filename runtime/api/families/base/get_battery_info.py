"""wx.getBatteryInfo and its sync form."""

from __future__ import annotations

from typing import Any

from runtime.api.families.base.device_facts import later, now
from runtime.api.handler import Handler
from runtime.api.logic_ports import LogicPorts


def battery(ports: LogicPorts) -> dict[str, Any]:
    """A battery that never runs down, unless the snapshot has one."""
    full = {"level": 100, "isCharging": False, "isLowPowerModeEnabled": False}
    return {**full, **ports.device.snapshot().get("battery", {})}


HANDLERS: tuple[Handler, ...] = (
    now("getBatteryInfoSync", battery),
    later("getBatteryInfo", battery),
)
