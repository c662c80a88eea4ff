"""wx.canIUse; what it asks is `runtime/api/can_i_use.py`."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.can_i_use import can_i_use
from runtime.api.handler import Handler, in_logic
from runtime.api.ports import LogicPorts


def ask_can_i_use(call: Call, ports: LogicPorts) -> None:
    """canIUse."""
    version = str(ports.device.snapshot().get("SDKVersion", ""))
    call.succeed({"value": can_i_use(call.text("schema"), version, ports.is_supported)})


HANDLERS: tuple[Handler, ...] = (in_logic("canIUse", ask_can_i_use),)
