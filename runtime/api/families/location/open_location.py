"""wx.openLocation: says where, in a dialog."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import ask_person


def open_location(call: Call, ports: HostPorts) -> None:
    """openLocation: says where, in a dialog; success comes at once, as the map page would open."""
    point = f"{call.number('latitude')}, {call.number('longitude')}"
    lines = [line for line in (call.text("address"), point) if line]
    dialog = {"title": call.text("name") or "位置", "content": "\n".join(lines), "showCancel": False}
    ask_person(call, ports, dialog, lambda _answer: None)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("openLocation", open_location, state="simulated"),)
