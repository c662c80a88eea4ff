"""Network and storage of a recorded session as panels ask for them. What would change the past is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ide.hosted.network import LoggedNetwork
from ide.models.debug_target import Complaint, StoredEntry
from ide.models.signal import Signal
from runtime.api.sqlite_storage import APP_LIMIT_BYTES
from simulator.replay.replayed_storage import ReplayedStorage
from simulator.traffic.conditions import ConditionsName
from simulator.traffic.exchange import Exchange


class RecordedNetwork(LoggedNetwork):
    """Implements `ide.models.debug_target.Network`, up to the moment that is shown."""

    conditions: ConditionsName = "online"
    blocked: Sequence[str] = ()

    def replay(self, _exchange: Exchange) -> str:
        """Nothing is sent."""
        return "past"

    def set_conditions(self, _name: ConditionsName) -> None:
        """They are what they were."""

    def block(self, _patterns: Sequence[str]) -> None:
        """Nothing is asked for."""


class RecordedStorage:
    """Implements `ide.models.debug_target.Storage`; `why_not` is said where something would change it."""

    limit_bytes = APP_LIMIT_BYTES

    def __init__(self, storage: ReplayedStorage, why_not: str) -> None:
        self.complained: Signal[Complaint] = Signal()
        self._storage = storage
        self._why_not = why_not

    def entries(self) -> Sequence[StoredEntry]:
        """At the moment."""
        return [StoredEntry(*one) for one in self._storage.entries()]

    def write(self, _values: Mapping[str, str]) -> bool:
        """Refused."""
        return self._refused()

    def remove(self, _keys: Sequence[str]) -> bool:
        """Refused."""
        return self._refused()

    def clear(self) -> bool:
        """Refused."""
        return self._refused()

    def _refused(self) -> bool:
        self.complained.emit(Complaint("action_failed", {"detail": self._why_not}))
        return False
