"""Permission scopes: a call whose API needs one is carried out only if the phone's user grants it, who is asked once;
some calls must be declared by the program besides.

Which API needs which scope is in the catalogue (`scope`). Source: reference, authorization; app.json,
`requiredPrivateInfos`.
"""

from __future__ import annotations

from functools import partial

from runtime.api.call import ApiFailure, Call
from runtime.api.interceptor import GoOn
from runtime.api.port import HostPorts
from runtime.api.ports.declarations import DECLARATIONS
from runtime.api.ports.world import WORLD
from runtime.api.registry import Entry, Registry
from runtime.api.simulation import require_scope
from runtime.world.groups.permission import permission_of

DECLARED = frozenset(
    [
        "chooseAddress", "chooseLocation", "choosePoi", "getFuzzyLocation", "getLocation", "startLocationUpdate",
        "startLocationUpdateBackground",
    ]
)  # fmt: skip
UNDECLARED = ApiFailure("the api need to be declared in the requiredPrivateInfos field in app.json/ext.json")


class Permission:
    """The interceptor. What Handset does not carry out needs nobody's leave."""

    patience_ms = 0

    def __init__(self, registry: Registry, ports: HostPorts) -> None:
        self._ports = ports
        self._asked: dict[str, list[tuple[Call, Entry, GoOn]]] = {}
        entries = registry.entries.items()
        self.names: frozenset[str] | None = frozenset(
            name for name, entry in entries if (entry.api.scope or name in DECLARED) and entry.state != "unsupported"
        )

    def intercept(self, call: Call, entry: Entry, go_on: GoOn) -> None:
        """Fails with `auth deny` if the user refuses. What comes while the user is asked waits for the answer."""
        scope, name = entry.api.scope, call.request.name
        if name in DECLARED and not self._ports[DECLARATIONS].makes(name):
            raise UNDECLARED
        if not scope:
            return go_on()
        if scope in self._asked:
            self._asked[scope].append((call, entry, go_on))
            return
        self._asked[scope] = []
        try:
            require_scope(call, self._ports, scope, go_on, lambda: self._release(scope))
        finally:
            if self._ports[WORLD][permission_of(scope)] != "ask":
                self._release(scope)

    def forget(self) -> None:
        """The program has ended."""
        self._asked.clear()

    def _release(self, scope: str) -> None:
        for call, entry, go_on in self._asked.pop(scope, ()):
            call.guard(partial(self.intercept, call, entry, go_on))
