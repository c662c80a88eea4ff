"""`python -m simulator.media.decoder`: plays one source for the host until its pipe ends. It reads no file and asks no
network: what it plays comes through the pipe.
"""

from __future__ import annotations

import os
import sys

from runtime.systems.processes import keep_files_private, limit_memory, make_pipes_binary
from runtime.systems.signals import leave_interrupt_to_parent

MEMORY_LIMIT_MB = 3072
"""A picture of 8192 × 4320 in the three forms that it goes through, with the libraries and their threads."""


def main() -> None:
    """Runs until the host ends the conversation."""
    leave_interrupt_to_parent()
    make_pipes_binary()
    keep_files_private()
    limit_memory(MEMORY_LIMIT_MB)
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever the libraries print reaches nobody.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from simulator.media.decoder.conversation import converse

    converse(incoming, outgoing, is_silent="--silent" in sys.argv)


if __name__ == "__main__":
    main()
