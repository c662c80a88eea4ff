"""The search for services in the phone's network; of one program there is at most one. It touches no network: who is
there is the world's to say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from runtime.api.port import Port


@dataclass(eq=False)
class LocalSearch:
    """`service_type` is empty while nothing is looked for; `known` are the names that the program has heard of."""

    service_type: str = ""
    known: set[str] = field(default_factory=set)
    run: object = None
    watches: Callable[[], None] | None = None

    def close(self) -> None:
        """The search is over, or the program."""
        self.service_type, self.run = "", None
        self.known.clear()
        if self.watches is not None:
            self.watches()
            self.watches = None


LOCAL_SERVICES: Port[LocalSearch] = Port("local_services", LocalSearch)
