"""The projects of a workspace, and which of them a file belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from runtime.diagnostics import Language
from simulator.language_server.folders import path_of, project_above, projects_in, uri_of
from simulator.language_server.served_project import ServedProject, Told


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file that a client names, and the project that it is part of."""

    project: ServedProject
    path: str


class ServedWorkspace:
    """Owner of the projects. A file that is opened outside of the folders brings its own project."""

    def __init__(self, told: Told) -> None:
        self.language: Language = "en"
        self._told = told
        self._builder = ThreadPoolExecutor(max_workers=1, thread_name_prefix="build")
        self._projects: dict[Path, ServedProject] = {}
        self._folders: list[Path] = []

    @property
    def projects(self) -> tuple[ServedProject, ...]:
        """All that are served."""
        return tuple(self._projects.values())

    def add_folder(self, folder: Path) -> None:
        """A folder of the workspace."""
        self._folders.append(folder)
        for root in projects_in(folder):
            self._open(root)

    def remove_folder(self, folder: Path) -> None:
        """The folder is not part of the workspace any more."""
        self._folders = [one for one in self._folders if one != folder]
        for root in [root for root in self._projects if root.is_relative_to(folder)]:
            if not any(root.is_relative_to(one) for one in self._folders):
                self._projects.pop(root).close()

    def file(self, uri: str, *, opens: bool = False) -> ServedFile | None:
        """The file of an address; None if it is part of no project. `opens`: its project is looked for and served."""
        file = path_of(uri)
        if file is None:
            return None
        found = self._of(file)
        if found is None and opens and (root := project_above(file)) is not None:
            self._open(root)
            found = self._of(file)
        return found

    def each(self, files: Iterable[str], act: Callable[[ServedProject, list[str]], None]) -> None:
        """Calls `act` with each project and its paths among some addresses."""
        paths: dict[Path, list[str]] = {}
        for uri in files:
            file = self.file(uri)
            if file is not None:
                paths.setdefault(file.project.root, []).append(file.path)
        for root, listed in paths.items():
            act(self._projects[root], listed)

    def address(self, project: ServedProject) -> Callable[[str], str]:
        """The addresses of a project's paths."""
        return lambda path: uri_of(project.root / path)

    def close(self) -> None:
        """Ends all builds."""
        for project in self._projects.values():
            project.close()
        self._projects.clear()
        self._builder.shutdown(wait=False, cancel_futures=True)

    def _of(self, file: Path) -> ServedFile | None:
        """The innermost project around it counts."""
        around = [one for one in self._projects.values() if one.path(file) is not None]
        project = max(around, key=lambda one: len(one.root.parts), default=None)
        path = project.path(file) if project is not None else None
        return ServedFile(project, path) if project is not None and path is not None else None

    def _open(self, root: Path) -> None:
        if root not in self._projects:
            project = ServedProject(root, self._builder, self.language, self._told)
            self._projects[root] = project
            project.open()
