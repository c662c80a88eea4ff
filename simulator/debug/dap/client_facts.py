"""What a client has said of itself: how it counts and how it names files. Values go out and come in in its terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from simulator.debug.dap.requests import Source
from simulator.debug.project_paths import ProjectPaths


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """`first_line` and `first_column`: with which number it begins to count."""

    first_line: int = 1
    first_column: int = 1
    has_addresses: bool = False

    def line(self, line: int) -> int:
        """A line of ours for the client."""
        return max(line, 1) - 1 + self.first_line

    def column(self, column: int) -> int:
        """A column of ours for the client; ours may be 0, which is any."""
        return max(column, 1) - 1 + self.first_column

    def our_line(self, line: int) -> int:
        """A line of the client's."""
        return line - self.first_line + 1

    def our_column(self, column: int | None) -> int:
        """A column of the client's; 0 (any) if it gives none."""
        return 0 if column is None else column - self.first_column + 1

    def source(self, file: str, paths: ProjectPaths, *, is_library: bool = False) -> dict[str, Any]:
        """A file for the client."""
        path = paths.url(file) if self.has_addresses else paths.path(file)
        name = file.rpartition("/")[2] or file
        return {"name": name, "path": path, **({"presentationHint": "deemphasize"} if is_library else {})}

    @staticmethod
    def file(source: Source, paths: ProjectPaths) -> str:
        """The file that a client means; empty if it lies outside of the project."""
        return paths.file(source.path) if source.path else ""
