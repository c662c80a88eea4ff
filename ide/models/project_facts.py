"""What the window itself wants to know of a project: where its sources lie, its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ide.models.project_config import switches
from runtime.project.model import Project


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """`source_root` is the folder of app.json relative to the project, `""` for the project folder itself;
    `switches` are the settings that may be on or off, with their meaning; `npm_folders` those of built packages."""

    root: Path
    source_root: str = ""
    pages: tuple[str, ...] = ()
    appid: str = ""
    library: str = ""
    switches: Mapping[str, str] = field(default_factory=dict)
    npm_folders: tuple[str, ...] = ()

    def project_path(self, source_path: str) -> str:
        """A path of the sources as seen from the project folder; one that is already so stays."""
        inside = f"{self.source_root}/{source_path}" if self.source_root else source_path
        return inside if (self.root / inside).exists() or not (self.root / source_path).exists() else source_path

    def script_of(self, page: str) -> str:
        """The script of a page as seen from the project folder; empty if there is none."""
        candidates = (self.project_path(f"{page}{suffix}") for suffix in (".js", ".ts"))
        return next((path for path in candidates if (self.root / path).is_file()), "")


def facts_of(project: Project) -> ProjectFacts:
    """The facts of a project that was read from its configuration files."""
    return ProjectFacts(
        project.files.project_root,
        project.files.below,
        tuple(page.path for page in project.pages),
        str(project.config.get("appid", "")),
        str(project.config.get("libVersion", "")),
        switches(project.platform.config_keys["setting"]),
        tuple(map(project.files.outer, project.npm_folders)),
    )
