"""All files of a program together, as the rules about several files see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from runtime.compiler.lint.package_files import is_from_npm, package_files
from runtime.compiler.lint.page_calls import PageCall
from runtime.compiler.lint.script.api_uses import ApiUse
from runtime.compiler.lint.script.definitions import UNCLEAR, Definition, Definitions
from runtime.compiler.lint.script_file import ScriptFacts
from runtime.compiler.lint.style_facts import StyleFacts
from runtime.compiler.lint.template_file import TemplateFacts
from runtime.compiler.script.compile import CompiledScript
from runtime.compiler.wxml.compiler import CompiledTemplate
from runtime.compiler.wxss.sheet import StyleUnit
from runtime.project.json_text import JsonText
from runtime.project.model import Project


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
        return UNCLEAR if self.has_own_constructors else self._definitions.of(stem)

    def api_uses(self) -> Iterator[tuple[str, ApiUse]]:
        """Every use of `wx` with the script that it stands in."""
        for path, facts in self.own_scripts.items():
            for use in facts.apis:
                yield path, use

    @cached_property
    def _definitions(self) -> Definitions:
        return Definitions(self.project, lambda path: facts.shapes if (facts := self.scripts.get(path)) else None)
