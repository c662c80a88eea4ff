"""wx.revokeBufferURL: the temporary file of a buffer goes; what is none is left alone."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.storage.create_buffer_url import ENDING
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts


def revoke_buffer_url(call: Call, ports: LogicPorts) -> None:
    """revokeBufferURL."""
    place = ports.areas.resolve(call.text("url"))
    if place is not None and place.area == "tmp" and place.real is not None and place.real.suffix == ENDING:
        place.real.unlink(missing_ok=True)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_logic("revokeBufferURL", revoke_buffer_url),)
