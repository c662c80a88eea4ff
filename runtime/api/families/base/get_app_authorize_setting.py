"""wx.getAppAuthorizeSetting."""

from __future__ import annotations

from typing import Any

from runtime.api.families.base.device_facts import now
from runtime.api.handler import Handler
from runtime.api.logic_ports import LogicPorts


def app_authorize(ports: LogicPorts) -> dict[str, Any]:
    """Permissions of the host app, in words. The snapshot says them as booleans."""
    snapshot = ports.device.snapshot()
    return {
        key: snapshot[key] if key == "locationReducedAccuracy" else "authorized" if snapshot[key] else "denied"
        for key in ports.known.types["AppAuthorizeSetting"].fields
        if key in snapshot
    }


HANDLERS: tuple[Handler, ...] = (now("getAppAuthorizeSetting", app_authorize),)
