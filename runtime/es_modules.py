"""Joins ES modules of ours to one text: for the engine, which loads no modules, and for the phone, which loads one file
sooner than a hundred.

Every module becomes a function body of its own, in the order of the imports (there are no circles). What it exports are
variables of the scope around all of them, so an import needs no code: the name is there. This is right because no two
modules export the same name, an export never changes its value, and a name that a module uses is its own, imported or
a global. tests/arch/test_javascript.py holds the modules to that, and to the forms of import and export read here:

    import { a, b } from './file.js';      import './file.js';
    import NAME from './file.json' with { type: 'json' };
    export function a   export class B   export const c = …      export { a, b };  (entries only)
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

# Each begins with fixed text, which is searched for many times faster than lines.
_IMPORT = re.compile(r"""\nimport (?:\{([^}]*)\} from )?["']([^"']+)["'];""")
_IMPORT_DATA = re.compile(r"""\nimport (\w+) from ["']([^"']+)["'] with \{ type: ["']json["'] \};""")
_EXPORT = re.compile(r"\nexport (?:async function|function\*?|class|const) (\w+)")
_EXPORT_LIST = re.compile(r"\nexport \{([^}]*)\};")
_WAITS = re.compile(r"\n[\w$[{].*\bawait ")
_ASYNC = re.compile(r"\n(?:export )?async ")


@dataclass(frozen=True)
class Module:
    """A file. `path` is that of the folder all modules lie in; `code` is its text without imports and exports, with the
    same lines. `data`: the files of JSON that it imports, by the names that they have in it. `waits`: it has an `await`
    outside of functions."""

    path: str
    code: str
    imports: tuple[tuple[str, tuple[str, ...]], ...]
    exports: tuple[str, ...]
    data: tuple[tuple[str, str], ...] = ()
    waits: bool = False


@dataclass(frozen=True)
class ModulePlace:
    """Where a module stands in the joined text."""

    name: str
    first_line: int
    last_line: int


def read_module(path: str, text: str) -> Module:
    """The module in a text."""

    def meant(name: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))

    imports = tuple((meant(match[2]), _names(match[1])) for match in _IMPORT.finditer(text))
    data = tuple((match[1], meant(match[2])) for match in _IMPORT_DATA.finditer(text)) if " with {" in text else ()
    exports = (*_EXPORT.findall(text), *(name for match in _EXPORT_LIST.finditer(text) for name in _names(match[1])))
    code = _EXPORT_LIST.sub(_blank, _IMPORT.sub(_blank, text)).replace("\nexport ", "\n")
    code = _IMPORT_DATA.sub(_blank, code) if data else code
    waits = "await " in code and any(not _ASYNC.match(match[0]) for match in _WAITS.finditer(code))
    return Module(path, code, imports, exports, data, waits)


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(name for part in (text or "").split(",") if (name := part.strip()))


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def in_order(
    entries: Iterable[str], read: Callable[[str], str], instead: Mapping[str, str] | None = None
) -> list[Module]:
    """The entries and all that they import, each behind what it imports. `read` gives the text of a path; `instead`:
    modules that take the place of others, by the path of those."""
    done: dict[str, Module] = {}
    for entry in entries:
        _visit(entry, read, instead or {}, done)
    return list(done.values())


def _visit(path: str, read: Callable[[str], str], instead: Mapping[str, str], done: dict[str, Module]) -> None:
    path = instead.get(path, path)
    if path in done:
        return
    module = read_module(path, read(path))
    for imported, _ in module.imports:
        _visit(imported, read, instead, done)
    done[path] = module


def joined(module: Module, data: Callable[[str], str] = str) -> str:
    """A module as statements of the function body around all of them, with as many lines as its text and one more.

    `data` gives the text of an imported file of JSON, in one line.
    """
    names = f"{{{', '.join(module.exports)}}}"
    head = f"var {names} = " if module.exports else ""
    run = "await (async function" if module.waits else "(function"
    given = "".join(f"const {name} = {data(path)};" for name, path in module.data)
    return f"{head}{run} () {{{given}{module.code}\nreturn {names};}})();"


def places(modules: Iterable[Module], texts: Iterable[str], first_line: int) -> list[ModulePlace]:
    """Where the modules stand when their texts stand one below the other."""
    found = []
    line = first_line
    for module, text in zip(modules, texts, strict=True):
        lines = text.count("\n") + 1
        found.append(ModulePlace(module.path, line, line + lines - 1))
        line += lines
    return found


def place_of(line: int, found: Sequence[ModulePlace]) -> tuple[str, int]:
    """The module and the line in it that a line of the joined text is; an empty name if no module stands there."""
    index = bisect_right(found, line, key=lambda place: place.first_line) - 1
    if index < 0 or line > found[index].last_line:
        return "", line
    return found[index].name, line - found[index].first_line + 1
