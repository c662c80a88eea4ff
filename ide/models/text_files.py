"""Reading and writing one text file so that nothing is lost: encodings, byte order marks, permissions, links.

Refusals are values; the words for them are in `resources/messages/ide.*.json` under `refusal.<reason>`.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from runtime.systems.permissions import is_read_only

MAX_TEXT_BYTES = 5 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_PROBE_BYTES = 8192
SAVE_SUFFIX = ".handset-save"
"""Ending of the file that is there for a moment while another is being replaced."""

ReadRefusal = Literal["missing", "folder", "special", "name", "binary", "huge", "encoding", "unreadable"]
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
    if not is_unicode(path.name):
        return Refused("name")
    try:
        facts = path.stat()
        if refused := _refuse_kind(facts):
            return refused
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

    A symbolic link stays a link, permissions stay. A folder that has vanished is not made again. Where the folder takes
    no new file, the file is written over in place.
    """
    return write_file(path, (_BOM if has_bom else b"") + _encoded(text))


def write_file(path: Path, data: bytes) -> str | Refused:
    """The same for a file that may be no text."""
    try:
        target = path.resolve()
        if not target.parent.is_dir():
            return Refused("folder_gone")
        if target.exists():
            if not stat.S_ISREG(target.stat().st_mode):
                return Refused("unwritable", "not a regular file")
            if is_read_only(target):
                return Refused("read_only")
        _replace(target, data)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links.
        number = error.errno if isinstance(error, OSError) else 0
        detail = error.strerror if isinstance(error, OSError) else None
        return Refused("disk_full" if number in (errno.ENOSPC, errno.EDQUOT) else "unwritable", detail or str(error))
    return digest_of(data)


def _replace(target: Path, data: bytes) -> None:
    # The name of a file may already be as long as names may be.
    name = digest_of(target.name.encode("utf-8", "surrogateescape"))[:12]
    temporary = target.with_name(f".{name}{SAVE_SUFFIX}")
    try:
        # A project may bring such a file along, as a link to another one.
        temporary.unlink(missing_ok=True)
        beside = temporary.open("xb")
    except OSError:
        _write_over(target, data)
        return
    try:
        with beside:
            beside.write(data)
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _write_over(target: Path, data: bytes) -> None:
    # Cut to length last: what is there already needs no new room on the disk.
    with target.open("r+b") as file:
        file.write(data)
        file.truncate()


def _encoded(text: str) -> bytes:
    """Half a surrogate pair has no form in UTF-8; other editors put the replacement character in its place too."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode("utf-8")


def _refuse_kind(facts: os.stat_result) -> Refused | None:
    """A pipe or a device would hold whoever reads it, perhaps for ever."""
    if stat.S_ISDIR(facts.st_mode):
        return Refused("folder")
    if not stat.S_ISREG(facts.st_mode):
        return Refused("special")
    if facts.st_size > MAX_TEXT_BYTES:
        return Refused("huge", f"{facts.st_size / 1024 / 1024:.1f} MB")
    return None


def is_unicode(name: str) -> bool:
    """Whether a name can travel to the editor page; Python puts lone surrogates where a name is no UTF-8."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def digest_of(data: bytes) -> str:
    """Identity of contents."""
    return hashlib.sha256(data).hexdigest()
