"""Folders, facts and archives: the work behind FileSystemManager."""

from __future__ import annotations

import os
import shutil
import zipfile
import zlib
from stat import S_ISDIR
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.file_paths import check_quota, existing, existing_file, writable
from runtime.api.logic_ports import LogicPorts
from runtime.protocol.codec import well_formed_text
from runtime.systems.links import is_link


def make_dir(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Makes a folder; with `recursive` also those above it."""
    real = writable(call, ports.areas, "dirPath", "mkdir", has_parent=not call.flag("recursive"))
    is_recursive = call.flag("recursive")
    if real.exists() and not (is_recursive and real.is_dir()):
        raise ApiFailure(f"file already exists {call.text('dirPath')}", 1301005)
    real.mkdir(parents=is_recursive, exist_ok=is_recursive)
    return {}


def read_dir(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Names in a folder, sorted."""
    real = existing(call, ports.areas, "dirPath", "scandir")
    if not real.is_dir():
        raise ApiFailure(f"not a directory {call.text('dirPath')}", 1300020)
    return {"files": sorted(well_formed_text(child.name) for child in real.iterdir())}


def remove_dir(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Removes a folder; with `recursive` also what is in it."""
    writable(call, ports.areas, "dirPath", "rmdir")
    real = existing(call, ports.areas, "dirPath", "rmdir")
    if not real.is_dir():
        raise ApiFailure(f"not a directory {call.text('dirPath')}", 1300020)
    if real == ports.areas.usr.resolve():
        raise ApiFailure("permission denied, cannot access file path", 1301000)
    if call.flag("recursive"):
        shutil.rmtree(real)
    elif any(real.iterdir()):
        raise ApiFailure("directory not empty", 1300066)
    else:
        real.rmdir()
    return {}


def stat(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Facts about a file or folder; with `recursive` about everything in a folder."""
    real = existing(call, ports.areas, "path", "stat")
    if not (call.flag("recursive") and real.is_dir()):
        return {"stats": stats(real.stat())}
    below = sorted(one for one in real.rglob("*") if not is_link(one))
    listed = [{"path": "/", "stats": stats(real.stat())}]
    names = ((f"/{well_formed_text(one.relative_to(real).as_posix())}", one) for one in below)
    return {"stats": listed + [{"path": name, "stats": stats(one.stat())} for name, one in names]}


def unzip(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Unpacks an archive; entries that would leave the folder are refused."""
    source = existing_file(call, ports.areas, "zipFilePath", "unzip")
    target = writable(call, ports.areas, "targetPath", "unzip", has_parent=False)
    try:
        with zipfile.ZipFile(source) as archive:
            check_quota(ports.areas, sum(entry.file_size for entry in archive.infolist()))
            archive.extractall(target)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError) as error:
        raise ApiFailure(f"unzip fail {error}", 1301104) from error
    return {}


def stats(facts: os.stat_result) -> dict[str, Any]:
    """Facts as numbers; the logic layer adds isDirectory() and isFile()."""
    return {
        "mode": facts.st_mode,
        "size": facts.st_size,
        "lastAccessedTime": int(facts.st_atime),
        "lastModifiedTime": int(facts.st_mtime),
        "isDirectory": S_ISDIR(facts.st_mode),
    }
