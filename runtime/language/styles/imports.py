"""Which style files see each other, by their imports."""

from __future__ import annotations

from collections.abc import Iterable

from runtime.compiler.languages import STYLE_LANGUAGES, ending_of
from runtime.language.documents import Documents
from runtime.language.styles.classes import imported_files
from runtime.project.model import Project


def importers(documents: Documents, project: Project) -> dict[str, list[str]]:
    """The files that import one, by its path."""
    found: dict[str, list[str]] = {}
    for path in project.files.paths:
        if ending_of(path) in STYLE_LANGUAGES and "miniprogram_npm/" not in path:
            for _, target in documents.keep("imports", path, lambda path=path: imported_files(documents, path)):  # type: ignore[misc]
                found.setdefault(target, []).append(path)
    return found


def with_importers(documents: Documents, project: Project, paths: Iterable[str]) -> set[str]:
    """Style files with all that import them, directly or by others."""
    above = importers(documents, project)
    found = set(paths)
    waiting = list(found)
    while waiting:
        for importer in above.get(waiting.pop(), ()):
            if importer not in found:
                found.add(importer)
                waiting.append(importer)
    return found
