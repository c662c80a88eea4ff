"""At which port a project is driven, for whoever wants to close it from another process."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from runtime.systems.private_files import write_private
from simulator.data.folders import DataFolders, project_folders


class AutomationRecord:
    """A small file among the project's data. It may be left over from a process that was killed."""

    def __init__(self, root: Path) -> None:
        self._folders = DataFolders.of_project(root)

    @property
    def port(self) -> int:
        """The port; 0 if nobody drives the project."""
        return _port_in(self._folders)

    def write(self, port: int) -> None:
        """The project is driven at this port. A full disk is no reason not to drive."""
        with suppress(OSError):
            write_private(self._folders.automation_file, json.dumps({"port": port}).encode())

    def remove(self, port: int) -> None:
        """It is not any more; a record of another process stays."""
        if self.port == port:
            with suppress(OSError):
                self._folders.automation_file.unlink(missing_ok=True)


def all_ports() -> list[int]:
    """Of all projects that are driven."""
    return [port for folders in project_folders() if (port := _port_in(folders))]


def _port_in(folders: DataFolders) -> int:
    with suppress(OSError, ValueError, TypeError, KeyError):
        found = json.loads((folders.base / "automation.json").read_text("utf-8"))["port"]
        return found if isinstance(found, int) and 0 < found < 65536 else 0
    return 0
