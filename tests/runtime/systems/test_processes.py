"""What processes of ours take, and that Ctrl+C is left to their parent."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from runtime.module_path import HOME
from runtime.systems.system import THIS_SYSTEM

LIMITS = """
from runtime.systems.processes import *
from runtime.systems.signals import leave_interrupt_to_parent
leave_interrupt_to_parent(); keep_files_private(); make_pipes_binary(); LIMIT(300); allow_cpu_seconds(2)
signal.raise_signal(signal.SIGINT)
try: bytearray(400 * 1024 * 1024); print('has it', flush=True)
except MemoryError: print('refused', flush=True)
while True: pass
"""


@pytest.mark.parametrize("limit", ["limit_memory", "limit_used_memory"])
def test_limits_and_interrupts(limit: str) -> None:
    code = f"import signal{LIMITS}".replace("LIMIT(", f"{limit}(")
    if THIS_SYSTEM == "windows":
        code = code.replace("while True: pass", "")
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == ("refused" if THIS_SYSTEM == "linux" else "has it"), done.stderr
    assert (done.returncode == -signal.SIGXCPU) if THIS_SYSTEM != "windows" else done.returncode == 0
