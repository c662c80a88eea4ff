"""Style sheets that had to be stopped, so that those which import the same file do not hang in it one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from runtime.compiler.style_compiler import StyleFiles
from runtime.compiler.stylesheet import CompiledCss
from runtime.diagnostics import Diagnostic

CODES = frozenset({"style/too-slow", "style/too-much-memory"})


@dataclass(frozen=True, slots=True)
class StoppedSheet:
    """`finding` names the file in which it hung; `texts` are all files that went in, with their content."""

    finding: Diagnostic
    texts: Mapping[str, str]


class StoppedSheets:
    """Those of one project. One counts for as long as nothing that went into it has changed."""

    def __init__(self) -> None:
        self._by_place: dict[str, StoppedSheet] = {}

    def note(self, result: CompiledCss, texts: Mapping[str, str]) -> bool:
        """Takes up a result if it was stopped; says whether it was."""
        finding = next((found for found in result.diagnostics if found.code in CODES), None)
        if finding is not None:
            self._by_place[finding.span.file] = StoppedSheet(finding, dict(texts))
        return finding is not None

    def hanging_in(self, path: str, files: StyleFiles) -> StoppedSheet | None:
        """The style sheet that was stopped in this file."""
        sheet = self._by_place.get(path)
        if sheet is not None and any(files.text(other) != text for other, text in sheet.texts.items()):
            del self._by_place[path]
            return None
        return sheet


@dataclass
class WatchedFiles:
    """`StyleFiles` that notes what is read. A file in which another style sheet hangs is given out empty."""

    files: StyleFiles
    stopped: StoppedSheets
    texts: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    hanging: StoppedSheet | None = None

    def text(self, path: str) -> str | None:
        """`StyleFiles.text`."""
        text = self.files.text(path)
        if text is None:
            return None
        self.texts[path] = text
        self.hanging = self.hanging or self.stopped.hanging_in(path, self.files)
        return "" if self.hanging is not None else text

    def first(self, paths: Iterable[str]) -> str | None:
        """`StyleFiles.first`."""
        wanted = list(paths)
        found = self.files.first(wanted)
        self.asked += wanted if found is None else wanted[: wanted.index(found) + 1]
        return found

    def without_result(self, path: str, *findings: Diagnostic) -> CompiledCss:
        """What comes of the style sheet `path` when nothing can be said but this."""
        hung = self.hanging.texts if self.hanging is not None else {}
        read = [other for other in {**self.texts, **hung} if other != path]
        return CompiledCss("", (), tuple(read), tuple(self.asked), findings)
