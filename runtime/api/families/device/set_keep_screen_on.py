"""wx.setKeepScreenOn."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.phone import PHONE


def keep_screen_on(call: Call, ports: HostPorts) -> None:
    """setKeepScreenOn."""
    ports[PHONE].keep_screen_on(on=call.flag("keepScreenOn"))
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("setKeepScreenOn", keep_screen_on, state="simulated"),)
