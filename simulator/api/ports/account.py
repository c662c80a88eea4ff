"""Login codes that no server knows, and the appid of the project."""

from __future__ import annotations

import secrets

from runtime.api.ports.account import ACCOUNT, AccountPort
from simulator.api.launch_settings import appid_of
from simulator.api.surroundings import Real


class ProjectAccount:
    """The `AccountPort` of the host."""

    def __init__(self, appid: str) -> None:
        self._appid = appid

    def login_code(self) -> str:
        """A fresh code, good once."""
        return "handset-" + secrets.token_hex(12)

    def appid(self) -> str:
        """As in project.config.json."""
        return self._appid


REAL: Real[AccountPort] = Real(ACCOUNT, lambda _around, project: ProjectAccount(appid_of(project)))
