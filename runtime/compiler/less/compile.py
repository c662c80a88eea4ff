"""Less → CSS text, with the place in the source of every line and the files that it was made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from runtime.compiler.less.extend import apply_extends
from runtime.compiler.less.nodes import Import, Statement, Stylesheet
from runtime.compiler.less.output import CssWriter, TooLong
from runtime.compiler.less.rules import RuleEvaluator
from runtime.compiler.less.source import LessError, LessStopped, Place
from runtime.compiler.style_compiler import StyleFiles
from runtime.compiler.stylesheet import CompiledCss, with_plain_lines
from runtime.diagnostics import Diagnostic
from runtime.project.paths import folder_of, join
from runtime.project.resolve import candidates

_CSS = re.compile(r"[#.&?](?:css|wxss)(?:[?;].*)?$", re.IGNORECASE)
_REMOTE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
ENDINGS = ("", ".less")


MAX_CSS_LENGTH = 8_000_000


def compile_less(
    path: str, files: StyleFiles, parsed: Callable[[str, str], Stylesheet], is_over: Callable[[], bool]
) -> CompiledCss:
    """Compiles a file with all that it imports. Never raises; what cannot be evaluated is left out.

    `parsed` gives the statements of a file, from its path and text. `is_over`: whether the time is over; then
    nothing comes out.
    """
    importer = _Importer(path, files, parsed)
    text = files.text(path)
    if text is None:
        return CompiledCss("", (), (), (), ())
    sheet = parsed(path, text)
    importer.report(sheet)
    evaluator = RuleEvaluator(importer.load, is_over)
    writer = CssWriter(MAX_CSS_LENGTH)
    problem = ""
    try:
        outs = evaluator.run(sheet.body)
        apply_extends(outs, evaluator.extends, evaluator.check)
        writer.write(outs)
    except LessStopped:
        problem = "style/too-slow"
    except MemoryError:
        problem = "style/too-much-memory"
    except RecursionError:
        problem = "less/too-deep"
    except TooLong:
        problem = "style/too-large"
    if problem:
        place = evaluator.current or Place(sheet.source, 0)
        writer = CssWriter(0)
        importer.diagnostics.append(Diagnostic(problem, place.span(), {"language": "Less"}))
    places = ((place.source.path, *place.source.place(place.offset)) for place in writer.places)
    return CompiledCss(
        "\n".join(writer.lines) + "\n",
        tuple(places),
        tuple(importer.read),
        tuple(importer.asked),
        (*importer.diagnostics, *evaluator.diagnostics),
    )


@dataclass
class _Importer:
    path: str
    files: StyleFiles
    parsed: Callable[[str, str], Stylesheet]
    read: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def report(self, sheet: Stylesheet) -> None:
        """Takes over the mistakes found while parsing."""
        for record in sheet.errors:
            self.diagnostics.append(Diagnostic(record.code, record.place.span(), dict(record.details)))

    def load(self, statement: Import, name: str) -> tuple[Statement, ...] | str | None:
        """`rules.Importer`."""
        options = statement.options
        plain = name[1:-1] if name[:1] in ("'", '"') else name.removeprefix("url(").removesuffix(")").strip("\"'")
        folder = folder_of(statement.place.source.path)
        is_css = "css" in options or _REMOTE.match(plain) or (_CSS.search(plain) and "less" not in options)
        if is_css and "inline" not in options:
            return f'@import "{self._css_path(plain, folder)}";'
        found = self._find(plain, folder)
        if found is None:
            if "optional" in options:
                return None
            raise LessError("less/import-not-found", statement.place, {"path": plain})
        if found in self.read and "multiple" not in options:
            return None
        if found == self.path or self.read.count(found) > 50:
            return None
        self.read.append(found)
        text = self.files.text(found) or ""
        if "inline" in options:
            return with_plain_lines(text)
        sheet = self.parsed(found, text)
        self.report(sheet)
        return sheet.body

    def _css_path(self, name: str, folder: str) -> str:
        """A local style file is named from the root: the import moves to the file that is compiled."""
        path = None if _REMOTE.match(name) else join(folder, name)
        if path is None:
            return name
        self.asked.append(path)
        return "/" + path if self.files.first((path,)) else name

    def _find(self, name: str, folder: str) -> str | None:
        paths = [path + ending for path in candidates(name, folder, {}) for ending in ENDINGS]
        found = self.files.first(paths)
        self.asked += paths if found is None else paths[: paths.index(found) + 1]
        return found
