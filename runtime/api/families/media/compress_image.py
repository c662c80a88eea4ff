"""wx.compressImage."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.pictures import file
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.media import MEDIA
from runtime.systems.private_files import write_private

DEFAULT_QUALITY = 80


def compress_image(call: Call, ports: HostPorts) -> None:
    """compressImage: a JPEG."""
    source = call.text("src")
    real = file(ports, source)
    if real is None:
        raise ApiFailure(f'file not found "{source}"')
    quality = int(call.number("quality", DEFAULT_QUALITY))
    width, height = int(call.number("compressedWidth")), int(call.number("compressedHeight"))
    data = ports[MEDIA].compress(real.read_bytes(), max(0, min(100, quality)), width, height)
    if data is None:
        raise ApiFailure(f'no image "{source}"')
    path, kept = ports.areas.new_file("tmp", ".jpg")
    write_private(kept, data)
    call.succeed({"tempFilePath": path})


HANDLERS: tuple[Handler, ...] = (in_host("compressImage", compress_image),)
