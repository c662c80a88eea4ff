"""What a large download takes of memory while it goes on, in all processes together."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from simulator.cli.benchmarks.memory import used_mb
from simulator.cli.benchmarks.small_project import TIMEOUT_S, asked, small_project
from simulator.running.headless import headless_program

MEGABYTES = 50
LOOK_S = 0.1
_PIECE = bytes(1024 * 1024)

_DOWNLOAD = """return await new Promise((resolve) => wx.downloadFile({ url: 'http://127.0.0.1:%d/',
  success: ({ tempFilePath }) => resolve(wx.getFileSystemManager().statSync(tempFilePath).size), fail: resolve }));"""


class _Large(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(MEGABYTES * len(_PIECE)))
        self.end_headers()
        for _ in range(MEGABYTES):
            self.wfile.write(_PIECE)

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


@contextmanager
def _server() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Large)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def measure(_runs: int) -> dict[str, Any]:
    """`download.growth_mb`: the most that was used while 50 MB came, more than before."""
    with small_project({}) as root, headless_program(root) as driver, _server() as port:
        driver.launch(timeout_s=TIMEOUT_S)
        driver.until(lambda: driver.program.has_warm_spare, "a process in reserve", TIMEOUT_S)
        before, is_over, seen = used_mb(), threading.Event(), [0.0]

        def look() -> None:
            while not is_over.wait(LOOK_S):
                seen.append(used_mb())

        watcher = threading.Thread(target=look)
        watcher.start()
        try:
            size = asked(driver, _DOWNLOAD % port)
        finally:
            is_over.set()
            watcher.join()
        if size != MEGABYTES * len(_PIECE):
            raise RuntimeError(f"the download failed: {size}")
    return {"download": {"growth_mb": round(max(0.0, max(seen) - before), 1)}}
