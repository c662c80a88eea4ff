"""The files that belong to pages and components by name: of these it is known before a build that it reads them."""

from __future__ import annotations

from collections.abc import Collection

from runtime.compiler.first_part import stems_of
from runtime.compiler.languages import TEMPLATE_ENDINGS
from runtime.compiler.script_units import script_of
from runtime.compiler.style_units import style_of
from runtime.project.model import Project


def own_files(project: Project, part: Collection[str] | None = None) -> frozenset[str]:
    """Scripts, styles and templates of the app and of a part's pages and components (None: all), by path."""
    found: set[str] = set()
    for stem in ("app", *stems_of(project, part)):
        template = stem + TEMPLATE_ENDINGS[0]
        found |= {path for path in (script_of(project, stem), style_of(project, stem)) if path is not None}
        found |= {template} if project.files.exists(template) else set()
    return frozenset(found)
