"""The list of tested versions and the list of licences know every package that Handset asks for."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.arch.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = [line for lines in PROJECT["optional-dependencies"].values() for line in lines]
REQUIREMENTS = [Requirement(line) for line in (*PROJECT["dependencies"], *EXTRAS)]


def locked_versions() -> dict[str, str]:
    lines = (ROOT / "resources" / "versions" / "tested.txt").read_text("utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): number for name, number in pairs}


@pytest.mark.parametrize("wanted", REQUIREMENTS, ids=lambda wanted: wanted.name)
def test_each_package_was_tested_with_a_version_of_its_range(wanted: Requirement) -> None:
    assert wanted.specifier.contains(locked_versions()[canonicalize_name(wanted.name)])


@pytest.mark.parametrize("wanted", [Requirement(line) for line in PROJECT["dependencies"]], ids=lambda w: w.name)
def test_each_package_that_ships_has_its_licence_told(wanted: Requirement) -> None:
    table = (ROOT / "resources" / "docs" / "third_party.md").read_text("utf-8")
    assert re.search(rf"^\| {re.escape(wanted.name)} \| [^|]+ \| [^|]+ \|$", table, re.MULTILINE)
