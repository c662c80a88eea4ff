"""What a template is compiled with, beside its own text."""

from __future__ import annotations

import json
from pathlib import Path

from runtime.compiler.build import build
from runtime.project.load import load_project
from tests.support.project_folder import PAGE, write_project


def test_a_builtin_placeholder_is_drawn_for_a_missing_component(tmp_path: Path) -> None:
    page = {
        "usingComponents": {"lost": "plugin://none/lost", "other": "plugin://none/other"},
        "componentPlaceholder": {"lost": "view"},
    }
    files = {
        **PAGE,
        "pages/index/index.wxml": "<lost class='a'><text>inside</text></lost><other/>",
        "pages/index/index.json": json.dumps(page),
    }
    result = build(load_project(write_project(tmp_path, files)))
    code = json.loads(json.dumps(result.program))["templates"]["pages/index/index.wxml"]["code"]
    assert '"tag":"view"' in code
    assert "lost" not in code
    assert '"tag":"other"' in code
