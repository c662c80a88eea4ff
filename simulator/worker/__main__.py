"""`python -m simulator.worker`: one logic process; with `--part wx-worker` a worker of its program, with `--part
replay` one that repeats recorded runs.

Frames on stdin and stdout, its last words on stderr.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from typing import BinaryIO, Literal

from runtime.platform.wechat import WECHAT
from runtime.systems.processes import keep_files_private, make_pipes_binary
from runtime.systems.signals import leave_interrupt_to_parent
from simulator.worker.engine import MEMORY_LIMIT_MB, THREAD_STACK_BYTES
from simulator.worker.worker import Worker


def main() -> None:
    """Runs until the host ends the conversation."""
    parser = argparse.ArgumentParser(prog="simulator.worker")
    parser.add_argument("--memory-mb", type=int, default=MEMORY_LIMIT_MB)
    parser.add_argument("--part", choices=("program", "wx-worker", "replay"), default="program")
    options = parser.parse_args()
    leave_interrupt_to_parent()
    # What a program stores is nobody else's to read.
    keep_files_private()
    incoming, outgoing = _take_pipes()
    worker = _worker(options.part, options.memory_mb, incoming, outgoing)
    threading.stack_size(THREAD_STACK_BYTES)
    engine_thread = threading.Thread(target=worker.run, name="logic")
    engine_thread.start()
    threading.stack_size(0)
    engine_thread.join()
    sys.stderr.flush()
    # Other threads may be waiting in a read that never ends.
    os._exit(worker.exit_code)


def _worker(
    part: Literal["program", "wx-worker", "replay"], memory_mb: int, incoming: BinaryIO, out: BinaryIO
) -> Worker:
    if part != "replay":
        return Worker(incoming, out, WECHAT, memory_limit_mb=memory_mb, part=part)
    from simulator.worker.replay_worker import ReplayWorker

    return ReplayWorker(incoming, out, WECHAT, memory_limit_mb=memory_mb)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes for frames alone: whatever prints to stdout afterwards reaches stderr."""
    make_pipes_binary()
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return incoming, outgoing


if __name__ == "__main__":
    main()
