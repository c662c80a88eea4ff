"""What a change of files means for the running program. Pure: a judgement, no action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from runtime.diagnostics import Diagnostic

if TYPE_CHECKING:
    from runtime.compiler.changes import Changes

Verdict = Literal["style", "template", "logic", "restart", "unchanged", "failed", "started"]

_PLACES = {"app": "app.json", "app_script": "app.js", "aliases": "app.json", "npm": "miniprogram_npm"}
"""Where the parts of a program's configuration are written that belong to no page or component."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict with its reason: the file that forces a restart, or the first error."""

    verdict: Verdict
    reason: str = ""
    error: Diagnostic | None = None


def judge(
    changes: Changes, app_script: str | None, before: Sequence[Diagnostic], after: Sequence[Diagnostic]
) -> Judgement:
    """Decides what to do. An error that was not there before keeps the last good screen.

    A changed configuration, and a changed app.js, call for a restart; everything else is swapped in place.
    """
    known = {(d.code, d.span.file, tuple(sorted(d.args.items()))) for d in before if d.severity == "error"}
    fresh = (
        d for d in after if d.severity == "error" and (d.code, d.span.file, tuple(sorted(d.args.items()))) not in known
    )
    error = next(fresh, None)
    if error is not None:
        return Judgement("failed", error.text(), error)
    if changes.configs:
        return Judgement("restart", _PLACES.get(changes.configs[0], changes.config_file))
    if app_script is not None and app_script in changes.scripts:
        return Judgement("restart", app_script)
    if changes.scripts:
        return Judgement("logic")
    if changes.templates or changes.wxs:
        return Judgement("template")
    if changes.styles:
        return Judgement("style")
    return Judgement("unchanged")
