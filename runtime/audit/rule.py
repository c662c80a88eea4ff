"""What a rule of the audit is, and what it may look at.

A rule reports only what is surely so, as a `Diagnostic` whose help says how to mend it; where the program leaves a
doubt, it is silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from runtime.audit.report import Category
from runtime.compiler.lint.package_files import is_from_npm, package_files
from runtime.diagnostics import Diagnostic
from runtime.project.files import ProjectFiles

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from runtime.compiler.wxml.syntax import Document


@dataclass(frozen=True)
class AuditedProgram:
    """One whole build as the rules see it. Paths are relative to the mini program's folder."""

    build: BuildResult

    @property
    def files(self) -> ProjectFiles:
        """What is in the folder."""
        return self.build.project.files

    @cached_property
    def code(self) -> frozenset[str]:
        """The files of code and configuration that the program reaches."""
        build = self.build
        stems = ("app", *build.project.components)
        styles = {unit.path for sheet in build.styles.values() for unit in sheet.units}
        config = {f"{stem}.json" for stem in stems} & self.files.paths
        return frozenset({*build.parts.scripts.scripts, *build.templates, *build.parts.templates.wxs, *styles, *config})

    @cached_property
    def packages(self) -> Mapping[str, list[str]]:
        """The files that are uploaded, by the root of their package."""
        return package_files(self.build.project, self.code)

    @cached_property
    def own_scripts(self) -> tuple[str, ...]:
        """Those that do not come from npm."""
        return tuple(path for path in sorted(self.build.parts.scripts.scripts) if not is_from_npm(path))

    @cached_property
    def own_templates(self) -> Mapping[str, Document]:
        """Those that do not come from npm."""
        return {path: one.document for path, one in sorted(self.build.templates.items()) if not is_from_npm(path)}


Check = Callable[[AuditedProgram], Iterable[Diagnostic]]


@dataclass(frozen=True)
class AuditRule:
    """`codes`: the diagnostics that it reports. `weight`: how much it counts in the score of its category.

    `source`: the page of the reference, or how the fact was seen. `check` of a rule of the build itself is None: its
    findings are among the diagnostics of the build.
    """

    codes: tuple[str, ...]
    category: Category
    weight: int
    source: str
    check: Check | None = None
