"""Which file endings are what: the one table of source languages. A page `a` is looked up in this order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from runtime.compiler.script.syntax import Dialect

TEMPLATE_ENDINGS = (".wxml",)
SCRIPT_DIALECTS: Mapping[str, Dialect] = {".js": "javascript", ".ts": "typescript"}
# Style languages: the name of the compiler that a file needs before it is WXSS; "" for none.
STYLE_LANGUAGES: Mapping[str, str] = {".wxss": "", ".less": "Less", ".scss": "Sass", ".sass": "Sass", ".css": ""}


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
