"""How fast a client of the automation protocol is served: the first reply, a route with what it leads to read back, and
what a thousand routes leave behind."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from runtime.module_path import python_child
from simulator.cli.benchmarks.memory import own_mb
from simulator.cli.benchmarks.projects import large_project

TIMEOUT_S = 60.0
ROUTES = 1000
WARM_UP = 300
"""Routes before the memory is looked at: what is kept once is there by then."""


def measure(runs: int) -> dict[str, Any]:
    """`first_reply_ms`: from starting the process to the reply to `Tool.getInfo`; `relaunch_ms`: a reLaunch, then the
    data of the page that it leads to; `grown_mb`: what all processes hold more after 1,000 of these, files aside."""
    with large_project(2, 1) as root:
        first = [_first_reply(root) for _ in range(runs)]
        with _served(root) as (process, client):
            _ask(client, "App.getCurrentPage")
            relaunch = [_relaunch(client) for _ in range(max(runs, WARM_UP))][-runs:]
            before = own_mb(process.pid)
            for _ in range(ROUTES):
                _relaunch(client)
            grown = own_mb(process.pid) - before
    return {"automation": {"first_reply_ms": first, "relaunch_ms": relaunch, "grown_mb": [grown]}}


def _first_reply(root: Path) -> float:
    started = time.perf_counter()
    with _served(root):
        return (time.perf_counter() - started) * 1000


def _relaunch(client: ClientConnection) -> float:
    started = time.perf_counter()
    _ask(client, "App.callWxMethod", method="reLaunch", args=[{"url": "/pages/p1/p1"}])
    page = _ask(client, "App.getCurrentPage")
    _ask(client, "Page.getData", pageId=page["pageId"])
    return (time.perf_counter() - started) * 1000


@contextmanager
def _served(root: Path) -> Iterator[tuple[subprocess.Popen[bytes], ClientConnection]]:
    """A process that has answered once."""
    child = python_child("simulator.cli", "auto", str(root), "--port", "0")
    process = subprocess.Popen(child.command, env=child.environment, cwd=child.folder, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        port = int(process.stdout.readline().rpartition(b":")[2])
        with connect(f"ws://127.0.0.1:{port}", proxy=None, compression=None, max_size=None) as client:
            _ask(client, "Tool.getInfo")
            yield process, client
    finally:
        process.terminate()
        process.wait(TIMEOUT_S)


def _ask(client: ClientConnection, method: str, /, **params: Any) -> Any:
    client.send(json.dumps({"id": method, "method": method, "params": params}))
    while (reply := json.loads(client.recv(timeout=TIMEOUT_S))).get("id") != method:
        pass
    return reply["result"]
