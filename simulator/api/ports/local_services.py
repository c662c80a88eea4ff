"""The search for services touches no network: who is there is the world's to say."""

from __future__ import annotations

from runtime.api.ports.local_services import LOCAL_SERVICES, LocalSearch
from simulator.api.surroundings import Real

REAL: Real[LocalSearch] = Real(LOCAL_SERVICES, lambda _around, _project: LocalSearch())
