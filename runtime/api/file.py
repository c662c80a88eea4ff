"""FileSystemManager and the old wx.saveFile family: files of the program in its own folders, nothing else.

Source: reference, file system. Error texts as the reference lists them; numbers are the platform's errno.
"""

from __future__ import annotations

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from runtime.api.call import ApiFailure, Call, as_bytes, from_bytes
from runtime.api.file_paths import check_quota, existing, existing_file, writable
from runtime.api.file_text import bytes_of_text, text_of_bytes
from runtime.api.handler import Handler, in_logic
from runtime.api.ports import LogicPorts
from runtime.protocol.codec import well_formed_text

ALGORITHMS = ("md5", "sha1", "sha256")

Work = Callable[[Call, LogicPorts], dict[str, Any]]


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
        return {"stats": stats(real)}
    below = sorted(one for one in real.rglob("*") if not one.is_symlink())
    listed = [{"path": "/", "stats": stats(real)}]
    names = ((f"/{well_formed_text(one.relative_to(real).as_posix())}", one) for one in below)
    return {"stats": listed + [{"path": name, "stats": stats(one)} for name, one in names]}


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


def unzip(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """Unpacks an archive; entries that would leave the folder are refused."""
    source = existing_file(call, ports.areas, "zipFilePath", "unzip")
    target = writable(call, ports.areas, "targetPath", "unzip", has_parent=False)
    try:
        with zipfile.ZipFile(source) as archive:
            check_quota(ports.areas, sum(entry.file_size for entry in archive.infolist()))
            archive.extractall(target)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError) as error:
        raise ApiFailure(f"unzip fail {error}", 1301104) from error
    return {}


# ---------------------------------------------------------------- contents and facts


def content(call: Call) -> bytes:
    """What is to be written."""
    data = call.args.get("data")
    raw = as_bytes(data)
    return raw if raw is not None else bytes_of_text(str(data), call.text("encoding") or "utf8")


def stats(real: Path) -> dict[str, Any]:
    """Facts as numbers; the logic layer adds isDirectory() and isFile()."""
    facts = real.stat()
    return {
        "mode": facts.st_mode,
        "size": facts.st_size,
        "lastAccessedTime": int(facts.st_atime),
        "lastModifiedTime": int(facts.st_mtime),
        "isDirectory": real.is_dir(),
    }


def times(real: Path) -> dict[str, Any]:
    """Size and time of creation in seconds."""
    return {"size": real.stat().st_size, "createTime": int(real.stat().st_ctime)}


def _async(name: str, work: Work) -> Handler:
    return in_logic(name, lambda call, ports: call.succeed(work(call, ports)))


def _both(name: str, work: Work, value: str = "") -> tuple[Handler, Handler]:
    """A method and its sync form; the latter returns the member `value` of the result."""

    def now(call: Call, ports: LogicPorts) -> None:
        call.succeed({"value": work(call, ports).get(value)})

    return _async(f"FileSystemManager.{name}", work), in_logic(f"FileSystemManager.{name}Sync", now)


HANDLERS: tuple[Handler, ...] = (
    *_both("access", access),
    *_both("readFile", read_file, "data"),
    *_both("writeFile", write_file),
    *_both("appendFile", append_file),
    *_both("mkdir", make_dir),
    *_both("readdir", read_dir, "files"),
    *_both("rmdir", remove_dir),
    *_both("stat", stat, "stats"),
    *_both("unlink", unlink),
    *_both("rename", rename),
    *_both("copyFile", copy_file),
    *_both("truncate", truncate),
    *_both("saveFile", save_file, "savedFilePath"),
    _async("FileSystemManager.getFileInfo", file_info),
    _async("FileSystemManager.getSavedFileList", saved_files),
    _async("FileSystemManager.removeSavedFile", remove_saved),
    _async("FileSystemManager.unzip", unzip),
    _async("saveFile", save_file),
    _async("getFileInfo", file_info),
    _async("getSavedFileList", saved_files),
    _async("getSavedFileInfo", saved_info),
    _async("removeSavedFile", remove_saved),
    Handler("getFileSystemManager", "js"),
)
