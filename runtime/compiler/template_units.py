"""Compiles every template that the pages and components reach by `import` and `include`, and their wxs modules."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from runtime.compiler.first_part import stems_of
from runtime.compiler.languages import TEMPLATE_ENDINGS
from runtime.compiler.units import Units
from runtime.compiler.wxml.compiler import CompiledTemplate, compile_template
from runtime.compiler.wxml.context import OF_THE_SITE
from runtime.compiler.wxs.compile import CompiledWxs, compile_wxs, resolve_wxs
from runtime.diagnostics import Diagnostic, Span
from runtime.project.model import Project


@dataclass
class TemplateUnits:
    """Templates and wxs modules by path, with the tags that each template may use as components."""

    templates: dict[str, CompiledTemplate] = field(default_factory=dict)
    wxs: dict[str, CompiledWxs] = field(default_factory=dict)
    tags: dict[str, frozenset[str]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    # The wxs files that templates of the older framework reach.
    of_the_older: set[str] = field(default_factory=set)


def compile_templates(
    project: Project, units: Units, selected_data: frozenset[str], part: Collection[str] | None = None
) -> TemplateUnits:
    """Compiles what is reachable. A file that several templates import knows the components of all of them.

    `selected_data`: keys of the dataset that style sheets select by. `part`: the pages and components to compile for;
    None: all.
    """
    found = TemplateUnits()
    waiting: list[tuple[str, frozenset[str]]] = []
    components = [project.components[stem] for stem in stems_of(project, part)]
    for component in components:
        path = component.path + TEMPLATE_ENDINGS[0]
        if project.files.exists(path):
            waiting.append((path, frozenset(component.using) | frozenset(component.generics)))
    while waiting:
        path, tags = waiting.pop()
        known = found.tags.get(path)
        if known is not None and tags <= known:
            continue
        tags = tags | (known or frozenset())
        found.tags[path] = tags
        template = _template(path, tags, project, units, selected_data)
        if template is None:
            continue
        found.templates[path] = template
        waiting += [(name, tags) for name in template.dependencies if name.endswith(TEMPLATE_ENDINGS)]
    included = {path for template in found.templates.values() for path in template.includes}
    shown = {component.path + TEMPLATE_ENDINGS[0] for component in components}
    for path in sorted(found.templates):
        is_older = not project.is_newer(path.removesuffix(TEMPLATE_ENDINGS[0]))
        _collect(path, found, units, is_older=is_older)
        template = found.templates[path]
        if path in included - shown:
            found.diagnostics += _by_itself(template)
        else:
            found.diagnostics += template.diagnostics
            found.diagnostics += [one for one in template.included_findings if one not in found.diagnostics]
    return found


def _by_itself(template: CompiledTemplate) -> Iterator[Diagnostic]:
    """What is wrong with a file that is shown by `include` alone: the rest is said where it is included.

    Its named templates have nothing of the including file.
    """
    document = template.document
    templates = (one for one in document.elements() if one.tag == "template" and one.static("name"))
    named = [document.source.span(one.start, one.end) for one in templates]
    for one in template.diagnostics:
        if one.code not in OF_THE_SITE or any(_holds(whole, one.span) for whole in named):
            yield one


def _holds(whole: Span, part: Span) -> bool:
    starts = (whole.line, whole.column) <= (part.line, part.column)
    return starts and (part.end_line, part.end_column) <= (whole.end_line, whole.end_column)


def _template(
    path: str, tags: frozenset[str], project: Project, units: Units, selected_data: frozenset[str]
) -> CompiledTemplate | None:
    asked: list[str] = []
    # Only components that take the name of a built-in one make a difference to the compiler.
    overriding = tags & project.platform.tags
    stem = path.removesuffix(TEMPLATE_ENDINGS[0])
    is_newer = project.is_newer(stem)
    owner = project.components.get(stem)
    stand_ins = {tag: own for tag, own in owner.stand_ins.items() if own in project.platform.tags} if owner else {}

    def read(name: str) -> str | None:
        asked.append(name)
        return units.files.text(name)

    return units.get(
        "template",
        path,
        lambda text: compile_template(
            path,
            text,
            using=overriding,
            built_in=project.platform.tags,
            read=read,
            selected_data=selected_data,
            stand_ins=stand_ins,
            is_newer=is_newer,
        ),
        inputs=(overriding, selected_data, frozenset(stand_ins.items()), is_newer),
        also=lambda template: (template.includes, dict.fromkeys([*asked, *template.dependencies])),
    )


def _collect(path: str, found: TemplateUnits, units: Units, *, is_older: bool) -> None:
    template = found.templates[path]
    for key, inline in template.wxs_inline.items():
        # Put at its own place, so that positions are those of the template.
        text = "\n" * (inline.line - 1) + " " * (inline.column - 1) + inline.source
        module = compile_wxs(path, text)
        found.wxs[key] = CompiledWxs(key, module.code, module.references, module.diagnostics)
        found.diagnostics += (*module.diagnostics, *(module.refused if is_older else ()))
        _follow(module, path, found, units, is_older=is_older)
    for name in template.dependencies:
        if name.endswith(".wxs"):
            _add_wxs(name, found, units, is_older=is_older)


def _add_wxs(path: str, found: TemplateUnits, units: Units, *, is_older: bool) -> None:
    is_known = path in found.wxs
    if is_known and (not is_older or path in found.of_the_older):
        return
    module = units.get("wxs", path, lambda text: compile_wxs(path, text))
    if module is not None:
        found.wxs[path] = module
        found.diagnostics += () if is_known else module.diagnostics
        if is_older:
            found.of_the_older.add(path)
            found.diagnostics += module.refused
        _follow(module, path, found, units, is_older=is_older)


def _follow(module: CompiledWxs, path: str, found: TemplateUnits, units: Units, *, is_older: bool) -> None:
    for reference in module.references:
        target = resolve_wxs(reference.name, path)
        if target is None or not units.files.exists(target):
            span: Span = reference.span
            found.diagnostics.append(Diagnostic("wxs/module-not-found", span, {"name": reference.name}))
        else:
            _add_wxs(target, found, units, is_older=is_older)
