"""Compiles one style file of any language to a unit (`wxss.sheet.StyleUnit`)."""

from __future__ import annotations

from collections.abc import Iterable

from runtime.compiler.languages import STYLE_LANGUAGES, ending_of
from runtime.compiler.style_compiler import SnapshotFiles, StyleCompiler
from runtime.compiler.stylesheet import CompiledCss, with_source_places
from runtime.compiler.units import Units
from runtime.compiler.wxss.compile import compile_style
from runtime.compiler.wxss.sheet import StyleUnit


def compile_style_file(path: str, units: Units, compiler: StyleCompiler) -> StyleUnit | None:
    """The unit of a file, from an earlier build if nothing that went in has changed. None: no such file."""
    language = STYLE_LANGUAGES.get(ending_of(path), "")
    earlier = units.earlier("style", path)
    if not language:
        return units.get("style", path, lambda text: compile_style(path, text, earlier))
    compiled: list[CompiledCss] = []

    def make(_text: str) -> StyleUnit:
        compiled.append(compiler.compile(path, language, SnapshotFiles(units.files)))
        return with_source_places(compile_style(path, compiled[0].css, earlier), compiled[0])

    def others(_unit: StyleUnit) -> tuple[Iterable[str], Iterable[str]]:
        return dict.fromkeys(compiled[0].read), dict.fromkeys(compiled[0].asked)

    return units.get("style", path, make, also=others)
