"""A class or an id in the sheet of a page or component that no element which the sheet applies to can have.

Silent about sheets that others import, that nobody wrote by hand, and where names depend on data as a whole. Components
that are used, in any depth, may take the styles: what they wear counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.named_selectors import NamedSelector
from runtime.compiler.lint.package_files import is_from_npm
from runtime.compiler.lint.rule import ProgramRule
from runtime.compiler.lint.worn_names import WornNames
from runtime.compiler.script_units import script_of
from runtime.diagnostics import Diagnostic
from runtime.project.model import Component

CODE = "wxss/unmatched-selector"

_GIVES_STYLES = re.compile(r"[\"'](?:page-)?shared[\"']")


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    if program.has_own_constructors:
        return
    templates: dict[str, list[str]] = {}
    for path, owners in program.owners.items():
        for owner in owners:
            templates.setdefault(owner, []).append(path)
    worn_by_components = _ByComponents(program)
    for stem, units in program.sheets.items():
        own = next((unit.path for unit in units if unit.path.rpartition(".")[0] == stem), None)
        names = program.styles[own].names if own is not None and own in program.styles else ()
        if not names or stem == "app" or is_from_npm(stem):
            continue
        worn, others = _of_owner(program, templates.get(stem, [])), worn_by_components.used_by(stem)
        if worn is None or others is None:
            continue
        lost = _not_worn(names, (*worn, *others))
        if lost and not _gives_styles(program, stem):
            yield from _unwritten(lost, _written(program, stem, templates[stem]))


def _not_worn(selectors: tuple[NamedSelector, ...], worn: tuple[WornNames, ...]) -> list[NamedSelector]:
    whole = frozenset[str]().union(*(one.names for one in worn))
    depending = [one for one in worn if one.parts or one.is_open]
    lost = (one for one in selectors if one.name[1:] not in whole)
    return [one for one in lost if not any(each.may_have(one.name[1:]) for each in depending)]


def _unwritten(lost: list[NamedSelector], written: str) -> Iterator[Diagnostic]:
    """A name that is written otherwise may get onto an element in ways that are not followed."""
    for one in lost:
        name = one.name[1:]
        if name not in written or re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", written) is None:
            yield Diagnostic(CODE, one.span, {"name": one.name})


class _ByComponents:
    """What the templates of components wear, by the pages and components that use them."""

    def __init__(self, program: LintedProgram) -> None:
        self._program = program
        self._of: dict[str, tuple[WornNames, ...]] = {}

    def used_by(self, stem: str) -> list[WornNames] | None:
        """Of all components that are used, those that these use among them; None if one is not there to be read."""
        components = self._program.project.components
        found: list[WornNames] = []
        seen, waiting = {stem}, [stem]
        while waiting:
            owner = components.get(waiting.pop())
            if owner is not None and self._misses(owner):
                return None
            for target in owner.using.values() if owner is not None else ():
                if target in seen:
                    continue
                if f"{target}.wxml" not in self._program.compiled_templates:
                    return None
                seen.add(target)
                waiting.append(target)
                if target not in self._of:
                    self._of[target] = tuple(self._worn(target))
                found += self._of[target]
        return found

    def _misses(self, owner: Component) -> bool:
        declared = (json.get("usingComponents") for json in (owner.json, self._program.project.app))
        tags = {tag for one in declared if isinstance(one, dict) for tag in one}
        return not tags <= {*owner.using, *owner.generics}

    def _worn(self, stem: str) -> Iterator[WornNames]:
        waiting, seen = [f"{stem}.wxml"], {f"{stem}.wxml"}
        while waiting:
            path = waiting.pop()
            facts, template = self._program.templates.get(path), self._program.compiled_templates.get(path)
            for worn in (facts.classes, facts.ids) if facts is not None else ():
                yield worn.without_openness()
            for name in template.dependencies if template is not None else ():
                if name.endswith(".wxml") and name not in seen:
                    seen.add(name)
                    waiting.append(name)


def _of_owner(program: LintedProgram, templates: list[str]) -> tuple[WornNames, ...] | None:
    """What the templates of a page or component wear; None if that cannot be told."""
    found = [program.templates[path] for path in templates if path in program.templates]
    is_unclear = any(one.classes.is_open or one.ids.is_open for one in found)
    if is_unclear or not found:
        return None
    return tuple(worn for one in found for worn in (one.classes, one.ids))


def _gives_styles(program: LintedProgram, stem: str) -> bool:
    """Whether a component may give its styles to those that use it."""
    if any(page.path == stem for page in program.project.pages):
        return False
    config = program.project.files.text(f"{stem}.json") or ""
    is_unclear = program.definition(stem).methods is None
    return is_unclear or any(_GIVES_STYLES.search(text) for text in (config, _script(program, stem)))


def _written(program: LintedProgram, stem: str, templates: list[str]) -> str:
    """The script, the templates and their wxs modules of a page or component, as they are written."""
    modules = {name for path in templates for name in program.compiled_templates[path].dependencies}
    paths = {*templates, *(name for name in modules if name.endswith(".wxs"))}
    return "\n".join([_script(program, stem), *(program.project.files.text(path) or "" for path in paths)])


def _script(program: LintedProgram, stem: str) -> str:
    path = script_of(program.project, stem)
    return (program.project.files.text(path) or "") if path is not None else ""


RULE = ProgramRule((CODE,), "Observed: a rule whose class no element has is never applied", _check)
