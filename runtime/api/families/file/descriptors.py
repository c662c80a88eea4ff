"""Files that a program keeps open: the work behind open, close, read, write, fstat, ftruncate of FileSystemManager."""

from __future__ import annotations

import os
from typing import Any

from runtime.api.call import ApiFailure, Call, as_bytes, from_bytes
from runtime.api.families.file.encodings import INVALID_ARGUMENT, bytes_of_text
from runtime.api.families.file.folders import stats
from runtime.api.file_paths import check_quota, existing_file, writable
from runtime.api.logic_ports import LogicPorts
from runtime.api.open_files import BAD_DESCRIPTOR, FLAGS, OpenFile

OUT_OF_RANGE = 1301009


def open_file(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Opens a file; only those of the user's folder for writing."""
    flag = call.text("flag") or "r"
    if flag not in FLAGS:
        raise ApiFailure(f'Invalid argument flag "{flag}"', INVALID_ARGUMENT)
    if flag != "r":
        real = writable(call, ports.areas, "filePath", "open")
        if real.is_dir():
            raise ApiFailure(f'illegal operation on a directory, open "{call.text("filePath")}"', 1301003)
    if not FLAGS[flag] & os.O_CREAT:
        real = existing_file(call, ports.areas, "filePath", "open")
    return {"fd": ports.open_files.open(real, flag)}


def close_file(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Closes it."""
    ports.open_files.close(call.text("fd"))
    return {}


def read_bytes(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Bytes for a part of the buffer: `length` of them at `offset`. The logic layer puts them there."""
    file = ports.open_files.find(call.text("fd"))
    if not file.stream.readable():
        raise ApiFailure("bad file descriptor", BAD_DESCRIPTOR)
    room = len(as_bytes(call.args.get("arrayBuffer")) or b"")
    _, length = _part(call, room, 0)
    _go_to_position(call, file)
    data = file.stream.read(length) or b""
    return {"data": from_bytes(data), "bytesRead": len(data)}


def write_bytes(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Text, or a part of a buffer."""
    file = _writable(call, ports)
    data = as_bytes(call.args.get("data"))
    if data is None:
        data = bytes_of_text(call.text("data"), call.text("encoding") or "utf8")
    else:
        offset, length = _part(call, len(data), None)
        data = data[offset : offset + length]
    check_quota(ports.areas, len(data))
    if not file.appends:
        _go_to_position(call, file)
    return {"bytesWritten": file.stream.write(data)}


def file_stats(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Facts about it, also if nothing has that name any more."""
    return {"stats": stats(os.fstat(ports.open_files.find(call.text("fd")).stream.fileno()))}


def truncate_file(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Cuts or lengthens it."""
    file, length = _writable(call, ports), int(call.number("length"))
    if length < 0:
        raise ApiFailure('the value of "length" is out of range', OUT_OF_RANGE)
    check_quota(ports.areas, length - os.fstat(file.stream.fileno()).st_size)
    file.stream.truncate(length)
    return {}


def _writable(call: Call, ports: LogicPorts) -> OpenFile:
    file = ports.open_files.find(call.text("fd"))
    if not file.stream.writable():
        raise ApiFailure("bad file descriptor", BAD_DESCRIPTOR)
    return file


def _part(call: Call, size: int, default: int | None) -> tuple[int, int]:
    """Offset and length in a buffer; without a length it is the default, or what is left."""
    offset = int(call.number("offset"))
    length = int(call.number("length", size - offset if default is None else default))
    for name, value, most in (("offset", offset, size), ("length", length, size - offset)):
        if not 0 <= value <= most:
            raise ApiFailure(f'the value of "{name}" is out of range', OUT_OF_RANGE)
    return offset, length


def _go_to_position(call: Call, file: OpenFile) -> None:
    if not isinstance(call.args.get("position"), int | float):
        return
    position = int(call.number("position"))
    if position < 0:
        raise ApiFailure('the value of "position" is out of range', OUT_OF_RANGE)
    file.stream.seek(position)
