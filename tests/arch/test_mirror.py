"""Each package of runtime and simulator has its tests in the same place below `tests/`."""

from __future__ import annotations

from pathlib import Path

from tests.arch.sources import ROOT, name_of, source_files

# Packages that are tested only through others. This list may only shrink.
UNTESTED: frozenset[str] = frozenset()


def test_each_package_has_tests() -> None:
    packages = {
        path.parent for path in source_files(".py", folders=("runtime", "simulator")) if path.stem != "__init__"
    }
    missing = {name_of(package) for package in packages if package.parent != ROOT and not _has_tests(package)}
    assert missing == UNTESTED


def test_test_files_have_unique_names() -> None:
    names: dict[str, list[str]] = {}
    for path in source_files(".py", folders=("tests",)):
        if path.stem.startswith("test_") and not (path.parent / "__init__.py").exists():
            names.setdefault(path.name, []).append(name_of(path))
    assert [paths for paths in names.values() if len(paths) > 1] == []


def _has_tests(package: Path) -> bool:
    place = ROOT / "tests" / package.relative_to(ROOT)
    beside = place.parent / f"test_{package.name}.py"
    return beside.exists() or (place.is_dir() and any(place.rglob("test_*.py")))
