"""A script as the rules see it, and what the rules about several files need to know of it."""

from __future__ import annotations

from dataclasses import dataclass

from runtime.compiler.lint.script.api_uses import ApiUse, api_uses
from runtime.compiler.lint.script.assignments import Assignments, assignments
from runtime.compiler.lint.script.shapes import ScriptShapes, read_shapes
from runtime.compiler.script.syntax import Source
from runtime.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False)
class ScriptFile:
    """A parsed script."""

    source: Source


@dataclass(frozen=True, slots=True)
class ScriptFacts:
    """What one script says, for rules that look at several files."""

    diagnostics: tuple[Diagnostic, ...]
    apis: tuple[ApiUse, ...]
    assigned: Assignments
    shapes: ScriptShapes


def script_facts(file: ScriptFile, diagnostics: tuple[Diagnostic, ...]) -> ScriptFacts:
    """Reads the facts off a script."""
    source = file.source
    return ScriptFacts(diagnostics, api_uses(source), assignments(source), read_shapes(source))
