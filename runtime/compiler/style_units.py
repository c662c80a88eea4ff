"""Compiles and links the style sheets of the app, of pages and of components."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from runtime.compiler.first_part import stems_of
from runtime.compiler.languages import STYLE_LANGUAGES, ending_of, source_file, style_endings
from runtime.compiler.style_compiler import StyleCompiler
from runtime.compiler.style_languages import compile_style_file
from runtime.compiler.units import Units
from runtime.compiler.wxml.names import dataset_key
from runtime.compiler.wxss.link import LinkedSheet, link_style
from runtime.compiler.wxss.sheet import StyleUnit
from runtime.diagnostics import Diagnostic, Span
from runtime.project.model import Project

_DATA_SELECTOR = re.compile(r"\[\s*data-([\w-]+)")


@dataclass
class StyleUnits:
    """Linked sheets by the path of their file. `selected`: keys of the dataset that they select by."""

    sheets: dict[str, LinkedSheet] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    selected: frozenset[str] = frozenset()


def style_of(project: Project, stem: str) -> str | None:
    """The style file of the app, a page or a component."""
    return source_file(stem, style_endings(project.compiler_plugins), project.files.exists)


def needs_style_compiler(project: Project, part: Collection[str] | None = None) -> bool:
    """Whether a page or component has a style sheet that is to be compiled to CSS first."""
    paths = (style_of(project, stem) for stem in ("app", *stems_of(project, part)))
    return any(path is not None and STYLE_LANGUAGES.get(ending_of(path)) for path in paths)


def compile_styles(
    project: Project,
    units: Units,
    compiler: StyleCompiler,
    previous: Mapping[str, LinkedSheet],
    *,
    has_same_files: bool,
    part: Collection[str] | None = None,
) -> StyleUnits:
    """Compiles what is reachable. A sheet none of whose files changed is taken over from `previous`.

    `has_same_files`: the same files exist as then, so that every import leads to where it led. `part`: the pages and
    components to compile for; None: all.
    """
    found = StyleUnits()

    def unit_of(path: str) -> StyleUnit | None:
        return compile_style_file(path, units, compiler)

    seen: set[tuple[str, Span]] = set()
    stems = [(path.rpartition(".")[0], path) for path in project.extended_styles]
    own = ("app", *stems_of(project, part))
    stems += [(stem, path) for stem in own if (path := style_of(project, stem)) is not None]
    for stem, path in stems:
        if path in found.sheets:
            continue
        sheet = previous.get(path) if has_same_files else None
        if sheet is None or any(unit_of(unit.path) is not unit for unit in sheet.units):
            sheet = link_style(path, stem, unit_of, project.files.exists)
        found.sheets[path] = sheet
        for diagnostic in sheet.diagnostics:
            key = (diagnostic.code, diagnostic.span)
            if key not in seen:
                seen.add(key)
                found.diagnostics.append(diagnostic)
    found.selected = selected_data(units, found.sheets.values())
    return found


def selected_data(units: Units, sheets: Iterable[LinkedSheet]) -> frozenset[str]:
    """Keys of the dataset that any of these sheets selects by: `[data-weui-theme=dark]` gives `weuiTheme`."""
    paths = {unit.path for sheet in sheets for unit in sheet.units}
    texts = (units.files.text(path) or "" for path in paths)
    return frozenset(dataset_key(name) for text in texts for name in _DATA_SELECTOR.findall(text))
