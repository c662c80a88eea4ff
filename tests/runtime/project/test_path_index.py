"""What is looked for among the paths of a program is looked for once, as long as they are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.project import path_index
from runtime.project.files import ProjectFiles
from tests.support.project_folder import write_project


@pytest.fixture
def looked_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that were compared with all paths."""
    found: list[str] = []
    closest = path_index.closest

    def counting(name: str, names: list[str]) -> str:
        found.append(name)
        return closest(name, names)

    monkeypatch.setattr(path_index, "closest", counting)
    return found


def test_a_further_snapshot_of_the_same_paths_remembers(tmp_path: Path, looked_for: list[str]) -> None:
    files = ProjectFiles(write_project(tmp_path, {"utils/price.js": "", "utils/price.wxml": ""}))
    assert files.similar("utils/prise.js", (".js",)) == "utils/price.js"
    edited = files.after(["utils/price.js"], {"utils/price.js": "module.exports = 1"})
    assert edited.similar("utils/prise.js", (".js",)) == "utils/price.js"
    assert looked_for == ["utils/prise.js"]


def test_other_paths_are_looked_through_anew(tmp_path: Path, looked_for: list[str]) -> None:
    files = ProjectFiles(write_project(tmp_path, {"utils/price.js": ""}))
    assert files.similar("utils/prise.js", (".js",)) == "utils/price.js"
    assert files.is_other_case("utils/Price.js") == "utils/price.js"
    (tmp_path / "utils/price.js").rename(tmp_path / "utils/map.js")
    moved = files.after(["utils"])
    assert moved.similar("utils/prise.js", (".js",)) == ""
    assert moved.is_other_case("utils/Price.js") == ""
    assert moved.is_other_case("utils/Map.js") == "utils/map.js"
