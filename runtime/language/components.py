"""What completion offers for the components of a project: the tags that a template may use, with their properties."""

from __future__ import annotations

from collections.abc import Mapping

from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of
from runtime.compiler.lint.script.definitions import Definitions
from runtime.compiler.lint.script.shapes import ScriptShapes, read_shapes
from runtime.compiler.script.syntax import parse_script
from runtime.compiler.script_units import script_of
from runtime.compiler.wxml.names import dashed
from runtime.project.model import Project

MAX_SCRIPT_CHARACTERS = 400_000
"""Longer scripts are bundles; no component is written in one by hand."""


class OwnTags:
    """Reads the scripts of components, each of them again only when it has changed."""

    def __init__(self) -> None:
        self._shapes: dict[str, tuple[str, ScriptShapes]] = {}

    def of(self, project: Project, path: str) -> dict[str, list[str]]:
        """Properties by tag for the template `path` (as seen from the project folder).

        A template that is no page's or component's own can stand in any of them: it may use all their tags.
        """
        inner = project.files.inner(path)
        if inner is None:
            return {}
        definitions = Definitions(project, lambda script: self._shapes_of(project, script))
        return {tag: self._properties(project, definitions, stem) for tag, stem in _using(project, inner).items()}

    def _properties(self, project: Project, definitions: Definitions, stem: str) -> list[str]:
        names = definitions.of(stem).properties
        if names is None:
            script = script_of(project, stem)
            shapes = self._shapes_of(project, script) if script else None
            # A behavior that is not understood leaves what the component itself declares.
            names = shapes.main.properties if shapes and shapes.main else None
        return sorted({dashed(name) for name in names or ()})

    def _shapes_of(self, project: Project, script: str) -> ScriptShapes | None:
        digest = project.files.digest(script)
        known = self._shapes.get(script)
        if known is None or known[0] != digest:
            known = self._shapes[script] = (digest, _read_shapes(script, project.files.text(script) or ""))
        return known[1]


def _using(project: Project, path: str) -> Mapping[str, str]:
    owner = project.components.get(path.removesuffix(".wxml"))
    if owner is not None:
        return owner.using
    return {tag: stem for component in project.components.values() for tag, stem in component.using.items()}


def _read_shapes(path: str, text: str) -> ScriptShapes:
    if len(text) > MAX_SCRIPT_CHARACTERS:
        return ScriptShapes()
    return read_shapes(parse_script(path, text, SCRIPT_DIALECTS[ending_of(path)]))
