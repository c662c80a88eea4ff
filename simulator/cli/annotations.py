"""Findings in the forms of services that build and test: they show them at their line in a change."""

from __future__ import annotations

import argparse
import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TextIO

import msgspec

GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
GITLAB_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


@dataclass(frozen=True, slots=True)
class Annotation:
    """One finding. `file` is relative to the project, or the repository; `line` and `column` are 0 where there is none;
    `rule` names what found it."""

    severity: Literal["error", "warning", "info"]
    message: str
    rule: str
    file: str = ""
    line: int = 0
    column: int = 0

    def below(self, prefix: str) -> Annotation:
        """The same, as seen from further up."""
        return replace(self, file=prefix + self.file) if self.file else self


def add_annotation_options(command: argparse.ArgumentParser) -> None:
    """For commands that find something in files."""
    command.add_argument("--github", action="store_true", help="also print findings as annotations of GitHub Actions")
    command.add_argument("--gitlab", type=Path, metavar="F.json", help="also write a Code Quality report of GitLab")


def write_annotations(args: argparse.Namespace, found: Iterable[tuple[Path, Annotation]], out: TextIO) -> None:
    """What the options ask for; each with the folder of its project. Raises OSError for a report that cannot be
    written."""
    placed = [one.below(_from_here(project)) for project, one in found]
    if args.github:
        for line in github_lines(placed):
            print(line, file=out)
    if args.gitlab:
        args.gitlab.write_bytes(gitlab_report(placed))


def github_lines(found: Iterable[Annotation]) -> list[str]:
    """Workflow commands, one a line."""
    return [_github_line(one) for one in found]


def gitlab_report(found: Iterable[Annotation]) -> bytes:
    """A report of Code Quality. Equal findings of a file are told apart by their number, not by their lines: a change
    above them makes no new ones."""
    seen: Counter[tuple[str, str, str]] = Counter()
    entries = []
    for one in found:
        path = one.file or "."
        key = (path, one.rule, one.message)
        seen[key] += 1
        digest = hashlib.sha256("\0".join([*key, str(seen[key])]).encode()).hexdigest()
        entries.append(
            {
                "description": one.message,
                "check_name": one.rule,
                "fingerprint": digest,
                "severity": GITLAB_SEVERITIES[one.severity],
                "location": {"path": path, "lines": {"begin": max(1, one.line)}},
            }
        )
    return msgspec.json.format(msgspec.json.encode(entries), indent=1)


def _github_line(one: Annotation) -> str:
    given = {
        "file": one.file,
        "line": str(one.line or ""),
        "col": str(one.column or ""),
        "title": one.rule,
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in given.items() if value)
    return f"::{GITHUB_LEVELS[one.severity]} {properties}::{_data(one.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _from_here(project: Path) -> str:
    """The services run commands at the root of a repository."""
    try:
        way = Path(os.path.realpath(project)).relative_to(os.path.realpath(".")).as_posix()
    except ValueError:
        return ""
    return "" if way == "." else f"{way}/"
