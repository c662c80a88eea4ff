"""The command `handset coverage`: what of the platform there is, and what of it a project uses.

Exit codes: 0 told, 2 the folder is not a project.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from runtime.api.texts import reason_text
from runtime.compiler.build import build
from runtime.coverage.states import States, states_of
from runtime.coverage.uses import Use, uses_of
from runtime.platform.platform import Platform
from runtime.platform.wechat import WECHAT
from runtime.project.load import load_project
from runtime.project.model import NotAProject
from simulator.styles.process import StyleProcess

EXIT_OK, EXIT_NOT_A_PROJECT = 0, 2
_API_STATES = ("works", "simulated", "unsupported")


def run_coverage(root: Path | None, *, as_json: bool, out: TextIO) -> int:
    """Writes every name with its state, or with a folder what the project uses, what is not there first by its lines.

    With `as_json` one object: `{"apis": {works, simulated, unsupported, "names": {name: state}}, "members": the same,
    "components": {tag: state}}`; with a folder also `"project": {"uses": n, "there": n, "apis": {name: {state, count}},
    "members": …, "components": …, "missing": [{kind, name, state, why, file, line, column}]}`. If the folder is no
    project: `{"ok": false, "error": …}`.
    """
    if root is None:
        states = states_of(WECHAT)
        print(_json(_platform_object(states)) if as_json else "\n".join(_platform_lines(states)), file=out)
        return EXIT_OK
    try:
        platform, uses = _project_uses(root)
    except NotAProject as error:
        print(_json({"ok": False, "error": str(error)}) if as_json else str(error), file=out)
        return EXIT_NOT_A_PROJECT
    if as_json:
        print(_json({**_platform_object(states_of(platform)), "project": _project_object(uses)}), file=out)
    else:
        print("\n".join(_project_lines(uses)), file=out)
    return EXIT_OK


def _project_uses(root: Path) -> tuple[Platform, tuple[Use, ...]]:
    with StyleProcess() as style_compiler:
        result = build(load_project(root), style_compiler=style_compiler)
    platform = result.project.platform
    return platform, uses_of(result, states_of(platform))


def _platform_object(states: States) -> dict[str, Any]:
    return {"apis": _counted(states.apis), "members": _counted(states.members), "components": dict(states.components)}


def _counted(names: Mapping[str, str]) -> dict[str, Any]:
    counts = Counter(names.values())
    return {**{state: counts[state] for state in _API_STATES}, "names": dict(sorted(names.items()))}


def _platform_lines(states: States) -> list[str]:
    kinds = {"api": states.apis, "member": states.members, "component": states.components}
    lines = [f"{kind} {name} {state}" for kind, names in kinds.items() for name, state in sorted(names.items())]
    return [*lines, *(f"{kind}s: {_sums(Counter(names.values()))}" for kind, names in kinds.items())]


def _project_object(uses: tuple[Use, ...]) -> dict[str, Any]:
    found: dict[str, dict[str, dict[str, Any]]] = {"api": {}, "member": {}, "component": {}}
    for use in uses:
        found[use.kind].setdefault(use.name, {"state": use.state, "count": 0})["count"] += 1
    missing = [
        {
            "kind": use.kind, "name": use.name, "state": use.state, "why": _why(use),
            "file": use.span.file, "line": use.span.line, "column": use.span.column,
        }
        for use in uses if not use.is_there
    ]  # fmt: skip
    sums = {"uses": len(uses), "there": sum(use.is_there for use in uses)}
    return {**sums, **{f"{kind}s": dict(sorted(names.items())) for kind, names in found.items()}, "missing": missing}


def _project_lines(uses: tuple[Use, ...]) -> list[str]:
    lines = [
        f"{use.span.file}:{use.span.line}:{use.span.column}: {use.kind} {use.name} {use.state}{_why(use, ': ')}"
        for use in uses if not use.is_there
    ]  # fmt: skip
    for kind in ("api", "member", "component"):
        counts = Counter(use.state for use in uses if use.kind == kind)
        lines.append(f"{kind} uses: {_sums(counts)}")
    there = sum(use.is_there for use in uses)
    share = f" ({100 * there / len(uses):.1f} %)" if uses else ""
    return [*lines, f"{there} of {len(uses)} uses are there{share}"]


def _why(use: Use, before: str = "") -> str:
    return before + reason_text(use.reason) if use.reason else ""


def _sums(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {state}" for state, count in sorted(counts.items())) or "none"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
