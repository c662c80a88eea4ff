"""A gallery: each component of a project alone, in variants made from its properties, as pictures on a page of its own.

First as it is without any property, then with its texts and numbers given, then with each word that its sources name
for a property, and each switch turned. What looks like a variant before is left out. A component that belongs into
another one (`relations`) stands in that, and one that others belong into has some of them. What lists and objects a
component wants nobody can guess: those stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runtime.project.component_config import is_component
from runtime.project.files import ProjectFiles
from runtime.project.resolve import NPM_FOLDER
from runtime.protocol.logic import Inspected
from runtime.protocol.previews import facts_of
from simulator.testing.failure import TestFailure
from simulator.testing.finger import element_of
from simulator.testing.gallery_page import ComponentPage, Variant, write_index, write_page
from simulator.testing.gallery_variants import A_TEXT, Declared, Sources, markup, variants
from simulator.testing.mount import FOLDER, Mounted, Mounts
from simulator.testing.programs import Programs
from simulator.testing.settings import RunSettings

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

MOST_VARIANTS = 40
PARTS = 3
PART = "gallery-part"
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


def components_of(mounts: Mounts) -> list[str]:
    """The project's own components, by path."""
    files = _files(mounts)
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


@dataclass(frozen=True)
class _Subject:
    """A component, what it is said to be, and what it is shown with."""

    component: str
    sources: Sources
    parent: str = ""
    part: str = ""
    is_styled: bool = True
    """The style of its tag is a property of the component, or that is not known yet."""

    def mount(self, mounts: Mounts, given: Mapping[str, Any], part: Sources | None) -> Mounted:
        content = A_TEXT if self.sources.takes_content else ""
        if self.part and part is not None:
            content = f"<{PART}>{A_TEXT if part.takes_content else ''}</{PART}>" * PARTS
        using = {PART: self.part} if self.part else {}
        # A host is inline by itself: its box does not hold what it shows.
        block = {} if self.is_styled else {"style": "display: block"}
        if not self.parent:
            return mounts(self.component, {**given, **block}, content, using=using)
        inside = markup(PART, given, content)
        return mounts(self.parent, block, inside, using={PART: self.component}, data=dict(given))


def _variants(mounts: Mounts, component: str) -> Iterator[Variant]:
    files = _files(mounts)
    subject = _Subject(component, sources_of(files, component))
    first, facts = _shown(mounts, subject, {})
    # What it belongs to, and what belongs into it, is known once it has been there.
    relations = [(_path_of(files, path), kind) for path, kind in facts.relations]
    parent = next((path for path, kind in relations if kind in ("parent", "ancestor") and path), "")
    part = next((path for path, kind in relations if kind in ("child", "descendant") and path), "")
    is_styled = any(name == "style" for name, _, _ in facts.properties) and not parent
    subject = replace(subject, parent=parent, part="" if parent else part, is_styled=is_styled)
    first = _shown(mounts, subject, {})[0] if facts.properties else first
    yield first
    seen = [first.picture]
    for given in variants(facts.properties, subject.sources)[: MOST_VARIANTS - 1]:
        variant = _shown(mounts, subject, given)[0]
        if variant.problems or variant.picture not in seen:
            yield variant
            seen.append(variant.picture)


def sources_of(files: ProjectFiles, component: str) -> Sources:
    """The files of a component, and those beside them."""
    folder = component.rpartition("/")[0]
    beside = [path for path in files.paths if path.rpartition("/")[0] == folder]

    def texts(*endings: str) -> str:
        return "\n".join(files.text(path) or "" for path in sorted(beside) if path.endswith(endings))

    code = texts(".wxml", ".wxs", ".js", ".ts")
    return Sources(files.text(f"{component}.wxml") or "", code, texts(".wxss", ".less", ".scss"))


def _files(mounts: Mounts) -> ProjectFiles:
    build = mounts.app.run.program.build
    assert build is not None
    return build.project.files


def _path_of(files: ProjectFiles, path: str) -> str:
    """Where the component of a relation is; '' if there is none."""
    return next((one for one in (path, f"{path}/index") if is_component(files, one)), "")


@dataclass(frozen=True)
class _Facts:
    properties: list[Declared]
    relations: list[tuple[str, str]]


def _shown(mounts: Mounts, subject: _Subject, given: Mapping[str, Any]) -> tuple[Variant, _Facts]:
    app = mounts.app
    app.begin_test()
    try:
        part = sources_of(_files(mounts), subject.part) if subject.part else None
        mounted = subject.mount(mounts, given, part)
        return Variant(dict(given), _picture(mounted), tuple(app.errors)), _declared(mounted)
    except TestFailure as failure:
        return Variant(dict(given), None, (str(failure).partition("\n  in ")[0], *app.errors)), _Facts([], [])


def _declared(mounted: Mounted) -> _Facts:
    run, page_id = mounted.page.run, mounted.page.page_id
    ref = mounted.host.nodes()[0].ref
    questions = run.program.logic_questions
    answer = run.ask(Inspected, lambda done: questions.inspect_page("node", page_id, done, ref=ref), "properties")
    facts = facts_of(answer.value) or {}
    properties = [(name, kind, value.get("v")) for name, kind, value in facts.get("properties", [])]
    return _Facts(properties, [(path, kind) for path, kind in facts.get("relations", [])])


def _picture(mounted: Mounted) -> QImage:
    """Of the component; of what it shows first, if it has no box itself; of the whole phone if that has none either."""
    run = mounted.page.run
    screen = run.door.screen
    for shown in (mounted.host, mounted.locator("*").first):
        nodes = shown.nodes()
        box = shown.bounding_box() if nodes else {"width": 0, "height": 0}
        if box["width"] >= 1 and box["height"] >= 1:
            take = partial(screen.element_picture, element_of(mounted.page.page_id, nodes[0]))
            picture: QImage = run.do(take, "a picture")
            return picture
    whole: QImage = run.do(screen.picture, "a picture")
    return whole


def _says_so(config: str) -> bool:
    """Whether a configuration says that it is of a component: pages can be used as such, too."""
    return re.search(r'"component"\s*:\s*true', config) is not None
