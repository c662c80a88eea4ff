"""A project's folder as bytes, for machines that do not have it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path, PurePosixPath

from runtime.project.gate import Gate
from runtime.project.ignored import SKIPPED_FOLDERS

# Packages may be built from there.
_LEFT_OUT = SKIPPED_FOLDERS - {"node_modules"}
_SAME_TIME = (1980, 1, 1, 0, 0, 0)
MAX_BYTES = 512 * 1024 * 1024


class BundleError(Exception):
    """A bundle cannot be made, or is none."""


def pack(root: Path) -> bytes:
    """All files that the project may see; equal folders give equal bytes. Raises BundleError above 512 MB."""
    gate = Gate(root)
    target = io.BytesIO()
    size = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        files = gate.walk(gate.root, _LEFT_OUT.__contains__, lambda fault: None)
        for name, path in sorted(files):
            data = gate.read_walked(path)
            if data is None:
                continue
            size += len(data)
            if size > MAX_BYTES:
                raise BundleError(f"{root} is larger than {MAX_BYTES // 1024 // 1024} MB")
            archive.writestr(zipfile.ZipInfo(name, _SAME_TIME), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def unpack(bundle: bytes, folder: Path) -> None:
    """Writes the files into a folder. Raises BundleError for what `pack` does not make."""
    size = 0
    try:
        with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
            for entry in archive.infolist():
                way = PurePosixPath(entry.filename)
                if way.is_absolute() or ".." in way.parts or "\\" in entry.filename or ":" in entry.filename:
                    raise BundleError(f"{entry.filename!r} leads out of the folder")
                size += entry.file_size
                if size > MAX_BYTES:
                    raise BundleError(f"it holds more than {MAX_BYTES // 1024 // 1024} MB")
                target = folder / way
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(entry))
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise BundleError(f"it is no bundle: {error}") from error
