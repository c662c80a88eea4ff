"""Packages that are not installed, as one finding with the command that brings them, however many files need them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from runtime.diagnostics import Diagnostic, Span
from runtime.project.files import ProjectFiles
from runtime.project.paths import folder_of
from runtime.project.resolve import NPM_FOLDER

MOST_NAMED = 8
# What a finding names, as its package stands in it: by its name, or below the folder that an npm build writes.
_BARE: Mapping[str, str] = {"project/npm-not-built": "path", "script/npm-not-built": "name"}
_BELOW: Mapping[str, str] = {
    "project/component-not-found": "path",
    "script/module-not-found": "name",
    "wxss/import-not-found": "path",
    "less/import-not-found": "path",
}
_NOT_INSTALLED = "npm/not-installed"
_INSTALLABLE = re.compile(r"(?:@[a-z0-9~][\w.~-]*/)?[a-z0-9~_][\w.~-]*\Z")
"""Names that may stand in a command that somebody copies into a shell: they come from the program's own text."""
_PACKAGE = re.compile(r"(?:@[^/]+/)?[^/]+")


@dataclass
class _Missing:
    uses: dict[str, Span] = field(default_factory=dict)
    count: int = 0
    declared: dict[str, Span] = field(default_factory=dict)


def join_missing_packages(found: Iterable[Diagnostic], files: ProjectFiles) -> list[Diagnostic]:
    """The findings with all that speak of missing packages in the place of the first of them."""
    everything = list(found)
    missing = _Missing()
    for one in everything:
        if one.code == _NOT_INSTALLED:
            missing.declared.setdefault(one.args["name"], one.span)
    kept: list[Diagnostic] = []
    # Many findings are about few packages, and each question goes through all files.
    is_in_a_path = cache(lambda part: any(part in f"/{path}" for path in files.paths))
    for one in everything:
        name = _package(one, is_in_a_path, missing.declared)
        if one.code == _NOT_INSTALLED:
            continue
        if name:
            missing.uses.setdefault(name, one.span)
            missing.count += 1
        else:
            kept.append(one)
    return [*_joined(missing, files), *kept]


def _package(finding: Diagnostic, is_in_a_path: Callable[[str], bool], declared: Mapping[str, Span]) -> str:
    """The package whose absence a finding is about, or `""`."""
    named = finding.args.get(_BARE.get(finding.code, "") or _BELOW.get(finding.code, ""), "")
    _, marker, rest = named.rpartition(f"{NPM_FOLDER}/")
    match = _PACKAGE.match(rest)
    if match is None:
        return ""
    name = match[0]
    if marker:
        return "" if is_in_a_path(f"{marker}{name}/") else name
    # A name without `./` may be a path as well.
    return name if name in declared or (finding.code in _BARE and not is_in_a_path(f"/{name}/")) else ""


def _joined(missing: _Missing, files: ProjectFiles) -> Iterable[Diagnostic]:
    if missing.uses:
        names = sorted(missing.uses)
        manifests = {missing.declared[name].file for name in names if name in missing.declared}
        unknown = [name for name in names if name not in missing.declared]
        spans = [missing.declared[name] for name in names if name in missing.declared]
        args = {"packages": _listed(names), "count": str(missing.count), "command": _command(manifests, unknown, files)}
        yield Diagnostic("npm/missing-packages", min(spans or missing.uses.values()), args)
    unused = sorted(name for name in missing.declared if name not in missing.uses)
    if unused:
        span = min(missing.declared[name] for name in unused)
        yield Diagnostic(_NOT_INSTALLED, span, {"name": _listed(unused)})


def _command(manifests: set[str], unknown: list[str], files: ProjectFiles) -> str:
    """What to type in the project folder."""
    folders = sorted(folder_of(path) for path in manifests) or [files.below if files.exists("package.json") else ""]
    commands = [f"npm install --prefix {shlex.quote(folder)}" if folder else "npm install" for folder in folders]
    if installable := [name for name in unknown if _INSTALLABLE.match(name)]:
        commands[0] = " ".join([commands[0], *installable])
    return " && ".join(commands)


def _listed(names: list[str]) -> str:
    more = ["…"] if len(names) > MOST_NAMED else []
    return ", ".join([*names[:MOST_NAMED], *more])
