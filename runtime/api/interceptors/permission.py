"""Permission scopes: a call whose API needs one is carried out only if the phone's user grants it, who is asked once.

Which API needs which scope is in the catalogue (`scope`). Source: reference, authorization.
"""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.interceptor import GoOn
from runtime.api.port import HostPorts
from runtime.api.registry import Entry, Registry
from runtime.api.simulation import require_scope


class Permission:
    """The interceptor. What Handset does not carry out needs nobody's leave."""

    patience_ms = 0

    def __init__(self, registry: Registry, ports: HostPorts) -> None:
        self._ports = ports
        entries = registry.entries.items()
        self.names: frozenset[str] | None = frozenset(
            name for name, entry in entries if entry.api.scope and entry.state != "unsupported"
        )

    def intercept(self, call: Call, entry: Entry, go_on: GoOn) -> None:
        """Fails with `auth deny` if the user refuses."""
        require_scope(call, self._ports, entry.api.scope, go_on)
