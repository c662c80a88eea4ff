"""Which file endings are what: the one table of source languages.

A page `a` is looked up in the order of the table, but for a language that the project names as a compiler plug-in:
its file is the source then, and a file of the plain language beside it is what came out of it some day.
Source: miniprogram-ci 2.1.42, how its plug-ins resolve endings.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from runtime.compiler.script.syntax import Dialect

TEMPLATE_ENDINGS = (".wxml",)
SCRIPT_DIALECTS: Mapping[str, Dialect] = {".js": "javascript", ".ts": "typescript"}
# Style languages: the name of the compiler that a file needs before it is WXSS; "" for none.
STYLE_LANGUAGES: Mapping[str, str] = {".wxss": "", ".less": "Less", ".scss": "Sass", ".sass": "Sass", ".css": ""}


_PLUG_INS: Mapping[str, tuple[str, ...]] = {"typescript": (".ts",), "less": (".less",), "sass": (".scss", ".sass")}


def script_endings(plugins: Collection[str]) -> tuple[str, ...]:
    """The endings of scripts in the order in which they are looked for; `plugins`: `Project.compiler_plugins`."""
    return _in_order(SCRIPT_DIALECTS, plugins)


def style_endings(plugins: Collection[str]) -> tuple[str, ...]:
    """The same for style sheets."""
    return _in_order(STYLE_LANGUAGES, plugins)


def _in_order(endings: Iterable[str], plugins: Collection[str]) -> tuple[str, ...]:
    first = [ending for plugin in plugins for ending in _PLUG_INS.get(plugin, ())]
    known = tuple(endings)
    return (*(ending for ending in known if ending in first), *(ending for ending in known if ending not in first))


def ending_of(path: str) -> str:
    """The ending with its dot; `""` if there is none."""
    name = path.rpartition("/")[2]
    return "." + name.rpartition(".")[2] if "." in name else ""


def is_declaration_file(path: str) -> bool:
    """Whether a TypeScript file holds types only."""
    return path.endswith(".d.ts")


def source_file(stem: str, endings: tuple[str, ...], exists: Callable[[str], bool]) -> str | None:
    """The file of a page or component with one of the endings."""
    return next((stem + ending for ending in endings if exists(stem + ending)), None)
