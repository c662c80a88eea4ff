"""What pages and components surely declare, behaviors of other files included. Reads shapes, never runs anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from runtime.compiler.lint.script.object_literal import Imported
from runtime.compiler.lint.script.shapes import ScriptShapes, Shape
from runtime.compiler.script_units import resolve_script, script_of
from runtime.compiler.wxml.names import camel_case
from runtime.project.model import Project

# What the platform's own behaviors declare. Source: behaviors reference page.
_BUILT_IN_BEHAVIORS: Mapping[str, frozenset[str]] = {
    "wx://form-field": frozenset({"name", "value"}),
    "wx://form-field-group": frozenset(),
    "wx://form-field-button": frozenset(),
    "wx://component-export": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Definition:
    """What a page or component surely declares, behaviors included. None: not certain.

    `properties` hold names in camelCase beside those that are written otherwise.
    """

    methods: frozenset[str] | None
    properties: frozenset[str] | None


UNCLEAR = Definition(None, None)


class Definitions:
    """Those of one state of a project. `shapes_of` gives the shapes of a script by path, None if there are none."""

    def __init__(self, project: Project, shapes_of: Callable[[str], ScriptShapes | None]) -> None:
        self._project = project
        self._shapes_of = shapes_of
        self._known: dict[str, Definition] = {}

    def of(self, stem: str) -> Definition:
        """What the script of a page or component declares."""
        known = self._known.get(stem)
        if known is None:
            known = self._known[stem] = self._read(stem)
        return known

    def _read(self, stem: str) -> Definition:
        path = script_of(self._project, stem)
        shapes = self._shapes_of(path) if path is not None else None
        if path is None or shapes is None or shapes.main is None:
            return UNCLEAR
        found = self._with_behaviors(shapes.main, path, ())
        properties = found.properties
        if properties is not None:
            properties |= {camel_case(name) for name in properties}
        return Definition(None if shapes.leaks else found.methods, properties)

    def _with_behaviors(self, shape: Shape, path: str, above: tuple[tuple[str, str], ...]) -> Definition:
        if shape.behaviors is None:
            return UNCLEAR
        parts = [Definition(shape.methods, shape.properties)]
        for behavior in shape.behaviors:
            if isinstance(behavior, str):
                names = _BUILT_IN_BEHAVIORS.get(behavior)
                parts.append(UNCLEAR if names is None else Definition(frozenset(), names))
            elif isinstance(behavior, Imported):
                parts.append(self._imported(behavior, path, above))
            else:
                parts.append(self._with_behaviors(behavior, path, above))
        return Definition(_union([part.methods for part in parts]), _union([part.properties for part in parts]))

    def _imported(self, behavior: Imported, importer: str, above: tuple[tuple[str, str], ...]) -> Definition:
        path = resolve_script(self._project, behavior.module, importer)
        shapes = self._shapes_of(path) if path is not None else None
        if path is None or shapes is None or shapes.leaks or (path, behavior.name) in above:
            return UNCLEAR
        shape = shapes.exports.get(behavior.name) or (shapes.exports.get("*") if behavior.name == "default" else None)
        return UNCLEAR if shape is None else self._with_behaviors(shape, path, (*above, (path, behavior.name)))


def _union(parts: list[frozenset[str] | None]) -> frozenset[str] | None:
    known = [part for part in parts if part is not None]
    return frozenset().union(*known) if len(known) == len(parts) else None
