"""Files of an archive without unpacking it: the work behind FileSystemManager.readZipEntry."""

from __future__ import annotations

import zipfile
import zlib
from typing import Any

from runtime.api.call import ApiFailure, Call, from_bytes
from runtime.api.families.file.encodings import text_of_bytes
from runtime.api.file_paths import existing_file
from runtime.api.logic_ports import LogicPorts

MAX_BYTES = 32 * 1024 * 1024
"""Assumed: what a program can take into its memory at once, all entries together."""


def read_zip_entry(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """The entries that are asked for, or `all`; each has its data, or says what is wrong with it."""
    source = existing_file(call, ports.areas, "filePath", "open")
    wanted = call.args.get("entries")
    try:
        with zipfile.ZipFile(source) as archive:
            files = [one.filename for one in archive.infolist() if not one.is_dir()]
            asked = [{"path": name, "encoding": call.text("encoding")} for name in files]
            found, left = {}, MAX_BYTES
            for item in asked if wanted == "all" else call.items("entries"):
                entry = item if isinstance(item, dict) else {}
                path = str(entry.get("path", ""))
                data = _read(archive, path, left) if path in files else None
                left -= len(data or b"")
                found[path] = _result(path, data, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError) as error:
        raise ApiFailure(f"unzip fail {error}", 1301104) from error
    return {"entries": found}


def _read(archive: zipfile.ZipFile, path: str, left: int) -> bytes:
    """The whole of an entry, but no more than may be held: what its head says of its size may be a lie."""
    with archive.open(path) as stream:
        data = stream.read(left + 1)
    if len(data) > left:
        raise ApiFailure(f"the entries are larger than {MAX_BYTES} bytes", 1301111)
    return data


def _result(path: str, data: bytes | None, entry: dict[str, Any]) -> dict[str, Any]:
    if data is None:
        return {"errMsg": f'no such file or directory "{path}"'}
    start = _whole(entry.get("position"), 0)
    length = _whole(entry.get("length"), len(data) - start)
    if not 0 <= start <= len(data) or not 0 <= length <= len(data) - start:
        return {"errMsg": 'the value of "position" or "length" is out of range'}
    part, encoding = data[start : start + length], str(entry.get("encoding") or "")
    return {"errMsg": "readZipEntry:ok", "data": text_of_bytes(part, encoding) if encoding else from_bytes(part)}


def _whole(value: object, default: int) -> int:
    return value if isinstance(value, int) else default
