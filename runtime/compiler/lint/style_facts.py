"""What one style file says, for rules that look at several files."""

from __future__ import annotations

from dataclasses import dataclass

from runtime.compiler.wxss.sheet import ImportMark, StyleUnit
from runtime.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """Findings of the file, and its imports."""

    diagnostics: tuple[Diagnostic, ...]
    imports: tuple[ImportMark, ...]


def style_facts(unit: StyleUnit, diagnostics: tuple[Diagnostic, ...]) -> StyleFacts:
    """Reads the facts off a compiled file."""
    return StyleFacts(diagnostics, tuple(rule for rule in unit.rules if isinstance(rule, ImportMark)))
