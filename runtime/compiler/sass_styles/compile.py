"""Sass → CSS text, with the place in the source of every line and the files that it was made of.

Every file reaches libsass through the importer, also the first one: nothing is read from the disk behind the
project's back.
"""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import sass

from runtime.compiler.sass_styles.indented import with_braces
from runtime.compiler.sass_styles.mappings import line_places
from runtime.compiler.sass_styles.modules import ONCE, PRELUDE, without_modules
from runtime.compiler.style_compiler import StyleFiles
from runtime.compiler.style_loops import deepest_place, loop_place
from runtime.compiler.stylesheet import CompiledCss, with_plain_lines
from runtime.diagnostics import Diagnostic, Span
from runtime.project.paths import folder_of, join

ENDINGS = (".scss", ".sass")
_MAIN = "handset-main"
_PLAIN_IMPORT = re.compile(r"""@import\s+(["'])([^"'\n]+\.wxss)\1""")
_EMBEDDED = re.compile(r"\n*/\*# sourceMappingURL=data:application/json;base64,([\w+/=]+) \*/\s*$")
_MISSING = "There is no file "
_TOO_DEEP = "too deeply nested"
_NO_MEMORY = "Unable to allocate memory"
_ERROR = re.compile(
    r"^\w*Error: (?P<message>.*?)\n\s*on line (?P<line>\d++):?(?P<column>\d*) of (?P<file>.*?)"
    r"(?:, in (?:function|mixin) `.*?)?(?:\n|\Z)",
    re.DOTALL,
)
_IMPORTED = re.compile(r"\n\s*from line (?P<line>\d++):?(?P<column>\d*) of (?P<file>.*?)\n")


@dataclass
class _Sources:
    path: str
    files: StyleFiles
    texts: dict[str, str] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def load(self, name: str, previous: str) -> list[tuple[str, str]]:
        """libsass asks for an import of the file `previous`."""
        if name == _MAIN:
            return [("/" + self.path, self._source(self.path))]
        is_once = name.startswith(ONCE)
        plain = name.removeprefix(ONCE).partition(":")[2] if is_once else name
        found = self._find(plain, folder_of(previous.lstrip("/")))
        if found is None:
            return [(name, f'@error "{_MISSING}{plain}";'.replace("\\", "/"))]
        if is_once and (found in self.read or found == self.path):
            return [(f"/{found}?{name}", "")]
        self.read.append(found)
        return [("/" + found, self._source(found))]

    def _find(self, name: str, folder: str) -> str | None:
        target = join(folder, name)
        if target is None:
            return None
        head, _, last = target.rpartition("/")
        prefix = f"{head}/" if head else ""
        names = [last] if last.endswith((*ENDINGS, ".css")) else [last + ending for ending in (*ENDINGS, ".css")]
        paths = [prefix + start + name for name in names for start in ("", "_")]
        paths += [f"{target}/{start}index{ending}" for ending in ENDINGS for start in ("", "_")]
        found = self.files.first(paths)
        self.asked += paths if found is None else paths[: paths.index(found) + 1]
        return found

    def _source(self, path: str) -> str:
        text = self.texts[path] = with_plain_lines(self.files.text(path) or "")
        if path.endswith(".sass"):
            text = with_braces(text)
        # An import of WXSS is left to the style compiler.
        return without_modules(_PLAIN_IMPORT.sub(r"@import url(\2)", text))


def compile_sass(path: str, files: StyleFiles) -> CompiledCss:
    """Compiles a file with all that it imports. Never raises; a mistake ends the work on the file.

    It may take for ever, and all memory: libsass cannot be interrupted.
    """
    sources = _Sources(path, files)
    try:
        css = sass.compile(
            string=f'{PRELUDE}@import "{_MAIN}";',
            importers=[(0, sources.load)],
            source_map_embed=True,
            output_style="expanded",
            precision=10,
        )
    except sass.CompileError as error:
        found = _diagnostic(path, str(error), sources.texts)
        return CompiledCss("", (), tuple(sources.read), tuple(sources.asked), (found,))
    match = _EMBEDDED.search(css)
    places: tuple[tuple[str, int, int], ...] = ()
    if match is not None:
        css = css[: match.start()] + "\n"
        lines = {file: text.split("\n") for file, text in sources.texts.items()}
        shown = _places(path, json.loads(base64.b64decode(match[1])), css)
        places = tuple((file, *_inside(lines.get(file), line, column)) for file, line, column in shown)
    return CompiledCss(css, places, tuple(sources.read), tuple(sources.asked), ())


def _places(path: str, source_map: dict[str, object], css: str) -> tuple[tuple[str, int, int], ...]:
    count = css.count("\n")
    names = source_map["sources"]
    files = [_file(str(name)) for name in names] if isinstance(names, list) else []
    last = (path, 1, 1)
    places = []
    for found in line_places(str(source_map["mappings"]), css)[:count]:
        if found is not None and files[found[0]] != "stdin":
            last = (files[found[0]], found[1], found[2])
        places.append(last)
    return tuple(places + [last] * (count - len(places)))


def _file(shown: str) -> str:
    """libsass shows paths as seen from the working folder."""
    return os.path.abspath(shown).lstrip("/") if shown.startswith((".", "/")) else shown


def _diagnostic(path: str, message: str, texts: Mapping[str, str]) -> Diagnostic:
    if _NO_MEMORY in message:
        place = loop_place("Sass", reversed([*texts.items()])) or Span(path, 1, 1, 1, 1)
        return Diagnostic("style/too-much-memory", place, {"language": "Sass"})
    match = _ERROR.match(message)
    if match is None:
        return Diagnostic("sass/error", Span(path), {"message": message.partition(": ")[2].strip()})
    text = match["message"].strip('"')
    if text.startswith(_MISSING):
        match = _IMPORTED.search(message) or match
    file, line, column = _file(match["file"]), int(match["line"]), int(match["column"] or 1)
    args = {"message": " ".join(text.split())}
    if file not in texts:
        # libsass stands in what imports the first file, or in an import whose name it took apart.
        deepest = deepest_place(texts.items()) if _TOO_DEEP in text else None
        return Diagnostic("sass/error", deepest or Span(path), args)
    lines = texts[file].split("\n")
    line, column = _inside(lines, line, column)
    return Diagnostic("sass/error", Span(file, line, column, line, min(column + 1, len(lines[line - 1]) + 1)), args)


def _inside(lines: Sequence[str] | None, line: int, column: int) -> tuple[int, int]:
    """A character there; libsass may stand behind the end of a line, or of the file."""
    if lines is None:
        return line, column
    line = max(1, min(line, len(lines)))
    return line, max(1, min(column, len(lines[line - 1])))
