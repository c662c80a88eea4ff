"""wx.canIUse; what it asks is `runtime/platform/can_i_use.py`."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts


def ask_can_i_use(call: Call, ports: LogicPorts) -> None:
    """canIUse."""
    version = str(ports.device.snapshot().get("SDKVersion", ""))
    call.succeed({"value": ports.can_i_use(call.text("schema"), version)})


HANDLERS: tuple[Handler, ...] = (in_logic("canIUse", ask_can_i_use),)
