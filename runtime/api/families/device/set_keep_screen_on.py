"""wx.setKeepScreenOn."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts


def keep_screen_on(call: Call, ports: HostPorts) -> None:
    """setKeepScreenOn."""
    ports.phone.keep_screen_on(on=call.flag("keepScreenOn"))
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("setKeepScreenOn", keep_screen_on, state="simulated"),)
