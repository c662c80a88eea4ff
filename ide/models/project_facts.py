"""What the window itself wants to know of a project: where the program lies, its pages, its own tags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from runtime.project.load import load_project
from runtime.project.model import NotAProject


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """`program_root` is the folder of app.json relative to the project, `""` for the project folder itself."""

    root: Path
    program_root: str = ""
    pages: tuple[str, ...] = ()
    appid: str = ""
    library: str = ""
    custom_tags: Mapping[str, list[str]] = field(default_factory=dict)

    def project_path(self, program_path: str) -> str:
        """A path of the program as seen from the project folder; one that is already so stays."""
        inside = f"{self.program_root}/{program_path}" if self.program_root else program_path
        return inside if (self.root / inside).exists() or not (self.root / program_path).exists() else program_path

    def script_of(self, page: str) -> str:
        """The script of a page as seen from the project folder; empty if there is none."""
        candidates = (self.project_path(f"{page}{suffix}") for suffix in (".js", ".ts"))
        return next((path for path in candidates if (self.root / path).is_file()), "")


def read_facts(root: Path) -> ProjectFacts:
    """Reads the configuration files; a folder without a program gives empty facts."""
    try:
        project = load_project(root)
    except NotAProject:
        return ProjectFacts(root)
    tags: dict[str, list[str]] = {tag: [] for component in project.components.values() for tag in component.using}
    return ProjectFacts(
        root,
        project.files.below,
        tuple(page.path for page in project.pages),
        str(project.config.get("appid", "")),
        str(project.config.get("libVersion", "")),
        tags,
    )
