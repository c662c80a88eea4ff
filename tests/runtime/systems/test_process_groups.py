"""Where processes of ours stand."""

from __future__ import annotations

import os
import subprocess
import sys

from runtime.systems.process_groups import WITHOUT_CONSOLE
from runtime.systems.system import THIS_SYSTEM


def test_a_child_stands_in_the_group_of_its_parent_and_has_no_console() -> None:
    if THIS_SYSTEM == "windows":
        assert WITHOUT_CONSOLE == 0x08000000
        return
    code = "import os; print(os.getpgrp())"
    done = subprocess.run(
        [sys.executable, "-c", code], creationflags=WITHOUT_CONSOLE, capture_output=True, text=True, timeout=60
    )
    assert int(done.stdout) == os.getpgrp()
