"""What the window itself wants to know of a project: where the program lies, its pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from runtime.project.model import Project


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """`program_root` is the folder of app.json relative to the project, `""` for the project folder itself."""

    root: Path
    program_root: str = ""
    pages: tuple[str, ...] = ()
    appid: str = ""
    library: str = ""

    def project_path(self, program_path: str) -> str:
        """A path of the program as seen from the project folder; one that is already so stays."""
        inside = f"{self.program_root}/{program_path}" if self.program_root else program_path
        return inside if (self.root / inside).exists() or not (self.root / program_path).exists() else program_path

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
    )
