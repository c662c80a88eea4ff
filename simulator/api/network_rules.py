"""The interceptor of calls that go over the network: some addresses are out of reach, or all are, it takes long, or
nothing ever comes back."""

from __future__ import annotations

import random
from collections.abc import Callable

from runtime.api.call import Call
from runtime.api.interceptor import GoOn
from runtime.api.pipeline import After
from runtime.api.registry import Entry
from simulator.api.http.errors import of_network
from simulator.traffic.conditions import Conditions
from simulator.traffic.log import KINDS


class NetworkRules:
    """`conditions` says which; `after` waits; `chance` (0 to 1) says what is lost."""

    patience_ms = 0
    names = frozenset({*KINDS, "TCPSocket.connect", "UDPSocket.send", "UDPSocket.write"})

    def __init__(self, conditions: Conditions, after: After, chance: Callable[[], float] = random.random) -> None:
        self._conditions = conditions
        self._after = after
        self._chance = chance

    def intercept(self, call: Call, entry: Entry, go_on: GoOn) -> None:
        """Fails as a phone does, or lets the call go on when it is time."""
        speed = self._conditions.now
        if speed.is_offline:
            raise of_network(-106, "INTERNET_DISCONNECTED")
        if self._conditions.is_blocked(call.text("url")):
            raise of_network(-20, "BLOCKED_BY_CLIENT")
        then = go_on
        if speed.loss_percent and self._chance() * 100 < speed.loss_percent:
            then = call.later(_lose)
        if speed.latency_ms:
            self._after(speed.latency_ms, then)
        else:
            then()


def _lose() -> None:
    raise of_network(-118, "CONNECTION_TIMED_OUT")
