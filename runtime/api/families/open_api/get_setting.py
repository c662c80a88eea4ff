"""wx.getSetting: the scopes that have been decided."""

from __future__ import annotations

from typing import Any

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.world.groups.permission import SCOPES, permission_of
from runtime.world.world import World


def get_setting(call: Call, ports: HostPorts) -> None:
    """getSetting, openSetting: the scopes that have been decided."""
    result: dict[str, Any] = {"authSetting": _decided(ports[WORLD])}
    if call.flag("withSubscriptions"):
        result["subscriptionsSetting"] = {"mainSwitch": True, "itemSettings": {}}
    call.succeed(result)


def _decided(world: World) -> dict[str, bool]:
    decisions = {scope: world[permission_of(scope)] for scope in SCOPES}
    return {scope: decision == "granted" for scope, decision in decisions.items() if decision in ("granted", "denied")}


HANDLERS: tuple[Handler, ...] = (in_host("getSetting", get_setting, state="simulated"),)
