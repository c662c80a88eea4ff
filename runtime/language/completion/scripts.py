"""Completion in scripts, where the TypeScript service of an editor knows nothing: the names of other modules, and texts
that name something of the project."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of, is_declaration_file
from runtime.language.answers import Completion, Suggestion
from runtime.language.completion.script_members import members_at
from runtime.language.completion.script_texts import texts_at
from runtime.language.documents import Documents, OpenText
from runtime.project.paths import folder_of

_MAX_FILES = 500
_MAX_NAME = 300
_OPEN_NAME = re.compile(r"""(?:\brequire\(|\bimport\(|\bimport\s|\bfrom\s)\s*+["']([^"'\n]*+)\Z""")


def complete_script(documents: Documents, opened: OpenText, offset: int) -> Completion | None:
    """What may stand at an offset of a script; None elsewhere."""
    place = _name_at(documents, opened, offset)
    if place is None:
        return _in_program(documents, opened, offset) if opened.path else None
    found = tuple(Suggestion(name, "module", name, rank=name.count("../")) for name in _modules(opened))
    return Completion(opened.lines.range(*place), found[:_MAX_FILES]) if found else None


def _in_program(documents: Documents, opened: OpenText, offset: int) -> Completion | None:
    """What a script of the program names of its templates, pages and data."""
    named = texts_at(documents, opened.path, opened.text, offset)
    member = members_at(documents, opened.path, opened.text, offset) if named is None else None
    if member is not None:
        named = offset - len(member[0]), member[1]
    return Completion(opened.lines.range(named[0], offset), tuple(named[1])) if named and named[1] else None


def _name_at(documents: Documents, opened: OpenText, offset: int) -> tuple[int, int] | None:
    """Start and end of the module's name at an offset, also of one whose quotation mark is still open."""
    facts = documents.script(opened.path)
    for one in facts.modules if facts is not None else ():
        if one.start <= offset <= one.end:
            return one.start, one.end
    line = opened.text.rfind("\n", 0, offset) + 1
    open_name = _OPEN_NAME.search(opened.text, max(line, offset - _MAX_NAME), offset)
    return (open_name.start(1), offset) if open_name is not None else None


def _modules(opened: OpenText) -> Iterator[str]:
    """The scripts of the project as seen from this one, the nearest first; those of packages by their own names."""
    folder = folder_of(opened.path)
    names = []
    for path in opened.project.files.paths:
        ending = ending_of(path)
        is_own = "miniprogram_npm/" not in path and path not in opened.project.files.mounted
        if ending in SCRIPT_DIALECTS and is_own and path != opened.path and not is_declaration_file(path):
            name = posixpath.relpath(path.removesuffix(ending), folder or ".")
            names.append(name if name.startswith("../") else f"./{name}")
    return iter(sorted(names, key=lambda name: (name.count("../"), name)))
