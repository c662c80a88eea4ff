"""Saving to the photo album of the simulated phone."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.pictures import file
from runtime.api.port import HostPorts
from runtime.api.ports.media import MEDIA


def save_to_album(call: Call, ports: HostPorts) -> None:
    """saveImageToPhotosAlbum, saveVideoToPhotosAlbum."""
    real = file(ports, call.text("filePath"))
    if real is None:
        raise ApiFailure(f'file not found "{call.text("filePath")}"')
    ports[MEDIA].save_to_album(real.read_bytes(), real.suffix)
    call.succeed()
