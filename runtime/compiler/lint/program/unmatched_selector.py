"""A class or an id in the sheet of a page or component that no element which the sheet applies to can have.

Silent about sheets that others import, that nobody wrote by hand, and where names depend on data as a whole. Components
that are used, in any depth, may take the styles: what they wear counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.package_files import is_from_npm
from runtime.compiler.lint.rule import ProgramRule
from runtime.compiler.lint.worn_names import WornNames
from runtime.compiler.script_units import script_of
from runtime.compiler.wxss.sheet import StyleRule
from runtime.diagnostics import Diagnostic, Span
from runtime.project.model import Component

CODE = "wxss/unmatched-selector"

_NAME = re.compile(
    r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|\[[^\]]*\]|:not\([^)]*\)|\\.|[.#](?P<name>-?[_a-zA-Z\u0080-\uffff][\w\-\u0080-\uffff]*)",
    re.DOTALL,
)
# Parts of built-in components, which the platform draws with classes of its own.
_INNER = ("wx-", "uni-")
_GIVES_STYLES = re.compile(r"[\"'](?:page-)?shared[\"']")
_LONGEST_LINE = 400
"""What has longer ones was written by a tool."""


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    if program.has_own_constructors:
        return
    worn_by_components = _ByComponents(program)
    for stem, units in program.sheets.items():
        own = next((unit for unit in units if unit.path.rpartition(".")[0] == stem), None)
        rules = [rule for rule in own.rules if isinstance(rule, StyleRule) and rule.file == own.path] if own else []
        if not rules or stem == "app" or is_from_npm(stem) or _gives_styles(program, stem) or _is_generated(rules):
            continue
        worn, others = _of_owner(program, stem), worn_by_components.used_by(stem)
        if worn is not None and others is not None:
            yield from _in_sheet(rules, (*worn, *others), _written(program, stem))


def _in_sheet(rules: list[StyleRule], worn: tuple[WornNames, ...], written: str) -> Iterator[Diagnostic]:
    said: set[str] = set()
    for rule in rules:
        for match in _NAME.finditer(rule.selector):
            name = match["name"]
            if not name or name.startswith(_INNER) or match[0] in said:
                continue
            said.add(match[0])
            # A name that is written otherwise may get onto an element in ways that are not followed.
            is_written = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", written)
            if is_written is None and not any(one.may_have(name) for one in worn):
                yield Diagnostic(CODE, _span(rule, match.start(), len(match[0])), {"name": match[0]})


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


def _of_owner(program: LintedProgram, stem: str) -> tuple[WornNames, ...] | None:
    """What the templates of a page or component wear; None if that cannot be told."""
    found = [facts for path, facts in program.templates.items() if stem in program.owners.get(path, ())]
    is_unclear = any(one.classes.is_open or one.ids.is_open for one in found)
    if is_unclear or not found:
        return None
    return tuple(worn for one in found for worn in (one.classes, one.ids))


def _is_generated(rules: list[StyleRule]) -> bool:
    return any(rule.column > _LONGEST_LINE for rule in rules)


def _gives_styles(program: LintedProgram, stem: str) -> bool:
    """Whether a component may give its styles to those that use it."""
    if any(page.path == stem for page in program.project.pages):
        return False
    config = program.project.files.text(f"{stem}.json") or ""
    is_unclear = program.definition(stem).methods is None
    return is_unclear or any(_GIVES_STYLES.search(text) for text in (config, _script(program, stem)))


def _written(program: LintedProgram, stem: str) -> str:
    """The script, the templates and their wxs modules of a page or component, as they are written."""
    templates = [path for path, owners in program.owners.items() if stem in owners]
    modules = {name for path in templates for name in program.compiled_templates[path].dependencies}
    paths = {*templates, *(name for name in modules if name.endswith(".wxs"))}
    return "\n".join([_script(program, stem), *(program.project.files.text(path) or "" for path in paths)])


def _script(program: LintedProgram, stem: str) -> str:
    path = script_of(program.project, stem)
    return (program.project.files.text(path) or "") if path is not None else ""


def _span(rule: StyleRule, at: int, length: int) -> Span:
    before = rule.selector[:at]
    if rule.places:
        # A style language put the selector together: its rule is what can be pointed at.
        file, line, column = rule.places[min(before.count("\n"), len(rule.places) - 1)]
        return Span(file, line, column, line, column + 1)
    line = rule.line + before.count("\n")
    column = len(before) - before.rfind("\n") if "\n" in before else rule.column + len(before)
    return Span(rule.file, line, column, line, column + length)


RULE = ProgramRule((CODE,), "Observed: a rule whose class no element has is never applied", _check)
