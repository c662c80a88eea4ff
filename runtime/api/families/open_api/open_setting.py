"""wx.openSetting: the phone's settings page; answers like getSetting when it is left."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.open_api.get_setting import get_setting
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import open_settings


def open_setting(call: Call, ports: HostPorts) -> None:
    """openSetting."""
    open_settings(call, ports, lambda: get_setting(call, ports))


HANDLERS: tuple[Handler, ...] = (in_host("openSetting", open_setting, state="simulated"),)
