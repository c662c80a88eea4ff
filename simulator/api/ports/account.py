"""Login codes that no server knows."""

from __future__ import annotations

import secrets

from runtime.api.ports.account import ACCOUNT, AccountPort
from simulator.api.surroundings import Real


class RandomCodes:
    """The `AccountPort` of the host."""

    def login_code(self) -> str:
        """A fresh code, good once."""
        return "handset-" + secrets.token_hex(12)


REAL: Real[AccountPort] = Real(ACCOUNT, lambda _around, _project: RandomCodes())
