"""The simulated user and the other values of a scenario, kept in a file that the user may edit."""

from __future__ import annotations

import secrets
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import msgspec

from runtime.api.ports.account import ACCOUNT, AccountPort
from runtime.api.scenario import Scenario
from runtime.project.model import Project
from runtime.systems.private_files import make_private_folder, write_private
from simulator.api.dialog_answers import DialogAnswers
from simulator.api.surroundings import Real, Surroundings

_POLICIES: Mapping[DialogAnswers, Literal["ask", "accept", "decline"]] = MappingProxyType(
    {"ask": "ask", "accept": "accept", "confirm": "accept", "cancel": "decline"}
)


class ScenarioAccount:
    """The `AccountPort` of the host. `path` is read anew when it has changed, so that an edit counts at once.

    `dialogs` overrides who answers simulated dialogs, for headless runs. A file that cannot be understood is reported
    through `warn(path, why)` and the default values hold.
    """

    def __init__(self, path: Path, warn: Callable[[str, str], None], dialogs: DialogAnswers = "ask") -> None:
        self._path = path
        self._warn = warn
        self._dialogs = _POLICIES[dialogs]
        self._read_as: tuple[int, int, int] | None = None
        self._scenario = Scenario(dialogs=self._dialogs)

    def scenario(self) -> Scenario:
        """The values as they are now."""
        stamp = _stamp(self._path)
        if stamp != self._read_as:
            self._read_as = stamp
            self._scenario = self._read() if stamp else Scenario(dialogs=self._dialogs)
        return self._scenario

    def _read(self) -> Scenario:
        try:
            stored = msgspec.json.decode(self._path.read_bytes(), type=Scenario)
        except (msgspec.DecodeError, OSError) as error:
            self._warn(str(self._path), str(error))
            return Scenario(dialogs=self._dialogs)
        return stored if self._dialogs == "ask" else msgspec.structs.replace(stored, dialogs=self._dialogs)

    def grant(self, scope: str, *, granted: bool) -> None:
        """Records the user's decision about a permission scope."""
        scenario = self.scenario()
        self.save(msgspec.structs.replace(scenario, grants={**scenario.grants, scope: granted}))

    def save(self, scenario: Scenario) -> None:
        """Keeps edited values. Raises OSError when the file cannot be written."""
        make_private_folder(self._path.parent)
        write_private(self._path, msgspec.json.format(msgspec.json.encode(scenario), indent=2))
        self._read_as = None

    def login_code(self) -> str:
        """A fresh code, good once."""
        return "handset-" + secrets.token_hex(12)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What changes with the file; None without one."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_ino, status.st_mtime_ns, status.st_size) if stat.S_ISREG(status.st_mode) else None


def _make(around: Surroundings, _project: Project) -> AccountPort:
    def warn(path: str, why: str) -> None:
        around.notices.say("scenario-unreadable", "warn", detail={"path": path, "why": why})

    return ScenarioAccount(around.folders.scenario_file, warn, around.dialogs)


REAL: Real[AccountPort] = Real(ACCOUNT, _make)
