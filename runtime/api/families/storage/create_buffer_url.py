"""wx.createBufferURL: the buffer becomes a temporary file, so pictures and calls that take a path can have it."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call, as_bytes
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts

ENDING = ".buffer"
"""By it `revokeBufferURL` knows its own."""
MAX_BYTES = 64 * 1024 * 1024


def create_buffer_url(call: Call, ports: LogicPorts) -> None:
    """createBufferURL."""
    data = as_bytes(call.args.get("buffer"))
    if data is None:
        raise ApiFailure("parameter error: parameter.buffer should be ArrayBuffer")
    if len(data) > MAX_BYTES:
        raise ApiFailure(f"the buffer is larger than {MAX_BYTES} bytes")
    path, real = ports.areas.new_file("tmp", ENDING)
    real.write_bytes(data)
    call.succeed({"value": path})


HANDLERS: tuple[Handler, ...] = (in_logic("createBufferURL", create_buffer_url),)
