"""Every component of the libraries: it mounts as in the official simulator engine, and it takes events."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from tests.differential import official
from tests.differential.explanations import unexplained
from tests.differential.library import Library, Mounted, elements, open_library
from tests.differential.trees import differences, shown, simulated
from tests.differential.variants import VARIANTS, given_values

pytestmark = [pytest.mark.npm, pytest.mark.usefixtures("packages")]
WAIT_MS = 40
TOUCH = {"identifier": 0, "pageX": 10, "pageY": 20, "clientX": 10, "clientY": 20, "force": 1}
BUBBLING = frozenset({"tap", "longpress", "touchstart", "touchmove", "touchend", "touchcancel"})
DETAIL = {"value": "1", "current": 0, "source": "touch", "scrollTop": 5, "scrollLeft": 0, "width": 10, "height": 10}


def varied_library(name: str, variant: str, folder: Path) -> tuple[Library, dict[str, dict[str, Any]]]:
    root = official.PACKAGES / official.LIBRARIES[name]
    library = open_library(root)
    if variant == "defaults":
        return library, {}
    given: dict[str, dict[str, Any]] = {}
    for component in library.components:
        mounted = Mounted(library, component, folder)
        given[component] = given_values(variant, mounted.data(), mounted.properties)
    return open_library(root, given), given


def common_js(library: Library, folder: Path) -> Path:
    """A copy of the library whose scripts Node can load."""
    copy = folder / "library"
    shutil.copytree(library.root, copy)
    for path, script in library.program["scripts"].items():
        if (copy / path).exists():
            (copy / path).write_text(script["code"], "utf-8")
    return copy


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", official.LIBRARIES)
def test_components_mount_as_in_the_simulator_engine(name: str, variant: str, tmp_path: Path) -> None:
    library, given = varied_library(name, variant, tmp_path)
    jobs = [(component, given.get(component, {})) for component in library.components]
    answers = official.mount_components(common_js(library, tmp_path), jobs, wait_ms=WAIT_MS)
    found: list[str] = []
    for (component, _), answer in zip(jobs, answers, strict=True):
        mounted = Mounted(library, component, tmp_path, wait_ms=WAIT_MS)
        ours = {"tag": "main", "children": shown([mounted.composed_tree()])}
        theirs = {"tag": "main", "children": [simulated(node) for node in answer["nodes"]]}
        lines = list(differences(ours, theirs)) or list(snapshot_differences(mounted, answer["snapshot"]))
        if not answer["errors"]:
            lines += [f"only here: {error}" for error in mounted.errors()]
        found += unexplained("components", name, component, lines)
    assert found == []


def snapshot_differences(mounted: Mounted, theirs: str) -> Iterator[str]:
    """Equal trees give equal bytes. Of a root without an element theirs has the first child alone."""
    ours = mounted.snapshot()
    if ours == theirs or (mounted.is_virtual and (theirs == "undefined" or ours.startswith(f"{theirs}\n"))):
        return
    pairs = zip_longest(ours.split("\n"), theirs.split("\n"))
    number, (left, right) = next((number, pair) for number, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    yield f"line {number} of the snapshot: {left!r} ≠ {right!r}"


@pytest.mark.parametrize("variant", ["defaults", "all"])
@pytest.mark.parametrize("name", official.LIBRARIES)
def test_components_take_events(name: str, variant: str, tmp_path: Path) -> None:
    library, _ = varied_library(name, variant, tmp_path)
    found: list[str] = []
    for component in library.components:
        mounted = Mounted(library, component, tmp_path)
        before = len(mounted.errors())
        for _ in range(2):  # the second round meets what the first has opened
            for element in list(elements([mounted.composed_tree()])):
                if "is" not in element:
                    for event in element["events"]:
                        fire(mounted, element, event.partition(":")[2])
        found += unexplained("events", name, component, mounted.errors()[before:])
    assert found == []


def fire(mounted: Mounted, element: dict[str, Any], type_: str) -> None:
    instance, node = element["ref"]
    event = {
        "type": type_, "id": instance, "node": node, "exact": True, "ts": 1.0, "bubbles": type_ in BUBBLING,
        "detail": {"x": 10, "y": 20} if type_ in BUBBLING else DETAIL, "touches": [TOUCH], "changedTouches": [TOUCH],
    }  # fmt: skip
    program = mounted.program
    program.send(m="view-events", page_id=program.page_id, events=[event])
    program.run_timers(0)
