"""The recorder touches nothing of the computer: what it records is made here."""

from __future__ import annotations

from runtime.api.ports.recorder import RECORDER, Recorder
from simulator.api.surroundings import Real

REAL: Real[Recorder] = Real(RECORDER, lambda _around, _project: Recorder())
