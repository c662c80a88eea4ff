"""Clients that others have written drive the servers: a breakpoint, steps, values read and changed, the console."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from simulator.debug.cdp.server import CdpServer
from simulator.running.as_debuggee import as_debuggee
from simulator.running.headless import headless_program
from tests.debug_clients.terminal import converse
from tests.support.npm_packages import install
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.npm, pytest.mark.browser]

HERE = Path(__file__).parent
FOLDER = HERE.parent / ".npm" / "debug-clients"
SCRIPT = """function add(total, step) {
  const next = total + step
  return next
}

Page({
  data: { count: 0 },
  async bump() {
    const before = this.data.count
    const after = add(before, 2)
    await Promise.resolve()
    this.setData({ count: after })
    console.log('bumped', this.data.count)
  },
  onReady() {
    if (this.options.from) setTimeout(() => this.bump(), 0)
  },
})
"""


@pytest.fixture(scope="session")
def packages() -> None:
    """Installed, once."""
    install(HERE / "packages.json", FOLDER)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "my shop"
    files = {"app.json": '{"pages": ["pages/p/p"]}', "app.js": "App({})", "pages/p/p.json": "{}"}
    return write_project(root, {**files, "pages/p/p.wxml": "<text>{{count}}</text>", "pages/p/p.js": SCRIPT})


def node(script: str, arguments: Sequence[str]) -> Any:
    """What a client prints; Qt goes on meanwhile."""
    done: list[subprocess.CompletedProcess[str]] = []

    def run() -> None:
        environment = {**os.environ, "NODE_PATH": str(FOLDER / "node_modules"), "PYTHONPATH": str(HERE.parents[1])}
        command = ["node", str(HERE / script), *arguments]
        done.append(
            subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=150, check=False)
        )

    threading.Thread(target=run, daemon=True).start()
    wait_until(lambda: done, "the client", 180)
    assert done[0].returncode == 0, done[0].stderr
    return json.loads(done[0].stdout)


def test_chrome_remote_interface(packages: None, project: Path) -> None:
    with headless_program(project) as driver:
        driver.launch(timeout_s=60)
        server = CdpServer(as_debuggee(driver.program), is_listed=True)
        seen = node("cdp.cjs", [str(server.port), (project / "pages/p/p.js").as_uri()])
        server.close()
    assert seen["bound"] == [9]
    assert seen["hit"]
    assert seen["known"]
    assert ["before", 0] in seen["variables"]
    assert seen["sum"] == 2
    assert seen["lines"][:3] == ["bump:10", "add:2", "add:3"]
    assert seen["lines"][3].startswith("bump:")
    assert seen["data"] == {"count": 40}
    assert seen["console"] == [["bumped", 40]]


def test_the_debugger_that_node_has_in_itself(project: Path) -> None:
    talk = [
        ("", "debug>"),
        ("sb('pages/p/p.js', 2)", "> 2"),
        ("", "debug>"),
        ('exec("void setTimeout(() => page.bump(), 0)")', "break in"),
        ("", "debug>"),
        ("exec('total + step')", "2\n"),
        ("backtrace", "bump"),
        ("out", "break in"),
        ("", "debug>"),
        ("list(1)", "add(before, 2)"),
        ("exec('this.data.count')", "0\n"),
        ("breakpoints", "pages/p/p.js:2"),
        ("clearBreakpoint('pages/p/p.js', 2)", "debug>"),
        ("c", "debug>"),
        ("exec('page.data.count')", "2\n"),
        ("", "debug>"),
        ("profile", "debug>"),
        ("profileEnd", "Profile"),
    ]
    read: list[str] = []
    with headless_program(project) as driver:
        driver.launch(timeout_s=60)
        server = CdpServer(as_debuggee(driver.program), is_listed=True)
        command = ["node", "inspect", f"127.0.0.1:{server.port}"]
        threading.Thread(target=lambda: read.append(converse(command, talk)), daemon=True).start()
        wait_until(lambda: read, "the client", 120)
        server.close()
    assert "Uncaught" not in read[0]


def test_the_debug_client_of_the_protocols_authors(packages: None, project: Path) -> None:
    seen = node("dap.cjs", [sys.executable, str(HERE / "adapter.py"), str(project)])
    assert ["before", "0"] in seen["variables"]
    assert seen["query"] == "'1'"
    assert seen["count"] == "40"
    assert {"count is 40\n", "bumped 40\n"} <= set(seen["output"])
