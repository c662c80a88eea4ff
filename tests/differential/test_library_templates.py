"""Every template of the component libraries, with default values, against the official compiler's tree."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.render import run_render
from tests.differential import official
from tests.differential.explanations import unexplained
from tests.differential.library import Library, Mounted, open_library
from tests.differential.trees import canonical, differences

# A piece of another template, whose wxs counts months without end when it has no dates.
NOT_ALONE = frozenset({"calendar/calendar.wxml"})
pytestmark = [pytest.mark.npm, pytest.mark.usefixtures("packages")]


@pytest.mark.parametrize("name", official.LIBRARIES)
def test_templates(name: str, tmp_path: Path) -> None:
    library = open_library(official.PACKAGES / official.LIBRARIES[name])
    ours: dict[str, tuple[Any, Any]] = {}
    for component in library.components:
        mounted = Mounted(library, component, tmp_path)
        ours[f"{component}.wxml"] = (mounted.data(), _with_events(mounted.template_tree()))
    for file in (file for file in library.partials if file not in NOT_ALONE):
        ours[file] = ({}, _partial(library, file))
    jobs = [(file, data) for file, (data, _) in ours.items()]
    (answer,) = official.render_templates([official.TemplateProgram(library.root, _using(library), jobs)])
    assert "error" not in answer
    found: list[str] = []
    for (file, (_, tree)), theirs in zip(ours.items(), answer["trees"], strict=True):
        stem = file.removesuffix(".wxml")
        found += unexplained("templates", name, stem, differences(canonical(tree), canonical(theirs)))
    assert found == []


def _using(library: Library) -> dict[str, list[str]]:
    components = library.result.project.components
    return {f"{path}.wxml": sorted(components[path].using) for path in library.components}


def _with_events(node: Any) -> Any:
    if isinstance(node, str):
        return node
    attributes = {**node.get("attr", {}), **node.get("events", {})}
    return {**node, "attr": attributes, "children": [_with_events(child) for child in node["children"]]}


def _partial(library: Library, file: str) -> Any:
    out = io.StringIO()
    assert run_render(library.root / file, root=library.root, out=out, problems=io.StringIO()) == 0
    return json.loads(out.getvalue())
