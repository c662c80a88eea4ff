"""Compiles one style file of any language to a unit (`wxss.sheet.StyleUnit`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from runtime.compiler.languages import STYLE_LANGUAGES, ending_of
from runtime.compiler.stylesheet import CompiledCss, with_source_places
from runtime.compiler.units import Units
from runtime.compiler.wxss.compile import compile_style
from runtime.compiler.wxss.sheet import StyleUnit
from runtime.project.resolve import candidates

if TYPE_CHECKING:
    from runtime.compiler.less.nodes import Stylesheet


def compile_style_file(path: str, units: Units) -> StyleUnit | None:
    """The unit of a file, from an earlier build if nothing that went in has changed. None: no such file."""
    language = STYLE_LANGUAGES.get(ending_of(path), "")
    earlier = units.earlier("style", path)
    if not language:
        return units.get("style", path, lambda text: compile_style(path, text, earlier))
    compiled: list[CompiledCss] = []

    def make(_text: str) -> StyleUnit:
        compiled.append(_compile(path, language, units))
        return with_source_places(compile_style(path, compiled[0].css, earlier), compiled[0])

    def others(_unit: StyleUnit) -> tuple[Iterable[str], Iterable[str]]:
        return dict.fromkeys(compiled[0].read), dict.fromkeys(compiled[0].asked)

    return units.get("style", path, make, also=others)


def _compile(path: str, language: str, units: Units) -> CompiledCss:
    # Loaded when a file needs it: most projects have plain style sheets alone.
    files = units.files
    if language == "Sass":
        from runtime.compiler.sass_styles.compile import compile_sass

        return compile_sass(path, files.text, files.exists)
    from runtime.compiler.less.compile import LessFiles, compile_less
    from runtime.compiler.less.parse import parse_less

    def parsed(name: str) -> Stylesheet | None:
        return units.get("less", name, lambda text: parse_less(name, text))

    return compile_less(
        path, LessFiles(parsed, files.text, files.exists, lambda name, folder: candidates(name, folder, {}))
    )
