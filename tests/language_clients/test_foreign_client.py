"""A client that others have written drives `handset lsp`: completion, hover, findings, rename, formatting."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.language_server.folders import uri_of
from tests.support.npm_packages import install
from tests.support.project_folder import write_project

pytestmark = pytest.mark.npm

HERE = Path(__file__).parent
FOLDER = HERE.parent / ".npm" / "language-clients"


@pytest.fixture(scope="session")
def packages() -> None:
    """Installed, once."""
    install(HERE / "packages.json", FOLDER)


def test_the_library_below_the_client_of_vs_code(packages: None, tmp_path: Path) -> None:
    root = write_project(
        tmp_path / "my shop",
        {
            "app.json": '{"pages": ["pages/index/index"]}',
            "pages/index/index.wxml": "<view/>",
            "pages/index/index.wxss": ".row {}",
            "pages/index/index.js": "Page({ data: { title: '' }, pick() {} })",
        },
    )
    environment = {**os.environ, "NODE_PATH": str(FOLDER / "node_modules"), "PYTHONPATH": str(HERE.parents[1])}
    done = subprocess.run(
        ["node", str(HERE / "client.cjs"), sys.executable, str(root)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=150,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert {"completionProvider", "renameProvider", "documentFormattingProvider", "colorProvider"} <= set(
        seen["capabilities"]
    )
    assert seen["codes"] == ["wxml/undefined-handler"]
    assert seen["labels"] == ["title"]
    assert "view" in seen["hover"]
    assert seen["target"] == "row"
    template, sheet = uri_of(root / "pages/index/index.wxml"), uri_of(root / "pages/index/index.wxss")
    assert seen["renamed"] == [[template, 2, 1], [sheet, None, 1]]
    assert "1 2" in seen["refused"]
    assert seen["formatted"] == ["    {{ti}}\n"]
    assert seen["code"] == 0
