"""wx.getSetting: the scopes that have been decided."""

from __future__ import annotations

from typing import Any

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT


def get_setting(call: Call, ports: HostPorts) -> None:
    """getSetting, openSetting: the scopes that have been decided."""
    result: dict[str, Any] = {"authSetting": dict(ports[ACCOUNT].scenario().grants)}
    if call.flag("withSubscriptions"):
        result["subscriptionsSetting"] = {"mainSwitch": True, "itemSettings": {}}
    call.succeed(result)


HANDLERS: tuple[Handler, ...] = (in_host("getSetting", get_setting, state="simulated"),)
