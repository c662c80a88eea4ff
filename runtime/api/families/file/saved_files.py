"""Files that a program has saved, and digests: the work behind FileSystemManager and the older calls of `wx`."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.file_paths import check_quota, existing_file, writable
from runtime.api.logic_ports import LogicPorts

ALGORITHMS = ("md5", "sha1", "sha256")


def save_file(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Moves a temporary file to where it is kept."""
    place = ports.areas.resolve(call.text("tempFilePath"))
    if place is None or place.area != "tmp" or place.real is None or not place.real.is_file():
        raise ApiFailure("tempFilePath file not exist", 1301112)
    check_quota(ports.areas, 0)
    if call.text("filePath"):
        place.real.replace(writable(call, ports.areas, "filePath", "saveFile"))
        return {"savedFilePath": call.text("filePath")}
    path, real = ports.areas.new_file("store", place.real.suffix)
    place.real.replace(real)
    return {"savedFilePath": path}


def file_info(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Size and digest."""
    data = existing_file(call, ports.areas, "filePath", "getFileInfo").read_bytes()
    algorithm = call.text("digestAlgorithm", "md5").lower()
    if algorithm not in ALGORITHMS:
        raise ApiFailure(f'Invalid argument digestAlgorithm "{algorithm}"', 1300022)
    return {"size": len(data), "digest": hashlib.new(algorithm, data).hexdigest()}


def saved_files(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """All saved files."""
    store = ports.areas.store
    saved = sorted(store.iterdir()) if store.is_dir() else []
    return {"fileList": [{"filePath": f"http://store/{one.name}", **times(one)} for one in saved]}


def saved_info(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """One saved file."""
    return times(existing_file(call, ports.areas, "filePath", "getSavedFileInfo"))


def remove_saved(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Removes a saved file."""
    place = ports.areas.resolve(call.text("filePath"))
    if place is None or place.area not in ("store", "usr") or place.real is None or not place.real.is_file():
        raise ApiFailure("file not exist")
    place.real.unlink()
    return {}


def times(real: Path) -> dict[str, Any]:
    """Size and time of creation in seconds."""
    return {"size": real.stat().st_size, "createTime": int(real.stat().st_ctime)}
