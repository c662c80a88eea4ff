"""What a change of files means for the running program. Pure: a judgement, no action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from runtime.diagnostics import Diagnostic

Verdict = Literal["style", "template", "logic", "restart", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between the program that runs and the one that was built last; paths as in the program.

    `restart_reason` is set when a change cannot be taken up in place, for example an edited app.json.
    """

    styles: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    restart_reason: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.styles or self.templates or self.scripts or self.restart_reason)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict with its reason: the file that forces a restart, or the first error."""

    verdict: Verdict
    reason: str = ""
    error: Diagnostic | None = None


def judge(changes: Changes, before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> Judgement:
    """Decides what to do. An error that was not there before keeps the last good screen."""
    known = {(d.code, d.span.file, tuple(sorted(d.args.items()))) for d in before if d.severity == "error"}
    fresh = (
        d for d in after if d.severity == "error" and (d.code, d.span.file, tuple(sorted(d.args.items()))) not in known
    )
    error = next(fresh, None)
    if error is not None:
        return Judgement("failed", error.text(), error)
    if changes.restart_reason:
        return Judgement("restart", changes.restart_reason)
    if changes.scripts:
        return Judgement("logic")
    if changes.templates:
        return Judgement("template")
    if changes.styles:
        return Judgement("style")
    return Judgement("unchanged")
