"""One project of the workspace: its language service, its unsaved texts, and the builds that find what is wrong.

Questions are answered in the server's own thread. Builds run in another one, one at a time; edits that come meanwhile
are joined into the next.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from pathlib import Path

from runtime.compiler.build import BuildResult, build
from runtime.diagnostics import Diagnostic, Language
from runtime.language.position import Lines
from runtime.language.service import LanguageService
from runtime.project.gate import Gate
from runtime.project.load import load_project
from runtime.project.model import NotAProject
from simulator.styles.process import StyleProcess

_log = logging.getLogger(__name__)

Told = Callable[["ServedProject", Mapping[str, list[Diagnostic]]], None]


class ServedProject:
    """`told` hears, in the loop's thread, the findings of each build by path: of files for which they differ
    from the last ones, and of open files."""

    def __init__(self, root: Path, builder: Executor, language: Language, told: Told) -> None:
        self.root = root
        self.service = LanguageService(language)
        self._builder, self._told = builder, told
        self._gate = Gate(root)
        self._styles = StyleProcess()
        self._texts: dict[str, str] = {}
        self._previous: BuildResult | None = None
        self._changed: set[str] | None = None  # None: anything may differ
        self._is_wanted = False
        self._building: asyncio.Future[BuildResult] | None = None
        self._marked: dict[str, list[Diagnostic]] = {}
        self._is_closed = False

    def open(self) -> None:
        """Reads the project, so that questions have answers before the first build, and asks for that."""
        try:
            self.service.take(load_project(self.root, self._texts))
        except NotAProject:
            _log.info("%s is not a project yet", self.root)
        self.check()

    def path(self, file: Path) -> str | None:
        """A file as seen from the project folder; None if it lies elsewhere."""
        return file.relative_to(self.root).as_posix() if file.is_relative_to(self.root) else None

    def edit(self, path: str, text: str) -> None:
        """The text of an open file."""
        self._texts[path] = text
        self.service.edit(path, text)
        self.check(())

    def close_file(self, path: str) -> None:
        """A file is not open any more: what is on the disk counts."""
        if self._texts.pop(path, None) is not None:
            self.service.close(path)
            self.check((path,))

    def is_open(self, path: str) -> bool:
        """Whether an editor has the file open."""
        return path in self._texts

    def lines(self, path: str) -> Lines:
        """The lines of any text file of the project folder."""
        text = self._texts.get(path)
        if text is None:
            data = self._gate.read(self._gate.root / path)
            text = data.decode("utf-8-sig", "replace") if data is not None else ""
        return Lines(text)

    def check(self, changed: Iterable[str] | None = None) -> None:
        """Asks for a build; `changed`: paths that may differ on the disk, None: any."""
        if changed is None or self._previous is None:
            self._changed = None
        elif self._changed is not None:
            self._changed |= set(changed)
        self._is_wanted = True
        if self._building is None and not self._is_closed:
            self._begin()

    def close(self) -> None:
        """Ends the builds; nothing is told afterwards."""
        self._is_closed = True
        self._styles.close()

    # -- within

    def _begin(self) -> None:
        changed, self._changed, self._is_wanted = self._changed, set(), False
        loop = asyncio.get_running_loop()
        self._building = loop.run_in_executor(self._builder, self._build, changed, dict(self._texts))
        self._building.add_done_callback(self._ended)

    def _build(self, changed: set[str] | None, texts: dict[str, str]) -> BuildResult:
        """In the builder's thread."""
        previous = self._previous
        project = previous.project if previous is not None else load_project(self.root, texts)
        return build(project, previous, changed, texts, style_compiler=self._styles)

    def _ended(self, building: asyncio.Future[BuildResult]) -> None:
        self._building = None
        if self._is_closed or building.cancelled():
            return
        error = building.exception()
        if error is None:
            self._take(building.result())
        else:
            self._changed = None
            self._refused(error)
        if self._is_wanted:
            self._begin()

    def _take(self, result: BuildResult) -> None:
        self._previous = result
        self.service.take(result.project, result.documents)
        self.service.take_findings(result.diagnostics)
        self._tell(result.diagnostics)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, NotAProject):
            self._tell((error.finding,))
        else:
            # A defect of the compiler: the editor goes on with what was found last.
            _log.error("the build of %s failed", self.root, exc_info=error)

    def _tell(self, diagnostics: Iterable[Diagnostic]) -> None:
        found: dict[str, list[Diagnostic]] = {}
        for one in dict.fromkeys(map(_Said, diagnostics)):
            found.setdefault(one.diagnostic.span.file, []).append(one.diagnostic)
        before, self._marked = self._marked, found
        news = {path: found.get(path, []) for path in {*before, *found} if found.get(path) != before.get(path)}
        # A client may hold that what was told of an older text is out of date.
        self._told(self, {**{path: found[path] for path in self._texts if path in found}, **news})


class _Said:
    """A finding; the same one of several owners of a file counts as one."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic
        self._key = (diagnostic.span, diagnostic.code, tuple(sorted(diagnostic.args.items())))

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Said) and self._key == other._key
