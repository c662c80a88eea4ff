"""What the builder's thread does: a build, more of one, the advice on one. Each tells its link how it ended."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRunnable

from runtime.diagnostics import Diagnostic
from runtime.project.model import NotAProject, Project
from simulator.build.kept_units import KeptUnits
from simulator.build.progress import Progress
from simulator.styles.process import StyleProcess

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class Link(Protocol):
    """Hears of the ends, and how far a build has come, in the builder's thread. Without a result the text says what is
    wrong."""

    def ended(self, result: BuildResult | None, problem: str, finding: Diagnostic | None = None) -> None: ...

    def came_to(self, done: int, total: int) -> None: ...

    def more_ended(self, more: MoreTask, result: BuildResult | None, problem: str) -> None: ...

    def advice_ended(self, before: BuildResult, result: BuildResult | None, problem: str) -> None: ...


@dataclass(frozen=True, slots=True)
class BuildTools:
    """What builds are made with: what compiles style languages, and what other sessions have compiled."""

    style_compiler: StyleProcess
    kept: KeptUnits


class BuildTask(QRunnable):
    def __init__(
        self,
        link: Link,
        open_project: Callable[[], Project],
        previous: BuildResult | None,
        changed: frozenset[str] | None,
        tools: BuildTools,
        first: frozenset[str],
    ) -> None:
        super().__init__()
        self._first = first
        self._tools = tools
        self._changed = changed
        self._link = link
        self._open_project = open_project
        self._previous = previous

    def run(self) -> None:
        # Here, so that the compiler is loaded while the phone comes up.
        from runtime.compiler.build import build

        try:
            project = self._previous.project if self._previous else self._open_project()
            tools, previous = self._tools, self._previous
            progress = self._progress(project) if previous is None else None
            result = build(
                project,
                previous,
                self._changed,
                style_compiler=tools.style_compiler,
                advises=previous is not None and previous.has_advice,
                first=self._first,
                after_unit=progress.file_done if progress else lambda path: None,
                stored=tools.kept.of(project, self._first),
            )
        except NotAProject as error:
            self._link.ended(None, str(error), error.finding)
        except Exception:
            # The edge of the thread: a defect of the compiler must reach the console, not end the window.
            self._link.ended(None, traceback.format_exc())
        else:
            self._link.ended(result, "")

    def _progress(self, project: Project) -> Progress:
        from runtime.compiler.first_part import first_part
        from runtime.compiler.own_files import own_files

        return Progress(own_files(project, first_part(project, self._first)), (), self._link.came_to)


class _NotWanted(Exception):
    """Something else is to be built first."""


class MoreTask:
    """The build `before` with further pages, or all; ends early when it is not wanted any more."""

    def __init__(self, link: Link, before: BuildResult, tools: BuildTools, pages: frozenset[str]) -> None:
        self.before = before
        self.is_wanted = True
        self._link, self._tools, self._pages = link, tools, pages

    def run(self) -> None:
        """In the builder's thread."""
        from runtime.compiler.build import build

        result, problem = None, ""
        try:
            self._go_on()
            progress = self._progress()

            def after_unit(path: str) -> None:
                self._go_on()
                progress.file_done(path)

            result = build(
                self.before.project,
                self.before,
                (),
                style_compiler=self._tools.style_compiler,
                advises=False,
                first=self._pages,
                after_unit=after_unit,
                stored=self._tools.kept.of(self.before.project),
            )
        except _NotWanted:
            return
        except Exception:
            # The edge of the thread: a defect of the compiler must reach the console, not end the window.
            problem = traceback.format_exc()
        self._link.more_ended(self, result, problem)

    def _progress(self) -> Progress:
        from runtime.compiler.first_part import first_part
        from runtime.compiler.own_files import own_files

        project = self.before.project
        known = own_files(project, first_part(project, self._pages))
        return Progress(known, own_files(project, self.before.part), self._link.came_to)

    def _go_on(self) -> None:
        if not self.is_wanted:
            raise _NotWanted


class AdviceTask(QRunnable):
    def __init__(self, link: Link, result: BuildResult, kept: KeptUnits) -> None:
        super().__init__()
        self._link, self._result, self._kept = link, result, kept

    def run(self) -> None:
        from runtime.compiler.build import advise

        try:
            advised = advise(self._result, stored=self._kept.of(self._result.project))
        except Exception:
            self._link.advice_ended(self._result, None, traceback.format_exc())
        else:
            self._link.advice_ended(self._result, advised, "")
            self._kept.keep(advised)
