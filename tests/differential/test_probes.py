"""Small templates where engines differ. What the official compiler makes of each is recorded in `probes.json`."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.render import run_render
from tests.differential import official
from tests.differential.trees import canonical, differences

PROBES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "probes.json").read_text("utf-8"))
# The old compiler refuses these; later ones, and phones of today, take them.
TAKEN_BY_LATER_COMPILERS = {
    "nullish": ["2"],
    "typeof": ["number"],
    "exponent num": ["1000 16 0.5"],
    "attr newline": [],
}


def rendered(probe: dict[str, Any], folder: Path) -> tuple[int, Any]:
    (folder / "a.wxml").write_text(probe["wxml"], "utf-8")
    (folder / "data.json").write_text(json.dumps(probe["data"]), "utf-8")
    out = io.StringIO()
    code = run_render(folder / "a.wxml", data_file=folder / "data.json", out=out, problems=io.StringIO())
    return code, json.loads(out.getvalue())


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe["name"])
def test_probe(probe: dict[str, Any], tmp_path: Path) -> None:
    code, tree = rendered(probe, tmp_path)
    if probe["name"] in TAKEN_BY_LATER_COMPILERS:
        assert code == 0
        assert tree["children"][0]["children"] == TAKEN_BY_LATER_COMPILERS[probe["name"]]
    elif "error" in probe["official"]:
        assert code == 1
    else:
        assert list(differences(canonical(tree), canonical(probe["official"]))) == []
        assert code == 0


@pytest.mark.npm
@pytest.mark.usefixtures("packages")
def test_the_record_is_what_the_official_compiler_says(tmp_path: Path) -> None:
    programs = []
    for number, probe in enumerate(PROBES):
        root = tmp_path / str(number)
        root.mkdir()
        (root / "a.wxml").write_text(probe["wxml"], "utf-8")
        programs.append(official.TemplateProgram(root, {}, [("a.wxml", probe["data"])]))
    for probe, answer in zip(PROBES, official.render_templates(programs), strict=True):
        assert ({"error": answer["error"]} if "error" in answer else answer["trees"][0]) == probe["official"]
