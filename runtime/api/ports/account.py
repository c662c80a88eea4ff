"""What only the platform's servers could give: codes that a program's server exchanges for a session."""

from __future__ import annotations

from typing import Protocol

from runtime.api.port import Port


class AccountPort(Protocol):
    """The platform's side of a login."""

    def login_code(self) -> str:
        """A fresh code, good once."""

    def appid(self) -> str:
        """That of the program."""


class FakeAccount:
    """Counts."""

    def __init__(self) -> None:
        self.codes = 0

    def login_code(self) -> str:
        self.codes += 1
        return f"code-{self.codes}"

    def appid(self) -> str:
        return "wx0123456789abcdef"


ACCOUNT: Port[AccountPort] = Port("account", FakeAccount)
