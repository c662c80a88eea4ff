"""What a rule is: the codes that it may report, where the platform says so, and a function that looks.

A rule reports only what is surely so; where the sources leave a doubt it is silent.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from runtime.diagnostics import Diagnostic

if TYPE_CHECKING:
    from runtime.compiler.lint.linted_program import LintedProgram
    from runtime.compiler.lint.script_file import ScriptFile
    from runtime.compiler.lint.template_file import TemplateFile
    from runtime.compiler.wxml.syntax import Element
    from runtime.compiler.wxss.sheet import StyleUnit

Findings: TypeAlias = Iterable[Diagnostic]


@dataclass(frozen=True)
class _Rule:
    """`codes`: the diagnostics that it reports. `source`: the page of the reference, or how the fact was seen."""

    codes: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class ElementRule(_Rule):
    """A rule about one element of a template."""

    check: Callable[[Element, TemplateFile], Findings]


@dataclass(frozen=True)
class StyleFile:
    """A style file with its text. `properties`: those of the platform's browser."""

    unit: StyleUnit
    text: str
    properties: Collection[str]


@dataclass(frozen=True)
class StyleFileRule(_Rule):
    """A rule about one style file."""

    check: Callable[[StyleFile], Findings]


@dataclass(frozen=True)
class ScriptFileRule(_Rule):
    """A rule about one script."""

    check: Callable[[ScriptFile], Findings]


@dataclass(frozen=True)
class ProgramRule(_Rule):
    """A rule that needs several files."""

    check: Callable[[LintedProgram], Findings]


AnyRule: TypeAlias = ElementRule | StyleFileRule | ScriptFileRule | ProgramRule
