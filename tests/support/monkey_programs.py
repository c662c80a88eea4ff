"""Mini programs that a monkey breaks, or is kept busy by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tests.support.project_folder import write_project

GO = '<button class="go" bindtap="go">Go</button>'


def write_program(folder: Path, pages: Mapping[str, tuple[str, str]], **app: object) -> Path:
    """Pages by name: template and script; `app` are members of app.json."""
    files = {
        "project.config.json": json.dumps({"appid": "touristappid", "compileType": "miniprogram"}),
        "app.js": "App({})",
        "app.json": json.dumps({"pages": [f"pages/{name}/{name}" for name in pages], **app}),
    }
    for name, (template, script) in pages.items():
        files |= {
            f"pages/{name}/{name}.json": "{}",
            f"pages/{name}/{name}.wxml": template,
            f"pages/{name}/{name}.js": script,
        }
    return write_project(folder, files)
