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
    for path, facts in program.styles.items():
        targets = ((resolve_import(mark.name, path, files.exists), mark) for mark in facts.imports)
        imports[path] = [(target, mark) for target, mark in targets if target is not None and target in program.styles]
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
