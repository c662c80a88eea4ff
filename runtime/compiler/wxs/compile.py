"""Checks one wxs module. Its text is a CommonJS body already; only the escapes in its strings are made those of
JavaScript, and `x.constructor`, which is the name of a type in wxs, gets a name of its own.

wxs is a subset of ES5; what goes beyond runs here (`refusals`). What the names in it mean is left to the
logic layer and the view, which both run wxs.
"""

from __future__ import annotations

from dataclasses import dataclass

from runtime.compiler.script.edits import Edit, apply_edits
from runtime.compiler.script.references import Reference, find_references
from runtime.compiler.script.syntax import Source, parse_script, syntax_errors
from runtime.compiler.wxs.refusals import refusals
from runtime.diagnostics import Diagnostic
from runtime.project.paths import folder_of, join

_REWRITTEN = """
(string (escape_sequence) @escape)
(member_expression property: (property_identifier) @member (#eq? @member "constructor"))
"""
_TYPE_NAME = b"__wxsType__"
"""What runtime/js/shared/wxs_modules.js defines. As long as `constructor`, so that columns stay."""
_MEANINGFUL_ESCAPES = frozenset({b"n", b"t", b"r", b"'", b'"', b"\\", b"\n"})


@dataclass(frozen=True, slots=True)
class CompiledWxs:
    """A wxs module. `references` are the modules that it requires, resolved by `resolve_wxs`. `refused`: what the
    compiler of the older framework refuses, which says nothing to templates of the newer one."""

    path: str
    code: str
    references: tuple[Reference, ...]
    diagnostics: tuple[Diagnostic, ...]
    refused: tuple[Diagnostic, ...] = ()


def compile_wxs(path: str, text: str) -> CompiledWxs:
    """Checks the text of a module. Never raises."""
    source = parse_script(path, text, "javascript")
    found = syntax_errors(source)
    refused = () if found else tuple(refusals(source))
    return CompiledWxs(path, _as_javascript(source, text), find_references(source).named, tuple(found), refused)


def resolve_wxs(name: str, importer: str) -> str | None:
    """The path that `require(name)` in `importer` means; None if it leaves the program."""
    path = join(folder_of(importer), name)
    return path if path is None or path.endswith(".wxs") else path + ".wxs"


def _as_javascript(source: Source, text: str) -> str:
    """The text as JavaScript.

    In string literals only a few escapes mean something, in all others the backslash stays, so that `'\\d'` is two
    characters; programs rely on it for `getRegExp`. Observed: official template compiler of 2020.
    """
    edits: list[Edit] = []
    for capture, node in source.find(_REWRITTEN):
        if capture == "member":
            edits.append(Edit(node.start_byte, node.end_byte, _TYPE_NAME))
        elif source.text(node)[1:2] not in _MEANINGFUL_ESCAPES:
            edits.append(Edit(node.start_byte, node.start_byte, b"\\"))
    return apply_edits(source.code, edits)[0].decode("utf-8") if edits else text
