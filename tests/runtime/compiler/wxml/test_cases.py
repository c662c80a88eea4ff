"""Case folders: `input.wxml` (with the files it needs) renders as `expected.json` says and has `diagnostics.json`.

`expected.json` is a list of trees `[tag, fields, ...children]` for `data.json` (default `{}`); `module.js`, where a
case has it, is the exact output. `using.json` names the tags of usingComponents. Observed: the trees agree with the
platform's own template compiler (2020), where it accepts the input.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.template_run import TemplateRun

CASES = Path(__file__).parents[3] / "samples" / "wxml"


def read_json(path: Path, default: Any) -> Any:
    return json.loads(path.read_text("utf-8")) if path.exists() else default


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_case(case: Path) -> None:
    files = {
        path.relative_to(case).as_posix(): path.read_text("utf-8")
        for path in case.rglob("*")
        if path.suffix in (".wxml", ".wxs")
    }
    run = TemplateRun(files, read_json(case / "using.json", []))
    assert run.render("input.wxml", read_json(case / "data.json", {})) == read_json(case / "expected.json", [])
    compiled = run.compiled["input.wxml"]
    found = [
        [f"{diagnostic.span.line}:{diagnostic.span.column}", diagnostic.code, diagnostic.text()]
        for diagnostic in compiled.diagnostics
    ]
    assert found == read_json(case / "diagnostics.json", [])
    module = case / "module.js"
    if module.exists():
        assert compiled.code + "\n" == module.read_text("utf-8")
