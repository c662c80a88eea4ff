"""How the packages of a project stand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ide.models.npm_state import MISSING_CODE, NOT_BUILT_CODE, NpmState, npm_state

HOUR_S = 3600


@pytest.mark.parametrize(
    ("codes", "folders", "state"),
    [
        ((), (), "none"),
        ((NOT_BUILT_CODE,), (), "not_built"),
        ((NOT_BUILT_CODE,), ("miniprogram_npm",), "not_built"),
        ((NOT_BUILT_CODE, MISSING_CODE), ("miniprogram_npm",), "missing"),
        ((), ("gone/miniprogram_npm/a/miniprogram_npm",), "none"),
    ],
)
def test_what_the_build_found_counts(
    tmp_path: Path, codes: tuple[str, ...], folders: tuple[str, ...], state: NpmState
) -> None:
    assert npm_state(tmp_path, folders, codes) == state


@pytest.mark.parametrize(
    ("ages", "state"),
    [
        ({"src/miniprogram_npm": 3, "src/miniprogram_npm/@a": 1, "package.json": 2}, "built"),
        ({"src/miniprogram_npm": 2, "src/miniprogram_npm/@a": 2, "package.json": 1}, "older"),
        ({"src/miniprogram_npm": 2, "package.json": 3, "node_modules/.package-lock.json": 1}, "older"),
        ({"src/miniprogram_npm": 1.01, "package.json": 1}, "built"),
        ({"src/miniprogram_npm": 1}, "built"),
    ],
)
def test_packages_are_older_than_what_they_were_built_from(
    tmp_path: Path, ages: dict[str, float], state: NpmState
) -> None:
    for name in ages:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".json":
            path.write_text("{}")
        else:
            path.mkdir(exist_ok=True)
    for name, hours in ages.items():
        at = 1_800_000_000 - hours * HOUR_S
        os.utime(tmp_path / name, (at, at))
    assert npm_state(tmp_path, ["src/miniprogram_npm"], ()) == state
