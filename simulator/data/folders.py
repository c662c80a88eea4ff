"""Where the simulated phone keeps what a project stores for its user."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from runtime.systems.private_files import close_to_others, make_private_folder, write_private

MAX_NAME_BYTES = 200
DATA_VARIABLE = "HANDSET_DATA_DIR"
"""Environment variable that names another base folder, for tests and throw-away runs."""


@dataclass(frozen=True, slots=True)
class DataFolders:
    """The folders of one user of one project. They are made when first asked for."""

    base: Path

    @staticmethod
    def of_project(root: Path, user: str = "") -> DataFolders:
        """The same folder for the same project path and user, always; never inside the project.

        The user without a name is the one whom every project has. What one stores no other one sees.
        """
        resolved = os.fsencode(os.path.realpath(root))
        project = _base_folder() / "projects" / _folder_name(os.path.basename(resolved), resolved)
        named = os.fsencode(user)
        return DataFolders(project / "users" / _folder_name(named.replace(b"/", b"_"), named) if user else project)

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
    def cloud(self) -> Path:
        """The cloud environments of the project; all its users have the same."""
        return self._of_all_users._made("cloud")

    @property
    def cloud_files(self) -> Path:
        """The storage of the cloud environments, a folder each."""
        return self.cloud / "files"

    @property
    def is_trusted(self) -> bool:
        """Whether the user has said that the project's cloud functions may run."""
        return self._trust_file.exists()

    def trust(self) -> None:
        """They may, from now on."""
        write_private(self._trust_file, b"")

    @property
    def world_file(self) -> Path:
        """The world values that the user has set."""
        return self._made(".") / "world.json"

    @property
    def favourites_file(self) -> Path:
        """Names of world values that the user wants to have at hand."""
        return self._made(".") / "favourites.json"

    @property
    def automation_file(self) -> Path:
        """At which port the project is driven."""
        return self._made(".") / "automation.json"

    @property
    def automation_log(self) -> Path:
        """What the process has said that was started for an automation client."""
        return self._made(".") / "automation.log"

    @property
    def former_world_file(self) -> Path:
        """Where versions before the list of world values kept them."""
        return self._made(".") / "scenario.json"

    def clear_data(self) -> None:
        """Forgets everything that the program has put into its storage."""
        for suffix in ("", "-wal", "-shm"):
            self.storage_file.with_name(self.storage_file.name + suffix).unlink(missing_ok=True)

    def clear_files(self) -> None:
        """Removes the program's files."""
        shutil.rmtree(self.base / "files", ignore_errors=True)

    def clear_auth(self) -> None:
        """Forgets the world values that the user has set, decided permissions among them."""
        self.world_file.unlink(missing_ok=True)

    @property
    def _of_all_users(self) -> DataFolders:
        return DataFolders(self.base.parents[1]) if self.base.parent.name == "users" else self

    @property
    def _trust_file(self) -> Path:
        return self._of_all_users._made(".") / "functions-trusted"

    def _made(self, name: str) -> Path:
        folder = self.base / name
        # On a full disk whoever wants to write here learns of it; a program that only reads must start.
        with suppress(OSError):
            make_private_folder(folder)
            close_to_others(self.base)
        return folder


def project_folders() -> list[DataFolders]:
    """Of all projects that have data, of the user without a name."""
    with suppress(OSError):
        return [DataFolders(folder) for folder in (_base_folder() / "projects").iterdir()]
    return []


def _folder_name(shown: bytes, whole: bytes) -> str:
    """As much of a name as fits, for whoever looks into the folder, and what tells it from all others."""
    return f"{shown[:MAX_NAME_BYTES].decode('utf-8', 'ignore')}-{hashlib.sha256(whole).hexdigest()[:12]}"


def _base_folder() -> Path:
    named = os.environ.get(DATA_VARIABLE)
    if named:
        # The logic process runs in a folder of its own.
        return Path(named).absolute()
    location = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(location) / "handset"
