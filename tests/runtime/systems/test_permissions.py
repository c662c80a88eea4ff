"""What may be done with files."""

from __future__ import annotations

import os
from pathlib import Path

from runtime.systems.permissions import is_read_only, make_runnable, make_writable


def test_writing_and_running(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("x")
    assert not is_read_only(path)
    path.chmod(0o400)
    assert is_read_only(path)
    assert make_writable(path)
    assert not is_read_only(path)
    make_runnable(path)
    assert os.access(path, os.X_OK)
