"""What has to be written anew when a file or a folder gets another name or place: names of modules, of imported styles
and templates, of components and pages, addresses of pages and files in scripts.

Edits are for the files as they are named before the move. Names that lead to packages stay, and so do texts in scripts
that are the path of nothing.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from runtime.compiler.languages import SCRIPT_DIALECTS, STYLE_LANGUAGES, TEMPLATE_ENDINGS, ending_of
from runtime.compiler.script_units import resolve_script
from runtime.compiler.wxml.paths import resolve
from runtime.language.answers import FileEdits, TextEdit
from runtime.language.documents import Documents
from runtime.language.styles.classes import imported_files
from runtime.project.json_text import JsonText
from runtime.project.model import Project
from runtime.project.paths import folder_of, join

_PACKAGES = "miniprogram_npm/"
_SOURCES = {"import": ".wxml", "include": ".wxml", "wxs": ".wxs"}
_ADDRESS = re.compile(
    r"""(?P<key>\b(?:url|pagePath|path)["']?[ \t]*:[ \t]*)?["'`]"""
    r"""(?P<text>(?:/|\.\.?/)?[\w@.-]+(?:/[\w@.-]+)+)(?=[?#"'`])"""
)
_SUB_PACKAGES = ("subpackages", "subPackages")
_ENDINGS = tuple(sorted({*SCRIPT_DIALECTS, *STYLE_LANGUAGES, *TEMPLATE_ENDINGS, ".wxs", ".json"}))


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a file, between its quotation marks, and the file that it leads to. `is_stem`: it means a page or
    component, all of its files. `below`: the folder that it counts from, if that is not the file's. `is_folder`: it
    leads to a folder."""

    text: str
    start: int
    end: int
    target: str
    is_stem: bool = False
    below: str | None = None
    is_folder: bool = False


def moved_edits(documents: Documents, old: str, new: str) -> tuple[FileEdits, ...]:
    """The edits for a move, paths as of the program."""
    project = documents.project
    if project is None or old == new:
        return ()
    moved = frozenset(path for path in project.files.paths if path == old or path.startswith(f"{old}/"))

    def place(path: str) -> str:
        """Where a file or folder is after the move."""
        return new + path[len(old) :] if path == old or path.startswith(f"{old}/") else path

    files: list[FileEdits] = []
    for path in _asked(documents, project, old, moved):
        edits = []
        for name in _names(documents, project, path):
            text = _written(project, path, name, moved, place)
            if text != name.text:
                edits.append(TextEdit(documents.lines(path).range(name.start, name.end), text))
        if edits:
            files.append(FileEdits(documents.outer(path), tuple(sorted(edits))))
    return tuple(files)


def _asked(documents: Documents, project: Project, old: str, moved: frozenset[str]) -> Iterator[str]:
    """The files that are moved, and those whose text has a part of the old name; the others cannot lead there."""
    last = old.rpartition("/")[2].removesuffix(ending_of(old))
    words = {last, folder_of(old).rpartition("/")[2]} - {""} if last == "index" else {last}
    for path in sorted(project.files.paths):
        if f"/{_PACKAGES}" in f"/{path}" or path in project.files.mounted or not path.endswith(_ENDINGS):
            continue
        text = documents.text(path) or ""
        if path in moved or any(word in text for word in words):
            yield path


# -- names in files


def _names(documents: Documents, project: Project, path: str) -> Iterator[_Name]:
    if path.endswith((*SCRIPT_DIALECTS, ".wxs")):
        yield from _in_script(documents, project, path)
    elif path.endswith(TEMPLATE_ENDINGS):
        yield from _in_template(documents, path)
    elif path.endswith(tuple(STYLE_LANGUAGES)):
        yield from (_Name(one.name, one.start, one.end, target) for one, target in imported_files(documents, path))
    else:
        yield from _in_json(documents, project, path)


def _in_script(documents: Documents, project: Project, path: str) -> Iterator[_Name]:
    facts = documents.script(path)
    modules = facts.modules if facts is not None else ()
    for one in modules:
        is_wxs = path.endswith(".wxs")
        target = join(folder_of(path), one.name) if is_wxs else resolve_script(project, one.name, path)
        if target is not None and documents.exists(target):
            yield _Name(one.name, one.start, one.end, target)
    if not path.endswith(".wxs"):
        places = {one.start for one in modules}
        yield from (one for one in _addresses(documents, project, path) if one.start not in places)


def _addresses(documents: Documents, project: Project, path: str) -> Iterator[_Name]:
    """Pages and files that a script names in a text: from the root, or as an address seen from its page."""
    pages = {page.path for page in project.pages}
    for match in _ADDRESS.finditer(documents.text(path) or ""):
        text, (start, end) = match["text"], match.span("text")
        is_relative = text.startswith(".")
        target = join(folder_of(path) if is_relative else "", text)
        if target is None or (not match["key"] and not text.startswith("/")):
            continue
        if target in pages:
            below = None if is_relative or text.startswith("/") else ""
            yield _Name(text, start, end, f"{target}.wxml", is_stem=True, below=below)
        elif text.startswith("/") and ending_of(text) and documents.exists(target):
            yield _Name(text, start, end, target)


def _in_template(documents: Documents, path: str) -> Iterator[_Name]:
    document = documents.template(path)
    for element in document.elements() if document is not None else ():
        attribute = element.attribute("src" if element.tag != "navigator" else "url")
        value = attribute.value if attribute is not None else None
        if value is None or not value.static or value.raw != value.static:
            continue
        ending = _SOURCES.get(element.tag)
        target = resolve(path, value.raw, ending) if ending else join(folder_of(path), value.raw.partition("?")[0])
        if target is None:
            continue
        if element.tag == "navigator" and documents.exists(f"{target}.wxml"):
            length = len(value.raw.partition("?")[0])
            yield _Name(value.raw[:length], value.start, value.start + length, f"{target}.wxml", is_stem=True)
        elif documents.exists(target):
            yield _Name(value.raw, value.start, value.end, target)


def _in_json(documents: Documents, project: Project, path: str) -> Iterator[_Name]:
    parsed = documents.json(path)
    if parsed is None:
        return
    if path == "app.json":
        yield from _in_preload_rules(documents, parsed)
    owner = project.components.get(path.removesuffix(".json"))
    for key, span in parsed.spans.items():
        value = parsed.at(*key)
        if not isinstance(value, str) or not value or json.dumps(value, ensure_ascii=False) != f'"{value}"':
            continue
        start, end = (offset + step for offset, step in zip(documents.lines(path).offsets(span), (1, -1), strict=True))
        target = below = None
        if path == "app.json" and len(key) == 3 and key[0] in _SUB_PACKAGES and key[2] == "root":
            yield _Name(value, start, end, value.strip("/"), is_folder=True)
        if len(key) == 2 and key[0] == "usingComponents":
            using = owner.using if owner is not None else _used_by_all(project)
            stem = using.get(str(key[1]))
            target = f"{stem}.json" if stem is not None else None
        elif path == "app.json":
            below = _root_of_pages(parsed.at(*key[:2]), key)
            found = join("", f"{below}/{value}" if below else value)
            target = next(
                (one for one in (f"{found}.json", f"{found}.wxml", found) if one and documents.exists(one)), None
            )
        if target is not None and documents.exists(target):
            is_stem = ending_of(target) != ending_of(value) or not ending_of(value)
            yield _Name(value, start, end, target, is_stem=is_stem, below=below)


def _in_preload_rules(documents: Documents, parsed: JsonText) -> Iterator[_Name]:
    """Pages as keys, folders of packages as values."""
    lines = documents.lines("app.json")
    for key, span in parsed.key_spans.items():
        page = str(key[-1])
        if len(key) == 2 and key[0] == "preloadRule" and documents.exists(f"{page}.wxml"):
            start, end = lines.offsets(span)
            yield _Name(page, start + 1, end - 1, f"{page}.wxml", is_stem=True, below="")
    for key, span in parsed.spans.items():
        value = parsed.at(*key)
        if len(key) == 4 and key[0] == "preloadRule" and key[2] == "packages" and isinstance(value, str):
            start, end = lines.offsets(span)
            yield _Name(value, start + 1, end - 1, value.strip("/"), is_folder=True)


def _used_by_all(project: Project) -> dict[str, str]:
    return {tag: stem for one in project.components.values() for tag, stem in one.using.items()}


def _root_of_pages(package: object, key: tuple[str | int, ...]) -> str:
    is_page = len(key) == 4 and key[0] in _SUB_PACKAGES and key[2] == "pages"
    return str(package.get("root", "")).strip("/") if is_page and isinstance(package, dict) else ""


# -- as they are written after the move


def _written(project: Project, path: str, name: _Name, moved: frozenset[str], place: Callable[[str], str]) -> str:
    target = place(name.target)
    if name.is_folder:
        return f"{'/' * name.text.startswith('/')}{target}{'/' * name.text.endswith('/')}"
    if place(path) == path and target == name.target:
        return name.text
    if f"/{_PACKAGES}" in f"/{name.target}":
        return name.text
    if name.is_stem and not _moves_whole(project, name.target, moved):
        return name.text
    if name.text.startswith(".") and (place(path) == path) == (target == name.target):
        before, after = join(folder_of(path), name.text), join(folder_of(place(path)), name.text)
        if before is not None and place(before) == after:
            return name.text  # both have moved together
    kept = _without_ending(name, target)
    if name.text.startswith("/"):
        return f"/{kept}"
    if name.below is not None:
        root = f"{place(name.below)}/" if name.below else ""
        return kept.removeprefix(root) if kept.startswith(root) else f"/{kept}"
    if target == name.target and not name.text.startswith(".") and not _is_neighbour(path, name):
        return name.text  # an alias, or a name that counts from the root
    relative = posixpath.relpath(kept, folder_of(place(path)) or ".")
    is_dotted = name.text.startswith(".") or relative.startswith("../") or path.endswith((*SCRIPT_DIALECTS, ".wxs"))
    return relative if not is_dotted or relative.startswith("../") else f"./{relative}"


def _is_neighbour(path: str, name: _Name) -> bool:
    found = join(folder_of(path), name.text)
    return found is not None and name.target.startswith(found)


def _moves_whole(project: Project, target: str, moved: frozenset[str]) -> bool:
    """Whether all files of a page or component move; one alone takes no name along."""
    stem = target.removesuffix(ending_of(target))
    parts = [f"{stem}{ending}" for ending in _ENDINGS if project.files.exists(f"{stem}{ending}")]
    return target not in moved or all(part in moved for part in parts)


def _without_ending(name: _Name, target: str) -> str:
    """The target as fully as it was written: with its ending or not, with `/index` or not."""
    ending = ending_of(target)
    before = name.target.removesuffix(ending_of(name.target))
    if not name.is_stem and name.text.endswith(ending_of(name.target)):
        return target
    stem = target.removesuffix(ending)
    last = name.text.rstrip("/").rpartition("/")[2]
    if before.endswith("/index") and last != "index" and stem.endswith("/index"):
        return stem.removesuffix("/index")
    return stem
