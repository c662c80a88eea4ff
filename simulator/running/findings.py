"""Tells the console what a build found wrong, each error once as long as it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtime.diagnostics import Diagnostic
from runtime.protocol.stacks import StackFrame
from simulator.bridge.notices import text_with_help
from simulator.bridge.record import Level
from simulator.bridge.recorder import Recorder

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class Findings:
    """Follows the builds of one program. Warnings and most notes are for the problems list alone."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._told: frozenset[tuple[object, ...]] = frozenset()

    def forget(self) -> None:
        """The program starts afresh: everything is told again."""
        self._told = frozenset()

    def tell(self, result: BuildResult) -> None:
        """Takes a build."""
        wanted = {_key(found): found for found in result.diagnostics if found.severity == "error" or _shows(found)}
        for key, found in wanted.items():
            if key not in self._told:
                place = StackFrame("", found.span.file, found.span.line, found.span.column)
                title = text_with_help(found, "en")
                level: Level = "error" if found.severity == "error" else "info"
                self._recorder.notice(title, level, code=found.code, detail=found.args, origin="program", stack=[place])
        self._told = frozenset(wanted)


def _shows(found: Diagnostic) -> bool:
    """Whether a note is about what the phone shows: pictures differ, so it is said where the pictures are seen."""
    return found.code == "project/extended-library"


def _key(found: Diagnostic) -> tuple[object, ...]:
    return (found.code, found.span, tuple(sorted(found.args.items())))
