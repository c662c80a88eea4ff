"""Less and Sass → CSS: what a build asks for it, and the compiler that does it where it is called.

Compiling runs the loops and calls of the project's text, so it may take for ever. `DirectStyleCompiler` bounds Less by
time; libsass nothing can stop but the end of its process. So whatever serves a window or a command takes
`simulator.styles`, which runs this one in a process of its own; tests of the languages call it as it is.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from runtime.compiler.stylesheet import CompiledCss
from runtime.project.files import ProjectFiles

if TYPE_CHECKING:
    from runtime.compiler.less.nodes import Stylesheet

TIME_LIMIT_S = 4.0
"""A style sheet that takes longer is stopped. The largest of the known libraries takes a fiftieth of it."""

_KEPT_SHEETS = 400


class StyleFiles(Protocol):
    """The files of the project, as a style language reads them."""

    def text(self, path: str) -> str | None:
        """The content; None if there is no such file."""

    def first(self, paths: Iterable[str]) -> str | None:
        """The first of the paths that is a file."""


class StyleCompiler(Protocol):
    """Compiles style languages. `language` is one of `languages.STYLE_LANGUAGES`."""

    def prepare(self) -> None:
        """Says that there will be something to compile soon."""

    def compile(self, path: str, language: str, files: StyleFiles) -> CompiledCss:
        """The CSS of a file with everything that it imports. Never raises; what is wrong is among the findings."""


class SnapshotFiles:
    """`StyleFiles` of a snapshot."""

    def __init__(self, files: ProjectFiles) -> None:
        self._files = files

    def text(self, path: str) -> str | None:
        """`StyleFiles.text`."""
        return self._files.text(path)

    def first(self, paths: Iterable[str]) -> str | None:
        """`StyleFiles.first`."""
        return next((path for path in paths if self._files.exists(path)), None)


class DirectStyleCompiler:
    """Compiles here and now. Parsed Less files are kept: most style sheets of a project import the same few."""

    def __init__(self, time_limit_s: float = TIME_LIMIT_S) -> None:
        self.time_limit_s = time_limit_s
        self._sheets: OrderedDict[tuple[str, str], Stylesheet] = OrderedDict()

    def prepare(self) -> None:
        """`StyleCompiler.prepare`."""

    def compile(self, path: str, language: str, files: StyleFiles) -> CompiledCss:
        """`StyleCompiler.compile`."""
        # Loaded when a file needs it: most projects have plain style sheets alone.
        if language == "Sass":
            from runtime.compiler.sass_styles.compile import compile_sass

            return compile_sass(path, files)
        from runtime.compiler.less.compile import compile_less

        end = time.monotonic() + self.time_limit_s
        return compile_less(path, files, self._parsed, lambda: time.monotonic() > end)

    def _parsed(self, path: str, text: str) -> Stylesheet:
        from runtime.compiler.less.parse import parse_less

        key = (path, text)
        sheet = self._sheets.pop(key, None) or parse_less(path, text)
        self._sheets[key] = sheet
        if len(self._sheets) > _KEPT_SHEETS:
            self._sheets.popitem(last=False)
        return sheet
