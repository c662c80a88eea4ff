"""What of a build stands as a whole when only certain files were written: nobody need look at each of the others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from runtime.compiler.languages import SCRIPT_DIALECTS, STYLE_LANGUAGES, TEMPLATE_ENDINGS, ending_of
from runtime.project.model import Project

_TEMPLATES = (*TEMPLATE_ENDINGS, ".wxs")


@dataclass(frozen=True, slots=True)
class Reuse:
    """Which languages are as they were. `config`: what the configuration files say is the same."""

    scripts: bool = False
    styles: bool = False
    templates: bool = False
    config: bool = False


def reuse_of(before: Project, now: Project, changed: Collection[str] | None) -> Reuse:
    """After the writing of these files (as seen from the project folder; None: any).

    Files of a language take the text of no other language into them; which files exist matters to all.
    """
    is_same = now.components is before.components and now.files.paths == before.files.paths
    if changed is None or not is_same:
        return Reuse()
    inner = [path for one in changed if (path := now.files.inner(one)) is not None]
    if not all(now.files.exists(path) for path in inner):
        return Reuse()
    endings = {ending_of(path) for path in inner}
    return Reuse(
        scripts=endings.isdisjoint(SCRIPT_DIALECTS),
        styles=endings.isdisjoint(STYLE_LANGUAGES),
        templates=endings.isdisjoint(_TEMPLATES),
        config=True,
    )
