"""Runs the rules over a compiled program. The builder's one entry.

What a file says by itself is a unit of its own and is made again only when the file changes. Files of npm packages are
nobody's to mend: nothing is said about them, but what they declare counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of, source_file
from runtime.compiler.lint.built_ins import BuiltIns
from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.package_files import is_from_npm
from runtime.compiler.lint.page_calls import PageCall, page_call
from runtime.compiler.lint.rule import StyleFile
from runtime.compiler.lint.rules import ELEMENT_RULES, PROGRAM_RULES, SCRIPT_RULES, STYLE_RULES
from runtime.compiler.lint.script.assignments import Assignments, assignments_in_text
from runtime.compiler.lint.script.shapes import ScriptShapes
from runtime.compiler.lint.script_file import ScriptFacts, ScriptFile, script_facts
from runtime.compiler.lint.style.component_selectors import CODE as COMPONENT_SELECTOR
from runtime.compiler.lint.style_facts import StyleFacts, style_facts
from runtime.compiler.lint.template import unsupported_component
from runtime.compiler.lint.template_file import TemplateFacts, TemplateFile, template_facts
from runtime.compiler.script.compile import CompiledScript
from runtime.compiler.script.syntax import parse_script
from runtime.compiler.script_units import ScriptUnits
from runtime.compiler.style_units import StyleUnits, style_of
from runtime.compiler.template_units import TemplateUnits
from runtime.compiler.units import Units
from runtime.compiler.wxml.compiler import CompiledTemplate
from runtime.compiler.wxss.sheet import StyleUnit
from runtime.diagnostics import Diagnostic
from runtime.project.json_text import read_json
from runtime.project.model import Project

# Longer scripts are bundles or data; they are run, not read.
MAX_SCRIPT_CHARACTERS = 400_000
_NO_FACTS = ScriptFacts((), (), Assignments(frozenset(), frozenset(), False), ScriptShapes(leaks=True))


def lint(
    project: Project, templates: TemplateUnits, scripts: ScriptUnits, styles: StyleUnits, units: Units
) -> list[Diagnostic]:
    """All findings; paths are relative to the mini program's folder. `units` keeps what single files say."""
    program = _gather(project, templates, scripts, styles, units)
    in_templates = (finding for facts in program.templates.values() for finding in facts.diagnostics)
    found = list(_once(in_templates, lambda finding: finding.code in unsupported_component.RULE.codes))
    found += [finding for facts in program.scripts.values() for finding in facts.diagnostics]
    missing = {one.span for one in styles.diagnostics if one.code == "wxss/resource-not-found"}
    found += [
        one
        for facts in program.styles.values()
        for one in facts.diagnostics
        if one.code != COMPONENT_SELECTOR and one.span not in missing
    ]
    for rule in PROGRAM_RULES:
        found += rule.check(program)
    return [finding for finding in found if not is_from_npm(finding.span.file)]


def _gather(
    project: Project, templates: TemplateUnits, scripts: ScriptUnits, styles: StyleUnits, units: Units
) -> LintedProgram:
    sheets: dict[str, tuple[StyleUnit, ...]] = {}
    for stem in ("app", *project.components):
        path = style_of(project, stem)
        sheet = styles.sheets.get(path) if path is not None else None
        if sheet is not None:
            sheets[stem] = tuple(sheet.units)
    built_ins = BuiltIns(project.platform)
    style_units = {unit.path: unit for units_of in sheets.values() for unit in units_of}
    config = {}
    for path in ("app.json", *(f"{stem}.json" for stem in project.components)):
        text = units.get("json", path, lambda source, path=path: read_json(source, path))  # type: ignore[misc]
        if text is not None:
            config[path] = text
    return LintedProgram(
        project=project,
        compiled_templates=templates.templates,
        compiled_scripts=scripts.scripts,
        templates={path: _template(path, templates, units, built_ins) for path in sorted(templates.templates)},
        scripts={path: _script(path, script, units) for path, script in sorted(scripts.scripts.items())},
        styles={
            path: _style(unit, project.platform.style_properties, units) for path, unit in sorted(style_units.items())
        },
        sheets=sheets,
        style_units=style_units,
        config=config,
        page_calls=_page_calls(project, templates.templates, units),
    )


def _template(path: str, templates: TemplateUnits, units: Units, built_ins: BuiltIns) -> TemplateFacts:
    components = templates.tags[path] & built_ins.tags

    def make(_: str) -> TemplateFacts:
        file = TemplateFile(templates.templates[path].document, components, built_ins)
        if is_from_npm(path):
            return template_facts(file, ())
        found = [
            finding
            for element in file.document.elements()
            for rule in ELEMENT_RULES
            for finding in rule.check(element, file)
        ]
        if file.is_generated:
            found = [finding for finding in found if finding.severity != "info"]
        return template_facts(file, tuple(_once(found, lambda finding: finding.severity == "info")))

    return units.get("template", path, make, inputs=components) or TemplateFacts((), (), (), (), ())


def _once(findings: Iterable[Diagnostic], is_said_once: Callable[[Diagnostic], bool]) -> Iterator[Diagnostic]:
    """Those that say the same in many places are given at the first of them."""
    said = set()
    for finding in findings:
        key = (finding.code, *sorted(finding.args.items()))
        if key not in said or not is_said_once(finding):
            yield finding
        said.add(key)


def _script(path: str, script: CompiledScript, units: Units) -> ScriptFacts:
    def make(text: str) -> ScriptFacts:
        if len(text) > MAX_SCRIPT_CHARACTERS:
            # What it sets on others counts all the same: frameworks add to `wx` and replace `Page`.
            return replace(_NO_FACTS, assigned=assignments_in_text(text))
        source = parse_script(path, text, SCRIPT_DIALECTS[ending_of(path)])
        if source.root.has_error:
            return _NO_FACTS
        file = ScriptFile(source)
        found = () if is_from_npm(path) else tuple(f for rule in SCRIPT_RULES for f in rule.check(file))
        return script_facts(file, found)

    return units.get("script", path, make, inputs=bool(script.diagnostics)) or _NO_FACTS


def _style(unit: StyleUnit, properties: Collection[str], units: Units) -> StyleFacts:
    def make(text: str) -> StyleFacts:
        file = StyleFile(unit, text, properties)
        found = () if is_from_npm(unit.path) else tuple(one for rule in STYLE_RULES for one in rule.check(file))
        return style_facts(unit, found)

    return units.get("style", unit.path, make) or StyleFacts((), ())


def _page_calls(project: Project, templates: Mapping[str, CompiledTemplate], units: Units) -> tuple[PageCall, ...]:
    """Templates beside a script that calls `Page`, none of them part of the program."""
    files = project.files
    nested = tuple(path.removesuffix("app.json") for path in files.paths if path.endswith("/app.json"))
    found = []
    for path in sorted(_endings(files.paths, ".wxml")):
        stem = path.removesuffix(".wxml")
        if path in templates or stem in project.components or is_from_npm(path) or path.startswith(nested):
            continue
        script = source_file(stem, tuple(SCRIPT_DIALECTS), files.exists)
        call = units.get("page-call", script, lambda text, path=script: page_call(path, text)) if script else None  # type: ignore[misc]
        if call is not None:
            found.append(call)
    return tuple(found)


def _endings(paths: Iterable[str], ending: str) -> Iterable[str]:
    return (path for path in paths if path.endswith(ending))
