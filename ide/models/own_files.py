"""Writing the window's own small files (settings, unsaved texts): in one step, and readable by this user alone.

Nothing here decides what happens when the disk refuses: `OSError` goes to the owner of the file, who tells the user.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from runtime.systems.private_files import make_private_folder, write_private


def write_json(path: Path, value: Any) -> None:
    """Replaces a file by this value. Names of files that are no UTF-8 (lone surrogates in Python) survive."""
    make_private_folder(path.parent)
    data = json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")
    # Two windows may write at the same time.
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        write_private(temporary, data)
        temporary.replace(path)
    except OSError:
        # Half a file would only take room on a disk that may be full.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def read_json(path: Path) -> Any:
    """The value in a file. Raises OSError, or ValueError if it is broken."""
    try:
        return json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
