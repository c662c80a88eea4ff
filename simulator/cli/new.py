"""`handset new`: makes a project from a template."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

from simulator.project_templates import NewProjectError, new_project
from simulator.template_languages import ProjectLanguage

EXIT_REFUSED = 2


def run_new(
    target: Path, *, template: str, name: str, appid: str = "", languages: Collection[ProjectLanguage] = ()
) -> int:
    """Returns 0, or 2 if nothing was made."""
    try:
        made = new_project(target, template, name, appid=appid, languages=languages)
    except NewProjectError as problem:
        print(f"handset: {problem}", file=sys.stderr)
        return EXIT_REFUSED
    print(f"{target}: {len(made)} files. Open it with: handset {target}")
    return 0
