"""Free memory goes back to the system, in this process and its children; elsewhere nothing happens."""

from __future__ import annotations

import subprocess
import sys

import pytest

from runtime.systems import allocator
from runtime.systems.system import THIS_SYSTEM


def test_what_the_user_has_set_stays() -> None:
    environment = {"MALLOC_ARENA_MAX": "7"}
    allocator.keep_little(environment)
    assert environment == {"MALLOC_ARENA_MAX": "7"}
    environment.clear()
    allocator.keep_little(environment)
    assert bool(environment) is (THIS_SYSTEM == "linux")


def test_another_system_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allocator, "THIS_SYSTEM", "windows")
    environment: dict[str, str] = {}
    allocator.keep_little(environment)
    allocator.give_back()
    assert environment == {}


def test_memory_between_blocks_in_use_is_given_back() -> None:
    """Many small blocks are freed but for every hundredth: what lies between goes back when that is asked for."""
    script = """
import ctypes, os
from runtime.systems.allocator import give_back, keep_little
keep_little({})
def resident():
    return int(open('/proc/self/statm').read().split()[1])
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.free.argtypes = [ctypes.c_void_p]
library.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
blocks = [library.malloc(60_000) for _ in range(1_000)]
for block in blocks:
    library.memset(block, 1, 60_000)
for index, block in enumerate(blocks):
    if index % 100:
        library.free(block)
full = resident()
give_back()
print(full - resident())
"""
    if THIS_SYSTEM != "linux":
        # Nothing is promised there.
        script = "print(1_000_000)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 5_000
