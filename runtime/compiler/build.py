"""Project → what runs: the program, the style sheets and the diagnostics. The one entry of the compiler.

Only what the program can reach is compiled. A rebuild starts from the previous result: each file is compiled again
only if something that it was made of has changed (`units`), and whatever is not named in `changed` is not even read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import msgspec

from runtime.compiler.changes import Changes, changed_program, compare
from runtime.compiler.first_part import first_part, in_reach
from runtime.compiler.line_space import LineSpace, SourceMap
from runtime.compiler.lint.package_files import is_from_npm
from runtime.compiler.missing_packages import join_missing_packages
from runtime.compiler.program import assemble
from runtime.compiler.reuse import Reuse, reuse_of
from runtime.compiler.script_units import ScriptUnits, compile_scripts
from runtime.compiler.stored_units import NOTHING_STORED, StoredUnit, StoredUnits
from runtime.compiler.style_compiler import DirectStyleCompiler, StyleCompiler
from runtime.compiler.style_units import StyleUnits, compile_styles, needs_style_compiler, style_of
from runtime.compiler.template_units import TemplateUnits, compile_templates
from runtime.compiler.unit_forms import BUILD_FORMS
from runtime.compiler.units import Units
from runtime.compiler.wxml.compiler import CompiledTemplate, Documents
from runtime.compiler.wxml.syntax import Document
from runtime.compiler.wxss.link import LinkedSheet
from runtime.diagnostics import Diagnostic, Span
from runtime.project.files import ProjectFiles
from runtime.project.load import CONFIG_FILE, reload_project
from runtime.project.model import Project
from runtime.protocol.view import StyleSheet


@dataclass(frozen=True, slots=True)
class CompiledParts:
    """The files of one build by language."""

    templates: TemplateUnits
    scripts: ScriptUnits
    styles: StyleUnits


@dataclass(frozen=True)
class BuildResult:
    """One build. Paths in `program`, `styles` and `source_map` are relative to the mini program's folder;
    those in `diagnostics` to the project folder (`project.files.outer` leads from one to the other).

    `styles`: linked sheets by file (`app.wxss`, `pages/index/index.wxss`). `compiled`: what this build had to
    compile, as `kind:path`. `templates` keeps the parsed templates for panels and checks. `units` and `lint_units`
    are for the next build; without `lint_units` the advice of `advise` is not among the diagnostics yet.
    With `lint_before` alone, the advice is that of an earlier build, whose program was the same.
    `part`: the pages and components that were compiled, if not all of them; the diagnostics are about them alone.
    `parts`: what `advise` reads.
    """

    project: Project
    program: Mapping[str, Any]
    styles: Mapping[str, LinkedSheet]
    templates: Mapping[str, CompiledTemplate]
    found: tuple[Diagnostic, ...]
    advice: tuple[Diagnostic, ...]
    source_map: SourceMap
    compiled: tuple[str, ...]
    units: Units
    parts: CompiledParts
    lint_units: Units | None = None
    lint_before: Units | None = None
    part: frozenset[str] | None = None

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings: what the compiler itself met (`found`), and the advice on good programs."""
        return (*self.found, *self.advice)

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(diagnostic.severity == "error" for diagnostic in self.diagnostics)

    @property
    def has_advice(self) -> bool:
        """Whether there is advice, be it of an earlier build."""
        return self.lint_units is not None or self.lint_before is not None

    def has_page(self, path: str) -> bool:
        """Whether a page can be shown: it has been compiled, with all that it needs."""
        return self.part is None or path in self.part

    @property
    def documents(self) -> Mapping[str, Document]:
        """The trees of the templates, by path."""
        return Documents(self.templates)

    def page_styles(self, page: str) -> list[StyleSheet]:
        """The sheets of a page in cascade order: extended libraries, app, the components in reach, the page."""
        project = self.project
        entry = next((entry for entry in project.pages if entry.path == page), None)
        stems = [stem for stem in in_reach(project, page) if stem != page]
        sheets = [self.style_sheet(style_of(project, stem), "component") for stem in stems]
        if entry is None or not entry.package.independent:
            paths = (*project.extended_styles, style_of(project, "app"))
            sheets = [*(self.style_sheet(path, "app") for path in paths), *sheets]
        sheets.append(self.style_sheet(style_of(project, page), "page"))
        return [sheet for sheet in sheets if sheet is not None]

    def style_sheet(self, path: str | None, kind: Literal["app", "component", "page"]) -> StyleSheet | None:
        """One sheet as the view takes it, or None if there is no such sheet."""
        sheet = self.styles.get(path) if path is not None else None
        if path is None or sheet is None:
            return None
        return StyleSheet(path, msgspec.Raw(sheet.encoded), kind)

    def style_kinds(self, path: str) -> list[Literal["app", "component", "page"]]:
        """As what a style file is used: a page's sheet is a component's as well if the page is used as one."""
        stem = path.rpartition(".")[0]
        if stem == "app" or path in self.project.extended_styles:
            return ["app"]
        kinds: list[Literal["app", "component", "page"]] = []
        if any(page.path == stem for page in self.project.pages):
            kinds.append("page")
        if not kinds or any(stem in component.using.values() for component in self.project.components.values()):
            kinds.append("component")
        return kinds

    def changes(self, previous: BuildResult) -> Changes:
        """What differs from an earlier build of the same project."""
        return compare(previous.program, self.program, previous.styles, self.styles)

    def changed_program(self, previous: BuildResult) -> dict[str, Any]:
        """The parts of the program that differ, for `Patch.program`."""
        return changed_program(previous.program, self.program)


