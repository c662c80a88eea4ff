"""Style files that import each other in a circle: the import that closes it is left out."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.compiler.wxss.link import resolve_import
from runtime.compiler.wxss.sheet import ImportMark
from runtime.diagnostics import Diagnostic


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    files = program.project.files
    imports: dict[str, list[tuple[str, ImportMark]]] = {}
    for path, unit in program.style_units.items():
        imports[path] = []
        for mark in unit.rules:
            target = resolve_import(mark.name, path, files.exists) if isinstance(mark, ImportMark) else None
            if isinstance(mark, ImportMark) and target is not None and target in program.style_units:
                imports[path].append((target, mark))
    seen: set[str] = set()
    for start in imports:
        above: list[str] = []
        waiting = [(start, False)] if start not in seen else []
        while waiting:
            path, is_left = waiting.pop()
            if is_left:
                above.pop()
                continue
            if path in seen:
                continue
            seen.add(path)
            above.append(path)
            waiting.append((path, True))
            for target, mark in imports[path]:
                if target in above:
                    yield Diagnostic("wxss/cyclic-import", mark.span, {"path": target})
                waiting.append((target, False))


RULE = ProgramRule(("wxss/cyclic-import",), "Source: WXSS reference page, style import", _check)
