"""What one style file says, for rules that look at several files."""

from __future__ import annotations

from dataclasses import dataclass

from runtime.compiler.lint.named_selectors import NamedSelector, named_selectors
from runtime.compiler.wxss.sheet import ImportMark, StyleUnit
from runtime.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """Findings of the file, its imports, and the classes and ids that its selectors name."""

    diagnostics: tuple[Diagnostic, ...]
    imports: tuple[ImportMark, ...]
    names: tuple[NamedSelector, ...] = ()


def style_facts(unit: StyleUnit, diagnostics: tuple[Diagnostic, ...]) -> StyleFacts:
    """Reads the facts off a compiled file."""
    imports = tuple(rule for rule in unit.rules if isinstance(rule, ImportMark))
    return StyleFacts(diagnostics, imports, named_selectors(unit))
