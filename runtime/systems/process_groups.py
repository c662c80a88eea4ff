"""Where a process of ours stands: in the group of its parent, on every system, without a window of its own.

A group of its own would outlive a terminal that is closed. So a child leaves Ctrl+C to its parent (`signals`), ends
with the pipe to it, and is ended by its number; it has no children that would have to be found by their group.
"""

from __future__ import annotations

import subprocess
from typing import Any

from runtime.systems.system import THIS_SYSTEM

OUTLIVES_ITS_STARTER: dict[str, Any] = (
    {"creationflags": getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    if THIS_SYSTEM == "windows"
    else {"start_new_session": True}
)
"""What `subprocess` is told of a process that goes on when its starter and its terminal have ended: a program that is
started for automation clients, which close it themselves."""
WITHOUT_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""`creationflags` of a process that must not open a console window, which Windows alone would."""
