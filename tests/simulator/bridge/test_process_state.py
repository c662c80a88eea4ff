"""What the system tells of a process: of this one, and of one that is none."""

from __future__ import annotations

import os

from simulator.bridge.process_state import process_state


def test_the_state_of_a_process() -> None:
    state = process_state(os.getpid())
    assert state is not None
    assert state.used_mb > 10
    assert state.worked_s > 0
    assert process_state(2**22 + 5) is None
    assert process_state(-1) is None