def build(
    project: Project,
    previous: BuildResult | None = None,
    changed: Iterable[str] | None = None,
    overlay: Mapping[str, str] | None = None,
    *,
    style_compiler: StyleCompiler | None = None,
    advises: bool = True,
    first: Collection[str] = (),
    after_unit: Callable[[str], object] = lambda path: None,
    stored: StoredUnits = NOTHING_STORED,
) -> BuildResult:
    """Builds a project.

    With `previous`, the project is read again first: `changed` names the paths (relative to the project folder;
    files or folders, created, written or deleted) that may differ, None means any. `overlay`: unsaved texts by
    path, which take the place of the earlier ones. `style_compiler` compiles Less and Sass; without one they are
    compiled in this process, which a hostile style sheet may hold up. Without `advises` the program is there
    sooner, and `advise` is for later. `first`: of a large project only what these pages need is compiled; a further
    build with this one as `previous` compiles the rest. `after_unit` is called with the path of each file that was
    compiled or taken from `stored`; what it raises ends the build. `stored`: what an earlier session has compiled.
    Raises NotAProject if app.json has gone.
    """
    changed = None if changed is None else tuple(changed)
    if previous is not None:
        project = reload_project(previous.project, changed, overlay)
    earlier = previous.units if previous is not None else None
    units = Units(project.files, earlier, after_unit, stored.space("build", BUILD_FORMS))
    part = first_part(project, first)
    reuse = Reuse()
    if previous is not None and previous.part == part and overlay is None:
        reuse = reuse_of(previous.project, project, changed)
    parts = _compile(project, units, style_compiler or DirectStyleCompiler(), part, previous, reuse)
    program, source_map = _assembled(project, parts, previous, reuse)
    packed = _packed_in_memory(project, program)
    found = [*parts.templates.diagnostics, *parts.scripts.diagnostics, *parts.styles.diagnostics]
    units.close()
    result = BuildResult(
        project=project,
        program=program,
        styles=parts.styles.sheets,
        templates=parts.templates.templates,
        found=tuple(
            join_missing_packages([*project.diagnostics, *packed, *_ones_own(found, project.files)], project.files)
        ),
        advice=(),
        source_map=source_map,
        compiled=tuple(units.compiled),
        units=units,
        parts=parts,
        part=part,
    )
    if not advises:
        return result
    lint_units = previous.lint_units or previous.lint_before if previous is not None else None
    if previous is not None and lint_units is not None and program is previous.program:
        # Nothing but styles has changed, of which nothing can keep a program from running: advice comes later.
        return replace(result, advice=previous.advice, lint_before=lint_units)
    return advise(result, previous, stored)


