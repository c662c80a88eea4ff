"""The phone's Bluetooth touches nothing of the computer: who is there is the world's to say."""

from __future__ import annotations

from runtime.api.ports.bluetooth import BLUETOOTH, Bluetooth
from simulator.api.surroundings import Real

REAL: Real[Bluetooth] = Real(BLUETOOTH, lambda _around, _project: Bluetooth())
