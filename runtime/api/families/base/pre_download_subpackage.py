"""wx.preDownloadSubpackage and its task: every package of a program is on the disk already."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts

TYPES = ("workers",)
"""Source: reference."""


def pre_download_subpackage(call: Call, _ports: HostPorts) -> None:
    """preDownloadSubpackage: the whole progress at once."""
    if call.text("packageType") not in TYPES:
        raise ApiFailure("invalid packageType")
    call.emit("onProgressUpdate", {"progress": 100, "totalBytesWritten": 0, "totalBytesExpectedToWrite": 0})
    call.succeed()


HANDLERS: tuple[Handler, ...] = (
    in_host("preDownloadSubpackage", pre_download_subpackage, state="simulated"),
    *in_js("PreDownloadSubpackageTask.onProgressUpdate", state="simulated"),
)
