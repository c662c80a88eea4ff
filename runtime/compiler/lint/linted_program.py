"""All files of a program together, as the rules about several files see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from runtime.compiler.lint.package_files import is_from_npm, package_files
from runtime.compiler.lint.page_calls import PageCall
from runtime.compiler.lint.script.api_uses import ApiUse
from runtime.compiler.lint.script.object_literal import Imported
from runtime.compiler.lint.script.shapes import Shape
from runtime.compiler.lint.script_file import ScriptFacts
from runtime.compiler.lint.style_facts import StyleFacts
from runtime.compiler.lint.template_file import TemplateFacts
from runtime.compiler.script.compile import CompiledScript
from runtime.compiler.script_units import resolve_script, script_of
from runtime.compiler.wxml.compiler import CompiledTemplate
from runtime.compiler.wxml.names import camel_case
from runtime.compiler.wxss.sheet import StyleUnit
from runtime.project.json_text import JsonText
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


_UNCLEAR = Definition(None, None)


@dataclass(frozen=True)
class LintedProgram:
    """Facts by path. `config`: JSON files by path, with positions.

    `page_calls`: scripts that nothing reaches and that call `Page`. `sheets`: the style files of each owner.
    """

    project: Project
    compiled_templates: Mapping[str, CompiledTemplate]
    compiled_scripts: Mapping[str, CompiledScript]
    templates: Mapping[str, TemplateFacts]
    scripts: Mapping[str, ScriptFacts]
    styles: Mapping[str, StyleFacts]
    sheets: Mapping[str, tuple[StyleUnit, ...]]
    style_units: Mapping[str, StyleUnit]
    config: Mapping[str, JsonText]
    page_calls: tuple[PageCall, ...]

    @cached_property
    def own_templates(self) -> Mapping[str, TemplateFacts]:
        """Templates that do not come from npm."""
        return {path: facts for path, facts in self.templates.items() if not is_from_npm(path)}

    @cached_property
    def own_scripts(self) -> Mapping[str, ScriptFacts]:
        """Scripts that do not come from npm."""
        return {path: facts for path, facts in self.scripts.items() if not is_from_npm(path)}

    @cached_property
    def packages(self) -> Mapping[str, list[str]]:
        """The files that are uploaded, by the root of their package."""
        code = {*self.compiled_scripts, *self.compiled_templates, *self.style_units, "app.json"}
        code.update(f"{stem}.json" for stem in self.project.components)
        return package_files(self.project, code)

    @cached_property
    def owners(self) -> Mapping[str, frozenset[str]]:
        """The pages and components that each own template can be part of, by `import` and `include`."""
        found: dict[str, set[str]] = {}
        for stem in self.project.components:
            if is_from_npm(stem):
                continue
            waiting = [f"{stem}.wxml"]
            while waiting:
                path = waiting.pop()
                template = self.compiled_templates.get(path)
                if template is None or stem in found.setdefault(path, set()):
                    continue
                found[path].add(stem)
                waiting += [name for name in template.dependencies if name.endswith(".wxml")]
        return {path: frozenset(stems) for path, stems in found.items()}

    @cached_property
    def assigned(self) -> frozenset[str]:
        """Every member name that some script sets on an object."""
        return frozenset(name for facts in self.scripts.values() for name in facts.assigned.members)

    @cached_property
    def has_own_constructors(self) -> bool:
        """Whether some script replaces `Page`, `Component` or `Behavior`."""
        return any(facts.assigned.changes_constructors for facts in self.scripts.values())

    def definition(self, stem: str) -> Definition:
        """What the script of a page or component declares."""
        known = self._definitions.get(stem)
        if known is None:
            known = self._definitions[stem] = self._read_definition(stem)
        return known

    def api_uses(self) -> Iterator[tuple[str, ApiUse]]:
        """Every use of `wx` with the script that it stands in."""
        for path, facts in self.own_scripts.items():
            for use in facts.apis:
                yield path, use

    @cached_property
    def _definitions(self) -> dict[str, Definition]:
        return {}

    def _read_definition(self, stem: str) -> Definition:
        path = script_of(self.project, stem)
        facts = self.scripts.get(path) if path is not None else None
        if path is None or facts is None or facts.shapes.main is None or self.has_own_constructors:
            return _UNCLEAR
        found = self._with_behaviors(facts.shapes.main, path, ())
        properties = found.properties
        if properties is not None:
            properties |= {camel_case(name) for name in properties}
        return Definition(None if facts.shapes.leaks else found.methods, properties)

    def _with_behaviors(self, shape: Shape, path: str, above: tuple[tuple[str, str], ...]) -> Definition:
        if shape.behaviors is None:
            return _UNCLEAR
        parts = [Definition(shape.methods, shape.properties)]
        for behavior in shape.behaviors:
            if isinstance(behavior, str):
                names = _BUILT_IN_BEHAVIORS.get(behavior)
                parts.append(_UNCLEAR if names is None else Definition(frozenset(), names))
            elif isinstance(behavior, Imported):
                parts.append(self._imported(behavior, path, above))
            else:
                parts.append(self._with_behaviors(behavior, path, above))
        return Definition(_union([part.methods for part in parts]), _union([part.properties for part in parts]))

    def _imported(self, behavior: Imported, importer: str, above: tuple[tuple[str, str], ...]) -> Definition:
        path = resolve_script(self.project, behavior.module, importer)
        facts = self.scripts.get(path) if path is not None else None
        if path is None or facts is None or facts.shapes.leaks or (path, behavior.name) in above:
            return _UNCLEAR
        exports = facts.shapes.exports
        shape = exports.get(behavior.name) or (exports.get("*") if behavior.name == "default" else None)
        return _UNCLEAR if shape is None else self._with_behaviors(shape, path, (*above, (path, behavior.name)))


def _union(parts: list[frozenset[str] | None]) -> frozenset[str] | None:
    known = [part for part in parts if part is not None]
    return frozenset().union(*known) if len(known) == len(parts) else None
