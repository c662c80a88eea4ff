"""`handset dap`: the Debug Adapter Protocol, over the standard streams for one client or over a port for several."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop

from simulator.debug.dap.link import DapLink
from simulator.debug.dap.session import DebugSession
from simulator.debug.dap.streams import StreamClient
from simulator.debug.loopback import LoopbackServer, PortTaken
from simulator.running.headless import prepare_headless
from simulator.running.headless_starter import HeadlessStarter
from simulator.running.interruption import Interruption

MOST_CLIENTS = 4
"""Each has a phone and processes of its own."""
EXIT_FINE, EXIT_HANDSET_ERROR = 0, 4


def run_dap(port: int | None) -> int:
    """Until the client has gone, or with a port until it is interrupted. Returns the exit code."""
    return _serve_streams() if port is None else _serve_port(port)


def _serve_streams() -> int:
    outgoing = os.dup(1)
    # Whatever prints would speak between the messages.
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    prepare_headless()
    loop = QEventLoop()
    interruption = Interruption()
    interruption.asked.connect(loop.quit)
    client = StreamClient(0, outgoing, _session)
    client.ended.connect(loop.quit)
    client.start()
    loop.exec()
    client.close()
    return _end(interruption)


def _serve_port(port: int) -> int:
    prepare_headless()
    try:
        server = LoopbackServer(port, lambda wake: DapLink(_session, wake), MOST_CLIENTS)
    except PortTaken as error:
        print(f"handset: port {port}: {error}", file=sys.stderr)
        return EXIT_HANDSET_ERROR
    print(f"listening on 127.0.0.1:{server.port}", flush=True)
    loop = QEventLoop()
    interruption = Interruption()
    interruption.asked.connect(loop.quit)
    loop.exec()
    server.close()
    return _end(interruption)


def _session(send: Callable[[bytes], None], over: Callable[[], None]) -> DebugSession:
    return DebugSession(HeadlessStarter(), send, over)


def _end(interruption: Interruption) -> int:
    QCoreApplication.processEvents()
    interruption.close()
    return interruption.exit_code or EXIT_FINE
