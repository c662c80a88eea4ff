"""What a type checker of an editor has to know besides the script that it is looking at: the scripts that it can reach,
the project's own declarations, what names of modules mean, and what `getApp()` is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from runtime.compiler.languages import is_declaration_file
from runtime.compiler.script_units import resolve_script, script_of
from runtime.language.documents import MAX_CHARACTERS, Documents
from runtime.language.scripts.program_type import program_type
from runtime.project.json_text import read_json
from runtime.project.model import Project

MAX_FILES = 400
MAX_TEXT = 6_000_000
"""Characters of all files together: a checker that reads more would not answer while somebody types."""

# The platform's typings, as projects install them or carry them along.
_TYPING_FOLDERS = ("typings", "types", "node_modules/miniprogram-api-typings/types")
_PLATFORM_TYPES = re.compile(r"declare\s+namespace\s+WechatMiniprogram\b|declare\s+(?:const|let|var)\s+wx\s*:")


@dataclass(frozen=True)
class Surroundings:
    """`files`: texts by path in the project folder, that of the script itself not among them. `modules`: what names
    that are no relative paths mean. `has_platform_types`: the project brings typings of `wx` along;
    `lacks_platform_types`: it is written for them, and they are not there. `program`: a declaration of what the
    program's `App({…})` holds. `is_strict`: as the project's tsconfig.json says."""

    files: Mapping[str, str]
    modules: Mapping[str, str]
    has_platform_types: bool
    lacks_platform_types: bool
    is_strict: bool
    program: str


def surroundings_of(documents: Documents, path: str) -> Surroundings:
    """Of a script of the program, by its path there."""
    project = documents.project
    if project is None:
        return Surroundings({}, {}, False, False, False, "")
    texts = _Texts()
    modules: dict[str, str] = {}
    for target, text in _declarations(project):
        texts.add(target, text)
    app = script_of(project, "app")
    for start in dict.fromkeys(filter(None, (path, app))):
        _follow(documents, project, start, texts, modules)
    lacks_types = any("WechatMiniprogram." in text for text in texts.found.values())
    texts.found.pop(documents.outer(path), None)
    has_types = any(is_declaration_file(name) and _PLATFORM_TYPES.search(text) for name, text in texts.found.items())
    facts = program_type(documents, app) if app is not None else ""
    lacks_types = lacks_types and not has_types
    return Surroundings(texts.found, modules, has_types, lacks_types, _is_strict(project), facts)


class _Texts:
    """The files that were found, up to a number and a size."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._size = 0

    def add(self, path: str, text: str | None) -> bool:
        """Whether there is room for it."""
        if text is None or len(text) > MAX_CHARACTERS or len(self.found) >= MAX_FILES:
            return False
        if self._size + len(text) > MAX_TEXT:
            return False
        self._size += len(text)
        self.found[path] = text
        return True


def _follow(documents: Documents, project: Project, start: str, texts: _Texts, modules: dict[str, str]) -> None:
    waiting, seen = [start], {start}
    while waiting:
        path = waiting.pop(0)
        if not texts.add(documents.outer(path), documents.text(path)):
            continue
        facts = documents.script(path)
        for one in facts.modules if facts is not None else ():
            target = resolve_script(project, one.name, path)
            if target is None:
                continue
            if not one.name.startswith("."):
                modules[one.name] = documents.outer(target)
            if target not in seen:
                seen.add(target)
                waiting.append(target)


def _declarations(project: Project) -> Iterator[tuple[str, str]]:
    """The `.d.ts` files of the program, and of the folders beside it where typings are kept."""
    files = project.files
    for path in sorted(path for path in files.paths if is_declaration_file(path) and "miniprogram_npm/" not in path):
        yield files.outer(path), files.text(path) or ""
    for folder in _TYPING_FOLDERS:
        top = files.project_root / folder
        if files.below in ("", folder) and not folder.startswith("node_modules"):
            continue  # they are among the program's
        for name, place in files.gate.walk(top, lambda name: name == "node_modules", lambda fault: None):
            if is_declaration_file(name):
                yield str(PurePosixPath(folder) / name), files.gate.text(Path(place)) or ""


def _is_strict(project: Project) -> bool:
    gate = project.files.gate
    text = gate.text(gate.root / "tsconfig.json") or gate.text(project.files.root / "tsconfig.json") or ""
    return read_json(text, "tsconfig.json").at("compilerOptions", "strict") is True