def _compile(
    project: Project,
    units: Units,
    style_compiler: StyleCompiler,
    part: frozenset[str] | None,
    previous: BuildResult | None,
    reuse: Reuse,
) -> CompiledParts:
    if needs_style_compiler(project, part):
        style_compiler.prepare()
    before = previous.parts if previous is not None else None
    # Scripts need nothing of the rest: they are compiled while a style compiler comes up.
    if before is not None and reuse.scripts:
        scripts = before.scripts
        units.take_over("script")
    else:
        scripts = compile_scripts(project, units, part)
    if before is not None and reuse.styles:
        styles = before.styles
        units.take_over("style")
    else:
        sheets = before.styles.sheets if before is not None else {}
        has_same_files = previous is not None and previous.project.files.paths == project.files.paths
        styles = compile_styles(project, units, style_compiler, sheets, has_same_files=has_same_files, part=part)
    if before is not None and reuse.templates and styles.selected == before.styles.selected:
        templates = before.templates
        units.take_over("template", "wxs")
    else:
        templates = compile_templates(project, units, styles.selected, part)
    return CompiledParts(templates, scripts, styles)


def _assembled(
    project: Project, parts: CompiledParts, previous: BuildResult | None, reuse: Reuse
) -> tuple[Mapping[str, Any], SourceMap]:
    before = previous if reuse.config else None
    if before is not None and parts.scripts is before.parts.scripts and parts.templates is before.parts.templates:
        return before.program, before.source_map
    space = LineSpace(previous.source_map if previous is not None else SourceMap())
    program = assemble(project, parts.templates, parts.scripts, space, before.program if before is not None else None)
    return program, space.source_map()


def advise(
    result: BuildResult, previous: BuildResult | None = None, stored: StoredUnits = NOTHING_STORED
) -> BuildResult:
    """The build with the findings of the rules about good programs. `previous`: an earlier build with them."""
    # Loaded here: a program is there before anybody has advice on it.
    from runtime.compiler.lint.lint import lint
    from runtime.compiler.lint.unit_forms import LINT_FORMS

    project, parts = result.project, result.parts
    earlier = (previous.lint_units or previous.lint_before) if previous is not None else result.lint_before
    units = Units(project.files, earlier, stored=stored.space("lint", LINT_FORMS))
    advice = lint(project, parts.templates, parts.scripts, parts.styles, units)
    units.close()
    return replace(result, advice=tuple(_ones_own(advice, project.files)), lint_units=units, lint_before=None)


def to_store(result: BuildResult, stored: StoredUnits = NOTHING_STORED) -> list[StoredUnit]:
    """What another session can take from a build with advice. `stored`: what this one has taken."""
    from runtime.compiler.lint.unit_forms import LINT_FORMS

    found = list(result.units.to_store(stored.space("build", BUILD_FORMS)))
    if result.lint_units is not None:
        found += result.lint_units.to_store(stored.space("lint", LINT_FORMS))
    return found


def _packed_in_memory(project: Project, program: Mapping[str, Any]) -> list[Diagnostic]:
    """Says which packages the program gets from node_modules without a written npm build."""
    used = [*program["scripts"], *program["components"]]
    names = [
        f"{package.name} {package.version}".strip()
        for package in project.mounts.packages
        if (target := project.files.inner(package.target)) and any(path.startswith(f"{target}/") for path in used)
    ]
    if not names:
        return []
    place = next(iter(project.mounts.sources), CONFIG_FILE)
    return [Diagnostic("npm/packed-in-memory", Span(place), {"packages": ", ".join(dict.fromkeys(names))})]


def _ones_own(found: Iterable[Diagnostic], files: ProjectFiles) -> Iterator[Diagnostic]:
    """Packages from npm are nobody's to mend: of what is wrong in them, errors alone matter."""
    for diagnostic in found:
        if diagnostic.severity == "error" or not is_from_npm(diagnostic.span.file):
            yield _outer(diagnostic, files)


def _outer(diagnostic: Diagnostic, files: ProjectFiles) -> Diagnostic:
    if not files.below:
        return diagnostic
    return replace(diagnostic, span=diagnostic.span.in_file(files.outer(diagnostic.span.file)))
