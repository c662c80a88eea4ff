"""Where the simulated phone keeps what a project stores."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from runtime.private_files import close_to_others, make_private_folder

MAX_NAME_BYTES = 200
DATA_VARIABLE = "HANDSET_DATA_DIR"
"""Environment variable that names another base folder, for tests and throw-away runs."""


@dataclass(frozen=True, slots=True)
class DataFolders:
    """The folders of one project. They are made when first asked for."""

    base: Path

    @staticmethod
    def of_project(root: Path) -> DataFolders:
        """The same folder for the same project path, always; never inside the project."""
        resolved = os.fsencode(os.path.realpath(root))
        digest = hashlib.sha256(resolved).hexdigest()[:12]
        # As much of the name as fits beside the digest, for whoever looks into the folder.
        name = os.path.basename(resolved)[:MAX_NAME_BYTES].decode("utf-8", "ignore")
        return DataFolders(_base_folder() / "projects" / f"{name}-{digest}")

    @property
    def storage_file(self) -> Path:
        """The database of wx.setStorage."""
        return self._made(".") / "storage.sqlite"

    @property
    def files(self) -> Path:
        """User data, saved and temporary files of the program."""
        return self._made("files")

    @property
    def album(self) -> Path:
        """Pictures and videos that the program has saved to the phone's album."""
        return self._made("album")

    @property
    def scenario_file(self) -> Path:
        """The test user and the other simulated values."""
        return self._made(".") / "scenario.json"

    def clear_data(self) -> None:
        """Forgets everything that the program has put into its storage."""
        for suffix in ("", "-wal", "-shm"):
            self.storage_file.with_name(self.storage_file.name + suffix).unlink(missing_ok=True)

    def clear_files(self) -> None:
        """Removes the program's files."""
        shutil.rmtree(self.base / "files", ignore_errors=True)

    def clear_auth(self) -> None:
        """Forgets the test user's edits and decisions."""
        self.scenario_file.unlink(missing_ok=True)

    def _made(self, name: str) -> Path:
        folder = self.base / name
        # On a full disk whoever wants to write here learns of it; a program that only reads must start.
        with suppress(OSError):
            make_private_folder(folder)
            close_to_others(self.base)
        return folder


def _base_folder() -> Path:
    named = os.environ.get(DATA_VARIABLE)
    if named:
        # The logic process runs in a folder of its own.
        return Path(named).absolute()
    location = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(location) / "handset"
