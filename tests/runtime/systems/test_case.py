"""Names that differ in case only."""

from __future__ import annotations

from pathlib import Path

from runtime.systems.case import folded, is_same_file


def test_folded_names_are_alike() -> None:
    assert folded("Straße.JS") == folded("STRASSE.js")
    assert folded("a.js") != folded("b.js")


def test_the_disk_says_what_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("1")
    (tmp_path / "b.js").hardlink_to(tmp_path / "a.js")
    (tmp_path / "c.js").write_text("1")
    (tmp_path / "d.js").symlink_to(tmp_path / "a.js")
    same = {name: is_same_file(tmp_path / "a.js", tmp_path / name) for name in ("a.js", "b.js", "c.js", "d.js", "no")}
    assert same == {"a.js": True, "b.js": True, "c.js": False, "d.js": False, "no": False}
