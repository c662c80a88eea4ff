"""What handlers in the logic process see of the world."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from runtime.api.call import ApiFailure
from runtime.api.file_areas import FileAreas
from runtime.api.open_files import OpenFiles
from runtime.platform.catalogue import Catalogue


class StoragePort(Protocol):
    """Keys and values of one project and one user; a value is JSON text."""

    def get(self, key: str) -> str | None:
        """The value, or None."""

    def set_many(self, values: Mapping[str, str]) -> None:
        """Writes all of them or none. Raises ApiFailure when a quota is exceeded."""

    def remove(self, key: str) -> None:
        """Removes a key that may be absent."""

    def clear(self) -> None:
        """Removes every key."""

    def keys(self) -> list[str]:
        """All keys in the order in which they were first written."""

    def size_bytes(self) -> int:
        """What counts against the quota of the app."""

    @property
    def limit_bytes(self) -> int:
        """The quota of the app."""


class DevicePort(Protocol):
    """The simulated phone as the program sees it."""

    def snapshot(self) -> Mapping[str, Any]:
        """The system-information snapshot: the `Launch.device` of this run with later changes."""


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """What a program may ask about itself. `account` is the result of getAccountInfoSync."""

    account: Mapping[str, Any]
    ext_config: Mapping[str, Any]


class WorkersPort(Protocol):
    """The worker of a program; there is at most one. `task_id` is the call that created it. Its events are `ApiEvent`
    with that target: `onMessage` (`{message}`), `onError` and `onProcessKilled`."""

    def start(self, task_id: int, script: str) -> None:
        """Runs a script of the workers folder. Raises ApiFailure if there is no such script, or a worker already."""

    def post(self, task_id: int, message: Any) -> None:
        """Hands a message to it; nothing happens if it has ended."""

    def end(self, task_id: int, *, is_told: bool) -> None:
        """Ends it at once, even in an endless loop; `is_told`: the program hears `onProcessKilled`."""


class NoWorkers:
    """The `WorkersPort` of a program that runs without a process of its own."""

    def start(self, task_id: int, script: str) -> None:
        """Refuses."""
        raise ApiFailure("there are no workers in this run")

    def post(self, task_id: int, message: Any) -> None:
        """There is nobody to hear it."""

    def end(self, task_id: int, *, is_told: bool) -> None:
        """There is nothing to end."""


@dataclass(frozen=True, slots=True)
class LogicPorts:
    """The ports of the logic process. `areas` are the folders that the program sees; `known` is the catalogue of its
    platform, `can_i_use` asks whether a base library (its version) has what a path names."""

    storage: StoragePort
    areas: FileAreas
    device: DevicePort
    program: ProgramFacts
    known: Catalogue
    can_i_use: Callable[[str, str], bool]
    workers: WorkersPort
    open_files: OpenFiles = field(default_factory=OpenFiles)
