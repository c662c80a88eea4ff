"""`python -m simulator.mocks`: runs the functions of mock rules until its pipe ends.

Time and memory of each turn are limited here; the parent ends the process where that does not help.
"""

from __future__ import annotations

import os

from runtime.protocol.mocks import Fresh, decode_for_functions
from runtime.systems.processes import limit_memory, make_pipes_binary
from runtime.systems.signals import leave_interrupt_to_parent
from simulator.mocks.functions import Functions

MEMORY_LIMIT_MB = 512


def main() -> None:
    """Answers lines one after the other."""
    leave_interrupt_to_parent()
    make_pipes_binary()
    limit_memory(MEMORY_LIMIT_MB)
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever prints reaches stderr.
    os.dup2(2, 1)
    functions = Functions()
    for line in incoming:
        message = decode_for_functions(line)
        if isinstance(message, Fresh):
            functions = Functions()
            said = []
        else:
            said = functions.take(line, message)
        outgoing.write(b"".join(one + b"\n" for one in (*said, b'{"kind":"idle"}')))
        outgoing.flush()


if __name__ == "__main__":
    main()
