"""Reading and writing one text file so that nothing is lost: encodings, byte order marks, permissions, links.

Refusals are values; the words for them are in `resources/messages/ide.*.json` under `refusal.<reason>`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

MAX_TEXT_BYTES = 5 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_PROBE_BYTES = 8192

ReadRefusal = Literal["missing", "folder", "binary", "huge", "encoding", "unreadable"]
WriteRefusal = Literal["read_only", "folder_gone", "disk_full", "unwritable"]


@dataclass(frozen=True, slots=True)
class TextFile:
    """Contents of a file. `digest` is that of its bytes; `has_bom` is kept when writing."""

    text: str
    digest: str
    has_bom: bool
    read_only: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file was not opened or not saved; `detail` is the system's own word for it."""

    reason: ReadRefusal | WriteRefusal
    detail: str = ""


def read_text_file(path: Path) -> TextFile | Refused:
    """Reads UTF-8 text, or says why it is not."""
    if path.is_dir():
        return Refused("folder")
    try:
        size = path.stat().st_size
        if size > MAX_TEXT_BYTES:
            return Refused("huge", f"{size / 1024 / 1024:.1f} MB")
        data = path.read_bytes()
    except FileNotFoundError:
        return Refused("missing")
    except OSError as error:
        return Refused("unreadable", error.strerror or str(error))
    if b"\0" in data[:_PROBE_BYTES]:
        return Refused("binary")
    has_bom = data.startswith(_BOM)
    try:
        text = data[len(_BOM) * has_bom :].decode("utf-8")
    except UnicodeDecodeError as error:
        return Refused("encoding", f"{error.start}")
    return TextFile(text, digest_of(data), has_bom, is_read_only(path))


def write_text_file(path: Path, text: str, *, has_bom: bool = False) -> str | Refused:
    """Replaces the file in one step (a reader sees the old or the new text, never half of it); returns the digest.

    A symbolic link stays a link, permissions stay. A folder that has vanished is not made again.
    """
    target = path.resolve()
    data = (_BOM if has_bom else b"") + text.encode("utf-8", "surrogatepass")
    if not target.parent.is_dir():
        return Refused("folder_gone")
    if target.exists() and is_read_only(target):
        return Refused("read_only")
    temporary = target.with_name(f".{target.name}.handset-save")
    try:
        temporary.write_bytes(data)
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        return Refused("disk_full" if error.errno == 28 else "unwritable", error.strerror or str(error))
    return digest_of(data)


def is_read_only(path: Path) -> bool:
    """Whether the file carries no write permission, even where the user (root) could write all the same."""
    return not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK)


def make_writable(path: Path) -> bool:
    """Gives the user write permission; False if the system does not allow it."""
    try:
        path.chmod(path.stat().st_mode | stat.S_IWUSR)
    except OSError:
        return False
    return not is_read_only(path)


def digest_of(data: bytes) -> str:
    """Identity of contents."""
    return hashlib.sha256(data).hexdigest()
