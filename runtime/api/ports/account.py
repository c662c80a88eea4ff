"""The test user and the other values that a simulation needs."""

from __future__ import annotations

from typing import Any, Protocol

import msgspec

from runtime.api.port import Port
from runtime.api.scenario import Scenario


class AccountPort(Protocol):
    """The editable test user and the other values that a simulation needs."""

    def scenario(self) -> Scenario:
        """The values as they are now."""

    def grant(self, scope: str, *, granted: bool) -> None:
        """Records the user's decision about a permission scope."""

    def login_code(self) -> str:
        """A fresh code, good once."""


class FakeAccount:
    """A scenario in memory."""

    def __init__(self) -> None:
        self.values = Scenario()
        self.codes = 0

    def scenario(self) -> Scenario:
        return self.values

    def change(self, **members: Any) -> None:
        self.values = msgspec.structs.replace(self.values, **members)

    def grant(self, scope: str, *, granted: bool) -> None:
        self.change(grants={**self.values.grants, scope: granted})

    def login_code(self) -> str:
        self.codes += 1
        return f"code-{self.codes}"


ACCOUNT: Port[AccountPort] = Port("account", FakeAccount)
