"""Files for the phone's `handset:` URLs: out of the project's package, and out of the program's own data."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from runtime.api.file_areas import FileAreas
from runtime.cloud.failure import CloudFailure
from runtime.cloud.files import CloudFiles
from simulator.data.folders import DataFolders
from simulator.phone.scheme import FileReaders, Reader
from simulator.running.media_fetch import MediaFetch
from simulator.traffic.network_side import NetworkSide
from simulator.traffic.view_files import watched

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


def file_readers(
    latest: Callable[[], BuildResult | None], folders: DataFolders, network: NetworkSide, owner: QObject
) -> FileReaders:
    """All that the phone's view may have; what it asks for is logged."""
    return FileReaders(
        project=watched(_project_reader(latest), "project", network.log),
        user=watched(_user_reader(folders), "user", network.log),
        may_ask=network.web.may_ask,
        fetch=MediaFetch(owner, network),
    )


def _project_reader(latest: Callable[[], BuildResult | None]) -> Reader:
    """Reads files of the mini program's root; None for what is not there or lies outside."""

    def read(path: str) -> bytes | None:
        built = latest()
        return built.project.files.data(path) if built else None

    return read


def _user_reader(folders: DataFolders) -> Reader:
    """Reads user, temporary and saved files: `usr/a.png`, `tmp/b.jpg`, `store/c.txt`; and those of the storage of
    wx.cloud: `cloud/<environment>/d.png`."""
    areas = FileAreas.under(folders.files, folders.files)

    def read(path: str) -> bytes | None:
        if path.startswith("cloud/"):
            return _stored(folders, path.removeprefix("cloud/"))
        place = areas.resolve("http://" + path)
        if place is None or place.area == "package" or place.real is None or not place.real.is_file():
            return None
        return place.real.read_bytes()

    return read


def _stored(folders: DataFolders, path: str) -> bytes | None:
    try:
        return CloudFiles(folders.cloud_files).find(f"cloud://{path}").read_bytes()
    except (CloudFailure, OSError):
        return None
