"""Which scripts of a running program stand in the way when they would have to be evaluated anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of
from runtime.compiler.script.hot_swap import Obstacle, swap_facts
from runtime.compiler.script_units import resolve_script
from runtime.project.model import Project


class ScriptObstacle(NamedTuple):
    """An obstacle in a script. Of the code `changed-elsewhere`, `name` is the file that changes its values."""

    file: str
    code: str
    name: str = ""
    line: int = 0


def swap_obstacle(project: Project, scripts: Collection[str]) -> ScriptObstacle | None:
    """The first reason why these scripts cannot be evaluated anew; None if nothing would be lost.

    `project`: as it runs, before the change. `scripts`: all those that are evaluated together.
    """
    return next(_obstacles(project, scripts), None)


def prepare(scripts: Collection[str]) -> None:
    """Does what the first judgement of such scripts would have to do first; nothing is wrong if nobody calls it."""
    for dialect in {SCRIPT_DIALECTS[ending_of(path)] for path in scripts if ending_of(path) in SCRIPT_DIALECTS}:
        swap_facts("", "const kept = {}; Page({ onLoad() { this.setData(kept) } })", dialect)


def _obstacles(project: Project, scripts: Collection[str]) -> Iterator[ScriptObstacle]:
    for path in scripts:
        text = project.files.text(path)
        if text is None:
            continue
        facts = swap_facts(path, text, SCRIPT_DIALECTS[ending_of(path)])
        if facts.obstacle is not None:
            yield _placed(path, facts.obstacle)
        for name in facts.changed:
            target = resolve_script(project, name, path)
            if target is not None and target in scripts:
                yield ScriptObstacle(target, "changed-elsewhere", path)


def _placed(path: str, obstacle: Obstacle) -> ScriptObstacle:
    return ScriptObstacle(path, obstacle.code, obstacle.name, obstacle.line)
