"""Joins ES modules to one text that the engine evaluates as a script: it loads no modules.

Every module becomes a function body of its own, in the order of the imports (there are no circles). What it exports are
variables of the scope around all of them, so an import needs no code: the name is there. This is right because no two
modules export the same name, an export never changes its value, and a name that a module uses is its own, imported or
a global. tests/arch/test_javascript.py holds the modules to that, and to the forms of import and export read here:

    import { a, b } from './file.js';      import './file.js';
    export function a   export class B   export const c = …      export { a, b };  (entries only)
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Each begins with fixed text, which is searched for many times faster than lines.
_IMPORT = re.compile(r"\nimport (?:\{([^}]*)\} from )?'([^']+)';")
_EXPORT = re.compile(r"\nexport (?:async function|function\*?|class|const) (\w+)")
_EXPORT_LIST = re.compile(r"\nexport \{([^}]*)\};")


@dataclass(frozen=True)
class Module:
    """A file. `path` is that of the folder all modules lie in; `code` is its text without imports and exports, with the
    same lines."""

    path: str
    code: str
    imports: tuple[tuple[str, tuple[str, ...]], ...]
    exports: tuple[str, ...]


def read_module(path: str, text: str) -> Module:
    """The module in a text."""
    imports = tuple(
        (posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2])), _names(match[1]))
        for match in _IMPORT.finditer(text)
    )
    exports = (*_EXPORT.findall(text), *(name for match in _EXPORT_LIST.finditer(text) for name in _names(match[1])))
    code = _EXPORT_LIST.sub(_blank, _IMPORT.sub(_blank, text)).replace("\nexport ", "\n")
    return Module(path, code, imports, exports)


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(name for part in (text or "").split(",") if (name := part.strip()))


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def in_order(entries: Iterable[str], read: Callable[[str], str]) -> list[Module]:
    """The entries and all that they import, each behind what it imports. `read` gives the text of a path."""
    done: dict[str, Module] = {}
    for entry in entries:
        _visit(entry, read, done)
    return list(done.values())


def _visit(path: str, read: Callable[[str], str], done: dict[str, Module]) -> None:
    if path in done:
        return
    module = read_module(path, read(path))
    for imported, _ in module.imports:
        _visit(imported, read, done)
    done[path] = module


def joined(module: Module) -> str:
    """A module as statements of the function body around all of them, with as many lines as its text and one more."""
    names = f"{{{', '.join(module.exports)}}}"
    head = f"var {names} = " if module.exports else ""
    return f"{head}(function () {{{module.code}\nreturn {names};}})();"
