"""Reading and writing of files: the work behind FileSystemManager."""

from __future__ import annotations

import shutil
from typing import Any

from runtime.api.call import ApiFailure, Call, as_bytes, from_bytes
from runtime.api.families.file.encodings import bytes_of_text, text_of_bytes
from runtime.api.file_paths import check_quota, existing, existing_file, writable
from runtime.api.logic_ports import LogicPorts


def access(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Whether a path exists."""
    existing(call, ports.areas, "path", "access")
    return {}


def read_file(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """A file as a buffer, or as text in an encoding."""
    data = existing_file(call, ports.areas, "filePath", "open").read_bytes()
    position = int(call.number("position"))
    if not 0 <= position <= len(data):
        raise ApiFailure('the value of "position" is out of range', 1301009)
    length = int(call.number("length", len(data) - position))
    part = data[position : position + length]
    encoding = call.text("encoding")
    return {"data": text_of_bytes(part, encoding) if encoding else from_bytes(part)}


def write_file(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Writes a whole file; its folder must exist."""
    real = writable(call, ports.areas, "filePath", "open")
    data = content(call)
    check_quota(ports.areas, len(data))
    real.write_bytes(data)
    return {}


def append_file(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Appends to a file that exists."""
    writable(call, ports.areas, "filePath", "open")
    real = existing_file(call, ports.areas, "filePath", "open")
    data = content(call)
    check_quota(ports.areas, len(data))
    with real.open("ab") as stream:
        stream.write(data)
    return {}


def unlink(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Removes a file."""
    writable(call, ports.areas, "filePath", "unlink")
    real = existing(call, ports.areas, "filePath", "unlink")
    if real.is_dir():
        raise ApiFailure("operation not permitted", 1300001)
    real.unlink()
    return {}


def rename(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Moves a file or folder."""
    writable(call, ports.areas, "oldPath", "rename")
    source = existing(call, ports.areas, "oldPath", "rename")
    source.replace(writable(call, ports.areas, "newPath", "rename"))
    return {}


def copy_file(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Copies a file."""
    source = existing_file(call, ports.areas, "srcPath", "copyFile")
    target = writable(call, ports.areas, "destPath", "copyFile")
    check_quota(ports.areas, source.stat().st_size)
    shutil.copyfile(source, target)
    return {}


def truncate(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Cuts or lengthens a file."""
    writable(call, ports.areas, "filePath", "open")
    with existing_file(call, ports.areas, "filePath", "open").open("r+b") as stream:
        stream.truncate(int(call.number("length")))
    return {}


def content(call: Call) -> bytes:
    """What is to be written."""
    data = call.args.get("data")
    raw = as_bytes(data)
    return raw if raw is not None else bytes_of_text(str(data), call.text("encoding") or "utf8")
