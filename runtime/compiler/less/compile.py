"""Less → CSS text, with the place in the source of every line and the files that it was made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from runtime.compiler.less.extend import apply_extends
from runtime.compiler.less.nodes import Import, Statement, Stylesheet
from runtime.compiler.less.output import CssWriter
from runtime.compiler.less.rules import RuleEvaluator
from runtime.compiler.less.source import LessError
from runtime.compiler.stylesheet import CompiledCss
from runtime.diagnostics import Diagnostic
from runtime.project.paths import folder_of, join

_CSS = re.compile(r"[#.&?](?:css|wxss)(?:[?;].*)?$", re.IGNORECASE)
_REMOTE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
ENDINGS = ("", ".less")


@dataclass(frozen=True, slots=True)
class LessFiles:
    """Where imports come from. `candidates` are the paths that a name in a folder can stand for."""

    parsed: Callable[[str], Stylesheet | None]
    text: Callable[[str], str | None]
    exists: Callable[[str], bool]
    candidates: Callable[[str, str], Iterable[str]]


def compile_less(path: str, files: LessFiles) -> CompiledCss:
    """Compiles a file with all that it imports. Never raises; what cannot be evaluated is left out."""
    importer = _Importer(path, files)
    sheet = files.parsed(path)
    if sheet is None:
        return CompiledCss("", (), (), (), ())
    importer.report(sheet)
    evaluator = RuleEvaluator(importer.load)
    outs = evaluator.run(sheet.body)
    apply_extends(outs, evaluator.extends)
    writer = CssWriter()
    writer.write(outs)
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
    files: LessFiles
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
        if "inline" in options:
            return self.files.text(found) or ""
        sheet = self.files.parsed(found)
        if sheet is None:
            return None
        self.report(sheet)
        return sheet.body

    def _css_path(self, name: str, folder: str) -> str:
        """A local style file is named from the root: the import moves to the file that is compiled."""
        path = None if _REMOTE.match(name) else join(folder, name)
        if path is None:
            return name
        self.asked.append(path)
        return "/" + path if self.files.exists(path) else name

    def _find(self, name: str, folder: str) -> str | None:
        for path in self.files.candidates(name, folder):
            for ending in ENDINGS:
                self.asked.append(path + ending)
                if self.files.exists(path + ending):
                    return path + ending
        return None
