"""wx.getRendererUserAgent."""

from __future__ import annotations

from typing import Any

from runtime.api.families.base.device_facts import later
from runtime.api.handler import Handler
from runtime.api.logic_ports import LogicPorts


def user_agent(ports: LogicPorts) -> dict[str, Any]:
    """Assumed: the form of a current client."""
    snapshot = ports.device.snapshot()
    phone = f"{snapshot.get('system', '')}; {snapshot.get('model', '')}"
    return {"userAgent": f"Mozilla/5.0 ({phone}) MicroMessenger/{snapshot.get('version', '')} miniProgram"}


HANDLERS: tuple[Handler, ...] = (later("getRendererUserAgent", user_agent),)
