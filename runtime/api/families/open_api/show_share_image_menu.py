"""wx.showShareImageMenu: the sheet under a picture; the picture is saved if the user says so, and nobody is sent it."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.file_paths import existing_file
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.media import MEDIA
from runtime.api.simulation import choose

SEND, SAVE, KEEP = "发送给朋友", "保存图片", "收藏"
ENTRIES = (SEND, SAVE, KEEP)


def show_share_image_menu(call: Call, ports: HostPorts) -> None:
    """showShareImageMenu."""
    real = existing_file(call, ports.areas, "path", "open")

    def chosen(place: int) -> None:
        if ENTRIES[place] == SAVE:
            ports[MEDIA].save_to_album(real.read_bytes(), real.suffix)
        call.succeed()

    choose(call, ports, ENTRIES, chosen)


HANDLERS: tuple[Handler, ...] = (in_host("showShareImageMenu", show_share_image_menu, state="simulated"),)
