"""wx.cropImage."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.part_of_picture import keep_part
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def crop_image(call: Call, ports: HostPorts) -> None:
    """cropImage: a part of the shape that the program wants."""
    across, colon, down = call.text("cropScale", "1:1").partition(":")
    if not (colon and across.isdecimal() and down.isdecimal() and int(across) and int(down)):
        raise ApiFailure("parameter error: parameter.cropScale should be like 16:9")
    keep_part(call, ports, ratio=int(across) / int(down), turns=False)


HANDLERS: tuple[Handler, ...] = (in_host("cropImage", crop_image),)
