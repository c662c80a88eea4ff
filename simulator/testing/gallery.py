"""A gallery: each component of a project alone, in variants made from its properties, as pictures on a page of its own.

First as it is without any property, then with its texts and numbers given, then with each switch turned as well. What
lists and objects a component wants nobody can guess: those stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runtime.project.component_config import is_component
from runtime.project.resolve import NPM_FOLDER
from runtime.protocol.logic import Inspected
from runtime.protocol.previews import facts_of
from simulator.testing.failure import TestFailure
from simulator.testing.finger import element_of
from simulator.testing.gallery_page import ComponentPage, Variant, write_index, write_page
from simulator.testing.mount import FOLDER, Mounted, Mounts
from simulator.testing.programs import Programs
from simulator.testing.settings import RunSettings

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

MOST_VARIANTS = 24
A_NUMBER = 3
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


def components_of(mounts: Mounts) -> list[str]:
    """The project's own components, by path."""
    build = mounts.app.run.program.build
    assert build is not None
    files = build.project.files
    stems = {path.rpartition(".")[0] for path in files.paths if path.endswith(".json")}
    others = (f"{FOLDER}/", f"{NPM_FOLDER}/")
    return sorted(
        stem
        for stem in stems
        if not stem.startswith(others) and f"/{NPM_FOLDER}/" not in stem and is_component(files, stem)
        and _says_so(files.text(f"{stem}.json") or "")
    )  # fmt: skip


def make_gallery(settings: RunSettings, out: Path, tell: Callable[[ComponentPage], None]) -> list[ComponentPage]:
    """Writes a page for each component, and `index.html` that leads to them. Raises ProgramFailure."""
    out.mkdir(parents=True, exist_ok=True)
    programs = Programs()
    try:
        mounts = programs.mounts(replace(settings, tier="full"))
        pages: list[ComponentPage] = []
        for component in components_of(mounts):
            file = out / f"{_NOT_IN_NAMES.sub('-', component)}.html"
            page = ComponentPage(component, file, tuple(_variants(mounts, component)))
            write_page(page)
            tell(page)
            pages.append(page)
        write_index(out / "index.html", pages)
        return pages
    finally:
        programs.close()


def _variants(mounts: Mounts, component: str) -> Iterator[Variant]:
    first, declared = _shown(mounts, component, {})
    yield first
    for given in given_properties(declared)[: MOST_VARIANTS - 1]:
        yield _shown(mounts, component, given)[0]


def given_properties(declared: list[tuple[str, str, Any]]) -> list[dict[str, Any]]:
    """The variants for properties `(name, type, default)`."""
    filled: dict[str, Any] = {}
    for name, kind, value in declared:
        if kind == "String" and value == "":
            filled[name] = name
        elif kind == "Number" and value == 0:
            filled[name] = A_NUMBER
    switches = [(name, value) for name, kind, value in declared if kind == "Boolean"]
    return [*([filled] if filled else []), *({**filled, name: not value} for name, value in switches)]


def _shown(mounts: Mounts, component: str, given: Mapping[str, Any]) -> tuple[Variant, list[tuple[str, str, Any]]]:
    app = mounts.app
    app.begin_test()
    try:
        mounted = mounts(component, given)
        return Variant(dict(given), _picture(mounted), tuple(app.errors)), _declared(mounted)
    except TestFailure as failure:
        return Variant(dict(given), None, (str(failure).partition("\n  in ")[0], *app.errors)), []


def _declared(mounted: Mounted) -> list[tuple[str, str, Any]]:
    run, page_id = mounted.page.run, mounted.page.page_id
    ref = mounted.host.nodes()[0].ref
    questions = run.program.logic_questions
    answer = run.ask(Inspected, lambda done: questions.inspect_page("node", page_id, done, ref=ref), "properties")
    facts = facts_of(answer.value) or {}
    return [(name, kind, value.get("v")) for name, kind, value in facts.get("properties", [])]


def _picture(mounted: Mounted) -> QImage:
    """Of the component, or of the whole phone if it shows itself elsewhere."""
    run, node = mounted.page.run, mounted.host.nodes()[0]
    screen, element = run.door.screen, element_of(mounted.page.page_id, node)
    box = mounted.host.bounding_box()
    if box["width"] >= 1 and box["height"] >= 1:
        picture: QImage = run.do(lambda done: screen.element_picture(element, done), "a picture")
        return picture
    whole: QImage = run.do(screen.picture, "a picture")
    return whole


def _says_so(config: str) -> bool:
    """Whether a configuration says that it is of a component: pages can be used as such, too."""
    return re.search(r'"component"\s*:\s*true', config) is not None
