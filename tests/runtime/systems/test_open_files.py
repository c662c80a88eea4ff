"""What an open file says of itself."""

from __future__ import annotations

from pathlib import Path

from runtime.systems.open_files import opened_path


def test_a_file_that_was_renamed_since_is_known_by_its_new_name(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("x")
    with path.open("rb") as stream:
        path.rename(tmp_path / "b")
        assert opened_path(stream) in (str((tmp_path / "b").resolve()), None)
