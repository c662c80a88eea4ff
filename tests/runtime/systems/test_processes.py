"""What processes of ours take and what Ctrl+C does to them."""

from __future__ import annotations

import signal
import subprocess
import sys

from runtime.module_path import HOME
from runtime.systems.processes import WITHOUT_CONSOLE, ended_by_interrupt
from runtime.systems.system import THIS_SYSTEM

LIMITS = """
from runtime.systems.processes import *
leave_interrupt_to_parent(); keep_files_private(); make_pipes_binary(); limit_memory(300); allow_cpu_seconds(1)
signal.raise_signal(signal.SIGINT)
try: bytearray(400 * 1024 * 1024); print('has it')
except MemoryError: print('refused')
while True: pass
"""


def test_limits_and_interrupts() -> None:
    code = LIMITS.replace("import *", "import *\nimport signal")
    if THIS_SYSTEM == "windows":
        code = code.replace("while True: pass", "")
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == ("refused" if THIS_SYSTEM == "linux" else "has it"), done.stderr
    assert (done.returncode == -signal.SIGXCPU) if THIS_SYSTEM != "windows" else done.returncode == 0


def test_an_interrupt_ends_at_once_only_inside() -> None:
    before = signal.getsignal(signal.SIGINT)
    with ended_by_interrupt():
        assert signal.getsignal(signal.SIGINT) == signal.SIG_DFL
    assert signal.getsignal(signal.SIGINT) == before
    assert THIS_SYSTEM == "windows" or WITHOUT_CONSOLE == 0
