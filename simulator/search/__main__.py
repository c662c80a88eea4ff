"""`python -m simulator.search`: searches for the window until its pipe ends. Its last words go to stderr."""

from __future__ import annotations

import os

from runtime.protocol import codec, search
from runtime.systems.processes import allow_cpu_seconds, limit_memory, make_pipes_binary
from runtime.systems.signals import leave_interrupt_to_parent
from simulator.search.run import run

MEMORY_LIMIT_MB = 1024
# The parent ends the process first; this is for the time when the parent has gone.
CPU_LIMIT_S = 120


def main() -> None:
    """Answers searches one after the other."""
    leave_interrupt_to_parent()
    make_pipes_binary()
    limit_memory(MEMORY_LIMIT_MB)
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever prints reaches stderr.
    os.dup2(2, 1)
    codec.write_frame(outgoing, codec.encode(search.Ready()))
    while (data := codec.read_frame(incoming)) is not None:
        allow_cpu_seconds(CPU_LIMIT_S)
        for message in run(search.decode_for_search(data)):
            codec.write_frame(outgoing, codec.encode(message))


if __name__ == "__main__":
    main()
