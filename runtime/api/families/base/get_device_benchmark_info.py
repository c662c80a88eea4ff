"""wx.getDeviceBenchmarkInfo."""

from __future__ import annotations

from typing import Any

from runtime.api.families.base.device_facts import later
from runtime.api.handler import Handler
from runtime.api.logic_ports import LogicPorts


def benchmark(ports: LogicPorts) -> dict[str, Any]:
    """The level of the simulated phone."""
    level = ports.device.snapshot().get("benchmarkLevel", -1)
    return {"benchmarkLevel": level, "modelLevel": 3}


HANDLERS: tuple[Handler, ...] = (later("getDeviceBenchmarkInfo", benchmark),)
