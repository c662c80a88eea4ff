"""wx.canvasToTempFilePath: the view makes the picture, its file is written here."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call, as_bytes
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts
from runtime.systems.private_files import write_private


def to_temp_file(call: Call, ports: LogicPorts) -> None:
    """canvasToTempFilePath: `data` is the picture that the view has made."""
    data = as_bytes(call.args.get("data"))
    if data is None:
        raise ApiFailure("canvas is empty")
    path, kept = ports.areas.new_file("tmp", f".{call.text('fileType', 'png')}")
    write_private(kept, data)
    call.succeed({"tempFilePath": path})


HANDLERS: tuple[Handler, ...] = (in_logic("canvasToTempFilePath", to_temp_file),)
