"""wx.editImage."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.media.part_of_picture import keep_part
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def edit_image(call: Call, ports: HostPorts) -> None:
    """editImage: any part, turned by quarters. Filters, words and drawings of the phone's editor are not there."""
    keep_part(call, ports, ratio=0, turns=True)


HANDLERS: tuple[Handler, ...] = (in_host("editImage", edit_image),)
